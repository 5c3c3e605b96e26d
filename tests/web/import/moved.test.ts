import { expect, test } from 'vitest'
import type { Dashboard, Panel } from '../../../data/model/dashboard.ts'
import { moved } from '../../../web/import/moved.ts'

const panel = (id: string, query: string): Panel => ({
  id,
  name: id,
  subtitle: '',
  form: 'lines',
  query,
  lines: {},
  source: '',
  width: 12,
  unit: '%',
})
const dashboard = (id: string, of: Partial<Dashboard>): Dashboard => ({
  id,
  title: id,
  summary: '',
  order: 1,
  kpis: [],
  panels: [],
  ...of,
})

const dashboards = [
  dashboard('growth', { panels: [panel('growth', 'series=yoy(trade/total)')] }),
  dashboard('trade', {
    panels: [
      panel('balance', 'series=balance(trade/x,trade/m)'),
      panel('both', 'series=trade/x,trade/total'),
      panel('cars', 'series=cars/share'),
    ],
  }),
  dashboard('figures', { kpis: [{ label: 'Imports', query: 'series=trade/m', unit: 'bn' }] }),
  dashboard('cars', { panels: [panel('cars', 'series=cars/share')] }),
]

const found = (...series: string[]) =>
  moved(dashboards, series).map(({ dashboard, panels }) => [
    dashboard.id,
    panels.map(({ id }) => id).join(' '),
  ])

test('a series moves the charts that draw it, also inside a transformation', () => {
  expect(found('trade/total')).toEqual([
    ['growth', 'growth'],
    ['trade', 'both'],
  ])
})

test('the dashboard with most charts comes first, one with a headline figure alone last', () => {
  expect(found('trade/m', 'trade/x')).toEqual([
    ['trade', 'balance both'],
    ['figures', ''],
  ])
})

test('a series that no chart draws moves nothing', () => {
  expect(found('oil/urals')).toEqual([])
})
