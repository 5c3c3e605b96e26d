import { NARROW_SPACE } from '../../data/model/numbers.ts'
import type { ImportReport } from '../../data/model/report.ts'

/** A text quoted from the file, a number whose thousands commas part, or a long one of which nothing does. */
const QUOTED_OR_LONG =
  /“[^”]*”|(?<![\d.,])\d{1,3}(?:,\d{3})+(?!\d|,\d)|(?<![\w.,(/-])[1-9]\d{4,}(?:\.\d+)?(?![\w,/-]|\.\w)/g

/** Words of the server with numbers as the page writes them; what is quoted from the file stays as it stood there. */
export const said = (words: string): string =>
  words.replace(QUOTED_OR_LONG, (part) =>
    part.startsWith('“') ? part : spaced(part.replaceAll(',', '')),
  )

const spaced = (number: string): string =>
  number.replace(/(?<!\.\d*)\B(?=(?:\d{3})+(?!\d))/g, NARROW_SPACE)

/** A report with all that it says in words so. */
export const asSaid = (report: ImportReport): ImportReport => ({
  ...report,
  error: report.error && said(report.error),
  issues: report.issues.map((issue) => ({ ...issue, message: said(issue.message) })),
  questions: report.questions.map((question) => ({
    ...question,
    message: said(question.message),
    options: question.options.map((option) => ({ ...option, label: said(option.label) })),
  })),
  reading: report.reading && { ...report.reading, says: report.reading.says.map(said) },
})
