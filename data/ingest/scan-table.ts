import { isUtf8 } from 'node:buffer'
import { open } from 'node:fs/promises'
import { createDecoder } from './encoding.ts'
import type { Mapping } from './mapping.ts'
import { SAMPLE_BYTES } from './open.ts'
import { createParser } from './parse.ts'
import { type Plain, scan, type Usual } from './scan.ts'
import type { Table } from './table.ts'
import type { Validator } from './validate.ts'

/**
 * Reads every record of a table into the validator: by its bytes where the table is plain, else as text.
 * Yields how many bytes and records are done.
 */
export async function* takeRecords(
  path: string,
  table: Table,
  mapping: Mapping,
  validator: Validator,
): AsyncGenerator<{ bytes: number; records: number }> {
  const plain = table.whole ? undefined : await plainOf(path, table, mapping)
  if (plain) {
    yield* scan(plain, usualOf(table, validator))
    return
  }
  let bytes = 0
  let records = 0
  const watch = (chunk: Uint8Array) => {
    bytes += chunk.length
  }
  for await (const batch of table.records(watch)) {
    validator.take(batch)
    records += batch.rows.length
    yield { bytes, records }
  }
}

/** The table as one that can be read by its bytes; undefined where its records must be read as text. */
export async function plainOf(
  path: string,
  { dialect, header, sample }: Table,
  { own, period, periodPart, periodStart, periodEnd, values, isSpread }: Mapping,
): Promise<Plain | undefined> {
  const { encoding, delimiter, quote } = dialect
  const isSigns = /^[\0-\x7f]$/.test(delimiter) && /^[\0-\x7f]?$/.test(quote)
  const line = sample.lines[0]
  if (own || isSpread || values.some(({ isPercent }) => isPercent)) return undefined
  if (!/^utf-?8$/i.test(encoding) || !isSigns || line === undefined) return undefined
  const byte = await startOf(path, line)
  if (byte === undefined) return undefined
  return {
    path,
    start: { byte, line },
    delimiter,
    quote,
    width: header.length,
    values: values.map(({ index, mark }) => ({ index, mark })),
    periods: [period, periodPart, periodStart, periodEnd].filter((index) => index >= 0),
  }
}

const LF = 10
const hasMark = ([a, b, c]: Uint8Array): boolean => a === 0xef && b === 0xbb && c === 0xbf

/** The byte at which a line begins; undefined where lines do not end in LF or CRLF. */
async function startOf(path: string, line: number): Promise<number | undefined> {
  const file = await open(path)
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(SAMPLE_BYTES), 0, SAMPLE_BYTES, 0)
    const sample = buffer.subarray(0, bytesRead)
    let at = hasMark(sample) ? 3 : 0
    for (let passed = 1; passed < line; passed++) {
      at = sample.indexOf(LF, at) + 1
      if (at === 0) return undefined
    }
    const hasLoneReturn = /\r(?!\n)/.test(sample.toString('latin1', 0, at))
    return hasLoneReturn ? undefined : at
  } finally {
    await file.close()
  }
}

/** Text of lines in the middle of a file; what is wrong in them stands on the line where it is in the file. */
function decoded(lines: Uint8Array, line: number, encoding: string): string {
  if (isUtf8(lines)) return Buffer.from(lines.buffer, lines.byteOffset, lines.length).toString()
  const decode = createDecoder(encoding)
  decode(new Uint8Array(line - 1).fill(LF), false)
  return decode(lines, true)
}

/** What the scanner leaves to others: cells to the validator, text to the parser before it. */
export function usualOf({ dialect }: Table, validator: Validator): Usual {
  return {
    out: validator.out,
    record: (cells, line) => validator.record(cells, line),
    counted: (number, records) => validator.counted(number, records),
    text(lines, line, more) {
      const text = decoded(lines, line, dialect.encoding)
      const batch = createParser(dialect)(text, !more)
      if (more && batch.rest) return -1
      validator.take({ ...batch, lines: batch.lines.map((at) => at + line - 1) })
      return line + (text.match(/\r\n?|\n/g)?.length ?? 0)
    },
  }
}
