import { type Kysely, type SqlBool, sql } from 'kysely'
import type { SeriesColumns } from '../../model/columns.ts'
import type { Series } from '../../model/observation.ts'
import { QueryError } from '../../model/query-error.ts'
import { compiled, compiledNow, slot } from '../compiled.ts'
import { datasetIdOrThrow } from '../datasets.ts'
import type { Store } from '../open.ts'
import type { Database } from '../schema.ts'
import { isAskedFor, type SeriesFilter } from '../search/asked.ts'
import { checkNames } from '../search/names.ts'
import { codesOfSeries, inDataset, splitId } from '../series/record.ts'
import { keptLists } from './kept.ts'
import { type Packed, type PackedCells, packedOf, statusAt } from './packed.ts'
import { spell } from './periods.ts'

const cellsOf = compiled<PackedCells, [seriesId: number]>((db) =>
  db
    .selectFrom('packed')
    .select(['days', 'vals', 'decimals', 'words'])
    .where('series_id', '=', slot<number>()),
)

/** The packed form of a series. */
export async function findPacked(
  db: Kysely<Database>,
  seriesId: number,
): Promise<Packed | undefined> {
  const [cells] = await cellsOf(db, seriesId)
  return cells && packedOf(cells)
}

/** A series with all that is selected of it. */
export interface PackedSeries {
  about: About
  packed: Packed
  /** First and last day that any period covers. */
  firstDay: number | null
  lastDay: number | null
}

/** What an answer says of a series besides its observations. */
export type About = Pick<
  Series,
  'id' | 'title' | 'unit' | 'frequency' | 'additive' | 'cumulative' | 'dimensions'
>

const ofPacked = <Column extends keyof PackedCells>(column: Column) =>
  sql<PackedCells[Column] | null>`(select ${sql.ref(column)} from packed
    where packed.series_id = series.series_id)`.as(column)

/** Series with their packed form: null in those that have none yet. */
const selectPacked = (db: Kysely<Database>) =>
  db
    .selectFrom('series')
    .select(['title', 'unit', 'frequency', 'additive', 'cumulative', 'first_day', 'last_day'])
    .select(codesOfSeries)
    .select([ofPacked('days'), ofPacked('vals'), ofPacked('decimals'), ofPacked('words')])

type Row = Awaited<ReturnType<ReturnType<typeof selectPacked>['execute']>>[number]

/** Undefined where the series is not packed. */
function packedSeriesOf(id: string, row: Row): PackedSeries | undefined {
  if (row.days === null) return undefined
  const about = {
    id,
    title: row.title,
    unit: row.unit,
    frequency: row.frequency,
    additive: row.additive,
    cumulative: row.cumulative === 1,
    dimensions: JSON.parse(row.codes) as Record<string, string>,
  }
  const { first_day: firstDay, last_day: lastDay } = row
  return { about, packed: packedOf(row as PackedCells), firstDay, lastDay }
}

const byKey = compiledNow<Row, [dataset: string, key: string]>((db) =>
  selectPacked(db).where(inDataset(slot())).where('series.key', '=', slot<string>()),
)

/** The series of `dataset/key`, at once; undefined too where it is not packed. */
export function findPackedSeries(store: Store, id: string): PackedSeries | undefined {
  const row = byKey(store, ...splitId(id))
  return row && packedSeriesOf(id, row)
}

/**
 * The series of a dataset that have all codes that are asked for, in order of their keys; at most `limit`. Throws
 * QueryError: `unknown-dataset`, `unknown-parameter`, `unknown-code`, `unknown-series` where none has all.
 */
export const listPackedSeries = keptLists(listNow, ({ packed }) => 1024 + 9 * packed.values.length)

async function listNow(
  db: Kysely<Database>,
  dataset: string,
  asked: SeriesFilter,
  limit: number,
): Promise<PackedSeries[]> {
  const datasetId = await datasetIdOrThrow(db, dataset)
  const rows = await db
    .selectFrom('series')
    .innerJoin('packed', 'packed.series_id', 'series.series_id')
    .select(['title', 'unit', 'frequency', 'additive', 'cumulative', 'first_day', 'last_day'])
    .select(['key', 'days', 'vals', 'decimals', 'words', codesOfSeries])
    .where(isAskedFor(asked, undefined))
    // With a sign, and put in order below: SQLite would else go through the keys of the whole dataset.
    .where(sql<SqlBool>`+series.dataset_id = ${datasetId}`)
    .limit(limit)
    .execute()
  rows.sort((a, b) => (a.key < b.key ? -1 : 1))
  if (rows.length > 0) return rows.map((row) => packedSeriesOf(`${dataset}/${row.key}`, row)!)
  await checkNames(db, { ...asked, dataset })
  const message = `No series of ${dataset} has all of these codes.`
  throw new QueryError('unknown-series', message, { param: 'series', status: 404 })
}

/** What an answer says of a series, and nothing else of it. */
export const aboutOf = (series: About): About => ({
  id: series.id,
  title: series.title,
  unit: series.unit,
  frequency: series.frequency,
  additive: series.additive,
  cumulative: series.cumulative,
  dimensions: series.dimensions,
})

/** All of a series in columns. */
export function packedColumns(series: About, packed: Packed): SeriesColumns {
  const { days, values, decimals, words } = packed
  const periods = [...spell(days, series.cumulative).texts]
  const { bounds, notes, others } = words
  const status = statusAt(words)
  return {
    ...aboutOf(series),
    updated: words.updated,
    periods,
    values: Array.from(values, (value) => (Number.isNaN(value) ? null : value)),
    decimals: Array.from(decimals),
    status: periods.map((_, i) => status.get(i) ?? 'A'),
    sources: words.sources,
    sourceOf: words.sourceOf ?? periods.map(() => 0),
    straddling: 0,
    ...(bounds && { bounds }),
    ...(notes && { notes }),
    ...(others && { others }),
  }
}
