import type { Kysely } from 'kysely'
import type { DatasetSummary } from '../model/dataset.ts'
import { dayText } from '../model/day.ts'
import { withNames } from './code-names.ts'
import { type Facet, listFacets } from './facets.ts'
import type { Database } from './schema.ts'
import { inSnapshot } from './snapshot.ts'
import { unknownDataset } from './unknown.ts'

export interface Dataset extends DatasetSummary {
  dimensions: Facet[]
}

const text = (day: number | null): string | null => (day === null ? null : dayText(day))

/** As counted when they were written (see derive.ts). */
const summaries = (db: Kysely<Database>) =>
  db
    .selectFrom('dataset')
    .innerJoin('dataset_count as held', 'held.dataset_id', 'dataset.dataset_id')
    .select(['dataset.dataset_id', 'dataset.id', 'dataset.title', 'dataset.description'])
    .select(['dataset.source', 'dataset.licence', 'held.series', 'held.observations'])
    .select(['held.releases', 'held.first_day', 'held.last_day', 'held.updated_day'])
    .select((eb) =>
      eb
        .selectFrom('import')
        .select((of) => of.fn.max('imported_at').as('at'))
        .whereRef('import.dataset_id', '=', 'dataset.dataset_id')
        .where('import.status', '=', 'committed')
        .as('imported_at'),
    )

type Row = Awaited<ReturnType<ReturnType<typeof summaries>['execute']>>[number]

const summaryOf = ({ dataset_id, first_day, last_day, updated_day, imported_at, ...row }: Row) => ({
  ...row,
  first: text(first_day),
  last: text(last_day),
  updated: text(updated_day),
  imported: imported_at?.slice(0, 10) ?? null,
})

/** Every dataset with what it holds, by title. */
export async function listDatasets(db: Kysely<Database>): Promise<DatasetSummary[]> {
  const rows = await summaries(db).orderBy('dataset.title').orderBy('dataset.id').execute()
  return rows.map(summaryOf)
}

/** One dataset with its dimensions and their codes. Throws QueryError 404 `unknown-dataset` with the nearest id. */
export const findDatasetOrThrow = (db: Kysely<Database>, id: string): Promise<Dataset> =>
  inSnapshot(db, async (now) => {
    const row = await summaries(now).where('dataset.id', '=', id).executeTakeFirst()
    if (!row) throw await unknownDataset(now, id)
    return {
      ...summaryOf(row),
      dimensions: await withNames(now, await listFacets(now, row.dataset_id), row.dataset_id),
    }
  })

/** Throws QueryError 404 `unknown-dataset` with the nearest id. */
export async function datasetIdOrThrow(db: Kysely<Database>, id: string): Promise<number> {
  const row = await db
    .selectFrom('dataset')
    .select('dataset_id')
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw await unknownDataset(db, id)
  return row.dataset_id
}
