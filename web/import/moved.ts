import type { Dashboard, Panel } from '../../data/model/dashboard.ts'
import { parseQuery, seriesIds } from '../../data/model/query.ts'

/** A dashboard that shows some of the series, and its charts that do. */
export interface Moved {
  dashboard: Dashboard
  panels: Panel[]
}

function draws(query: string, series: ReadonlySet<string>): boolean {
  try {
    return seriesIds(parseQuery(query)).some((id) => series.has(id))
  } catch {
    return false
  }
}

/** Where a reader sees series move: dashboards with their charts, most charts first. */
export function moved(dashboards: readonly Dashboard[], changed: readonly string[]): Moved[] {
  const series = new Set(changed)
  return dashboards
    .map((dashboard) => ({
      dashboard,
      panels: dashboard.panels.filter(({ query }) => draws(query, series)),
      hasFigure: dashboard.kpis.some(({ query }) => draws(query, series)),
    }))
    .filter(({ panels, hasFigure }) => panels.length > 0 || hasFigure)
    .map(({ dashboard, panels }) => ({ dashboard, panels }))
    .sort((a, b) => b.panels.length - a.panels.length)
}
