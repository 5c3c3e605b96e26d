import type { RawDatabase } from './open.ts'

const MOST = 128

/**
 * Inserts observations of one series that share status and origin and have neither bound nor note: most
 * rows of a large file. What they share is bound once a statement, since every bound cell costs about
 * as much as its share of the row: five cells instead of ten take two thirds of the time.
 */
export class PlainRows {
  readonly #raw: RawDatabase
  readonly #statements = new Map<number, { run(cells: unknown[]): unknown }>()
  /** Series, status, origin, then five cells a row. */
  readonly #cells: unknown[] = []
  #rows = 0

  constructor(raw: RawDatabase) {
    this.#raw = raw
  }

  push(
    series: number,
    first: number,
    last: number,
    value: number | null,
    decimals: number,
    status: string | null,
    origin: number,
    line: number,
  ): void {
    const cells = this.#cells
    if (cells[0] !== series || cells[1] !== status || cells[2] !== origin || this.#rows === MOST) {
      this.flush()
      cells.push(series, status, origin)
    }
    cells.push(first, last, value, decimals, line)
    this.#rows++
  }

  flush(): void {
    if (this.#rows > 0) this.#statement(this.#rows).run(this.#cells)
    this.#cells.length = 0
    this.#rows = 0
  }

  #statement(rows: number) {
    let statement = this.#statements.get(rows)
    if (!statement) {
      statement = this.#raw.prepare(
        `insert into observation (series_id, first_day, last_day, value, decimals, status, origin_id, line)
         select series, column1, column2, column3, column4, status, origin, column5
         from (select ? series, ? status, ? origin),
           (values ${Array(rows).fill('(?, ?, ?, ?, ?)').join(', ')})`,
      )
      this.#statements.set(rows, statement)
    }
    return statement
  }
}
