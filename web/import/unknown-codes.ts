import type { ImportReport } from '../../data/model/report.ts'

/** A text of the file that no code list has. */
export interface UnknownCode {
  text: string
  column: string
  /** The dimension of its column; null where the page cannot tell, and so cannot give it a code. */
  dimension: string | null
  /** "in 3 rows, 12.4 % of the value" */
  weight: string
}

/** The codes that nobody knows, the heaviest first, as the report gives them. */
export const unknownCodes = ({ issues, reading }: Pick<ImportReport, 'issues' | 'reading'>) =>
  issues.flatMap(({ code, column, message, value }): UnknownCode[] => {
    if (code !== 'unknown-code' || value === null || column === null) return []
    const role = reading?.columns.find(({ name }) => name === column)?.role ?? ''
    const dimension = /^(?:dimension|label):(.+)$/.exec(role)?.[1] ?? null
    const weight = /\bin \d[^.]*(?:\.\d+ %[^.]*)?(?=\.?$)/.exec(message)?.[0] ?? ''
    return [{ text: value, column, dimension, weight }]
  })
