import { type Kysely, sql } from 'kysely'
import { withNames } from './code-names.ts'
import { datasetIdOrThrow } from './datasets.ts'
import { COLUMNS, type Counted, type Facet, facetsOf, isColumn, listFacets } from './facets.ts'
import type { Database } from './schema.ts'
import { filtered, type SeriesFilter } from './search/asked.ts'
import { searchMatch } from './search/match.ts'
import { checkNames } from './search/names.ts'
import { inSnapshot } from './snapshot.ts'

export interface Dimensions {
  /** Series that match all of what is asked. */
  total: number
  /** Of the alphabet, unit and frequency last; codes of the alphabet too. */
  dimensions: Facet[]
}

/**
 * Every dimension of the series that are asked for, with how many of them have each code. The codes of a
 * dimension that is filtered on are counted without that filter: they are what could be chosen instead.
 * Throws QueryError `unknown-dataset`, `unknown-parameter`, `unknown-code`.
 */
export const countDimensions = (db: Kysely<Database>, search: SeriesFilter): Promise<Dimensions> =>
  inSnapshot(db, async (now) => {
    const { dataset, q = '', codes = {} } = search
    const match = searchMatch(q)
    const datasetId = dataset === undefined ? undefined : await datasetIdOrThrow(now, dataset)
    const named = (facets: Facet[]) => withNames(now, facets, datasetId)
    const matching = (filters: SeriesFilter) => filtered(now, filters, datasetId, match)
    const { total } = await matching(search)
      .select((eb) => eb.fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow()
    if (total === 0) await checkNames(now, search)
    const chosen = [
      ...Object.keys(codes),
      ...COLUMNS.filter((column) => search[column] !== undefined),
    ]
    if (chosen.length === 0 && match === undefined) {
      return { total, dimensions: await named(await listFacets(now, datasetId)) }
    }
    const counted = (await count(now, matching(search))).filter(
      ({ dimension }) => !chosen.includes(dimension),
    )
    for (const dimension of chosen) {
      counted.push(...(await count(now, matching(without(search, dimension)), dimension)))
    }
    return { total, dimensions: await named(facetsOf(counted)) }
  })

/** The same question without what it says of one dimension. */
function without({ codes = {}, ...search }: SeriesFilter, dimension: string): SeriesFilter {
  const { [dimension]: _, ...others } = codes
  const columns = isColumn(dimension) ? { [dimension]: undefined } : {}
  return { ...search, ...columns, codes: others }
}

/** Counts the codes of some series, or of one dimension only. */
async function count(
  db: Kysely<Database>,
  matching: ReturnType<typeof filtered>,
  only?: string,
): Promise<Counted[]> {
  const ids = matching.select('series.series_id')
  const coded = await db
    .selectFrom('series_code')
    .where('series_id', 'in', ids)
    .$if(only !== undefined, (query) => query.where('dimension', '=', only!))
    .select(['dimension', 'code', (eb) => eb.fn.countAll<number>().as('series')])
    .groupBy(['dimension', 'code'])
    .execute()
  const own = new Set(coded.map(({ dimension }) => dimension))
  const columns = COLUMNS.filter((column) => !own.has(column) && (only ?? column) === column)
  const rest = columns.map((column) =>
    db
      .selectFrom('series')
      .where('series_id', 'in', ids)
      .where(sql.ref(column), 'is not', null)
      .select((eb) => [
        eb.val(column).as('dimension'),
        sql.ref<string>(column).as('code'),
        eb.fn.countAll<number>().as('series'),
      ])
      .groupBy(sql.ref(column))
      .execute(),
  )
  return [...coded, ...(await Promise.all(rest)).flat()]
}
