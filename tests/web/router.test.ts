import { describe, expect, test } from 'vitest'
import { spell, withParams } from '../../web/params.ts'
import { matchRoute } from '../../web/router.ts'

describe('a path names a page', () => {
  test.each([
    ['/', { page: 'dashboard', id: null }],
    ['/d/cars', { page: 'dashboard', id: 'cars' }],
    ['/explore', { page: 'explore' }],
    [
      '/series/bilateral-trade/cn-ru-trade.total.a.usd-bn',
      {
        page: 'series',
        id: 'bilateral-trade/cn-ru-trade.total.a.usd-bn',
      },
    ],
    ['/series/%D1%82%D0%BE%D1%80%D0%B3/%E5%87%BA%E5%8F%A3', { page: 'series', id: 'торг/出口' }],
    ['/chart', { page: 'chart' }],
    ['/upload', { page: 'upload' }],
    ['/imports', { page: 'imports' }],
    ['/imports/12', { page: 'import', id: 12 }],
    ['/about/', { page: 'about' }],
  ])('%s', (path, route) => {
    expect(matchRoute(path)).toEqual(route)
  })

  test.each(['/nowhere', '/d', '/d/a/b', '/series/only-dataset', '/imports/last', '/explore/more'])(
    '%s names none',
    (path) => {
      expect(matchRoute(path)).toBeNull()
    },
  )

  test('a percent sign that stands alone breaks nothing', () => {
    expect(matchRoute('/d/100%')).toEqual({ page: 'dashboard', id: '100%' })
  })
})

describe('parameters in the address', () => {
  test('change one by one and keep their places', () => {
    expect(withParams('/explore', '?q=coal&dataset=a', { q: 'gas', dataset: null })).toBe(
      '/explore?q=gas',
    )
    expect(withParams('/explore', '?q=coal', { q: null })).toBe('/explore')
  })

  test('can be read by a person, and a union keeps its plus', () => {
    const params = new URLSearchParams({
      series: 'index(d/a:2021-12),yoy(d/b)',
      partner: 'CHN+HKG',
    })
    expect(spell(params)).toBe('series=index(d/a:2021-12),yoy(d/b)&partner=CHN%2BHKG')
    expect(new URLSearchParams(spell(params)).get('partner')).toBe('CHN+HKG')
  })
})
