import type { Columns } from '../../data/model/columns.ts'
import { dateOf, dayText } from '../../data/model/day.ts'
import { splitList } from '../../data/model/expression.ts'
import { parsePeriod } from '../../data/model/period.ts'
import { spell } from '../params.ts'
import type { Scope } from './scope.ts'

/** What a reader has done to a chart; all of it stands in the address. */
export interface View {
  /** The zoom, spelled as periods: `2022-01`, `2023-06`. */
  start: string | null
  end: string | null
  /** Expressions of the series that are hidden, or the one that is shown alone. */
  hidden: string[]
  only: string | null
  log: boolean
  table: boolean
}

export const untouched: View = {
  start: null,
  end: null,
  hidden: [],
  only: null,
  log: false,
  table: false,
}

const NAMES = ['start', 'end', 'hidden', 'only', 'log', 'view'] as const

/** `monthly.hidden` where a page has several charts, `hidden` where it has one. */
const nameIn = (panel: string | null, name: string): string => (panel ? `${panel}.${name}` : name)

/** The state of a chart as the address says it; what is not said or not understood is as it comes. */
export function readView(params: URLSearchParams, panel: string | null): View {
  const get = (name: (typeof NAMES)[number]) => params.get(nameIn(panel, name))
  const period = (text: string | null) => (text && parsePeriod(text) ? text : null)
  return {
    start: period(get('start')),
    end: period(get('end')),
    hidden: splitList(get('hidden') ?? ''),
    only: get('only'),
    log: get('log') === '1',
    table: get('view') === 'table',
  }
}

/** The parameters that say this state; null for those that need not be said. */
export const viewParams = (view: View, panel: string | null): Record<string, string | null> => {
  const values = {
    start: view.start,
    end: view.end,
    hidden: view.hidden.join(',') || null,
    only: view.only,
    log: view.log ? '1' : null,
    view: view.table ? 'table' : null,
  }
  return Object.fromEntries(NAMES.map((name) => [nameIn(panel, name), values[name]]))
}

/** Whether the chart is no longer the one its claim speaks of. */
export const changed = (view: View): boolean =>
  view.start !== null ||
  view.end !== null ||
  view.hidden.length > 0 ||
  view.only !== null ||
  view.log

/** The days that the zoom covers, an open end closed by the figures; null where there is no zoom. */
export function rangeOf({ start, end }: Pick<View, 'start' | 'end'>, columns: Columns) {
  if (!start && !end) return null
  const periods = columns.series.flatMap((s) =>
    s.periods.flatMap((text) => parsePeriod(text) ?? []),
  )
  const first = start ? parsePeriod(start)?.first : undefined
  const last = end ? parsePeriod(end)?.last : undefined
  return {
    first: first ?? Math.min(...periods.map((p) => p.first)),
    last: last ?? Math.max(...periods.map((p) => p.last)),
  }
}

/** The shortest spelling of a first day: the month it begins, else the day. */
export const startText = (day: number): string =>
  dateOf(day).day === 1 ? dayText(day).slice(0, 7) : dayText(day)

/** The shortest spelling of a last day: the month it ends, else the day. */
export const endText = (day: number): string =>
  dateOf(day + 1).day === 1 ? dayText(day).slice(0, 7) : dayText(day)

/**
 * A panel's query under the page's scope: what its figures are asked by. A chart of one time, which its name
 * says ("cars sold in 2025"), keeps it; one whose end is open takes the range of the page.
 */
export function dataQuery(query: string, { from, to, asOf }: Scope): string {
  const params = new URLSearchParams(query)
  const isOfOneTime = params.has('start') && params.has('end')
  if ((from || to) && !isOfOneTime) params.delete('start')
  const changes = { ...(!isOfOneTime && { start: from, end: to }), asOf }
  for (const [name, value] of Object.entries(changes)) if (value) params.set(name, value)
  return spell(params)
}

/**
 * The query that gives what is shown: hidden series left out, and of the time what the zoom touches. A
 * figure that reaches over the edge of the zoom is in the picture, so it is in the file.
 */
export function shownQuery(
  query: string,
  view: View,
  scope: Scope,
  columns: Columns | null,
): string {
  const params = new URLSearchParams(dataQuery(query, scope))
  const series = splitList(params.get('series') ?? '')
  const shown = series.filter((id) => (view.only ? id === view.only : !view.hidden.includes(id)))
  if (shown.length) params.set('series', shown.join(','))
  const range = columns && rangeOf(view, columns)
  if (range) {
    const touched = columns.series
      .flatMap((s) => s.periods.flatMap((text) => parsePeriod(text) ?? []))
      .filter(({ first, last }) => last >= range.first && first <= range.last)
    params.set('start', startText(Math.min(range.first, ...touched.map((p) => p.first))))
    params.set('end', endText(Math.max(range.last, ...touched.map((p) => p.last))))
  }
  return spell(params)
}
