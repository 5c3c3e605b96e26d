import { describe, expect, it } from 'vitest'
import { loadDocuments } from '../../../data/documents.ts'
import type { Claim } from '../../../data/model/dashboard.ts'
import { expressionText, parseQuery, type SeriesExpression } from '../../../data/model/query.ts'
import { DATASETS, dashboardsFolder, readText, rowsOf } from './shipped.ts'

const { dashboards, events } = loadDocuments(dashboardsFolder)
const claims: Claim[] = JSON.parse(readText('dashboards/claims.json'))

const panels = dashboards.flatMap((dashboard) =>
  dashboard.panels.map((panel) => ({ name: `${dashboard.id}#${panel.id}`, panel })),
)
const kpis = dashboards.flatMap(({ kpis, more = [] }) => [...kpis, ...more])

const ids = new Set(
  DATASETS.flatMap((dataset) => rowsOf(dataset).map((row) => `${dataset}/${row.series_id}`)),
)
const leaves = (expression: SeriesExpression): string[] =>
  expression.kind === 'series' ? [expression.id] : expression.of.flatMap(leaves)

const queries = [
  ...panels.map(({ panel }) => panel.query),
  ...kpis.flatMap((kpi) => [kpi.query, kpi.changeQuery ?? kpi.query, kpi.spark ?? kpi.query]),
  ...claims.map((claim) => claim.query),
]

describe('the shipped dashboards', () => {
  it('are five, in order', () => {
    expect(dashboards.map(({ id }) => id)).toEqual([
      'overview',
      'bilateral-trade',
      'cars',
      'chips',
      'goods',
    ])
  })

  it('ask only for series that are shipped', () => {
    const asked = queries.flatMap((query) => parseQuery(query).series.flatMap(leaves))
    expect([...new Set(asked)].filter((id) => !ids.has(id))).toEqual([])
  })

  it.each(panels)('$name names each of its lines', ({ panel }) => {
    expect(Object.keys(panel.lines)).toEqual(parseQuery(panel.query).series.map(expressionText))
    for (const { series } of panel.annotations ?? []) expect(panel.lines).toHaveProperty([series])
  })

  it.each(panels)('$name claims one thing in one short sentence', ({ panel }) => {
    const { claim = '', source, subtitle } = panel
    expect(claim.length).toBeGreaterThan(20)
    expect(claim.length).toBeLessThanOrEqual(75)
    expect(claim).not.toMatch(/\.$/)
    expect(source).toMatch(/^Sources?: .*\.$/)
    expect(subtitle.length).toBeGreaterThan(10)
  })

  it('mention only events that are kept, of which there are 25', () => {
    expect(events).toHaveLength(25)
    const known = new Set(events.map(({ id }) => id))
    const named = panels.flatMap(({ panel }) => panel.events ?? [])
    expect(named.filter((id) => !known.has(id))).toEqual([])
    expect(named).toContain('2022-02-24-1')
  })

  it.each(dashboards)('$id fills its rows of twelve columns', ({ panels }) => {
    let column = 0
    for (const { id, width } of panels) {
      column += width
      expect(column, id).toBeLessThanOrEqual(12)
      if (column === 12) column = 0
    }
    expect(column).toBe(0)
  })

  it('opens each page with figures whose change is worded where it is asked for', () => {
    for (const { kpis } of dashboards) expect(kpis).toHaveLength(5)
    for (const { changeQuery, change = '' } of kpis) {
      expect(change.includes('{}')).toBe(changeQuery !== undefined)
    }
  })

  it('writes numbers as the page does', () => {
    const texts = panels.flatMap(({ panel }) => [panel.claim ?? '', panel.subtitle, panel.source])
    expect(texts.filter((text) => /\d %|\d bn|--| -\d|'|\drub/.test(text))).toEqual([])
    expect(texts.filter((text) => /\brubles?\b/i.test(text))).toEqual([])
  })
})
