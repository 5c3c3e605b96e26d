import { type Kysely, type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Database } from '../schema.ts'

/** What series are asked for. */
export interface SeriesFilter {
  /** Words of titles, keys, codes and notes, or their beginnings. */
  q?: string
  dataset?: string
  unit?: string
  frequency?: string
  /** Code by dimension: `{partner: 'RUS'}`. */
  codes?: Record<string, string>
}

/** The series that are asked for, in no order. */
export const filtered = (
  db: Kysely<Database>,
  search: SeriesFilter,
  datasetId: number | undefined,
  match: string | undefined,
) =>
  db
    .selectFrom('series')
    .$if(match !== undefined, (query) =>
      query
        .innerJoin('series_search', 'series_search.rowid', 'series.series_id')
        .where(matches(match!)),
    )
    .where(isAskedFor(search, datasetId))

/** The same, begun from the words. */
export const matchingWords = (
  db: Kysely<Database>,
  search: SeriesFilter,
  datasetId: number | undefined,
  match: string,
) =>
  db
    .selectFrom('series_search')
    .leftJoin('series', 'series.series_id', 'series_search.rowid')
    .where(matches(match))
    .where(isAskedFor(search, datasetId))

export const matches = (match: string) => sql<SqlBool>`series_search match ${match}`

/** The condition that every series meets. */
export const ANY = sql<SqlBool>`true`

/** Whether a series is of the dataset and has the unit, the frequency and the codes. */
export function isAskedFor(
  { unit, frequency, codes = {} }: SeriesFilter,
  datasetId: number | undefined,
): RawBuilder<SqlBool> {
  const conditions = Object.entries(codes).map(([dimension, code]) => has(dimension, code))
  if (datasetId !== undefined) conditions.push(sql`series.dataset_id = ${datasetId}`)
  if (unit !== undefined) conditions.push(sql`series.unit = ${unit}`)
  if (frequency !== undefined) {
    conditions.push(sql`series.frequency = ${frequency.toUpperCase()}`)
  }
  return conditions.length === 0 ? ANY : sql`${sql.join(conditions, sql` and `)}`
}

const has = (dimension: string, code: string) => sql<SqlBool>`series.series_id in (
  select series_id from series_code where dimension = ${dimension} and code = ${code})`
