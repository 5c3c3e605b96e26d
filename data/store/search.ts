import { type Kysely, type SqlBool, sql } from 'kysely'
import type { Series } from '../model/observation.ts'
import { datasetIdOrThrow } from './datasets.ts'
import { listCodes, listDimensions } from './facets.ts'
import type { Database } from './schema.ts'
import { searchMatch } from './search-match.ts'
import { listSeries } from './series.ts'
import { inSnapshot } from './snapshot.ts'
import { badCursor, unknownName } from './unknown.ts'

export interface SeriesSearch {
  /** Words of titles, keys, codes and notes, or their beginnings. */
  q?: string
  dataset?: string
  unit?: string
  frequency?: string
  /** Code by dimension: `{partner: 'RUS'}`. */
  codes?: Record<string, string>
  /** 50 when left out; at most 1000. */
  limit?: number
  /** `next` of the page before. */
  cursor?: string
}

export interface SeriesPage {
  /** How many there are in all, on every page. */
  total: number
  series: Series[]
  /** Cursor of the next page; null on the last. */
  next: string | null
}

const LIMIT = 50
const MOST = 1000
/** Names of what can be asked besides dimensions, for the nearest of a wrong one. */
const WORDS = ['q', 'dataset', 'unit', 'frequency']

/**
 * The most series that are put in order of how well they match: among more, the words are too common to
 * tell one from another, and weighing all of them takes longer than a reader waits for a letter.
 */
const RANKED = 1000

/**
 * Series by words and codes: best match first, where at most a thousand match, else in order of their
 * import; without words in order of dataset and key. A page begins after the last series of the one
 * before, so that what is added meanwhile shifts nothing. Throws QueryError `unknown-dataset`,
 * `unknown-parameter`, `unknown-code`, `bad-cursor`.
 */
export const searchSeries = (db: Kysely<Database>, search: SeriesSearch): Promise<SeriesPage> =>
  inSnapshot(db, async (now) => {
    const { dataset, cursor, q = '', limit = LIMIT } = search
    const match = searchMatch(q)
    const datasetId = dataset === undefined ? undefined : await datasetIdOrThrow(now, dataset)
    const total = await countSeries(now, search, datasetId, match)
    if (total === 0) await checkNames(now, search, [...WORDS, 'limit', 'cursor'])
    const after = cursor === undefined ? undefined : readCursor(cursor, match !== undefined)
    const size = Math.min(Math.max(1, limit), MOST)
    const places =
      match === undefined
        ? await byKey(now, search, datasetId, after, size + 1)
        : await byMatch(now, search, datasetId, match, total, after, size + 1)
    const shown = places.slice(0, size)
    const series = await listSeries(
      now,
      shown.map((place) => place.series_id),
    )
    return { total, series, next: places.length > size ? cursorOf(shown.at(-1)!) : null }
  })

/** How many series there are in all; the index of words counts alone where nothing else is asked. */
async function countSeries(
  db: Kysely<Database>,
  search: SeriesSearch,
  datasetId: number | undefined,
  match: string | undefined,
): Promise<number> {
  const matching =
    match === undefined
      ? filtered(db, search, datasetId, match).select((eb) => eb.fn.countAll<number>().as('total'))
      : matchingWords(db, search, datasetId, match).select((eb) =>
          eb.fn.countAll<number>().as('total'),
        )
  return (await matching.executeTakeFirstOrThrow()).total
}

