import type { RawDatabase } from './open.ts'

/** Enough that the statement costs little beside its rows; more is no faster. */
const ROWS = 100

/** Inserts rows a hundred at a time: half the time of one by one. */
export class Bulk {
  readonly #raw: RawDatabase
  readonly #into: string
  readonly #columns: number
  readonly #full: { run(...cells: unknown[]): unknown }
  readonly #cells: unknown[] = []
  readonly #most: number

  constructor(raw: RawDatabase, table: string, columns: readonly string[]) {
    this.#raw = raw
    this.#into = `insert into ${table} (${columns.join(', ')}) values `
    this.#columns = columns.length
    this.#most = ROWS * columns.length
    this.#full = raw.prepare(this.#text(ROWS))
  }

  /** One row, its cells in the order of the columns. */
  push(cells: readonly unknown[]): void {
    for (const cell of cells) this.#cells.push(cell)
    if (this.#cells.length < this.#most) return
    this.#full.run(this.#cells)
    this.#cells.length = 0
  }

  /** Writes what is left. */
  flush(): void {
    const rows = this.#cells.length / this.#columns
    if (rows > 0) this.#raw.prepare(this.#text(rows)).run(this.#cells)
    this.#cells.length = 0
  }

  #text(rows: number): string {
    const row = `(${Array(this.#columns).fill('?').join(', ')})`
    return this.#into + Array(rows).fill(row).join(', ')
  }
}
