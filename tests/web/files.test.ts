import { describe, expect, test } from 'vitest'
import type { Panel } from '../../data/model/dashboard.ts'
import { fileAddress, fileName, fullQuery } from '../../web/charts/files.ts'
import { wholeScope } from '../../web/charts/scope.ts'
import { untouched } from '../../web/charts/view.ts'
import { panelFor } from '../../web/explore/panelFor.ts'
import { snippet } from '../../web/series/Snippets.tsx'
import { series } from './series.ts'

const panel: Panel = {
  ...panelFor([series({ id: 'd/x', title: 'Goods trade, month: exports' })]),
  query: 'series=yoy(d/x),balance(d/x,d/m)&start=2021',
}

describe('the files of a chart', () => {
  test('as shown keep its transformation and range, full series are as stored', () => {
    expect(fileAddress('csv', panel, untouched, wholeScope, null)).toBe(
      '/api/data.csv?series=yoy(d/x),balance(d/x,d/m)&start=2021',
    )
    expect(fileAddress('full.csv', panel, untouched, wholeScope, null)).toBe(
      '/api/data.csv?series=d/x,d/m',
    )
  })

  test('are of the day as of which the page is read', () => {
    const scope = { ...wholeScope, asOf: '2023-12-31' }
    expect(fileAddress('json', panel, untouched, scope, null)).toMatch(/&asOf=2023-12-31$/)
    expect(fullQuery(panel.query, scope)).toBe('series=d/x,d/m&asOf=2023-12-31')
  })

  test('have names that say what is in them', () => {
    const zoomed = { ...untouched, start: '2022-01', end: '2023-06' }
    const then = { ...wholeScope, asOf: '2023-12-31' }
    expect(fileName('csv', panel, untouched, wholeScope)).toBe('goods-trade-month-exports.csv')
    expect(fileName('svg', panel, zoomed, then)).toBe(
      'goods-trade-month-exports-2022-01-to-2023-06-known-2023-12-31.svg',
    )
    expect(fileName('full.csv', panel, zoomed, wholeScope)).toBe(
      'goods-trade-month-exports-full-series.csv',
    )
    expect(fileName('xlsx', { ...panel, name: '出口：汽车' }, untouched, wholeScope)).toBe(
      '出口-汽车.xlsx',
    )
  })
})

test('each tool is given a line that fetches the same address', () => {
  const address = 'http://localhost:3000/api/data.csv?series=d/x'
  for (const tool of ['curl', 'python', 'r', 'sheet'] as const)
    expect(snippet(tool, address)).toContain(address)
})