/** The series that are asked for, in no order. */
export const filtered = (
  db: Kysely<Database>,
  search: SeriesSearch,
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

/** The same, begun from the words: SQLite leaves the series out where nothing is asked of them. */
const matchingWords = (
  db: Kysely<Database>,
  search: SeriesSearch,
  datasetId: number | undefined,
  match: string,
) =>
  db
    .selectFrom('series_search')
    .leftJoin('series', 'series.series_id', 'series_search.rowid')
    .where(matches(match))
    .where(isAskedFor(search, datasetId))

const matches = (match: string) => sql<SqlBool>`series_search match ${match}`

/** Whether a series is of the dataset and has the unit, the frequency and the codes. */
function isAskedFor({ unit, frequency, codes = {} }: SeriesSearch, datasetId: number | undefined) {
  const conditions = Object.entries(codes).map(([dimension, code]) => has(dimension, code))
  if (datasetId !== undefined) conditions.push(sql`series.dataset_id = ${datasetId}`)
  if (unit !== undefined) conditions.push(sql`series.unit = ${unit}`)
  if (frequency !== undefined) {
    conditions.push(sql`series.frequency = ${frequency.toUpperCase()}`)
  }
  return conditions.length === 0
    ? sql<SqlBool>`true`
    : sql<SqlBool>`${sql.join(conditions, sql` and `)}`
}

const has = (dimension: string, code: string) => sql<SqlBool>`series.series_id in (
  select series_id from series_code where dimension = ${dimension} and code = ${code})`

/** Where a series stands: by rank and number, or by dataset and key. */
interface Place {
  series_id: number
  first: number
  second: number | string
}

type After = Pick<Place, 'first' | 'second'> | undefined

/** The next places in order of dataset and key. */
const byKey = (
  db: Kysely<Database>,
  search: SeriesSearch,
  datasetId: number | undefined,
  after: After,
  limit: number,
): Promise<Place[]> =>
  filtered(db, search, datasetId, undefined)
    .select(['series.series_id', 'series.dataset_id as first', 'series.key as second'])
    .$if(after !== undefined, (query) =>
      query.where(
        sql<SqlBool>`(series.dataset_id, series.key) > (${after!.first}, ${after!.second})`,
      ),
    )
    .orderBy('series.dataset_id')
    .orderBy('series.key')
    .limit(limit)
    .execute()

/** The next places by how well they match, or, where too many do, by number, with 0 as their rank. */
async function byMatch(
  db: Kysely<Database>,
  search: SeriesSearch,
  datasetId: number | undefined,
  match: string,
  total: number,
  after: After,
  limit: number,
): Promise<Place[]> {
  // What was begun in one order goes on in it.
  const ranked = after === undefined ? total <= RANKED : after.first !== 0
  const rank = ranked ? sql.ref<number>('series_search.rank') : sql<number>`0`
  const number = sql.ref<number>('series_search.rowid')
  const rest = ranked
    ? sql<SqlBool>`(${rank}, ${number}) > (${after?.first}, ${after?.second})`
    : sql<SqlBool>`${number} > ${after?.second}`
  return matchingWords(db, search, datasetId, match)
    .select([number.as('series_id'), rank.as('first'), number.as('second')])
    .$if(after !== undefined, (query) => query.where(rest))
    .$if(ranked, (query) => query.orderBy(rank))
    .orderBy(number)
    .limit(limit)
    .execute()
}

const cursorOf = ({ first, second }: Place): string =>
  Buffer.from(JSON.stringify([first, second])).toString('base64url')

function readCursor(cursor: string, ranked: boolean): Pick<Place, 'first' | 'second'> {
  try {
    const [first, second]: unknown[] = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    if (typeof first === 'number') {
      if (ranked && typeof second === 'number') return { first, second }
      if (!ranked && typeof second === 'string') return { first, second }
    }
  } catch {
    // Not a cursor of ours either.
  }
  throw badCursor()
}

/** Nothing was found: throws where it is for a name that nobody has. */
export async function checkNames(
  db: Kysely<Database>,
  search: SeriesSearch,
  words = WORDS,
): Promise<void> {
  const codes = Object.entries(search.codes ?? {})
  const dimensions = codes.length === 0 ? [] : await listDimensions(db)
  for (const [dimension, code] of codes) {
    if (!dimensions.includes(dimension)) {
      const message = `There is no dimension "${dimension}".`
      const names = [...dimensions, ...words]
      throw unknownName('unknown-parameter', message, dimension, dimension, names)
    }
    checkCode(dimension, code, await listCodes(db, dimension))
  }
  const { unit, frequency } = search
  if (unit !== undefined) checkCode('unit', unit, await listCodes(db, 'unit'))
  if (frequency !== undefined) {
    checkCode('frequency', frequency.toUpperCase(), await listCodes(db, 'frequency'))
  }
}

function checkCode(dimension: string, code: string, known: string[]): void {
  if (known.includes(code)) return
  const message = `No series has ${dimension} "${code}".`
  throw unknownName('unknown-code', message, dimension, code, known)
}
