import { isDeepStrictEqual } from 'node:util'
import { COLUMNS } from './facets.ts'
import type { RawDatabase } from './open.ts'
import { Packer } from './packed/write.ts'
import { reader } from './stored.ts'

/**
 * Counts anew what a dataset holds and how many series have each code, on the connection of the
 * transaction that changed it: counting when somebody asks took a quarter of a second over 100,000
 * series.
 */
export function countDataset(raw: RawDatabase, datasetId: number): void {
  // Where most series are of the dataset, tables are walked through as they lie, not by its keys.
  const [ours, all] = raw.prepare<[number], [number, number]>(SERIES).raw().get(datasetId)!
  const isMost = 3 * ours > all
  const kinds = raw.prepare<[number], Kind>(countKinds(isMost)).all(datasetId)
  raw.prepare(INTO_COUNT).run({ dataset: datasetId, ...totalOf(kinds) })
  raw.prepare('delete from facet where dataset_id = ?').run(datasetId)
  raw.prepare(countCodes(isMost)).run({ dataset: datasetId })
  // A dimension of the same name is the file's own, and stays what it is.
  const put = raw.prepare('insert or ignore into facet values (?, ?, ?, ?)')
  for (const column of COLUMNS) {
    for (const [code, same] of Map.groupBy(kinds, (kind) => kind[column])) {
      if (code !== null) put.run(datasetId, column, code, sum(same, 'series'))
    }
  }
}

const SERIES = `select count(*), (select count(*) from series) from series where dataset_id = ?`

/** What the series of a unit and frequency hold. */
interface Kind {
  unit: string | null
  frequency: string
  series: number
  observations: number
  releases: number
  first: number | null
  last: number | null
}

const countKinds = (isMost: boolean) => `select unit, frequency, count(*) series,
    sum(observations) observations, sum(releases) releases, min(first_day) first, max(last_day) last
  from series where ${isMost ? '+' : ''}dataset_id = ? group by unit, frequency`

const countCodes = (isMost: boolean) => `insert into facet
  select @dataset, dimension, code, count(*)
  from ${isMost ? 'series_code cross join series' : 'series join series_code'} using (series_id)
  where dataset_id = @dataset group by dimension, code`

const INTO_COUNT = `insert or replace into dataset_count
  values (@dataset, @series, @observations, @releases, @first, @last,
    (select max(coalesce(published, known)) from import join origin using (import_id)
     where import.dataset_id = @dataset and import.status = 'committed'))`

const sum = (kinds: Kind[], column: 'series' | 'observations' | 'releases'): number =>
  kinds.reduce((total, kind) => total + kind[column], 0)

function totalOf(kinds: Kind[]) {
  const days = (column: 'first' | 'last') =>
    kinds.map((kind) => kind[column]).filter((day) => day !== null)
  return {
    series: sum(kinds, 'series'),
    observations: sum(kinds, 'observations'),
    releases: sum(kinds, 'releases'),
    first: days('first').reduce<number | null>((a, b) => (a === null || b < a ? b : a), null),
    last: days('last').reduce<number | null>((a, b) => (a === null || b > a ? b : a), null),
  }
}

/** How many series there are, and how many of them were not packed as their rows are. */
export interface Rebuilt {
  series: number
  mended: number
}

/** Makes all that is derived anew from the rows, on the connection of a transaction. */
export function rebuild(raw: RawDatabase): Rebuilt {
  raw.exec(`delete from packed where series_id not in (select series_id from series);
    delete from facet; delete from dataset_count`)
  const numbers = (table: string) =>
    raw.prepare<[], number>(`select ${table}_id from ${table}`).pluck().all()
  const packer = new Packer(raw, reader(raw))
  const packed = raw.prepare<[number]>('select * from packed where series_id = ?')
  const series = numbers('series')
  let mended = 0
  for (const id of series) {
    const before = packed.get(id)
    packer.fromRows(id)
    if (!isDeepStrictEqual(before, packed.get(id))) mended++
  }
  for (const dataset of numbers('dataset')) countDataset(raw, dataset)
  return { series: series.length, mended }
}
