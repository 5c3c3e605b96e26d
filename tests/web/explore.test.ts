import { describe, expect, test } from 'vitest'
import { parseStep } from '../../data/model/expression.ts'
import type { DatasetSummary } from '../../web/client.ts'
import { facetsOf } from '../../web/explore/facets.ts'
import { shortLabels } from '../../web/explore/labels.ts'
import { panelFor, panelsFor } from '../../web/explore/panelFor.ts'
import { exploreParams, readExplore, searchQuery } from '../../web/explore/state.ts'
import { withParams } from '../../web/params.ts'
import { series } from './series.ts'

describe('a series that nobody wrote a document for gets a chart that fits it', () => {
  test.each([
    ['amounts of months are bars', { frequency: 'M', additive: 'sum' }, 'bars'],
    ['amounts of years are bars', { frequency: 'A', additive: 'sum' }, 'bars'],
    ['January to month is a line a year', { frequency: 'I', cumulative: true }, 'years'],
    ['rates are lines', { frequency: 'M', additive: 'none' }, 'lines'],
    ['levels are lines', { frequency: 'M', additive: 'last' }, 'lines'],
    ['periods of no calendar are spans', { frequency: 'I', additive: 'none' }, 'spans'],
  ] as const)('%s', (_, of, form) => {
    expect(panelFor([series(of)]).form).toBe(form)
  })

  test('bars of months say a month, bars of years do not', () => {
    expect(panelFor([series({ frequency: 'M' })]).perMonth).toBe(true)
    expect(panelFor([series({ frequency: 'A' })]).perMonth).toBe(false)
  })

  test('growth of an amount is lines in per cent, and its query says so', () => {
    const panel = panelFor([series({ id: 'd/x' })], [{ name: 'yoy', argument: null }])
    expect(panel).toMatchObject({
      form: 'lines',
      unit: '%',
      perMonth: false,
      query: 'series=d/x&transform=yoy',
      lines: { 'yoy(d/x)': { label: 'Exports' } },
    })
  })

  test('an index has no unit and names its base', () => {
    const panel = panelFor([series({})], [{ name: 'index', argument: '2021-12' }])
    expect(panel.unit).toBe('')
    expect(panel.subtitle).toBe('Index, Dec 2021 = 100')
  })

  test('several series are lines, coloured by the dimension in which they differ', () => {
    const panel = panelFor([
      series({ id: 'd/x', dimensions: { reporter: 'CHN', partner: 'RUS', flow: 'X' } }),
      series({ id: 'd/y', dimensions: { reporter: 'CHN', partner: 'KAZ', flow: 'X' } }),
    ])
    expect(panel.form).toBe('lines')
    expect(Object.values(panel.lines).map(({ colour }) => colour)).toEqual(['RUS', 'KAZ'])
  })

  test('series of two units never share an axis, but where they are made alike', () => {
    const both = [
      series({ id: 'd/share', unit: 'percent' }),
      series({ id: 'd/value', unit: 'USD million' }),
      series({ id: 'd/other', unit: 'percent' }),
    ]
    const queries = (steps: string[]) =>
      panelsFor(both, steps.map(parseStep), []).map(({ id, query, unit }) => [id, query, unit])
    expect(queries([])).toEqual([
      ['chart', 'series=d/share,d/other', '%'],
      ['chart-2', 'series=d/value', 'm'],
    ])
    expect(queries(['index:2021'])).toEqual([
      ['chart', 'series=d/share,d/value,d/other&transform=index:2021', ''],
    ])
  })

  test('the state of a further chart is no filter', () => {
    const params = new URLSearchParams('partner=CHN&chart-2.start=2022&chart-2.log=1')
    expect(readExplore(params).codes).toEqual({ partner: 'CHN' })
  })

  test('labels leave out what all titles begin with', () => {
    expect(
      shortLabels([
        'Goods trade, month: exports to Russia',
        'Goods trade, month: imports from Russia',
      ]),
    ).toEqual(['Exports to Russia', 'Imports from Russia'])
    expect(
      shortLabels(['Share of cars in sales, months', 'Share of carmakers in the market, years']),
    ).toEqual(['Share of cars in sales, months', 'Share of carmakers in the market, years'])
    expect(shortLabels(['Coal', 'Gas'])).toEqual(['Coal', 'Gas'])
    expect(shortLabels(['Coal', 'Coal'])).toEqual(['Coal', 'Coal'])
  })
})

