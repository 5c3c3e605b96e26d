import { type Kysely, type SqlBool, sql } from 'kysely'
import { type Day, dayText } from '../../model/day.ts'
import type { Latest, Series } from '../../model/observation.ts'
import { periodText } from '../../model/period.ts'
import { compiled, slot } from '../compiled.ts'
import type { Database, DatasetTable } from '../schema.ts'
import { unknownSeries } from '../unknown.ts'

/** A series with what the store needs to read it. */
export interface SeriesRecord {
  seriesId: number
  series: Series
  /** From this day on `asOf` sees what is selected; null of a series without observations. */
  lastKnown: Day | null
  undated: 'earliest' | 'import'
  undatedLag: number
  version: number
}

/**
 * All series; to be narrowed by `inDataset` and columns of `series`, and made records by `recordOf`.
 * What is not in the table of series comes by look-ups in the select list, since SQLite prepares a
 * join with bound values anew each time it runs, which costs more than all the rest.
 */
export const selectRecords = (db: Kysely<Database>) =>
  db
    .selectFrom('series')
    .select(['series.series_id', 'series.key', 'series.title', 'series.unit', 'series.frequency'])
    .select(['series.additive', 'series.cumulative', 'series.observations', 'series.releases'])
    .select(['series.first_day', 'series.last_day', 'series.last_known', 'series.version'])
    .select(['latest_first', 'latest_last', 'latest', 'latest_decimals'])
    .select(['latest_status', 'latest_bound'])
    .select([ofDataset('id').as('dataset'), ofDataset('undated').as('undated')])
    .select(ofDataset('undated_lag').as('undated_lag'))
    .select(codesOfSeries)

/** The codes of a series by dimension, as JSON. */
export const codesOfSeries = sql<string>`(select json_group_object(dimension, code) from series_code
  where series_code.series_id = series.series_id)`.as('codes')

const ofDataset = <Column extends 'id' | 'undated' | 'undated_lag'>(column: Column) =>
  sql<DatasetTable[Column]>`(select ${sql.ref(column)} from dataset
    where dataset.dataset_id = series.dataset_id)`

/** Whether a series is of the dataset of that id. */
export const inDataset = (id: string) =>
  sql<SqlBool>`series.dataset_id = (select dataset_id from dataset where id = ${id})`

export type RecordRow = Awaited<ReturnType<ReturnType<typeof selectRecords>['execute']>>[number]

export const recordOf = (row: RecordRow): SeriesRecord => ({
  seriesId: row.series_id,
  series: {
    id: `${row.dataset}/${row.key}`,
    dataset: row.dataset,
    key: row.key,
    title: row.title,
    unit: row.unit,
    frequency: row.frequency,
    additive: row.additive,
    cumulative: row.cumulative === 1,
    dimensions: JSON.parse(row.codes) as Record<string, string>,
    observations: row.observations,
    releases: row.releases,
    first: row.first_day === null ? null : dayText(row.first_day),
    last: row.last_day === null ? null : dayText(row.last_day),
    latest: latestOf(row),
  },
  lastKnown: row.last_known,
  undated: row.undated,
  undatedLag: row.undated_lag,
  version: row.version,
})

const latestOf = (row: RecordRow): Latest | null =>
  row.latest === null
    ? null
    : {
        period: periodText(
          { first: row.latest_first!, last: row.latest_last! },
          row.cumulative === 1,
        ),
        value: row.latest,
        decimals: row.latest_decimals!,
        status: row.latest_status ?? 'A',
        bound: row.latest_bound,
      }

const byKey = compiled<RecordRow, [dataset: string, key: string]>((db) =>
  selectRecords(db).where(inDataset(slot())).where('series.key', '=', slot<string>()),
)

/** The dataset and the key of `dataset/key`. */
export function splitId(id: string): [dataset: string, key: string] {
  const slash = id.indexOf('/')
  return slash < 0 ? [id, ''] : [id.slice(0, slash), id.slice(slash + 1)]
}

/** The record of `dataset/key`. Throws QueryError 404 `unknown-series` with the nearest id, or `unknown-dataset`. */
export async function findRecordOrThrow(db: Kysely<Database>, id: string): Promise<SeriesRecord> {
  const [row] = await byKey(db, ...splitId(id))
  if (!row) throw await unknownSeries(db, ...splitId(id))
  return recordOf(row)
}

/** Records of a dataset in order of their keys, `limit` of them after the key `after`. */
export async function listRecords(
  db: Kysely<Database>,
  dataset: string,
  after: string,
  limit: number,
): Promise<SeriesRecord[]> {
  const rows = await selectRecords(db)
    .where(inDataset(dataset))
    .where('series.key', '>', after)
    .orderBy('series.key')
    .limit(limit)
    .execute()
  return rows.map(recordOf)
}
