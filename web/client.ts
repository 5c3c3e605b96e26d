import type { Columns, SeriesDetail } from '../data/model/columns.ts'
import type { Dashboard, TradeEvent } from '../data/model/dashboard.ts'
import type { DatasetSummary } from '../data/model/dataset.ts'
import type { Bound, Series } from '../data/model/observation.ts'

export type { DatasetSummary, SeriesDetail }

/** A dimension with its codes and how many series have each. */
export interface Dimension {
  id: string
  codes: { code: string; label: string; series: number }[]
}

export interface DatasetDetail extends DatasetSummary {
  dimensions: Dimension[]
}

/** One telling of a period, as `/api/observations?history=true` gives it. */
export interface ReleaseRow {
  period: string
  value: number | null
  decimals: number
  status: string
  bound: Bound | null
  note: string | null
  source: string | null
  sourceUrl: string | null
  published: string | null
  import: number
  file: string
  line: number
  selected: boolean
}

/** An answer that was not 2xx, or none at all (`status` 0). `message` is a sentence for the reader. */
export class RequestError extends Error {
  readonly status: number
  /** The problem document's own members (`code`, `near`, `questions`, ...). */
  readonly problem: Record<string, unknown>
  constructor(message: string, status: number, problem: Record<string, unknown> = {}) {
    super(message)
    this.status = status
    this.problem = problem
  }
}

async function problemOf(response: Response): Promise<RequestError> {
  const type = response.headers.get('content-type') ?? ''
  const body: unknown = type.includes('json') ? await response.json().catch(() => null) : null
  const problem = (body && typeof body === 'object' ? body : {}) as Record<string, unknown>
  const words = problem.detail ?? problem.title
  const message =
    typeof words === 'string'
      ? words
      : response.status >= 500
        ? 'The store does not answer.'
        : `The server refused this (${response.status}).`
  return new RequestError(message, response.status, problem)
}

/** Asks the API and throws a `RequestError` where it does not answer with a 2xx. */
export async function request(path: string, init?: RequestInit): Promise<Response> {
  const response = await fetch(path, { credentials: 'same-origin', ...init }).catch((cause) => {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause
    throw new RequestError('The server cannot be reached.', 0)
  })
  if (!response.ok) throw await problemOf(response)
  return response
}

const get = async <T>(path: string, signal?: AbortSignal): Promise<T> =>
  (await (await request(path, { signal })).json()) as T

const idPath = (id: string): string => id.split('/').map(encodeURIComponent).join('/')

/** Every reading route of the API that the page uses, by its name. */
export const api = {
  dashboards: () =>
    get<{ dashboards: { id: string; title: string; summary: string }[] }>('/api/dashboards'),
  dashboard: (id: string) => get<Dashboard>(`/api/dashboards/${encodeURIComponent(id)}`),
  events: () => get<{ events: TradeEvent[] }>('/api/events'),
  datasets: () => get<{ datasets: DatasetSummary[] }>('/api/datasets'),
  dataset: (id: string) => get<DatasetDetail>(`/api/datasets/${encodeURIComponent(id)}`),
  searchSeries: (search: string, signal?: AbortSignal) =>
    get<{ total: number; series: Series[]; next: string | null }>(`/api/series?${search}`, signal),
  /** What the series that a search finds can be filtered by. */
  dimensions: (search: string) =>
    get<{ total: number; dimensions: Dimension[] }>(`/api/dimensions?${search}`),
  series: (id: string) => get<SeriesDetail>(`/api/series/${idPath(id)}`),
  /** `query` as the address bar spells it. */
  data: (query: string) => get<Columns>(`/api/data?${query}`),
  history: (id: string) =>
    get<{ observations: ReleaseRow[] }>(
      `/api/observations?history=true&series=${encodeURIComponent(id)}`,
    ),
}
