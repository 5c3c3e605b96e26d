import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Store } from '../../../data/store/open.ts'
import { type SeriesSearch, searchSeries } from '../../../data/store/search/search.ts'
import { tell } from './fixture.ts'
import { storeWith } from './read-fixture.ts'

const told = [{ period: '2023', value: 1 }]
let store: Store

beforeAll(async () => {
  store = await storeWith([
    {
      id: 'trade',
      series: [
        {
          key: 'cn-ru-trade.exports',
          title: 'China-Russia goods trade: Chinese exports to Russia',
          codes: { reporter: 'CHN', partner: 'RUS', flow: 'X' },
          told,
        },
        {
          key: 'cn-ru-trade.imports',
          title: 'China-Russia goods trade: Chinese imports from Russia',
          codes: { reporter: 'CHN', partner: 'RUS', flow: 'M' },
          told,
        },
        {
          key: 'car-share',
          title: 'Доля китайских автомобилей, включая сёдла',
          unit: 'percent',
          codes: { reporter: 'RUS', partner: 'CHN+HKG' },
          told: [{ period: '2023-11', value: 1, note: 'without Belarus' }],
        },
        { key: 'gacc', title: '中国对俄罗斯出口', codes: { reporter: 'CHN' }, told },
      ],
    },
    { id: 'other', series: [{ key: 'a', title: 'Exports "AND" more', told }] },
  ])
})

const keys = async (search: SeriesSearch) =>
  (await searchSeries(store.db, search)).series.map((series) => series.key)

describe('searching series', () => {
  it('finds the beginnings of words in titles, keys, codes and notes', async () => {
    expect(await keys({ q: 'chin exp' })).toEqual(['cn-ru-trade.exports'])
    expect(await keys({ q: 'cn-ru-trade.imp' })).toEqual(['cn-ru-trade.imports'])
    expect(await keys({ q: 'belarus' })).toEqual(['car-share'])
    expect(await keys({ q: 'CHN+HKG' })).toEqual(['car-share'])
  })

  it('finds Chinese by any of its characters in a row, and Russian with е for ё', async () => {
    expect(await keys({ q: '出口' })).toEqual(['gacc'])
    expect(await keys({ q: '口出' })).toEqual([])
    expect(await keys({ q: 'автомобил седла' })).toEqual(['car-share'])
    expect(await keys({ q: 'сёд' })).toEqual(['car-share'])
  })

  it('takes what is a command elsewhere as text', async () => {
    expect(await keys({ q: 'AND' })).toEqual(['a'])
    expect(await keys({ q: '"AND' })).toEqual(['a'])
    expect(await keys({ q: 'NEAR(exports' })).toEqual([])
    expect(await keys({ q: '*' })).toHaveLength(5)
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), async (q) => {
        expect((await searchSeries(store.db, { q })).total).toBeGreaterThanOrEqual(0)
      }),
      { numRuns: 100 },
    )
  })

  it('filters by dataset, unit, frequency and any dimension', async () => {
    expect(await keys({ codes: { reporter: 'CHN', flow: 'M' } })).toEqual(['cn-ru-trade.imports'])
    expect(await keys({ q: 'exports', dataset: 'other' })).toEqual(['a'])
    expect(await keys({ unit: 'percent' })).toEqual(['car-share'])
    expect(await keys({ frequency: 'm' })).toEqual(['car-share'])
    expect(await keys({ dataset: 'other', codes: { reporter: 'CHN' } })).toEqual([])
  })

  it('gives a series as a list shows it', async () => {
    const { series } = await searchSeries(store.db, { q: 'belarus' })
    expect(series).toEqual([
      {
        id: 'trade/car-share',
        dataset: 'trade',
        key: 'car-share',
        title: 'Доля китайских автомобилей, включая сёдла',
        unit: 'percent',
        frequency: 'M',
        additive: 'none',
        cumulative: false,
        dimensions: { reporter: 'RUS', partner: 'CHN+HKG' },
        observations: 1,
        releases: 1,
        first: '2023-11-01',
        last: '2023-11-30',
        latest: { period: '2023-11', value: 1, decimals: 0, status: 'A', bound: null },
      },
    ])
  })

  it('names what was probably meant where nothing has the name', async () => {
    const failing = (search: SeriesSearch) => expect(searchSeries(store.db, search)).rejects
    await failing({ dataset: 'trad' }).toMatchObject({
      code: 'unknown-dataset',
      near: 'trade',
      status: 404,
    })
    await failing({ codes: { partnr: 'RUS' } }).toMatchObject({
      code: 'unknown-parameter',
      near: 'partner',
      status: 400,
    })
    await failing({ codes: { partner: 'RUZ' } }).toMatchObject({
      code: 'unknown-code',
      near: 'RUS',
    })
    await failing({ unit: 'percents' }).toMatchObject({ code: 'unknown-code', near: 'percent' })
    await failing({ cursor: 'x' }).toMatchObject({ code: 'bad-cursor' })
  })
})

