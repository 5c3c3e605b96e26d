import { beforeAll, describe, expect, it } from 'vitest'
import { parseQuery } from '../../data/model/query.ts'
import { selectRelease } from '../../data/model/select.ts'
import { read, readDataset } from '../../data/read.ts'
import { listDatasets } from '../../data/store/datasets.ts'
import type { Store } from '../../data/store/open.ts'
import { searchSeries } from '../../data/store/search/search.ts'
import { listReleases } from '../../data/store/series/releases.ts'
import { shippedStore } from './shipped-store.ts'

let store: Store

beforeAll(async () => {
  store = await shippedStore()
})

const ask = async (text: string) => (await read(store.db, parseQuery(text))).series
const askOne = async (text: string) => (await ask(text))[0]!

const YTD = 'bilateral-trade/cn-ru-trade.total.ytd.usd-bn'
const MONTHS = 'bilateral-trade/cn-ru-trade.total.m.usd-bn'

describe('the shipped series', () => {
  it('are 1,341 releases in four datasets', async () => {
    const datasets = await listDatasets(store.db)
    const counts = Object.fromEntries(datasets.map(({ id, releases }) => [id, releases]))
    expect(counts).toEqual({
      'bilateral-trade': 816,
      'car-market-share': 287,
      'chip-import-shares': 63,
      'related-series': 175,
    })
  })

  it('give the trade of January to November 2023 with its three decimals', async () => {
    const trade = await askOne(`series=${YTD}&start=2023-01&end=2023-11`)
    expect(trade.periods.at(-1)).toBe('2023-01/2023-11')
    expect(trade.values.at(-1)).toBe(218.176)
    expect(trade.decimals.at(-1)).toBe(3)
    expect(trade.others?.at(-1)).toEqual(expect.arrayContaining([218.17]))
    expect(trade.cumulative).toBe(true)
    expect(trade.additive).toBe('sum')
    expect(trade.dimensions).toMatchObject({ reporter: 'CHN', partner: 'RUS' })
  })

  it('give a share over nineteen months', async () => {
    const share = await askOne('series=chip-import-shares/chip-share.chn-hkg.silverado')
    expect(share.values[share.periods.indexOf('2022-03/2023-09')]).toBe(85)
  })

  it('hide as of a day what was published later', async () => {
    const then = await askOne(`series=${YTD}&asOf=2023-12-31`)
    expect(then.periods.at(-1)).toBe('2023-01/2023-11')
    expect(then.updated! <= '2023-12-31').toBe(true)
    expect(then.assumed).toBeGreaterThan(0)
    const releases = await listReleases(store.db, YTD)
    expect(releases.some(({ published }) => published! > 19722)).toBe(true)
  })
})

it('every shipped figure that answers is the one that the rule of selection picks', async () => {
  const { series, total } = await searchSeries(store.db, { limit: 1000 })
  expect(series).toHaveLength(total)
  for (const { id, observations } of series) {
    const releases = await listReleases(store.db, id)
    const periods = Map.groupBy(releases, ({ period }) => `${period.first}/${period.last}`)
    expect(periods.size).toBe(observations)
    for (const told of periods.values()) {
      expect(told.filter(({ selected }) => selected)).toEqual([selectRelease(told, 'earliest')])
    }
  }
})

