import type { Kysely } from 'kysely'
import type { Database } from './schema.ts'

/** A code of a dimension and how many series have it. */
export interface CodeCount {
  code: string
  series: number
  /** What files call it, where they do. */
  name?: string | undefined
}

export interface Facet {
  dimension: string
  codes: CodeCount[]
}

/** How many series have a code. */
export type Counted = CodeCount & { dimension: string }

/** Columns of series that are filtered on as if they were dimensions. */
export const COLUMNS = ['unit', 'frequency'] as const

const placeOf = (dimension: string): number => (COLUMNS as readonly string[]).indexOf(dimension)

/** Whether a facet is of a column of series, and no dimension. */
export const isColumn = (dimension: string): boolean => placeOf(dimension) >= 0

/** Dimensions in order of the alphabet, unit and frequency last, each with its codes in that order. */
export function facetsOf(counted: readonly Counted[]): Facet[] {
  const facets = Map.groupBy(counted, ({ dimension }) => dimension)
  const byCode = (a: CodeCount, b: CodeCount) => (a.code < b.code ? -1 : 1)
  return [...facets]
    .map(([dimension, codes]) => ({
      dimension,
      codes: codes.map(({ code, series }) => ({ code, series })).sort(byCode),
    }))
    .sort(
      (a, b) => placeOf(a.dimension) - placeOf(b.dimension) || (a.dimension < b.dimension ? -1 : 1),
    )
}

/** The dimensions of a dataset, or of all, as counted when they were written. */
export async function listFacets(db: Kysely<Database>, datasetId?: number): Promise<Facet[]> {
  const counted = await db
    .selectFrom('facet')
    .$if(datasetId !== undefined, (query) => query.where('dataset_id', '=', datasetId!))
    .select(['dimension', 'code', (eb) => eb.fn.sum<number>('series').as('series')])
    .groupBy(['dimension', 'code'])
    .execute()
  return facetsOf(counted)
}

/** Every dimension of the store, without unit and frequency. */
export async function listDimensions(db: Kysely<Database>): Promise<string[]> {
  const rows = await db.selectFrom('facet').select('dimension').distinct().execute()
  return rows.map(({ dimension }) => dimension).filter((dimension) => !isColumn(dimension))
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
