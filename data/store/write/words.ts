import type { RawDatabase } from '../open.ts'

/** Characters that wait for each other. */
const WAITING = 4 * 1024 ** 2

interface Words {
  text: string
  /** No words of the series are there. */
  isNew: boolean
}

/**
 * Writes the words that series are found by, many of them in a row: whenever a statement of many rows begins,
 * SQLite has the full-text index write what it holds, and a thousand small pieces take long to merge and to search.
 */
export class WordWriter {
  readonly #insert
  readonly #delete
  /** By the number of the series. */
  readonly #waiting = new Map<number, Words>()
  #length = 0

  constructor(raw: RawDatabase) {
    this.#insert = raw.prepare('insert into series_search (rowid, text) values (?, ?)')
    this.#delete = raw.prepare('delete from series_search where rowid = ?')
  }

  /** Takes the place of what words the series has. */
  push(series: number, words: Words): void {
    const isNew = this.#waiting.get(series)?.isNew ?? words.isNew
    this.#waiting.set(series, { text: words.text, isNew })
    this.#length += words.text.length
    if (this.#length >= WAITING) this.flush()
  }

  drop(series: number): void {
    this.#waiting.delete(series)
    this.#delete.run(series)
  }

  /** Writes all that waits. */
  flush(): void {
    for (const [series, { text, isNew }] of this.#waiting) {
      if (!isNew) this.#delete.run(series)
      this.#insert.run(series, text)
    }
    this.#waiting.clear()
    this.#length = 0
  }
}
