import { type Kysely, sql } from 'kysely'
import type { SeriesColumns } from '../model/columns.ts'
import { compiled, slot } from './compiled.ts'
import { type Packed, type PackedCells, packedOf, statusOf } from './packed.ts'
import { spell } from './packed-periods.ts'
import {
  inDataset,
  type RecordRow,
  recordOf,
  type SeriesRecord,
  selectRecords,
  splitId,
} from './record.ts'
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

/** A series with all that is selected of it, from one statement and so of one moment. */
export interface PackedSeries {
  record: SeriesRecord
  packed: Packed
  /** First and last day that any period covers. */
  firstDay: number | null
  lastDay: number | null
  /** The version of the data then. */
  version: number
}

const ofPacked = <Column extends keyof PackedCells>(column: Column) =>
  sql<PackedCells[Column]>`(select ${sql.ref(column)} from packed
    where packed.series_id = series.series_id)`.as(column)

type Row = RecordRow & { [Column in keyof PackedCells]: PackedCells[Column] | null }

const byKey = compiled<Row & { data: number }, [dataset: string, key: string]>((db) =>
  selectRecords(db)
    .select([ofPacked('days'), ofPacked('vals'), ofPacked('decimals'), ofPacked('words')])
    .select(sql<number>`(select value from counter where name = 'data')`.as('data'))
    .where(inDataset(slot()))
    .where('series.key', '=', slot<string>()),
)

/** The series of `dataset/key`. */
export async function findPackedSeries(
  db: Kysely<Database>,
  id: string,
): Promise<PackedSeries | undefined> {
  const [row] = await byKey(db, ...splitId(id))
  if (row?.days == null) return undefined
  const { first_day: firstDay, last_day: lastDay, data: version } = row
  const packed = packedOf(row as PackedCells)
  return { record: recordOf(row), packed, firstDay, lastDay, version }
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
