import { parseDay } from './day.ts'
import { expressionText, parseExpression, parseStep, splitList, stepText } from './expression.ts'
import { nearest } from './nearest.ts'
import { parsePeriod, periodText, type TimePeriod } from './period.ts'
import { QueryError } from './query-error.ts'

export { expressionText, parseExpression, stepText } from './expression.ts'
export { QueryError } from './query-error.ts'

/** One step of a transformation: `yoy`, or `index` with its argument `2021-12`. */
export interface Step {
  name: string
  argument: string | null
}

/**
 * What is asked of a series: one that is stored, or a transformation of others. Spelled
 * `dataset/key`, `yoy(dataset/key)`, `index(dataset/key:2021-12)`, `balance(a,b)`; nests. The id of a sum
 * over all series of a dataset that have some codes is `sum(dataset/flow=X;partner=RUS)`.
 */
export type SeriesExpression =
  | { kind: 'series'; id: string }
  | { kind: 'apply'; step: Step; of: SeriesExpression[] }

/** Which lengths of period to keep: calendar units, `ytd`, or `I` for all others. */
export type Span = 'A' | 'S' | 'Q' | 'M' | 'W' | 'D' | 'I' | 'ytd'

/** Keeps the periods that lie wholly inside; both ends spelled as periods, null where there is none. */
export interface TimeRange {
  start: string | null
  end: string | null
}

/**
 * The question behind every chart and download, as the address bar and the API spell it:
 * `series=a,yoy(b)&start=2021-01&end=2023-11&span=M&transform=sum12,yoy&asOf=2023-12-31`.
 */
export interface SeriesQuery extends TimeRange {
  series: SeriesExpression[]
  span: Span[]
  /** Applied from left to right to the series together. */
  transform: Step[]
  /** The store as it was known on this day, `2023-12-31`. */
  asOf: string | null
}

/** A range of time in its one spelling. Throws QueryError `bad-period`, `empty-range`. */
export function parseRange(given: { start?: string; end?: string }): TimeRange {
  const start = periodParameter(given, 'start')
  const end = periodParameter(given, 'end')
  if (start && end && start.first > end.last) {
    throw new QueryError('empty-range', `start=${given.start} is after end=${given.end}.`, {
      param: 'start',
    })
  }
  return { start: start ? periodText(start) : null, end: end ? periodText(end) : null }
}

/** The days from which and to which a query asks, without end where it does not say. */
export const edgesOf = ({ start, end }: TimeRange): TimePeriod => ({
  first: parsePeriod(start ?? '')?.first ?? Number.NEGATIVE_INFINITY,
  last: parsePeriod(end ?? '')?.last ?? Number.POSITIVE_INFINITY,
})

/** Names of the parameters of a SeriesQuery, in the order in which `queryText` writes them. */
const QUERY_PARAMETERS = ['series', 'start', 'end', 'span', 'transform', 'asOf'] as const
type QueryParameter = (typeof QUERY_PARAMETERS)[number]

const LISTS: readonly QueryParameter[] = ['series', 'span', 'transform']
const SPANS: readonly Span[] = ['A', 'S', 'Q', 'M', 'W', 'D', 'I', 'ytd']
const MOST_SERIES = 500

/**
 * Reads a query from parameters, a record of them or the text after the `?`. Periods come out in their
 * one spelling. Throws QueryError: `unknown-parameter`, `repeated-parameter`, `missing-series`,
 * `bad-series`, `too-many-series`, `bad-transform`, `bad-period`, `empty-range`, `bad-span`, `bad-day`.
 */
export function parseQuery(
  params: URLSearchParams | Record<string, string | undefined> | string,
): SeriesQuery {
  const given = givenParameters(params)
  const series = splitList(given.series ?? '').map((item) => parseExpression(item))
  if (series.length === 0) {
    throw new QueryError('missing-series', 'Say which series: series=dataset/key,dataset/key.', {
      param: 'series',
    })
  }
  const named = series.reduce((sum, expression) => sum + countSeries(expression), 0)
  if (named > MOST_SERIES) {
    const message = `A query names at most ${MOST_SERIES} series, and this one ${named}.`
    throw new QueryError('too-many-series', message, { param: 'series' })
  }
  return {
    series,
    ...parseRange(given),
    span: splitList(given.span ?? '').map(parseSpan),
    transform: splitList(given.transform ?? '').map(parseStep),
    asOf: dayParameter(given.asOf),
  }
}

