import { type Kysely, sql } from 'kysely'
import { datasetIdOrThrow } from './datasets.ts'
import type { CodeCount, Facet } from './facets.ts'
import type { Database } from './schema.ts'
import { filtered, type SeriesFilter } from './search-asked.ts'
import { searchMatch } from './search-match.ts'
import { checkNames } from './search-names.ts'
import { inSnapshot } from './snapshot.ts'

export interface Dimensions {
  /** Series that match all of what is asked. */
  total: number
  /** Of the alphabet, unit and frequency last; codes of the alphabet too. */
  dimensions: Facet[]
}

type Filters = SeriesFilter
type Counted = CodeCount & { dimension: string }

const LAST = ['unit', 'frequency']

/**
 * Every dimension of the series that are asked for, with how many of them have each code. The codes of a
 * dimension that is filtered on are counted without that filter: they are what could be chosen instead.
 * Throws QueryError `unknown-dataset`, `unknown-parameter`, `unknown-code`.
 */
export const countDimensions = (db: Kysely<Database>, search: Filters): Promise<Dimensions> =>
  inSnapshot(db, async (now) => {
    const { dataset, q = '', unit, frequency, codes = {} } = search
    const match = searchMatch(q)
    const datasetId = dataset === undefined ? undefined : await datasetIdOrThrow(now, dataset)
    const matching = (filters: Filters) => filtered(now, filters, datasetId, match)
    const { total } = await matching(search)
      .select((eb) => eb.fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow()
    if (total === 0) await checkNames(now, search)
    const chosen = [
      ...Object.keys(codes),
      ...(unit === undefined ? [] : ['unit']),
      ...(frequency === undefined ? [] : ['frequency']),
    ]
    if (chosen.length === 0 && match === undefined) {
      return { total, dimensions: facetsOf(await countAll(now, datasetId)) }
    }
    const counted = (await count(now, matching(search))).filter(
      ({ dimension }) => !chosen.includes(dimension),
    )
    for (const dimension of chosen) {
      counted.push(...(await count(now, matching(without(search, dimension)), dimension)))
    }
    return { total, dimensions: facetsOf(counted) }
  })

/** The same question without what it says of one dimension. */
function without({ codes = {}, ...search }: Filters, dimension: string): Filters {
  const { [dimension]: _, ...others } = codes
  const columns = LAST.includes(dimension) ? { [dimension]: undefined } : {}
  return { ...search, ...columns, codes: others }
}

/** As counted when the datasets were written. */
const countAll = (db: Kysely<Database>, datasetId: number | undefined): Promise<Counted[]> =>
  db
    .selectFrom('facet')
    .$if(datasetId !== undefined, (query) => query.where('dataset_id', '=', datasetId!))
    .select(['dimension', 'code', (eb) => eb.fn.sum<number>('series').as('series')])
    .groupBy(['dimension', 'code'])
    .execute()

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
  const columns = LAST.filter((column) => !own.has(column) && (only ?? column) === column)
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

function facetsOf(counted: Counted[]): Facet[] {
  const facets = Map.groupBy(counted, ({ dimension }) => dimension)
  const place = (dimension: string) => LAST.indexOf(dimension)
  const byCode = (a: CodeCount, b: CodeCount) => (a.code < b.code ? -1 : 1)
  return [...facets]
    .map(([dimension, codes]) => ({
      dimension,
      codes: codes.map(({ code, series }) => ({ code, series })).sort(byCode),
    }))
    .sort((a, b) => place(a.dimension) - place(b.dimension) || (a.dimension < b.dimension ? -1 : 1))
}
