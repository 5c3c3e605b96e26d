import type { SeriesDraft } from '../model/batch.ts'
import type { RawDatabase } from './open.ts'
import { searchText } from './search-text.ts'
import type { Shape } from './shape.ts'

/** Names by which a code is found, in whatever languages: `names('partner', 'CHN')` is China, Китай, 中国. */
export type Names = (dimension: string, code: string) => string[]

export interface SeriesCounts {
  shape: Shape
  releases: number
  lastKnown: number | null
}

/** Writes what is said of series: their rows, codes and words to be found by. */
export class SeriesWriter {
  readonly #names: Names
  readonly #insert
  readonly #update
  readonly #dropCodes
  readonly #code
  readonly #dropWords
  readonly #words
  readonly #remove
  #next: number

  constructor(raw: RawDatabase, names: Names) {
    this.#names = names
    const last = raw.prepare('select coalesce(max(series_id), 0) from series').pluck().get()
    this.#next = Number(last) + 1
    this.#insert = raw.prepare(
      `insert into series (series_id, dataset_id, key, title, unit, frequency, additive, cumulative,
         observations, releases, first_day, last_day, last_known, version)
       values (@series, @dataset, @key, @title, @unit, @frequency, @additive, @cumulative,
         @observations, @releases, @first, @last, @known, 1)`,
    )
    this.#update = raw.prepare(
      `update series set title = @title, unit = @unit, frequency = @frequency, additive = @additive,
         cumulative = @cumulative, observations = @observations, releases = @releases,
         first_day = @first, last_day = @last, last_known = @known, version = version + 1
       where series_id = @series`,
    )
    this.#dropCodes = raw.prepare('delete from series_code where series_id = ?')
    this.#code = raw.prepare(
      'insert into series_code (dimension, code, series_id) values (?, ?, ?)',
    )
    this.#dropWords = raw.prepare('delete from series_search where rowid = ?')
    this.#words = raw.prepare('insert into series_search (rowid, text) values (?, ?)')
    this.#remove = ['observation', 'release', 'series'].map((table) =>
      raw.prepare(`delete from ${table} where series_id = ?`),
    )
  }

  /** A number for a new series; larger than all others, so that rows are appended. */
  number(): number {
    return this.#next++
  }

  insert(dataset: number, series: number, draft: SeriesDraft, counts: SeriesCounts): void {
    this.#insert.run({ ...cells(series, draft, counts), dataset, key: draft.key })
    this.#codes(series, draft)
  }

  update(series: number, draft: SeriesDraft, counts: SeriesCounts): void {
    this.#update.run(cells(series, draft, counts))
  }

  /** Replaces the codes of a series that is now described in another way. */
  recode(series: number, draft: SeriesDraft): void {
    this.#dropCodes.run(series)
    this.#codes(series, draft)
  }

  /** Removes a series that no import tells any more, with all that is told of it. */
  remove(series: number): void {
    this.#dropCodes.run(series)
    this.#dropWords.run(series)
    for (const statement of this.#remove) statement.run(series)
  }

  /** Makes the series found by its title, key, unit, codes with their names, and notes. */
  index(series: number, draft: SeriesDraft, notes: Iterable<string>, isNew: boolean): void {
    const codes = Object.entries(draft.dimensions)
    const words = [
      draft.title,
      draft.key,
      draft.unit ?? '',
      ...codes.flatMap(([dimension, code]) => [code, ...this.#names(dimension, code)]),
      ...notes,
    ]
    if (!isNew) this.#dropWords.run(series)
    this.#words.run(series, searchText(words.join('\n')))
  }

  #codes(series: number, draft: SeriesDraft): void {
    for (const [dimension, code] of Object.entries(draft.dimensions)) {
      if (code !== '') this.#code.run(dimension, code, series)
    }
  }
}

const cells = (series: number, draft: SeriesDraft, counts: SeriesCounts) => ({
  series,
  title: draft.title,
  unit: draft.unit,
  additive: draft.additive,
  frequency: counts.shape.frequency,
  cumulative: Number(counts.shape.cumulative(draft.cumulative)),
  observations: counts.shape.length,
  releases: counts.releases,
  first: counts.shape.firstDay,
  last: counts.shape.lastDay,
  known: counts.lastKnown,
})

/** The notes of all releases of a series, each once. */
export const notesOf = (raw: RawDatabase, series: number): string[] =>
  raw
    .prepare(
      `select note from observation where series_id = @series and note is not null
       union select note from release where series_id = @series and note is not null`,
    )
    .pluck()
    .all({ series }) as string[]
