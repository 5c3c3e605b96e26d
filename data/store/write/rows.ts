import { BOUNDS, type ObservationBatch } from '../../model/batch.ts'
import { Bulk } from '../bulk.ts'
import type { RawDatabase } from '../open.ts'
import type { Placed, RowWords, Told } from '../telling.ts'
import type { LaidRows } from './laid-rows.ts'

const ROW = [
  'series_id',
  'first_day',
  'last_day',
  'value',
  'decimals',
  'status',
  'bound',
  'note',
  'origin_id',
  'line',
] as const

type Rows = Pick<Placed, 'selected' | 'others'>

/** Writes observations and releases of series, on the connection of a transaction. */
export class RowWriter {
  readonly #laid: LaidRows | undefined
  readonly #observations: Bulk
  readonly #releases: Bulk
  readonly #replace
  readonly #dropObservation
  readonly #dropRelease

  /** `laid` takes new observations where there are many. */
  constructor(raw: RawDatabase, laid?: LaidRows) {
    this.#laid = laid
    this.#observations = new Bulk(raw, 'observation', ROW)
    this.#releases = new Bulk(raw, 'release', ROW)
    const marks = ROW.map(() => '?').join(', ')
    this.#replace = raw.prepare(
      `insert or replace into observation (${ROW.join(', ')}) values (${marks})`,
    )
    const period = 'series_id = ? and first_day = ? and last_day = ?'
    this.#dropObservation = raw.prepare(`delete from observation where ${period}`)
    this.#dropRelease = raw.prepare(
      `delete from release where ${period} and origin_id = ? and line = ?`,
    )
  }

  /** A period that was not there, told once. */
  add(series: number, first: number, last: number, telling: Told): void {
    if (this.#laid?.push(series, first, last, telling)) return
    this.#observations.push(cells(series, first, last, telling))
  }

  /** All periods of a new series, each told once, in order. */
  addAll(series: number, rows: ObservationBatch, words: RowWords): void {
    if (this.#laid?.pushAll(series, rows, words)) return
    const { first, last, value, decimals, bound, line, length } = rows
    for (let i = 0; i < length; i++) {
      this.add(series, first[i]!, last[i]!, {
        value: Number.isNaN(value[i]!) ? null : value[i]!,
        decimals: decimals[i]!,
        status: words.status(rows.status[i]!),
        bound: BOUNDS[bound[i]!]!,
        note: words.note(rows.note[i]!),
        origin: words.origin(rows.origin[i]!),
        line: line[i]!,
      })
    }
  }

  /** Makes a period's rows what they should be, touching only those that differ. */
  settle(series: number, first: number, last: number, before: Rows, after: Rows): void {
    for (const telling of before.others) {
      if (after.others.includes(telling)) continue
      this.#dropRelease.run(series, first, last, telling.origin.id, telling.line)
    }
    if (after.selected === undefined) {
      if (before.selected) this.#dropObservation.run(series, first, last)
    } else if (before.selected === undefined) {
      this.#observations.push(cells(series, first, last, after.selected))
    } else if (before.selected !== after.selected) {
      this.#replace.run(cells(series, first, last, after.selected))
    }
    for (const telling of after.others) {
      if (before.others.includes(telling)) continue
      this.#releases.push(cells(series, first, last, telling))
    }
  }

  /** Writes what waits, but what is laid: that has no notes to be found by. */
  flush(): void {
    this.#observations.flush()
    this.#releases.flush()
  }

  finish(): void {
    this.#laid?.flush()
    this.flush()
  }

  /** Lets go of what waits. */
  close(): void {
    this.#laid?.close()
  }
}

const cells = (series: number, first: number, last: number, telling: Told): unknown[] => [
  series,
  first,
  last,
  telling.value,
  telling.decimals,
  telling.status === 'A' ? null : telling.status,
  telling.bound,
  telling.note,
  telling.origin.id,
  telling.line,
]
