import Papa from 'papaparse'
import { Unreadable } from '../unreadable.ts'
import { type Dialect, type Patience, type Split, splitRecord, swallows } from './careful.ts'
import { countLineEnds, lineAt } from './lines.ts'
import { fits, repair, type Shape } from './repair.ts'

/** What was odd about a record, and has been mended where that was possible without doubt. */
export type Oddity = 'stray-quote' | 'extra-cell' | 'other-delimiter'

/** Records of a text, in order. Blank lines come as records without a filled cell. */
export interface Records {
  rows: string[][]
  /** Line on which each begins. */
  lines: number[]
  /** By index of the record. */
  odd: Map<number, Oddity>
  /** Characters that wait for more text. */
  rest: number
}

/** Text in, line ends `\n`, records out; `last` flushes. */
type ReadRecords = (text: string, last: boolean) => Records

/** No record of a trade table is longer, in characters. */
export const LONGEST_RECORD = 1 << 20

/** Lines and characters that one record may take before an open quote is taken for a stray one. */
const MOST_LINES = 60
const MOST_QUOTED = 1 << 18

/** Characters of a file that may be looked at again for stray quotes. */
export const PATIENCE = 2e8

/**
 * Cuts text that arrives in pieces into records, and counts lines as an editor does. A piece goes through
 * Papaparse; where that finds a fault or a record of another width, the piece is read again record by
 * record. Memory is bounded: a quote that does not close for 60 lines or 256 Ki characters is a stray one.
 * Throws `Unreadable` at a line that no table has.
 */
export function createRecords(
  dialect: Dialect,
  shape: Shape,
  firstLine = 1,
  patience: Patience = { left: PATIENCE },
): ReadRecords {
  const plain = createPlain(dialect, shape.width)
  let rest = ''
  let wait = 0
  let line = firstLine
  return (text, last) => {
    const input = rest === '' ? text : rest + text
    const records: Records = { rows: [], lines: [], odd: new Map(), rest: input.length }
    if (input.length < wait && !last) {
      rest = input
      return records
    }
    let done = plain(input, last, line, records)
    if (done < 0 || (done === 0 && input.length > MOST_QUOTED)) {
      Object.assign(records, { rows: [], lines: [], odd: new Map() })
      done = careful(input, last, line, records, { dialect, shape, patience })
    }
    line += countLineEnds(input.slice(0, done))
    rest = input.slice(done)
    records.rest = rest.length
    wait = done === 0 ? Math.min(input.length * 2, MOST_QUOTED) : 0
    return records
  }
}

/** Reads well-formed records; gives the place after them, -1 where anything is odd. */
type Plain = (input: string, last: boolean, firstLine: number, records: Records) => number

function createPlain({ delimiter, quote, escapeChar }: Dialect, width: number): Plain {
  const parser = new Papa.Parser({
    delimiter,
    newline: '\n',
    quoteChar: quote || '"',
    ...(quote === '' ? { fastMode: true } : { escapeChar }),
  })
  const blanks = quote === '' ? [] : [`${delimiter} ${quote}`, `\n ${quote}`]
  return (input, last, firstLine, records) => {
    // Blanks before a quote are left out by the careful reader only.
    if (blanks.some((blank) => input.includes(blank))) return -1
    const { data, errors, meta } = parser.parse(input, 0, !last) as Papa.ParseResult<string[]>
    if (errors.length > 0) return -1
    const hasBreaks = quote !== '' && input.includes(quote) && hasMore(input, data.length, last)
    let line = firstLine
    for (const row of data) {
      if (row.length !== width && !isBlank(row)) return -1
      records.lines.push(line++)
      if (!hasBreaks) continue
      for (const cell of row) {
        const breaks = countLineEnds(cell)
        if (breaks >= MOST_LINES || swallows(cell, breaks + 1, delimiter, width)) return -1
        line += breaks
      }
    }
    records.rows = data
    return last ? input.length : meta.cursor
  }
}

/** Whether a text has more lines than records. */
const hasMore = (input: string, records: number, last: boolean): boolean =>
  countLineEnds(input) > (last ? records - 1 : records)

export const isBlank = (row: readonly string[]): boolean => {
  for (const cell of row) if (cell.trim() !== '') return false
  return true
}

interface Manner {
  dialect: Dialect
  shape: Shape
  patience: Patience
}

/** Record by record, with a second look at each that does not have the width of its table. */
function careful(
  input: string,
  last: boolean,
  firstLine: number,
  { rows, lines, odd }: Records,
  { dialect, shape, patience }: Manner,
): number {
  let at = 0
  for (let line = firstLine; at < input.length; ) {
    refuseEndless(input, at, line)
    const { value, full } = windowAt(input, at, patience.left > 0 ? MOST_LINES : 1)
    const split = splitRecord(value, dialect, shape.width, patience)
    const next = afterLines(input, at, split.lines)
    // What is still to come may close a quote, or end the last line.
    if (!last && (next === -1 || (!full && split.faults > 0))) break
    const { cells, oddity } = mended(split, lineAt(input, at), dialect, shape)
    if (oddity) odd.set(rows.length, oddity)
    rows.push(cells)
    lines.push(line)
    at = next === -1 ? input.length : next
    line += split.lines
  }
  return at
}

/** A record of another width than its table, mended where there is no doubt. */
function mended(
  { cells, lines, faults }: Split,
  line: string,
  dialect: Dialect,
  shape: Shape,
): { cells: string[]; oddity?: Oddity } {
  const asItStands = { cells, ...(faults > 0 && { oddity: 'stray-quote' as const }) }
  if (cells.length === shape.width || lines > 1 || isBlank(cells)) return asItStands
  // An empty cell too many at the end moves none of the others.
  const isLonger = cells.length > shape.width
  if (isLonger && isBlank(cells.slice(shape.width)) && fits(cells, shape)) return asItStands
  const repaired = repair(line, cells, dialect, shape)
  if (!repaired) return asItStands
  return { cells: repaired, oddity: isLonger ? 'extra-cell' : 'other-delimiter' }
}

/** The place after some lines; -1 where the last of them has no end. */
function afterLines(text: string, from: number, lines: number): number {
  let at = from
  for (let passed = 0; passed < lines; passed++) {
    at = text.indexOf('\n', at) + 1
    if (at === 0) return -1
  }
  return at
}

/** The part of a text from `at` that one record may take; not full where more text may belong to it. */
function windowAt(text: string, at: number, most: number): { value: string; full: boolean } {
  let end = at
  for (let lines = 0; lines < most; lines++) {
    const next = text.indexOf('\n', end)
    const isLong = lines > 0 && (next === -1 ? text.length : next) - at > MOST_QUOTED
    if (isLong) break
    if (next === -1) return { value: text.slice(at, at + LONGEST_RECORD), full: false }
    end = next + 1
  }
  return { value: text.slice(at, end - 1), full: true }
}

/** Throws at a line that no table has. */
export function refuseEndless(input: string, at: number, line: number): void {
  const end = input.indexOf('\n', at)
  if ((end === -1 ? input.length : end) - at <= LONGEST_RECORD) return
  throw new Unreadable(
    'record-too-long',
    `Line ${line.toLocaleString('en')} is longer than ${LONGEST_RECORD.toLocaleString('en')} characters: this is no table, or its line ends are lost.`,
    line,
    input.slice(at, at + 80),
  )
}
