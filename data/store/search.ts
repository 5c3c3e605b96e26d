import { type Kysely, type SqlBool, sql } from 'kysely'
import type { Series } from '../model/observation.ts'
import { compiled, listed, slot } from './compiled.ts'
import { datasetIdOrThrow } from './datasets.ts'
import { badCursor, pageSize } from './page.ts'
import type { Database } from './schema.ts'
import {
  ANY,
  filtered,
  isAskedFor,
  matches,
  matchingWords,
  type SeriesFilter,
} from './search-asked.ts'
import { searchMatch, wordsOf } from './search-match.ts'
import { checkNames } from './search-names.ts'
import { ranking } from './search-rank.ts'
import { listSeries } from './series.ts'
import { inSnapshot } from './snapshot.ts'

export interface SeriesSearch extends SeriesFilter {
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
 * import; without words in order of dataset and key. A page begins after the last series of the one
 * before, so that what is added meanwhile shifts nothing. Throws QueryError `unknown-dataset`,
 * `unknown-parameter`, `unknown-code`, `bad-cursor`.
 */
export const searchSeries = (db: Kysely<Database>, search: SeriesSearch): Promise<SeriesPage> =>
  inSnapshot(db, async (now) => {
    const { dataset, cursor, q = '', limit } = search
    const match = searchMatch(q)
    const datasetId = dataset === undefined ? undefined : await datasetIdOrThrow(now, dataset)
    const after = cursor === undefined ? undefined : readCursor(cursor, match !== undefined)
    const size = pageSize(limit)
    const { total, places } =
      match === undefined
        ? await byKey(now, search, datasetId, after, size + 1)
        : await byMatch(now, search, datasetId, match, after, size + 1)
    if (total === 0) await checkNames(now, search, ['limit', 'cursor'])
    const shown = places.slice(0, size)
    const series = await listSeries(
      now,
      shown.map((place) => place.series_id),
    )
    return { total, series, next: places.length > size ? cursorOf(shown.at(-1)!) : null }
  })

/** Where a series stands: by rank (0 of those that are not ranked) and number, or by dataset and key. */
interface Place {
  series_id: number
  first: number
  second: number | string
}

type After = Pick<Place, 'first' | 'second'>

/** How many there are in all, and the next of them. */
interface Places {
  total: number
  places: Place[]
}

async function byKey(
  db: Kysely<Database>,
  search: SeriesSearch,
  datasetId: number | undefined,
  after: After | undefined,
  limit: number,
): Promise<Places> {
  const asked = filtered(db, search, datasetId, undefined)
  const places = await asked
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
  a.first - b.first || Number(a.second) - Number(b.second)

const TOTAL = sql<number>`count(*)`.as('total')

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
