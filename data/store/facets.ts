import { type Kysely, sql } from 'kysely'
import type { Database } from './schema.ts'

/** A code of a dimension and how many series have it. */
export interface CodeCount {
  code: string
  series: number
}

export interface Facet {
  dimension: string
  codes: CodeCount[]
}

/** Columns of series that are filtered on as if they were dimensions. */
const COLUMNS = ['unit', 'frequency'] as const

/** The dimensions of a dataset, unit and frequency last, each with its codes in order of the alphabet. */
export async function listFacets(db: Kysely<Database>, datasetId: number): Promise<Facet[]> {
  const rows = await db
    .selectFrom('facet')
    .select(['dimension', 'code', 'series'])
    .where('dataset_id', '=', datasetId)
    .orderBy((eb) =>
      eb
        .case()
        .when('dimension', 'in', [...COLUMNS])
        .then(1)
        .else(0)
        .end(),
    )
    .orderBy(sql`dimension = 'frequency'`)
    .orderBy('dimension')
    .orderBy('code')
    .execute()
  const facets = Map.groupBy(rows, ({ dimension }) => dimension)
  return [...facets].map(([dimension, codes]) => ({
    dimension,
    codes: codes.map(({ code, series }) => ({ code, series })),
  }))
}

/** Every dimension of the store, without unit and frequency. */
export async function listDimensions(db: Kysely<Database>): Promise<string[]> {
  const rows = await db.selectFrom('facet').select('dimension').distinct().execute()
  return rows
    .map(({ dimension }) => dimension)
    .filter((dimension) => !COLUMNS.some((column) => column === dimension))
}

/** Every code of a dimension, or of unit or frequency, in order of the alphabet. */
export async function listCodes(db: Kysely<Database>, dimension: string): Promise<string[]> {
  const rows = await db
    .selectFrom('facet')
    .select('code')
    .where('dimension', '=', dimension)
    .distinct()
    .orderBy('code')
    .execute()
  return rows.map(({ code }) => code)
}
