import { parseStep, splitList, stepText } from '../../data/model/expression.ts'
import type { Step } from '../../data/model/query.ts'

/** What the explore page shows; all of it stands in the address. */
export interface ExploreState {
  q: string
  /** As the API has it; null the usual order. */
  sort: 'title' | 'latest' | null
  dataset: string | null
  /** Code by dimension; `unit` and `frequency` are filters too. */
  codes: Record<string, string>
  /** Ids of the series on the chart, in the order in which they were chosen. */
  series: string[]
  transform: Step[]
}

/** Parameters that are no dimension of a series. */
const TAKEN = new Set([
  ...['q', 'sort', 'dataset', 'series', 'transform'],
  ...['from', 'to', 'asOf', 'start', 'end', 'hidden', 'only', 'log', 'view', 'events'],
])

const stepsOf = (text: string | null): Step[] =>
  splitList(text ?? '').flatMap((item) => {
    try {
      return [parseStep(item)]
    } catch {
      return []
    }
  })

const sortOf = (text: string | null): ExploreState['sort'] =>
  text === 'title' || text === 'latest' ? text : null

export function readExplore(params: URLSearchParams): ExploreState {
  const codes: Record<string, string> = {}
  // `chart-2.start` is the state of a further chart.
  const isCode = (name: string) => !TAKEN.has(name) && !name.includes('.')
  for (const [name, value] of params) if (isCode(name) && value) codes[name] = value
  return {
    q: params.get('q') ?? '',
    sort: sortOf(params.get('sort')),
    dataset: params.get('dataset'),
    codes,
    series: splitList(params.get('series') ?? ''),
    transform: stepsOf(params.get('transform')),
  }
}

/** The parameters that say a state, those of the state before taken away. */
export function exploreParams(
  { q, sort, dataset, codes, series, transform }: ExploreState,
  before: ExploreState,
): Record<string, string | null> {
  const gone = Object.fromEntries(Object.keys(before.codes).map((name) => [name, null]))
  return {
    ...gone,
    q: q || null,
    sort,
    dataset,
    ...codes,
    series: series.join(',') || null,
    transform: transform.map(stepText).join(',') || null,
  }
}

/** Words and filters as the API spells them. */
export function filterQuery({ q, dataset, codes }: ExploreState): string {
  const params = new URLSearchParams(codes)
  if (q) params.set('q', q)
  if (dataset) params.set('dataset', dataset)
  return params.toString()
}

/** What the search is asked. */
export const searchQuery = (state: ExploreState, limit: number): string =>
  [filterQuery(state), state.sort && `sort=${state.sort}`, `limit=${limit}`]
    .filter(Boolean)
    .join('&')
