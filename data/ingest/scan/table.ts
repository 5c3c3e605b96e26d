import type { Mapping } from '../mapping.ts'
import { createDecoder } from '../reader/encoding.ts'
import { countLineEnds, lineEnds } from '../reader/lines.ts'
import type { RecordBatch, Table } from '../reader/table.ts'
import type { Validator } from '../validate.ts'
import type { Usual } from './lines.ts'
import { plainOf } from './plain.ts'
import { scan } from './scan.ts'

/**
 * Reads every record of a table into the validator: by its bytes where the table is plain, else as text.
 * Yields how many bytes and records are done.
 */
export function* takeRecords(
  path: string,
  table: Table,
  mapping: Mapping,
  validator: Validator,
): Generator<{ bytes: number; records: number }> {
  const plain = table.whole ? undefined : plainOf(path, table, mapping)
  if (plain) {
    try {
      yield* scan(plain, usualOf(table, validator))
    } catch (error) {
      if (error instanceof NextTable) throw table.question()
      throw error
    }
    return
  }
  let bytes = 0
  let records = 0
  const watch = (chunk: Uint8Array) => {
    bytes += chunk.length
  }
  for (const batch of table.records(watch)) {
    validator.take(batch)
    records += batch.rows.length
    yield { bytes, records }
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