describe('a query', () => {
  it('keeps the periods wholly inside and counts those across the edge', async () => {
    const inside = await askOne(`series=${MONTHS}&start=2023-02&end=2023-04`)
    expect(inside.periods).toEqual(['2023-03', '2023-04'])
    expect(inside.straddling).toBe(1)
    const all = await askOne(`series=${MONTHS}`)
    expect(all.straddling).toBe(0)
  })

  it('names only the sources of what it gives', async () => {
    const { sources, sourceOf } = await askOne(`series=${YTD}&start=2023-01&end=2023-11`)
    expect(new Set(sourceOf)).toEqual(new Set(sources.keys()))
    expect(sources.every(({ url }) => url?.startsWith('http'))).toBe(true)
  })

  it('chooses lengths of period', async () => {
    const months = await askOne(`series=${MONTHS}&start=2023&end=2023&span=M`)
    expect(months.periods).not.toContain('2023-01/2023-02')
    const both = await askOne(`series=${MONTHS}&start=2023&end=2023&span=M,I`)
    expect(both.periods).toContain('2023-01/2023-02')
    const share = 'series=car-market-share/car-share.chinese.autostat'
    const years = await askOne(`${share}&span=A`)
    expect(years.frequency).toBe('A')
    expect(years.periods).toEqual(['2022', '2024', '2025'])
  })

  it('takes the full years of a cumulative series as years', async () => {
    const whole = await askOne(`series=${YTD}&start=2021-01&end=2023-12`)
    expect(whole.cumulative).toBe(true)
    expect(whole.periods).toContain('2023-01/2023-12')
    const years = await askOne(`series=${YTD}&start=2021-01&end=2023-12&span=A`)
    expect(years.cumulative).toBe(false)
    expect(years.periods).toEqual(['2021', '2022', '2023'])
  })

  it('spells years as years where only the last one is told from January to a month', async () => {
    const gas = await askOne('series=related-series/gas.power-of-siberia.bcm')
    expect(gas.cumulative).toBe(false)
    expect(gas.periods).toEqual(expect.arrayContaining(['2023-01/2023-10', '2023', '2025']))
  })

  it('lets a transformation see what is before the start', async () => {
    const growth = await askOne(`series=yoy(${YTD})&start=2023-01&end=2023-11`)
    expect(growth.id).toBe(`yoy(${YTD})`)
    expect(growth.periods.at(-1)).toBe('2023-01/2023-11')
    expect(growth.values.at(-1)).toBeCloseTo(26.6, 0)
    const same = await askOne(`series=${YTD}&start=2023-01&end=2023-11&transform=yoy`)
    expect(same.values).toEqual(growth.values)
  })

  it('gives stated and computed growth side by side', async () => {
    const stated = 'bilateral-trade/cn-ru-trade.total.ytd.yoy-pct'
    const [told, computed] = await ask(`series=${stated},yoy(${YTD})&start=2023-01&end=2023-11`)
    expect(told!.values.at(-1)).toBe(26.7)
    expect(computed!.decimals.at(-1)).toBe(-1)
  })

  it('gives the balance of two series beside them', async () => {
    const [x, m] = ['exports', 'imports'].map(
      (flow) => `bilateral-trade/cn-ru-trade.${flow}.a.usd-bn`,
    )
    const series = await ask(`series=${x},${m},balance(${x},${m})&start=2022&end=2022`)
    expect(series.map(({ id }) => id)).toEqual([x, m, `balance(${x},${m})`])
    const [exports, imports, balance] = series.map(({ values }) => values[0]!)
    expect(balance).toBeCloseTo(exports! - imports!, 6)
  })

  it('that names no series says which one was probably meant', async () => {
    await expect(ask('series=bilateral-trade/cn-ru-trade.total.ytd.usd')).rejects.toMatchObject({
      code: 'unknown-series',
      status: 404,
      near: YTD,
    })
    await expect(ask(`series=${YTD},yoy(bilateral-trad/x)`)).rejects.toMatchObject({
      code: 'unknown-dataset',
      near: 'bilateral-trade',
    })
  })
})

it('streams every selected observation of a dataset, series by series', async () => {
  const [dataset] = await listDatasets(store.db)
  const ids: string[] = []
  let observations = 0
  for await (const columns of await readDataset(store.db, dataset!.id)) {
    ids.push(columns.id)
    observations += columns.values.length
  }
  expect(ids).toHaveLength(dataset!.series)
  expect(ids).toEqual(ids.toSorted())
  expect(observations).toBe(dataset!.observations)
  await expect(readDataset(store.db, 'nothing')).rejects.toMatchObject({ status: 404 })
})
