import { type Kysely, type SqlBool, sql } from 'kysely'
import type { Series } from '../model/observation.ts'
import { datasetIdOrThrow } from './datasets.ts'
import { listCodes, listDimensions, listValues } from './facets.ts'
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
 * Series by words and codes: best match first, without words in order of dataset and key. A page begins
 * after the last series of the one before, so that what is added meanwhile shifts nothing. Throws
 * QueryError `unknown-dataset`, `unknown-parameter`, `unknown-code`, `bad-cursor`.
 */
export const searchSeries = (db: Kysely<Database>, search: SeriesSearch): Promise<SeriesPage> =>
  inSnapshot(db, async (now) => {
    const { dataset, cursor, q = '', limit = LIMIT } = search
    const match = searchMatch(q)
    const datasetId = dataset === undefined ? undefined : await datasetIdOrThrow(now, dataset)
    const matching = filtered(now, search, datasetId, match)
    const { total } = await matching
      .select((eb) => eb.fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow()
    if (total === 0) await checkNames(now, search, [...WORDS, 'limit', 'cursor'])
    const size = Math.min(Math.max(1, limit), MOST)
    const places = await inOrder(matching, match !== undefined, cursor, size + 1)
    const shown = places.slice(0, size)
    const series = await listSeries(
      now,
      shown.map((place) => place.series_id),
    )
    return { total, series, next: places.length > size ? cursorOf(shown.at(-1)!) : null }
  })

/** The series that are asked for, in no order. */
export const filtered = (
  db: Kysely<Database>,
  { unit, frequency, codes = {} }: SeriesSearch,
  datasetId: number | undefined,
  match: string | undefined,
) =>
  db
    .selectFrom('series')
    .$if(match !== undefined, (query) =>
      query
        .innerJoin('series_search', 'series_search.rowid', 'series.series_id')
        .where(sql<SqlBool>`series_search match ${match}`),
    )
    .$if(datasetId !== undefined, (query) => query.where('dataset_id', '=', datasetId!))
    .$if(unit !== undefined, (query) => query.where('unit', '=', unit!))
    .$if(frequency !== undefined, (query) =>
      query.where(sql<SqlBool>`frequency = ${frequency!.toUpperCase()}`),
    )
    .where((eb) => eb.and(Object.entries(codes).map(([dimension, code]) => has(dimension, code))))

const has = (dimension: string, code: string) => sql<SqlBool>`series.series_id in (
  select series_id from series_code where dimension = ${dimension} and code = ${code})`

/** Where a series stands: by rank and number, or by dataset and key. */
interface Place {
  series_id: number
  first: number
  second: number | string
}

/** The next places after the cursor. */
function inOrder(
  matching: ReturnType<typeof filtered>,
  ranked: boolean,
  cursor: string | undefined,
  limit: number,
): Promise<Place[]> {
  const first = sql.ref<number>(ranked ? 'series_search.rank' : 'series.dataset_id')
  const second = sql.ref<number | string>(ranked ? 'series.series_id' : 'series.key')
  const after = cursor === undefined ? undefined : readCursor(cursor, ranked)
  return matching
    .select(['series.series_id', first.as('first'), second.as('second')])
    .$if(after !== undefined, (query) =>
      query.where(sql<SqlBool>`(${first}, ${second}) > (${after!.first}, ${after!.second})`),
    )
    .orderBy(first)
    .orderBy(second)
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
  if (unit !== undefined) checkCode('unit', unit, await listValues(db, 'unit'))
  if (frequency !== undefined) {
    checkCode('frequency', frequency.toUpperCase(), await listValues(db, 'frequency'))
  }
}

function checkCode(dimension: string, code: string, known: string[]): void {
  if (known.includes(code)) return
  const message = `No series has ${dimension} "${code}".`
  throw unknownName('unknown-code', message, dimension, code, known)
}
