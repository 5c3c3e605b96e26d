import type { SeriesDraft } from '../../model/batch.ts'
import { Bulk } from '../bulk.ts'
import type { RawDatabase } from '../open.ts'

/** Codes that wait for each other: those of one code fill a page then, and all pages of so many are in memory. */
const WAITING = 20_000
/** Rows of a statement: SQLite keeps a copy of every page that one changes until it has ended. */
const AT_ONCE = 5000

/** Writes the codes of series, those of one code side by side: one by one, each lies on another page. */
export class CodeWriter {
  readonly #codes: Bulk
  /** Series by dimension, then code. */
  readonly #waiting = new Map<string, Map<string, number[]>>()
  #count = 0

  constructor(raw: RawDatabase) {
    this.#codes = new Bulk(raw, 'series_code', ['dimension', 'code', 'series_id'], AT_ONCE)
  }

  /** The codes of a series that is there. */
  push(series: number, { dimensions }: SeriesDraft): void {
    for (const [dimension, code] of Object.entries(dimensions)) {
      if (code === '') continue
      const codes = this.#waiting.get(dimension) ?? new Map<string, number[]>()
      this.#waiting.set(dimension, codes)
      const all = codes.get(code)
      if (all) all.push(series)
      else codes.set(code, [series])
      this.#count++
    }
    if (this.#count >= WAITING) this.#hand()
  }

  /** Writes all that waits. */
  flush(): void {
    this.#hand()
    this.#codes.flush()
  }

  #hand(): void {
    for (const [dimension, codes] of this.#waiting) {
      for (const code of [...codes.keys()].sort()) {
        for (const series of codes.get(code)!) this.#codes.push([dimension, code, series])
      }
    }
    this.#waiting.clear()
    this.#count = 0
  }
}
