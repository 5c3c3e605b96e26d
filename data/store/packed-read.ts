import { type Kysely, sql } from 'kysely'
import type { SeriesColumns } from '../model/columns.ts'
import type { Series } from '../model/observation.ts'
import { compiled, compiledNow, slot } from './compiled.ts'
import type { Store } from './open.ts'
import { type Packed, type PackedCells, packedOf, statusOf } from './packed.ts'
import { spell } from './packed-periods.ts'
import { codesOfSeries, inDataset, type SeriesRecord, splitId } from './record.ts'
import type { Database } from './schema.ts'

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

/** All of a series in columns. */
export function packedColumns({ series }: SeriesRecord, packed: Packed): SeriesColumns {
  const { days, values, decimals, words } = packed
  const periods = [...spell(days, series.cumulative).texts]
  const { bounds, notes, others } = words
  return {
    id: series.id,
    title: series.title,
    unit: series.unit,
    frequency: series.frequency,
    additive: series.additive,
    cumulative: series.cumulative,
    dimensions: series.dimensions,
    updated: words.updated,
    periods,
    values: Array.from(values, (value) => (Number.isNaN(value) ? null : value)),
    decimals: Array.from(decimals),
    status: statusOf(packed),
    sources: words.sources,
    sourceOf: words.sourceOf ?? periods.map(() => 0),
    straddling: 0,
    ...(bounds && { bounds }),
    ...(notes && { notes }),
    ...(others && { others }),
  }
}
