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
  const dimensions = await db
    .selectFrom('series_code')
    .innerJoin('series', 'series.series_id', 'series_code.series_id')
    .select(['dimension', 'code', (eb) => eb.fn.countAll<number>().as('series')])
    .where('dataset_id', '=', datasetId)
    .groupBy(['dimension', 'code'])
    .orderBy('dimension')
    .orderBy('code')
    .execute()
  const columns = await Promise.all(
    COLUMNS.map((column) =>
      db
        .selectFrom('series')
        .select((eb) => [
          eb.val(column).as('dimension'),
          eb.ref(column).$castTo<string>().as('code'),
          eb.fn.countAll<number>().as('series'),
        ])
        .where('dataset_id', '=', datasetId)
        .where(column, 'is not', null)
        .groupBy(column)
        .orderBy(column)
        .execute(),
    ),
  )
  const facets = new Map<string, CodeCount[]>()
  for (const { dimension, code, series } of [...dimensions, ...columns.flat()]) {
    const codes = facets.get(dimension) ?? []
    codes.push({ code, series })
    facets.set(dimension, codes)
  }
  return [...facets].map(([dimension, codes]) => ({ dimension, codes }))
}

/** Every dimension of the store: jumps from one to the next in the key of series_code. */
export async function listDimensions(db: Kysely<Database>): Promise<string[]> {
  const { rows } = await sql<{ dimension: string }>`
    with recursive found (dimension) as (
      select min(dimension) from series_code
      union all
      select (select min(dimension) from series_code where dimension > found.dimension)
      from found where found.dimension is not null)
    select dimension from found where dimension is not null`.execute(db)
  return rows.map((row) => row.dimension)
}

/** Every code of a dimension, in the same way. */
export async function listCodes(db: Kysely<Database>, dimension: string): Promise<string[]> {
  const { rows } = await sql<{ code: string }>`
    with recursive found (code) as (
      select min(code) from series_code where dimension = ${dimension}
      union all
      select (select min(code) from series_code where dimension = ${dimension} and code > found.code)
      from found where found.code is not null)
    select code from found where code is not null`.execute(db)
  return rows.map((row) => row.code)
}

/** Every unit, or every frequency, of the store. */
export async function listValues(
  db: Kysely<Database>,
  column: (typeof COLUMNS)[number],
): Promise<string[]> {
  const rows = await db
    .selectFrom('series')
    .select((eb) => eb.ref(column).$castTo<string>().as('code'))
    .where(column, 'is not', null)
    .distinct()
    .execute()
  return rows.map((row) => row.code)
}
