import { monthsFrom, periodText } from '../../model/period.ts'
import type { Question } from '../../model/report.ts'
import { isPieceHeader } from '../headings/part-header.ts'
import { quoted } from '../issues.ts'
import { monthName, yearNamed } from '../periods/names.ts'
import { readPart, rewritten } from '../periods/part.ts'
import { cellsOf } from './figures.ts'
import type { PeriodColumn } from './period-column.ts'
import type { Surroundings, View } from './view.ts'

interface Months {
  month: number
  count: number
}

/** Some months of a year in a title: `(Jan-Sep)`, `январь–сентябрь`, `1-9月`, `9 months`. */
const RANGES = [
  /(?<!\p{L})\p{L}{3,}\.?\s?(?:[-–—/]|to|through|bis|по|до|à|a)\s?\p{L}{3,}\.?(?!\p{L})/giu,
  /(?<!\d)\d{1,2}\s?[-–—至到]\s?\d{1,2}\s?(?:月|months|мес)/giu,
  /(?<!\d)\d{1,2}\s?(?:months|мес\p{L}*|Monate|mois|meses)(?!\p{L})/giu,
]
const YEARS = /(?<!\d)(?:19|20)\d\d(?!\d)/g

/**
 * Years that are columns below a title of some months, `Trade with Russia (Jan-Sep)`: whole ones, those
 * months of each, or of the last only. Nobody but a person knows.
 */
export function ofMonthsAbove(
  { columns, questions }: { columns: PeriodColumn[]; questions: Question[] },
  view: View,
  around: Surroundings,
): { columns: PeriodColumn[]; questions: Question[] } {
  const isYear = ({ period }: PeriodColumn) => yearNamed(period) !== undefined
  const months = columns.every(isYear) && !holdsPieces(view) ? monthsIn(around.above) : undefined
  if (!months) return { columns, questions }
  const told = around.options.answers?.['months-of-years']
  if (told === undefined) return { columns, questions: [...questions, question(months)] }
  const last = columns.reduce((a, { period }) => (period > a ? period : a), '')
  const isCut = ({ period }: PeriodColumn) =>
    told === 'each' || (told === 'last' && period === last)
  return {
    columns: columns.map((one) => (isCut(one) ? { ...one, period: cut(one.period, months) } : one)),
    questions,
  }
}

const cut = (period: string, { month, count }: Months): string =>
  periodText(monthsFrom(Number(yearNamed(period)) * 12 + month - 1, count))

/** The rows themselves are months or quarters. */
const holdsPieces = (view: View): boolean =>
  view.header.some((_, index) => {
    const cells = cellsOf(view, index)
    return cells.length > 0 && cells.every(isPieceHeader)
  })

/** The months that lines name, less than a year of them; undefined where they name none, or several. */
function monthsIn(lines: readonly string[]): Months | undefined {
  const found = new Map<string, Months>()
  for (const line of lines) {
    // Months of two years are a stretch of time.
    if ((line.match(YEARS) ?? []).length > 1) continue
    for (const [text] of RANGES.flatMap((range) => [...line.matchAll(range)])) {
      const part = readPart(rewritten(text))
      if (part && 'month' in part && part.count > 1 && part.count < 12)
        found.set(`${part.month} ${part.count}`, part)
    }
  }
  return found.size === 1 ? [...found.values()][0] : undefined
}

function question({ month, count }: Months): Question {
  const words = `${monthName(month)} to ${monthName(month + count - 1)}`
  return {
    code: 'months-of-years',
    column: null,
    message: `A line above the table says ${quoted(words)}, and its columns say years. Of what are the figures?`,
    options: [
      { value: 'each', label: `Of ${words} of each year` },
      { value: 'last', label: `Of whole years, the last of ${words} only` },
      { value: 'whole', label: 'Of whole years' },
    ],
  }
}
