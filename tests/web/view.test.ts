import { describe, expect, test } from 'vitest'
import type { Columns } from '../../data/model/columns.ts'
import { parsePeriod } from '../../data/model/period.ts'
import { chartAddress } from '../../web/charts/address.ts'
import { readScope, scopeParams, wholeScope } from '../../web/charts/scope.ts'
import {
  changed,
  dataQuery,
  endText,
  rangeOf,
  readView,
  shownQuery,
  startText,
  untouched,
  type View,
  viewParams,
} from '../../web/charts/view.ts'
import { panelFor } from '../../web/explore/panelFor.ts'
import { spell, withParams } from '../../web/params.ts'
import { series } from './series.ts'

const balance = 'balance(d/x,d/m)'
const views: [string, View][] = [
  ['nothing', untouched],
  ['a zoom', { ...untouched, start: '2022-01', end: '2023-06' }],
  ['a zoom with an open end', { ...untouched, start: '2022-02-24' }],
  ['two hidden series, one of them computed', { ...untouched, hidden: ['d/x', balance] }],
  ['one series alone', { ...untouched, only: 'index(d/x:2021-12)' }],
  ['a log scale', { ...untouched, log: true }],
  ['the table', { ...untouched, table: true }],
  [
    'everything at once',
    { start: '2022', end: '2023-Q4', hidden: ['d/x', 'd/м'], only: null, log: true, table: true },
  ],
]

const searchOf = (view: View, panel: string | null) => {
  const href = withParams('/d/overview', '?asOf=2023-12-31&other.log=1', viewParams(view, panel))
  return new URL(href, 'http://entrepot').searchParams
}

describe('what a reader does to a chart stands in the address', () => {
  test.each(views)('%s comes back from the address of the chart alone', (_, view) => {
    expect(readView(searchOf(view, null), null)).toEqual(view)
  })

  test.each(views)('%s comes back on a dashboard, and touches no other chart', (_, view) => {
    const params = searchOf(view, 'monthly')
    expect(readView(params, 'monthly')).toEqual(view)
    expect(readView(params, 'cars')).toEqual(untouched)
    expect(readView(params, 'other')).toEqual({ ...untouched, log: true })
    expect(params.get('asOf')).toBe('2023-12-31')
  })

  test.each(views)('%s goes along when the chart is opened', (_, view) => {
    const scope = { from: '2021', to: '2024-06', asOf: '2024-07-01', events: 'war' }
    const panel = panelFor([series({ id: 'd/x' })])
    for (const home of [{ dashboard: 'cars' }, null]) {
      const params = new URL(chartAddress(panel, view, scope, home), 'http://entrepot').searchParams
      expect(readView(params, null)).toEqual(view)
      expect(readScope(params)).toEqual(scope)
    }
  })

  test('an untouched chart adds nothing to the address', () => {
    expect(withParams('/d/cars', '', viewParams(untouched, 'monthly'))).toBe('/d/cars')
  })

  test('what cannot be read is as if it were not there', () => {
    const params = new URLSearchParams('start=soon&end=2023-13&log=yes&view=map&asOf=today&from=x')
    expect(readView(params, null)).toEqual(untouched)
    expect(readScope(params)).toEqual(wholeScope)
  })

  test('only a look at the table leaves the claim standing', () => {
    expect(changed({ ...untouched, table: true })).toBe(false)
    for (const [name, view] of views.slice(1))
      if (name !== 'the table') expect(changed(view), name).toBe(true)
  })
})

describe('the scope of a page', () => {
  test('comes back from the address', () => {
    const scope = { from: '2021', to: '2023-11', asOf: '2023-12-31', events: 'sanctions' }
    const href = withParams('/', '', scopeParams(scope))
    expect(href).toBe('/?from=2021&to=2023-11&asOf=2023-12-31&events=sanctions')
    expect(readScope(new URL(href, 'http://entrepot').searchParams)).toEqual(scope)
  })

  test('replaces the range that a chart was written with', () => {
    const query = 'series=d/x&start=2021-01&span=M'
    expect(dataQuery(query, wholeScope)).toBe('series=d/x&start=2021-01&span=M')
    expect(dataQuery(query, { ...wholeScope, from: '2019' })).toBe('series=d/x&span=M&start=2019')
    expect(dataQuery(query, { ...wholeScope, asOf: '2023-12-31' })).toBe(`${query}&asOf=2023-12-31`)
  })

  test('leaves a chart of one time at its time', () => {
    const query = 'series=d/x&start=2025&end=2025'
    expect(dataQuery(query, { ...wholeScope, from: '2021', to: '2022' })).toBe(query)
    expect(dataQuery(query, { ...wholeScope, asOf: '2023-12-31' })).toBe(`${query}&asOf=2023-12-31`)
  })
})

const columns = (periods: string[]): Columns => ({
  query: { series: [], start: null, end: null, span: [], transform: [], asOf: null },
  series: [
    {
      id: 'd/x',
      title: 'x',
      unit: null,
      frequency: 'M',
      additive: 'sum',
      cumulative: false,
      dimensions: {},
      updated: null,
      periods,
      values: periods.map(() => 1),
      decimals: periods.map(() => 0),
      status: periods.map(() => 'A'),
      sources: [],
      sourceOf: periods.map(() => -1),
      straddling: 0,
    },
  ],
})

describe('the file of a chart holds what the chart shows', () => {
  test('without the series that are hidden', () => {
    const query = `series=d/x,d/m,${balance}`
    expect(shownQuery(query, { ...untouched, hidden: ['d/m'] }, wholeScope, null)).toBe(
      `series=d/x,${balance}`,
    )
    expect(shownQuery(query, { ...untouched, only: balance }, wholeScope, null)).toBe(
      `series=${balance}`,
    )
  })

  test('with the figure that reaches over the edge of the zoom', () => {
    const answer = columns(['2022-11', '2022-12', '2023-01/2023-02', '2023-03', '2023-04'])
    const view = { ...untouched, start: '2023-02', end: '2023-03' }
    expect(shownQuery('series=d/x&start=2021', view, wholeScope, answer)).toBe(
      'series=d/x&start=2023-01&end=2023-03',
    )
  })

  test('an open end of the zoom is closed by the figures', () => {
    const answer = columns(['2022-11', '2022-12', '2023-01/2023-02'])
    expect(rangeOf({ start: '2022-12', end: null }, answer)).toEqual(parsePeriod('2022-12/2023-02'))
    expect(rangeOf(untouched, answer)).toBeNull()
  })

  test('days are spelled as months where they begin and end one', () => {
    const period = parsePeriod('2022-02-24/2022-12-31')!
    expect([startText(period.first), endText(period.last)]).toEqual(['2022-02-24', '2022-12'])
    const leap = parsePeriod('2024-02')!
    expect([startText(leap.first), endText(leap.last)]).toEqual(['2024-02', '2024-02'])
  })
})

test('a query is spelled so that it can be typed', () => {
  expect(spell(new URLSearchParams('series=a/b,yoy(c/d)'))).toBe('series=a/b,yoy(c/d)')
})
