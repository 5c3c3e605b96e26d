import type { ImportReport } from '../../data/model/report.ts'
import { allColumns } from './columns.ts'

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
    const columns = reading ? allColumns(reading) : []
    const role = columns.find(({ name }) => name === column)?.role ?? ''
    const dimension = /^(?:dimension|label):(.+)$/.exec(role)?.[1] ?? null
    const weight = /\bin \d[^.]*(?:\.\d+ %[^.]*)?(?=\.?$)/.exec(message)?.[0] ?? ''
    return [{ text: value, column, dimension, weight }]
  })

/** A text and the code that it stands for. */
export interface Pair {
  text: string
  code: string
}

/** Between two cells: a tab where there is one, else a semicolon, else the last comma. */
const cellsOf = (line: string): string[] => {
  if (line.includes('\t')) return line.split('\t')
  if (line.includes(';')) return line.split(';')
  const at = line.lastIndexOf(',')
  return at < 0 ? [line] : [line.slice(0, at), line.slice(at + 1)]
}

const bare = (cell: string): string =>
  cell
    .trim()
    .replace(/^"(.*)"$/s, '$1')
    .replaceAll('""', '"')
    .trim()

/** Texts and their codes, a line each, as two columns of a spreadsheet give them; and the lines that are none. */
export function pairsOf(pasted: string): { pairs: Pair[]; wrong: string[] } {
  const lines = pasted.split(/\r\n?|\n/).filter((line) => line.trim() !== '')
  const read = lines.map((line) => ({ line, cells: cellsOf(line).map(bare) }))
  const isPair = ({ cells }: { cells: string[] }) => cells.length === 2 && cells.every(Boolean)
  return {
    pairs: read.filter(isPair).map(({ cells: [text = '', code = ''] }) => ({ text, code })),
    wrong: read.filter((one) => !isPair(one)).map(({ line }) => line),
  }
}
