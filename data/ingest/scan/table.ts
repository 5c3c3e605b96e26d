import { open } from 'node:fs/promises'
import { createDecoder, isCutByBytes } from '../encoding.ts'
import type { Mapping } from '../mapping.ts'
import { SAMPLE_BYTES } from '../open.ts'
import { countLineEnds, lineEnds } from '../reader/lines.ts'
import type { RecordBatch, Table } from '../table.ts'
import type { Validator } from '../validate.ts'
import type { Usual } from './lines.ts'
import type { Plain } from './plain.ts'
import { scan } from './scan.ts'

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
    try {
      yield* scan(plain, usualOf(table, validator))
    } catch (error) {
      if (error instanceof NextTable) throw await table.question()
      throw error
    }
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
  { dialect, width, sample, plain }: Table,
  { own, period, periodPart, periodStart, periodEnd, values, roles, isSpread }: Mapping,
): Promise<Plain | undefined> {
  const { encoding, delimiter, quote } = dialect
  const isCut = isCutByBytes(encoding, delimiter) && isCutByBytes(encoding, quote)
  const line = sample.lines[0]
  if (!plain || own || isSpread || values.some(isOfSigns)) return undefined
  if (!isCut || line === undefined) return undefined
  const byte = await startOf(path, line)
  if (byte === undefined) return undefined
  return {
    path,
    encoding,
    start: { byte, line },
    delimiter,
    quote,
    width,
    values: values.map(({ index, mark, isMarkKnown }) => ({
      index,
      mark: isMarkKnown ? mark : '',
    })),
    ignored: roles.flatMap((role, index) => (role === 'ignore' ? [index] : [])),
    periods: [period, periodPart, periodStart, periodEnd].filter((index) => index >= 0),
  }
}

/** What stands at its numbers, or does not, says what they are: each is looked at. */
const isOfSigns = ({ isPercent, sizing }: Mapping['values'][number]): boolean =>
  isPercent || sizing !== null

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

/** Another table begins in the file: the scanner is not to read on. */
class NextTable extends Error {}

/** What the scanner leaves to others: cells to the validator, text to the reader before it. */
export function usualOf(table: Table, validator: Validator): Usual {
  const take = (batch: RecordBatch) => {
    if (batch.next) throw new NextTable('Another table begins.')
    validator.take(batch)
  }
  return {
    out: validator.out,
    record(cells, line) {
      const odd = table.odd(cells, line)
      if (!odd) return validator.record(cells, line)
      take(odd)
      return -1
    },
    counted: (number, records) => validator.counted(number, records),
    text(lines, line, more) {
      const text = lineEnds()(createDecoder(table.dialect.encoding)(lines, true), true)
      const batch = table.reader(line)(text, !more)
      if (more && batch.rest > 0) return -1
      take(batch)
      return line + countLineEnds(text)
    },
  }
}
