import { closeSync, openSync, readSync, writeSync } from 'node:fs'
import type { ObservationBatch } from '../../model/batch.ts'
import { COLUMN_BYTES, COLUMN_NAMES, makeRows } from '../../model/rows.ts'

const bytesOf = (array: ObservationBatch[(typeof COLUMN_NAMES)[number]], length: number) =>
  new Uint8Array(array.buffer, array.byteOffset, length * array.BYTES_PER_ELEMENT)

/** Writes sorted rows, column after column, as they lie in memory. */
export function writeRun(path: string, rows: ObservationBatch): void {
  const file = openSync(path, 'w')
  for (const name of COLUMN_NAMES) writeSync(file, bytesOf(rows[name], rows.length))
  closeSync(file)
}

/** Walks through sorted rows, on disk or in memory, a window at a time. */
export class RunCursor {
  /** Rows in sight; `at` is the next one. */
  rows: ObservationBatch
  at = 0
  readonly #file: number | undefined
  readonly #length: number
  #read = 0

  constructor(source: ObservationBatch | { path: string; length: number }, window: number) {
    this.#length = source.length
    if ('path' in source) {
      this.#file = openSync(source.path, 'r')
      this.rows = makeRows(Math.min(window, source.length))
      this.#fill()
    } else {
      this.#read = source.length
      this.rows = source
    }
  }

  /** The series of the next row; undefined at the end. */
  get series(): number | undefined {
    if (this.at === this.rows.length && this.#read < this.#length) this.#fill()
    return this.at < this.rows.length ? this.rows.series[this.at] : undefined
  }

  close(): void {
    if (this.#file !== undefined) closeSync(this.#file)
  }

  #fill(): void {
    const count = Math.min(this.rows.series.length, this.#length - this.#read)
    let columnAt = 0
    COLUMN_NAMES.forEach((name, i) => {
      const bytes = COLUMN_BYTES[i]!
      const column = bytesOf(this.rows[name], count)
      readSync(this.#file!, column, 0, column.length, columnAt + this.#read * bytes)
      columnAt += this.#length * bytes
    })
    this.rows.length = count
    this.#read += count
    this.at = 0
  }
}
