import type { Dialect } from './careful.ts'
import { kindOf } from './cells.ts'
import { detectDialect, sampleRows } from './dialect.ts'

/** How the one cell of a wrapped line is written. */
export const WRAPPING: Dialect = { delimiter: ',', quote: '"', escapeChar: '"' }

const WHOLE = /^"[^"]*(?:""[^"]*)*"$/
/** A line that no program puts in quotes. */
const BARE = /^[^,;\t"]*$/

/**
 * A sample whose lines are each in quotes as a whole, `"2023-01,8.1,7.2"`, without these: a spreadsheet took
 * each for one cell. Undefined where they are not, or hold sentences.
 */
export function unwrapped(sample: string): string | undefined {
  const lines = sample.split('\n')
  if (!lines.every((line) => WHOLE.test(line) || BARE.test(line))) return undefined
  const told = lines.filter((line) => line.trim() !== '')
  if (told.filter((line) => WHOLE.test(line)).length * 2 <= told.length) return undefined
  const within = lines.map((line) =>
    WHOLE.test(line) ? line.slice(1, -1).replaceAll('""', '"') : line,
  )
  const text = within.join('\n')
  const { dialect, width } = detectDialect(text)
  const rows = sampleRows(text, dialect, null).filter(({ cells }) => cells.length > 1)
  const isTable =
    rows.length > 1 &&
    rows.every(({ cells }) => cells.length === width) &&
    rows.slice(1).every(({ cells }) => cells.some((cell) => kindOf(cell) === 'number'))
  return width > 1 && isTable ? text : undefined
}

/** The first lines of a file: the names of its columns are among them. */
const FIRST = 20

/** A sample of which the names alone are in quotes as a whole, `"date,exports,imports"` over rows that are not, without these. */
export function withBareNames(sample: string): string {
  const lines = sample.split('\n')
  const at = lines
    .slice(0, FIRST)
    .findIndex((line) => WHOLE.test(line) && !BARE.test(line.slice(1, -1)))
  if (at < 0) return sample
  const below = lines.slice(at + 1).join('\n')
  const { dialect, width } = detectDialect(below)
  const names = lines[at]!.slice(1, -1).replaceAll('""', '"')
  const isOfFigures = (cells: readonly string[]) => cells.some((cell) => kindOf(cell) === 'number')
  const cellsOf = (text: string) => sampleRows(text, dialect, null)[0]?.cells ?? []
  const areNames = cellsOf(names).length === width && !isOfFigures(cellsOf(names))
  return width > 1 && areNames && isOfFigures(cellsOf(below))
    ? lines.with(at, names).join('\n')
    : sample
}