describe('what is looked for stands in the address', () => {
  const state = {
    q: 'импорт юань',
    sort: 'latest' as const,
    dataset: 'bilateral-trade',
    codes: { partner: 'CHN+HKG', unit: 'USD bn' },
    series: ['d/a', 'd/b'],
    transform: [
      { name: 'sum12', argument: null },
      { name: 'index', argument: '2021-12' },
    ],
  }
  const empty = { q: '', sort: null, dataset: null, codes: {}, series: [], transform: [] }

  test('and comes back from it', () => {
    const href = withParams('/explore', '', exploreParams(state, empty))
    expect(readExplore(new URL(href, 'http://entrepot').searchParams)).toEqual(state)
  })

  test('a filter taken away leaves the address, the zoom of the chart stays', () => {
    const href = withParams('/explore', '?start=2022&partner=RUS&flow=X', {
      ...exploreParams(
        { ...empty, codes: { flow: 'X' } },
        { ...empty, codes: { partner: 'RUS', flow: 'X' } },
      ),
    })
    expect(href).toBe('/explore?start=2022&flow=X')
  })

  test('the search is asked in the words of the API', () => {
    expect(searchQuery(state, 50)).toBe(
      'partner=CHN%2BHKG&unit=USD+bn&q=%D0%B8%D0%BC%D0%BF%D0%BE%D1%80%D1%82+%D1%8E%D0%B0%D0%BD%D1%8C&dataset=bilateral-trade&sort=latest&limit=50',
    )
  })
})

test('a chart of several series has the name that they share, else that of their dataset', () => {
  const datasets = [{ id: 'd', title: 'Thailand: imports (UN Comtrade)', source: '' }]
  const nameOf = (...titles: string[]) =>
    panelsFor(
      titles.map((title) => series({ id: `d/${title}`, title })),
      [],
      datasets as DatasetSummary[],
    )[0]?.name
  expect(nameOf('Thailand: imports from Aruba')).toBe('Thailand: imports from Aruba')
  expect(nameOf('Chinese exports: total', 'Chinese exports: cars')).toBe('Chinese exports')
  expect(nameOf('Thailand: imports from Aruba', 'Thailand: imports from Chad')).toBe(
    'Thailand: imports (UN Comtrade)',
  )
})

describe('filters', () => {
  const codes = (...of: [string, number][]) =>
    of.map(([code, series]) => ({ code, label: code.toLowerCase(), series }))
  const ids = (dimensions: { id: string }[]) => dimensions.map(({ id }) => id)

  test('stand in the order in which a reader asks: who, with whom, which way, unit and frequency last', () => {
    const given = ['commodity', 'flow', 'partner', 'reporter', 'frequency', 'unit']
    const facets = facetsOf(
      given.map((id) => ({ id, codes: codes(['A', 1]) })),
      {},
    )
    expect(ids(facets)).toEqual(['reporter', 'partner', 'flow', 'commodity', 'unit', 'frequency'])
  })

  test('begin with the codes that most series have, frequencies with years', () => {
    const [partner, frequency] = facetsOf(
      [
        { id: 'partner', codes: codes(['KAZ', 1], ['RUS', 3]) },
        { id: 'frequency', codes: codes(['M', 9], ['A', 1]) },
      ],
      {},
    )
    expect(partner!.codes.map(({ code }) => code)).toEqual(['RUS', 'KAZ'])
    expect(frequency!.codes.map(({ code }) => code)).toEqual(['A', 'M'])
  })

  test('show what is chosen, also where no series has it, so that it can be taken away', () => {
    const partner = { id: 'partner', codes: codes(['RUS', 3], ['KAZ', 1]) }
    expect(facetsOf([partner], { partner: 'USA', unit: 't' })).toEqual([
      { id: 'partner', codes: [...partner.codes, { code: 'USA', label: '', series: 0 }] },
      { id: 'unit', codes: [{ code: 't', label: '', series: 0 }] },
    ])
  })
})
