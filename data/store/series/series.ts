import type { Kysely } from 'kysely'
import type { Series } from '../../model/observation.ts'
import { compiled, listed, slot } from '../compiled.ts'
import type { Database } from '../schema.ts'
import { findRecordOrThrow, type RecordRow, recordOf, selectRecords } from './record.ts'

/** The series of `dataset/key`. Throws QueryError 404 `unknown-series` with the nearest id, or `unknown-dataset`. */
export async function findSeriesOrThrow(db: Kysely<Database>, id: string): Promise<Series> {
  return (await findRecordOrThrow(db, id)).series
}

const byNumber = compiled<RecordRow, [ids: string]>((db) =>
  selectRecords(db).where('series.series_id', 'in', listed(slot())),
)

/** Series by their numbers, in that order. */
export async function listSeries(db: Kysely<Database>, seriesIds: number[]): Promise<Series[]> {
  const rows = await byNumber(db, JSON.stringify(seriesIds))
  const found = new Map(rows.map((row) => [row.series_id, recordOf(row).series]))
  return seriesIds.flatMap((id) => found.get(id) ?? [])
}
