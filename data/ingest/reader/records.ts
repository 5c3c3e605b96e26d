import Papa from 'papaparse'
import { type Dialect, splitRecord } from './careful.ts'
import { repair, type Shape } from './repair.ts'
import { filled, type Row } from './tables.ts'

/** What was odd about a record, and has been mended where that was possible without doubt. */
export type Oddity =
  | 'stray-quote'
  | 'extra-cell'
  | 'too-many-cells'
  | 'too-few-cells'
  | 'other-delimiter'

export interface TableRecord extends Row {
  oddity: Oddity | null
}

/** A record may be this long before an open quote is taken for a stray one. */
const LONGEST = 1 << 18

const newlinesIn = (cells: readonly string[]): number => {
  let count = 0
  for (const cell of cells)
    for (let at = cell.indexOf('\n'); at !== -1; at = cell.indexOf('\n', at + 1)) count++
  return count
}

/** Records of a text that is well formed: Papaparse reads. Undefined where anything is odd. */
function plain(
  text: string,
  dialect: Dialect,
  width: number,
  firstLine: number,
): TableRecord[] | undefined {
  const { data, errors } = Papa.parse<string[]>(text, {
    delimiter: dialect.delimiter,
    quoteChar: dialect.quote === '' ? '\u0000' : dialect.quote,
    escapeChar: dialect.quote === '' ? '\u0000' : dialect.escapeChar,
    newline: '\n',
  })
  if (errors.length) return undefined
  const quoted = dialect.quote !== '' && text.includes(dialect.quote)
  const records: TableRecord[] = []
  let line = firstLine
  for (const cells of data) {
    if (cells.length !== width && filled(cells) > 0) return undefined
    records.push({ cells, line, oddity: null })
    line += 1 + (quoted ? newlinesIn(cells) : 0)
  }
  return records
}

/** The part of a text from `at` that one record may take: some lines, not too long. */
function window(text: string, at: number): string {
  let end = at
  for (let lines = 0; lines < 60; lines++) {
    end = text.indexOf('\n', end)
    if (end === -1 || end - at > LONGEST) return text.slice(at, at + LONGEST)
    end++
  }
  return text.slice(at, end - 1)
}

const lineAt = (text: string, at: number): string => {
  const end = text.indexOf('\n', at)
  return text.slice(at, end === -1 ? text.length : end)
}

/** Record by record, with a second look at each that does not have `shape.width` cells. */
function careful(text: string, dialect: Dialect, shape: Shape, firstLine: number): TableRecord[] {
  const records: TableRecord[] = []
  for (let at = 0, line = firstLine; at < text.length; ) {
    const split = splitRecord(window(text, at), dialect, shape.width)
    const first = lineAt(text, at)
    const odd = split.cells.length !== shape.width && filled(split.cells) > 0
    const mended = odd && split.lines === 1 ? repair(first, split.cells, dialect, shape) : undefined
    records.push({
      cells: mended ?? split.cells,
      line,
      oddity: mended
        ? split.cells.length > shape.width
          ? 'extra-cell'
          : 'other-delimiter'
        : split.faults
          ? 'stray-quote'
          : !odd
            ? null
            : split.cells.length > shape.width
              ? 'too-many-cells'
              : 'too-few-cells',
    })
    for (let taken = 0; taken < split.lines; taken++) at = text.indexOf('\n', at) + 1 || text.length
    line += split.lines
  }
  return records
}

/**
 * Cuts text that arrives in pieces into records. Line ends are `\n`; lines are counted as an editor
 * counts them. A piece goes through Papaparse; where that finds a fault or a row of another width, the
 * piece is read again record by record. Memory is bounded by the pieces: a quote that never closes is
 * given up after 256 KiB.
 */
export async function* readRecords(
  pieces: AsyncIterable<string> | Iterable<string>,
  dialect: Dialect,
  shape: Shape,
  firstLine = 1,
): AsyncGenerator<TableRecord[]> {
  let rest = ''
  let line = firstLine
  const read = (text: string): TableRecord[] => {
    const records = plain(text, dialect, shape.width, line) ?? careful(text, dialect, shape, line)
    return records
  }
  for await (const piece of pieces) {
    const text = rest + piece
    const cut = cutAt(text, dialect)
    if (cut === 0) {
      rest = text
      continue
    }
    const whole = text.slice(0, cut - 1)
    rest = text.slice(cut)
    yield read(whole)
    line += countLines(whole)
  }
  if (rest !== '') yield read(rest.endsWith('\n') ? rest.slice(0, -1) : rest)
}

const countLines = (text: string): number => {
  let count = 1
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count++
  return count
}

/** After the last line end outside of quotes; 0 where more text is needed. */
function cutAt(text: string, { quote, escapeChar }: Dialect): number {
  const last = text.lastIndexOf('\n') + 1
  if (last === 0 || quote === '' || !text.includes(quote)) return last
  let open = false
  let cut = 0
  for (let at = 0; at < last; at++) {
    const char = text[at]
    if (char === escapeChar && escapeChar !== quote) at++
    else if (char === quote) open = !open
    else if (char === '\n' && !open) cut = at + 1
  }
  // Stray quotes turn inside out: rather than hold the whole file, cut at a line end.
  return cut === 0 || text.length - cut > LONGEST ? (text.length > LONGEST ? last : cut) : cut
}