const countSeries = (expression: SeriesExpression): number =>
  expression.kind === 'series' ? 1 : expression.of.reduce((sum, one) => sum + countSeries(one), 0)

function givenParameters(
  params: URLSearchParams | Record<string, string | undefined> | string,
): Partial<Record<QueryParameter, string>> {
  const pairs =
    typeof params === 'string' || params instanceof URLSearchParams
      ? [...new URLSearchParams(params)]
      : Object.entries(params)
  const given: Partial<Record<QueryParameter, string>> = {}
  for (const [name, value] of pairs) {
    const known = QUERY_PARAMETERS.find((parameter) => parameter === name)
    if (!known) {
      const near = nearest(name, QUERY_PARAMETERS)
      const hint = near ? `Did you mean "${near}"?` : `There are ${QUERY_PARAMETERS.join(', ')}.`
      throw new QueryError('unknown-parameter', `There is no parameter "${name}". ${hint}`, {
        param: name,
        near,
      })
    }
    if (value === undefined || value === '') continue
    const before = given[known]
    if (before !== undefined && !LISTS.includes(known)) {
      throw new QueryError('repeated-parameter', `"${name}" is given twice; give it once.`, {
        param: name,
      })
    }
    given[known] = before === undefined ? value : `${before},${value}`
  }
  return given
}

function periodParameter(
  given: { start?: string; end?: string },
  param: 'start' | 'end',
): TimePeriod | undefined {
  const text = given[param]
  if (!text) return undefined
  const period = parsePeriod(text)
  if (period) return period
  throw new QueryError(
    'bad-period',
    `${param}=${text} is not a period; write 2023, 2023-Q4, 2023-11, 2023-W50 or 2023-11-30.`,
    { param },
  )
}

function dayParameter(text: string | undefined): string | null {
  if (text === undefined) return null
  if (parseDay(text) !== undefined) return text
  throw new QueryError('bad-day', `asOf=${text} is not a day; write it as 2023-12-31.`, {
    param: 'asOf',
  })
}

function parseSpan(text: string): Span {
  const span = SPANS.find((one) => one.toLowerCase() === text.toLowerCase())
  if (span) return span
  throw new QueryError('bad-span', `There is no span "${text}"; there are ${SPANS.join(', ')}.`, {
    param: 'span',
    near: nearest(text, SPANS),
  })
}

/** The ids of the stored series that a query needs, each once, in the order in which they are named. */
export function seriesIds(query: Pick<SeriesQuery, 'series'>): string[] {
  const ids = new Set<string>()
  const collect = (expression: SeriesExpression): void => {
    if (expression.kind === 'series') ids.add(expression.id)
    else expression.of.forEach(collect)
  }
  query.series.forEach(collect)
  return [...ids]
}

/**
 * The one spelling of a query, for addresses and keys: `parseQuery(queryText(q))` is q. Commas, slashes,
 * colons, semicolons, equals signs and parentheses stay readable, as they may in a query.
 */
export function queryText(query: SeriesQuery): string {
  const values: Record<QueryParameter, string | null> = {
    series: query.series.map(expressionText).join(','),
    start: query.start,
    end: query.end,
    span: query.span.join(','),
    transform: query.transform.map(stepText).join(','),
    asOf: query.asOf,
  }
  return QUERY_PARAMETERS.filter((name) => values[name])
    .map((name) => `${name}=${readable(values[name]!)}`)
    .join('&')
}

const readable = (text: string): string =>
  encodeURIComponent(text).replace(/%2C|%2F|%3A|%3B|%3D/g, decodeURIComponent)
