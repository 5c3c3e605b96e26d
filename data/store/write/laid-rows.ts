import { mkdirSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import type { ObservationBatch } from '../../model/batch.ts'
import { createFile, type RawDatabase } from '../open.ts'
import type { RowWords, Told } from '../telling.ts'
import { LONGEST_STATUS, RowPages } from './row-pages.ts'

const SCHEMA = 'laid'
const REMEMBERED = 1000
const TAKE_OVER = `insert into main.observation select * from ${SCHEMA}.observation`
/** Three times as fast: SQLite copies rows without reading them where the table that takes them is empty. */
const SET_ASIDE = `create temp table held_back as select * from main.observation;
  delete from main.observation`
const PUT_BACK = `insert into main.observation select * from temp.held_back;
  drop table temp.held_back`

/** Bytes of the file that SQLite reads where they lie, without a copy; they count as memory of the process. */
const MAPPED = 1 << 26

/** So many rows that are laid are worth taking one row out of the store that was there, and putting it back. */
const WORTH = 8

/**
 * Observations of new series on their way into the store, laid in a file of their own: SQLite takes all
 * of them over in one statement, and as they lie where its table is empty.
 */
export class LaidRows {
  readonly #raw: RawDatabase
  readonly #path: string
  readonly #statuses = new Map<string, Uint8Array>()
  #pages: RowPages | undefined
  #series = 0
  #rows = 0

  constructor(raw: RawDatabase, path: string) {
    this.#raw = raw
    this.#path = path
  }

  /** A row after all before it, where it can be laid; says whether it is. */
  push(series: number, first: number, last: number, telling: Told): boolean {
    const { value, decimals, status, bound, note, origin, line } = telling
    if (bound !== null || note !== null || !this.#takes(series, status)) return false
    this.#pages ??= this.#open()
    this.#series = series
    this.#rows++
    const letters = this.#lettersOf(status)
    this.#pages.push(series, first, last, value, decimals, letters, origin.id, line)
    return true
  }

  /** All rows of a series after all before it, where they can be laid; says whether they are. */
  pushAll(series: number, rows: ObservationBatch, words: RowWords): boolean {
    const { first, last, value, decimals, status, bound, note, origin, line, length } = rows
    for (let i = 0; i < length; i++) {
      if (bound[i] !== 0 || note[i]! >= 0) return false
      if (
        (i === 0 || status[i] !== status[i - 1]) &&
        !this.#takes(series, words.status(status[i]!))
      )
        return false
    }
    this.#pages ??= this.#open()
    this.#series = series
    this.#rows += length
    // What a number stands for rarely changes between rows.
    let letters: Uint8Array | null = null
    let source = 0
    for (let i = 0; i < length; i++) {
      if (i === 0 || status[i] !== status[i - 1])
        letters = this.#lettersOf(words.status(status[i]!))
      if (i === 0 || origin[i] !== origin[i - 1]) source = words.origin(origin[i]!).id
      const amount = Number.isNaN(value[i]!) ? null : value[i]!
      this.#pages.push(series, first[i]!, last[i]!, amount, decimals[i]!, letters, source, line[i]!)
    }
    return true
  }

  /** Hands all rows to the store, in its transaction. */
  flush(): void {
    if (!this.#pages) return
    this.#pages.finish()
    this.#pages = undefined
    this.#raw.prepare(`attach ? as ${SCHEMA}`).run(this.#path)
    this.#raw.pragma(`${SCHEMA}.mmap_size = ${MAPPED}`)
    if (this.#rows < WORTH * this.#held()) this.#raw.exec(TAKE_OVER)
    else this.#raw.exec(`${SET_ASIDE}; ${TAKE_OVER}; ${PUT_BACK}`)
  }

  /** Whether rows of the series can be laid: it comes after those before, since rows lie in order. */
  #takes(series: number, status: string): boolean {
    return series >= this.#series && status.length <= LONGEST_STATUS / 3
  }

  /** Rows of the store before. */
  #held(): number {
    const observations = 'select coalesce(sum(observations), 0) from dataset_count'
    return Number(this.#raw.prepare(observations).pluck().get())
  }

  /** A status as its row has it: none for A. */
  #lettersOf(status: string): Uint8Array | null {
    if (status === 'A') return null
    const known = this.#statuses.get(status)
    if (known) return known
    const bytes = Buffer.from(status)
    if (this.#statuses.size < REMEMBERED) this.#statuses.set(status, bytes)
    return bytes
  }

  /** Lets go of what was not handed over. */
  close(): void {
    this.#pages?.close()
    this.#pages = undefined
  }

  #open(): RowPages {
    mkdirSync(dirname(this.#path), { recursive: true })
    rmSync(this.#path, { force: true })
    const table = this.#raw.prepare(`select sql from sqlite_schema where name = 'observation'`)
    createFile(this.#path, String(table.pluck().get()))
    return new RowPages(this.#path)
  }
}

/** Lets go of the file that a transaction took rows from; only afterwards can it be. */
export function detachLaid(raw: RawDatabase): void {
  const names = raw.prepare('select name from pragma_database_list').pluck().all()
  if (names.includes(SCHEMA)) raw.exec(`detach ${SCHEMA}`)
}
