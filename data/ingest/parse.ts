import Papa from 'papaparse'
import type { Dialect, RecordBatch } from './table.ts'
import { Unreadable } from './unreadable.ts'

/** No record of a trade table is longer: what is, has a quote that never closes. */
export const MAX_RECORD = 1 << 20

/** Text in, records out, in order; `last` flushes. Lines are counted over what was pushed. */
export type Parse = (text: string, last: boolean) => RecordBatch

/**
 * Cuts text into records. Papaparse reads each piece; this keeps the unfinished record for the next
 * piece and counts lines, also those inside quoted cells. CR and CRLF count as LF does.
 */
export function createParser({ delimiter, quote }: Pick<Dialect, 'delimiter' | 'quote'>): Parse {
  const parser = new Papa.Parser({
    delimiter,
    newline: '\n',
    quoteChar: quote || '"',
    ...(quote === '' && { fastMode: true }),
  })
  let rest = ''
  let wait = 0
  let line = 1
  return (text, last) => {
    rest = joined(rest, text)
    const batch: RecordBatch = { rows: [], lines: [], faults: new Map(), rest: rest.length }
    if (rest.length < wait && !last) return batch
    const heldBack = !last && rest.endsWith('\r') ? '\r' : ''
    const input = rest.slice(0, rest.length - heldBack.length).replaceAll(/\r\n?/g, '\n')
    const { data, errors, meta } = parser.parse(input, 0, !last) as Papa.ParseResult<string[]>
    const quoted = quote !== '' && input.includes(quote)
    const kept: number[] = []
    for (const row of data) {
      const blank = row.length === 1 && row[0]!.trim() === ''
      kept.push(blank ? -1 : batch.rows.length)
      if (!blank) {
        batch.rows.push(row)
        batch.lines.push(line)
      }
      line += quoted ? 1 + breaksIn(row) : 1
    }
    for (const { row, code } of errors) {
      const index = kept[row ?? -1] ?? -1
      if (index >= 0) batch.faults.set(index, FAULTS[code] ?? FAULTS.InvalidQuotes!)
    }
    rest = input.slice(meta.cursor) + heldBack
    batch.rest = rest.length
    wait = rest.length * 2
    if (rest.length > MAX_RECORD && !last) {
      throw new Unreadable(
        'record-too-long',
        `The record on line ${line} is longer than ${MAX_RECORD.toLocaleString('en')} characters: ` +
          'probably a quote opens there and never closes, or this is no table.',
        line,
        rest.slice(0, 80),
      )
    }
    return batch
  }
}

const FAULTS: Record<string, { code: string; message: string }> = {
  MissingQuotes: {
    code: 'unclosed-quote',
    message: 'A quote opens here and never closes: close it, or take it out.',
  },
  InvalidQuotes: {
    code: 'bad-quotes',
    message: 'A quote inside a quoted cell is not doubled: write it twice, or take it out.',
  },
}

const joined = (rest: string, text: string): string => (rest === '' ? text : rest + text)

function breaksIn(row: string[]): number {
  let breaks = 0
  for (const cell of row) {
    for (let at = cell.indexOf('\n'); at !== -1; at = cell.indexOf('\n', at + 1)) breaks++
  }
  return breaks
}