describe('pages of a search', () => {
  const walk = async (search: SeriesSearch) => {
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const page = await searchSeries(store.db, { ...search, limit: 2, ...(cursor && { cursor }) })
      seen.push(...page.series.map((series) => series.id))
      expect(page.total).toBe(search.q ? 3 : 5)
      cursor = page.next ?? undefined
    } while (cursor)
    return seen
  }

  it('follow one another without a gap or a repetition, and each says how many there are', async () => {
    expect(await walk({})).toEqual([
      'trade/car-share',
      'trade/cn-ru-trade.exports',
      'trade/cn-ru-trade.imports',
      'trade/gacc',
      'other/a',
    ])
    expect(new Set(await walk({ q: 'r' })).size).toBe(3)
  })

  it('are not shifted by a series that comes in between', async () => {
    const first = await searchSeries(store.db, { limit: 2 })
    await tell(store, [{ series: 'aaa', period: '2023', value: 1 }], { dataset: { id: 'trade' } })
    const second = await searchSeries(store.db, { limit: 2, cursor: first.next! })
    expect(second.series.map((series) => series.key)).toEqual(['cn-ru-trade.imports', 'gacc'])
  })
})

describe('series in another order', () => {
  const one = (key: string, title: string, figures: [period: string, value: number | null][]) => ({
    key,
    title,
    told: figures.map(([period, value]) => ({ period, value })),
  })
  let sorted: Store

  beforeAll(async () => {
    sorted = await storeWith([
      {
        id: 'sizes',
        series: [
          one('a', 'Imports from Peru', [['2023', null]]),
          one('b', 'imports from Chad', [
            ['2022', 900],
            ['2023', 3],
          ]),
          one('c', 'Imports from Oman', [
            ['2023', 20.5],
            ['2024', null],
          ]),
          one('d', 'Imports from Mali', [
            ['2023-01/2023-12', 7],
            ['2023-12', -1],
          ]),
          one('e', 'Imports from Togo', [['2020', null]]),
          one('f', 'Exports to Togo', [['2020', 3]]),
        ],
      },
    ])
  })

  const walk = async (search: SeriesSearch) => {
    const seen: [key: string, period?: string, value?: number][] = []
    let cursor: string | undefined
    do {
      const page = await searchSeries(sorted.db, { ...search, limit: 1, ...(cursor && { cursor }) })
      for (const { key, latest } of page.series) seen.push([key, latest?.period, latest?.value])
      cursor = page.next ?? undefined
    } while (cursor)
    return seen
  }

  it('is that of their latest figure, and series that have none come last', async () => {
    expect(await walk({ sort: 'latest' })).toEqual([
      ['c', '2023', 20.5],
      ['b', '2023', 3],
      ['f', '2020', 3],
      ['d', '2023-12', -1],
      ['a', undefined, undefined],
      ['e', undefined, undefined],
    ])
  })

  it('is that of their titles, whatever letters are large', async () => {
    const keys = async (search: SeriesSearch) => (await walk(search)).map(([key]) => key)
    expect(await keys({ sort: 'title' })).toEqual(['f', 'b', 'd', 'c', 'a', 'e'])
    expect(await keys({ sort: 'title', q: 'togo' })).toEqual(['f', 'e'])
  })

  it('goes on by a cursor of that order only', async () => {
    const { next } = await searchSeries(sorted.db, { sort: 'title', limit: 1 })
    const other = searchSeries(sorted.db, { sort: 'latest', limit: 1, cursor: next! })
    await expect(other).rejects.toMatchObject({ code: 'bad-cursor' })
  })
})

describe('words that very many series have', () => {
  const COUNT = 1100
  let many: Store

  beforeAll(async () => {
    many = await storeWith([
      {
        id: 'many',
        series: Array.from({ length: COUNT }, (_, i) => ({
          key: `s${String(i).padStart(4, '0')}`,
          title: i < 3 ? `Exports of ${'many '.repeat(3 - i)}things` : 'Exports of coal',
          codes: { flow: i % 2 ? 'X' : 'M' },
          told,
        })),
      },
    ])
  })

  const walk = async (search: SeriesSearch) => {
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const page = await searchSeries(many.db, {
        ...search,
        limit: 400,
        ...(cursor && { cursor }),
      })
      seen.push(...page.series.map(({ key }) => key))
      expect(page.total).toBe(search.codes ? COUNT / 2 : COUNT)
      cursor = page.next ?? undefined
    } while (cursor)
    return seen
  }

  it('are counted to the last one, and listed in the order in which they came', async () => {
    const keys = await walk({ q: 'exports' })
    expect(keys).toHaveLength(COUNT)
    expect(keys).toEqual([...keys].sort())
  })

  it('are in order of their match where a code leaves at most a thousand', async () => {
    const keys = await walk({ q: 'exports', codes: { flow: 'X' } })
    expect(new Set(keys).size).toBe(COUNT / 2)
    expect(keys.at(-1)).toBe('s0001')
  })

  it('rank series where they stand beside rarer ones', async () => {
    const { series, total } = await searchSeries(many.db, { q: 'exports thing' })
    expect(total).toBe(3)
    expect(series.map(({ key }) => key)).toEqual(['s0002', 's0001', 's0000'])
  })
})
