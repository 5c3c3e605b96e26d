import type { SeriesDraft } from '../../model/batch.ts'
import { Bulk } from '../bulk.ts'
import type { Shape } from '../merge/shape.ts'
import type { RawDatabase } from '../open.ts'
import { LATEST } from '../packed/write.ts'
import { searchText } from '../search/text.ts'
import { CodeWriter } from './codes.ts'
import { WordWriter } from './words.ts'

/** Names by which a code is found, in whatever languages: `names('partner', 'CHN')` is China, Китай, 中国. */
export type Names = (dimension: string, code: string) => string[]

export interface SeriesCounts {
  shape: Shape
  releases: number
  lastKnown: number | null
}

/** Columns of series that follow from its draft and counts, in the order of `cells`. */
const SAID = [
  'title',
  'unit',
  'additive',
  'frequency',
  'cumulative',
  'observations',
  'releases',
  'first_day',
  'last_day',
  'last_known',
] as const
const SERIES = ['series_id', 'dataset_id', 'key', 'version', ...SAID, ...LATEST]
const REMEMBERED = 10_000
const TELLS = ['import_id', 'series_id', 'added', 'draft', 'told_again', 'withdraws']

/** Writes what is said of series: their rows, codes, who tells them, and words to be found by. */
export class SeriesWriter {
  readonly #names: Names
  readonly #namedCodes = new Map<string, string>()
  readonly #insert
  readonly #codes: CodeWriter
  readonly #tells: Bulk
  readonly #update
  readonly #retell
  readonly #find
  readonly #rename
  readonly #redraft
  readonly #dropCodes
  readonly #words
  readonly #remove
  #next: number

  constructor(raw: RawDatabase, names: Names) {
    this.#names = names
    // One by one: their keys lie all over an index, and SQLite copies each page before a statement of many rows changes it.
    this.#insert = raw.prepare(
      `insert into series (${SERIES.join(', ')}) values (${SERIES.map(() => '?').join(', ')})`,
    )
    this.#codes = new CodeWriter(raw)
    this.#tells = new Bulk(raw, 'import_series', TELLS)
    const update = (columns: readonly string[]) => {
      const set = columns.map((column) => `${column} = ?`).join(', ')
      return raw.prepare(`update series set ${set}, version = version + 1 where series_id = ?`)
    }
    this.#update = update(SAID)
    this.#retell = update([...SAID, ...LATEST])
    this.#find = raw.prepare<[number, number, string], { series_id: number; draft: string }>(
      `select series_id, draft from series join import_series using (series_id)
       where import_id = ? and dataset_id = ? and key = ?`,
    )
    this.#rename = raw.prepare('update series set title = ? where series_id = ?')
    this.#redraft = raw.prepare(
      'update import_series set draft = ? where import_id = ? and series_id = ?',
    )
    this.#dropCodes = raw.prepare('delete from series_code where series_id = ?')
    this.#words = new WordWriter(raw)
    this.#remove = ['observation', 'release', 'packed', 'series'].map((table) =>
      raw.prepare(`delete from ${table} where series_id = ?`),
    )
    const last = raw.prepare('select coalesce(max(series_id), 0) from series').pluck().get()
    this.#next = Number(last) + 1
  }

  /** A number for a new series; larger than all others, so that rows are appended. */
  number(): number {
    return this.#next++
  }

  /** A series that was not there, with its latest figure as `LATEST` tells it. */
  insert(
    dataset: number,
    series: number,
    draft: SeriesDraft,
    counts: SeriesCounts,
    latest: readonly unknown[],
  ): void {
    this.#insert.run([series, dataset, draft.key, 1, ...cells(draft, counts), ...latest])
    this.#codes.push(series, draft)
  }

  update(series: number, draft: SeriesDraft, counts: SeriesCounts): void {
    this.#update.run([...cells(draft, counts), series])
  }

  /** The same where figures came, too. */
  retell(
    series: number,
    draft: SeriesDraft,
    counts: SeriesCounts,
    latest: readonly unknown[],
  ): void {
    this.#retell.run([...cells(draft, counts), ...latest, series])
  }

  /** Words follow the title of a series that this import makes; gives its number and what is said of it. */
  rename(dataset: number, importId: number, key: string, words: string) {
    const { series_id: series, draft: text } = this.#find.get(importId, dataset, key)!
    const before = JSON.parse(text) as SeriesDraft
    const draft = { ...before, title: `${before.title}, ${words}` }
    this.#rename.run(draft.title, series)
    this.#redraft.run(JSON.stringify(draft), importId, series)
    return { series, draft }
  }

  /** Replaces the codes of a series that is now described in another way. */
  recode(series: number, draft: SeriesDraft): void {
    this.#dropCodes.run(series)
    this.#codes.push(series, draft)
  }

  /** Enters that an import tells in a series: how many releases first, which again, and what it takes out. */
  tell(
    importId: number,
    series: number,
    told: number,
    draft: string,
    again: Buffer | null,
    withdraws: number | null,
  ): void {
    this.#tells.push([importId, series, told, draft, again, withdraws])
  }

  /** Writes what waits, but the words to be found by. */
  flush(): void {
    this.#tells.flush()
    this.#codes.flush()
  }

  /** Writes all that waits. */
  finish(): void {
    this.flush()
    this.#words.flush()
  }

  /** Removes a series that no import tells any more, with all that is told of it. */
  remove(series: number): void {
    this.#dropCodes.run(series)
    this.#words.drop(series)
    for (const statement of this.#remove) statement.run(series)
  }

  /** Makes the series found by its title, key, unit, codes with their names, and notes. */
  index(series: number, draft: SeriesDraft, notes: Iterable<string>, isNew: boolean): void {
    const { title, key, unit, dimensions } = draft
    const codes = Object.entries(dimensions).map(([dimension, code]) =>
      this.#named(dimension, code),
    )
    const own = searchText([title, key, unit ?? '', ...notes].join('\n'))
    this.#words.push(series, { text: [own, ...codes].join('\n'), isNew })
  }

  /** A code with its names as they are searched for: few in a file, and many series have each. */
  #named(dimension: string, code: string): string {
    const key = `${dimension}\n${code}`
    let text = this.#namedCodes.get(key)
    if (text === undefined) {
      text = searchText([code, ...this.#names(dimension, code)].join('\n'))
      if (this.#namedCodes.size >= REMEMBERED) this.#namedCodes.clear()
      this.#namedCodes.set(key, text)
    }
    return text
  }
}

const cells = (draft: SeriesDraft, { shape, releases, lastKnown }: SeriesCounts): unknown[] => [
  draft.title,
  draft.unit,
  draft.additive,
  shape.frequency,
  Number(shape.cumulative(draft.cumulative)),
  shape.length,
  releases,
  shape.firstDay,
  shape.lastDay,
  lastKnown,
]

/** The notes of all releases of a series, each once. */
export const notesOf = (raw: RawDatabase, series: number): string[] =>
  raw
    .prepare(
      `select note from observation where series_id = @series and note is not null
       union select note from release where series_id = @series and note is not null`,
    )
    .pluck()
    .all({ series }) as string[]
