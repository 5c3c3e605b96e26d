import type { Day } from '../model/day.ts'
import type { Bound } from '../model/observation.ts'
import type { RawDatabase } from './open.ts'
import { type Packed, type PackedCells, packedOf } from './packed/packed.ts'
import { knownDay, type Origin, type Telling, type UndatedRule } from './telling.ts'

/** A series as the merge needs it; counts are those before the import. */
export interface StoredSeries {
  series_id: number
  key: string
  title: string
  unit: string | null
  observations: number
  releases: number
  last_known: number | null
  /** SeriesDraft as JSON: what the latest import said of it. */
  draft: string
}

/** What a dataset holds: series with figures, figures, and the number of the last series. */
export interface Held {
  series: number
  figures: number
  last: number
}

/** A row of observation or release: first, last, value, decimals, status, bound, note, origin, line. */
export type StoredRow = [
  number,
  number,
  number | null,
  number,
  string | null,
  Bound | null,
  string | null,
  number,
  number,
]

const REMEMBERED = 100_000
const ROW = 'first_day, last_day, value, decimals, status, bound, note, origin_id, line'

/** Reads what the store holds of a dataset, a series at a time, on the connection of a transaction. */
export function reader(raw: RawDatabase) {
  const series = raw.prepare<[number, string], StoredSeries>(
    `select s.series_id, s.key, s.title, s.unit, s.observations, s.releases, s.last_known,
       (select draft from import_series i where i.series_id = s.series_id
          and draft <> 'null' order by (select told from origin o where o.import_id = i.import_id limit 1) desc limit 1) draft
     from series s where dataset_id = ? and key = ?`,
  )
  const rows = (table: string) =>
    raw
      .prepare<[number], StoredRow>(
        `select ${ROW} from ${table} where series_id = ? order by first_day, last_day`,
      )
      .raw()
  const all = raw.prepare<[number], StoredSeries>(
    `select series_id, key, title, unit, observations, releases, last_known, 'null' draft
     from series where dataset_id = ? order by series_id`,
  )
  const total = raw.prepare<[number], Held>(
    `select count(nullif(observations, 0)) series, coalesce(sum(observations), 0) figures,
       coalesce(max(series_id), 0) last from series where dataset_id = ?`,
  )
  const observations = rows('observation')
  const observation = raw
    .prepare<[number, number, number], StoredRow>(
      `select ${ROW} from observation where series_id = ? and first_day = ? and last_day = ?`,
    )
    .raw()
  const packed = raw.prepare<[number], PackedCells>(
    'select days, vals, decimals, words from packed where series_id = ?',
  )
  const releases = rows('release')
  const origin = raw.prepare<[number], Origin>(
    `select origin_id id, told, source, source_url sourceUrl, published, known
     from origin where origin_id = ?`,
  )
  const origins = new Map<number, Origin>()
  return {
    /** Every series of a dataset, without what was said of it. */
    allSeries: (dataset: number) => all.iterate(dataset),
    held: (dataset: number) => total.get(dataset)!,
    findSeries: (dataset: number, key: string) => series.get(dataset, key),
    observations: (seriesId: number) => observations.all(seriesId),
    observation: (seriesId: number, first: Day, last: Day) =>
      observation.get(seriesId, first, last)!,
    /** Its selected observations in columns. */
    packed(seriesId: number): Packed {
      const cells = packed.get(seriesId)
      if (!cells) throw new Error(`Series ${seriesId} is not packed: npm run ingest -- --rebuild`)
      return packedOf(cells)
    },
    releases: (seriesId: number) => releases.all(seriesId),
    origin(id: number): Origin {
      let found = origins.get(id)
      if (!found) {
        if (origins.size >= REMEMBERED) origins.clear()
        found = origin.get(id)!
        origins.set(id, found)
      }
      return found
    },
  }
}

export type StoreReader = ReturnType<typeof reader>

/** A period as a text, to find what is told of the same by. */
export const periodKey = (first: Day, last: Day): string => `${first}/${last}`

/** The same of a row. */
export const rowPeriod = ([first, last]: StoredRow): string => periodKey(first, last)

export function tellingOf(row: StoredRow, origin: Origin, rule: UndatedRule): Telling {
  const [, last, value, decimals, status, bound, note, , line] = row
  return {
    value,
    decimals,
    status: status ?? 'A',
    bound,
    note,
    line,
    origin,
    published: origin.published,
    known: knownDay(origin, last, rule),
    import: origin.told,
  }
}
