import { type Kysely, type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Series } from '../../model/observation.ts'
import { compiled, listed, slot } from '../compiled.ts'
import { datasetIdOrThrow } from '../datasets.ts'
import { badCursor, pageSize } from '../page.ts'
import type { Database } from '../schema.ts'
import { listSeries } from '../series/series.ts'
import { inSnapshot } from '../snapshot.ts'
import { ANY, filtered, isAskedFor, matches, matchingWords, type SeriesFilter } from './asked.ts'
import { searchMatch, wordsOf } from './match.ts'
import { checkNames } from './names.ts'
import { ranking } from './rank.ts'

/** Orders of a list of series: by words, or by dataset and key where there are none; by title; the largest latest figure first. */
export const SORTS = ['usual', 'title', 'latest'] as const
export type Sort = (typeof SORTS)[number]

export interface SeriesSearch extends SeriesFilter {
  sort?: Sort
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

/**
 * The most series that are put in order of how well they match: among more, the words are too common to
 * tell one from another, and weighing all of them takes longer than a reader waits for a letter.
 */
const RANKED = 1000

/**
 * Series by words and codes: best match first, where at most a thousand match, else in order of their
 * import; without words in order of dataset and key; or as `sort` says. A page begins after the last
 * series of the one before, so that what is added meanwhile shifts nothing. Throws QueryError `unknown-dataset`,
 * `unknown-parameter`, `unknown-code`, `bad-cursor`.
 */
export const searchSeries = (db: Kysely<Database>, search: SeriesSearch): Promise<SeriesPage> =>
  inSnapshot(db, async (now) => {
    const { dataset, cursor, q = '', limit, sort = 'usual' } = search
    const match = searchMatch(q)
    const datasetId = dataset === undefined ? undefined : await datasetIdOrThrow(now, dataset)
    const order = sort === 'usual' && match === undefined ? 'key' : sort
    const after = cursor === undefined ? undefined : readCursor(cursor, order)
    const size = pageSize(limit)
    const { total, places } =
      order === 'usual'
        ? await byMatch(now, search, datasetId, match!, after, size + 1)
        : await inOrder(order, filtered(now, search, datasetId, match), after, size + 1)
    if (total === 0) await checkNames(now, search, ['limit', 'cursor', 'sort'])
    const shown = places.slice(0, size)
    const series = await listSeries(
      now,
      shown.map((place) => place.series_id),
    )
    return { total, series, next: places.length > size ? cursorOf(shown.at(-1)!) : null }
  })

/** Where a series stands: by rank (0 of those that are not ranked) and number, or by what it is sorted by. */
interface Place {
  series_id: number
  first: number | string
  second: number | string
}

type After = Pick<Place, 'first' | 'second'>

/** How many there are in all, and the next of them. */
interface Places {
  total: number
  places: Place[]
}

type OrderedBy = RawBuilder<number | string>

/** What series are sorted by: no two of them have both alike. One without a figure comes after any figure. */
const ORDERS: Record<'key' | 'title' | 'latest', [OrderedBy, OrderedBy]> = {
  key: [sql`series.dataset_id`, sql`series.key`],
  title: [sql`series.title collate nocase`, sql`series.series_id`],
  latest: [sql`coalesce(-series.latest, 9e999)`, sql`series.series_id`],
}

async function inOrder(
  order: keyof typeof ORDERS,
  asked: ReturnType<typeof filtered>,
  after: After | undefined,
  limit: number,
): Promise<Places> {
  const [first, second] = ORDERS[order]
  const places = await asked
    .select(['series.series_id', first.as('first'), second.as('second')])
    .$if(after !== undefined, (query) =>
      query.where(sql<SqlBool>`(${first}, ${second}) > (${after!.first}, ${after!.second})`),
    )
    .orderBy(first)
    .orderBy(second)
    .limit(limit)
    .execute()
  return { total: (await asked.select(TOTAL).executeTakeFirstOrThrow()).total, places }
}

async function byMatch(
  db: Kysely<Database>,
  search: SeriesSearch,
  datasetId: number | undefined,
  match: string,
  after: After | undefined,
  limit: number,
): Promise<Places> {
  // Nothing but words is asked for most often: its SQL is kept.
  const isAny = isAskedFor(search, datasetId) === ANY
  const asked = matchingWords(db, search, datasetId, match)
  const numbers = (from: number, most: number) =>
    isAny ? numbersOfAny(db, match, from, most) : numbersOf(asked, from, most).execute()
  const some = await numbers(0, RANKED + 1)
  if (some.length <= RANKED) {
    const places = await ranked(db, search.q ?? '', some)
    const begin = after ? places.findIndex((place) => byPlace(place, after) > 0) : 0
    const next = begin < 0 ? [] : places.slice(begin, begin + limit)
    return { total: some.length, places: next }
  }
  const next = after ? await numbers(Number(after.second), limit) : some.slice(0, limit)
  const places = next.map(({ series_id }) => ({ series_id, first: 0, second: series_id }))
  const [counted] = isAny ? await countAny(db, match) : await asked.select(TOTAL).execute()
  return { total: counted!.total, places }
}

/** The next series of those that are asked for. */
const numbersOf = (asked: ReturnType<typeof matchingWords>, from: number, most: number) =>
  asked
    .select('series_search.rowid as series_id')
    .where('series_search.rowid', '>', from)
    .orderBy('series_search.rowid')
    .limit(most)

const numbersOfAny = compiled<{ series_id: number }, [match: string, from: number, most: number]>(
  (db) => numbersOf(matchingWords(db, {}, undefined, slot()), slot(), slot()),
)

/** The index of words counts alone: SQLite would look every series up. */
const countAny = compiled<{ total: number }, [match: string]>((db) =>
  db.selectFrom('series_search').where(matches(slot())).select(TOTAL),
)

const titlesOf = compiled<{ series_id: number; title: string }, [ids: string]>((db) =>
  db.selectFrom('series').select(['series_id', 'title']).where('series_id', 'in', listed(slot())),
)

async function ranked(
  db: Kysely<Database>,
  typed: string,
  found: { series_id: number }[],
): Promise<Place[]> {
  const rows = await titlesOf(db, JSON.stringify(found.map(({ series_id }) => series_id)))
  const rank = ranking(wordsOf(typed))
  return rows
    .map(({ series_id, title }) => ({ series_id, first: rank(title), second: series_id }))
    .sort(byPlace)
}

const byPlace = (a: After, b: After): number =>
  Number(a.first) - Number(b.first) || Number(a.second) - Number(b.second)

const TOTAL = sql<number>`count(*)`.as('total')

/** JSON has no number for what has no figure. */
const cursorOf = ({ first, second }: Place): string =>
  Buffer.from(JSON.stringify([first === Number.POSITIVE_INFINITY ? null : first, second])).toString(
    'base64url',
  )

/** Whether the two are numbers, by order. */
const IN_CURSOR = {
  usual: [true, true],
  key: [true, false],
  title: [false, true],
  latest: [true, true],
} as const

function readCursor(cursor: string, order: keyof typeof IN_CURSOR): After {
  try {
    const told: unknown[] = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    const first = told[0] === null && order === 'latest' ? Number.POSITIVE_INFINITY : told[0]
    const places = [first, told[1]]
    const isOurs = places.every(
      (place, i) => typeof place === (IN_CURSOR[order][i] ? 'number' : 'string'),
    )
    if (isOurs) return { first: places[0], second: places[1] } as After
  } catch {
    // Not a cursor of ours either.
  }
  throw badCursor()
}
