import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadDocuments } from '../../../data/documents.ts'
import type { Columns } from '../../../data/model/columns.ts'
import type { Panel } from '../../../data/model/dashboard.ts'
import { fingerprint } from '../../../data/model/panel-words.ts'
import { parseQuery } from '../../../data/model/query.ts'
import { read } from '../../../data/read.ts'
import type { Store } from '../../../data/store/open.ts'
import { shippedStore } from '../shipped-store.ts'
import { dashboardsFolder } from './shipped.ts'

const { dashboards } = loadDocuments(dashboardsFolder)
const panels = dashboards.flatMap(({ id, panels }) =>
  panels.map((panel) => ({ name: `${id}#${panel.id}`, panel })),
)

/** What a panel shows, asked by the end of a line's name. */
class Shown {
  readonly columns: Columns

  constructor(columns: Columns) {
    this.columns = columns
  }

  line(ending: string) {
    const series = this.columns.series.filter(({ id }) => id.endsWith(ending))
    expect(series, ending).toHaveLength(1)
    return series[0]!
  }

  /** Values by period, those that are missing left out. */
  values(ending: string): Map<string, number> {
    const { periods, values } = this.line(ending)
    const pairs = periods.map((period, i) => [period, values[i]] as const)
    return new Map(pairs.filter((pair): pair is readonly [string, number] => pair[1] !== null))
  }

  at(ending: string, period: string): number {
    const value = this.values(ending).get(period)
    expect(value, `${ending} ${period}`).toBeDefined()
    return value!
  }

  /** The last value of each line, in the order of the query: what a ranking shows. */
  last(): number[] {
    return this.columns.series.map(({ values }) => values.findLast((value) => value !== null)!)
  }

  bound(ending: string, period: string): string | null {
    const { periods, bounds } = this.line(ending)
    return bounds?.[periods.indexOf(period)] ?? null
  }
}

const rises = (values: Iterable<number>): boolean => {
  const list = [...values]
  return list.every((value, i) => i === 0 || value > list[i - 1]!)
}

/** Differences of the figures that both years have, 2025 less 2024, by month. */
function against2024(shown: Shown, ending: string): Map<string, number> {
  const values = shown.values(ending)
  const months = [...values.keys()].filter((period) => period.startsWith('2025-01/'))
  const both = months.map((period) => [period, period.replaceAll('2025', '2024')] as const)
  return new Map(
    both
      .filter(([, before]) => values.has(before))
      .map(([period, before]) => [period, values.get(period)! - values.get(before)!]),
  )
}

/** Stated less computed growth, of the periods that have both. */
function statedLessComputed(shown: Shown): Map<string, number> {
  const stated = shown.values('.ytd.yoy-pct')
  const computed = shown.values('.ytd.usd-bn)')
  const both = [...stated.keys()].filter((period) => computed.has(period))
  expect(both.length).toBeGreaterThan(20)
  return new Map(both.map((period) => [period, stated.get(period)! - computed.get(period)!]))
}

const monthly = (shown: Shown) => {
  const positive = [...shown.values('imports.m.usd-bn)')].filter(([, value]) => value > 0)
  expect(positive.map(([period]) => period)).toEqual([
    '2023-04',
    '2023-07',
    '2024-07',
    '2024-09/2024-11',
    '2024-12',
  ])
}

const importGrowth = (shown: Shown) => {
  for (const [period, gap] of statedLessComputed(shown)) expect(gap, period).toBeLessThan(0)
  expect(shown.at('.ytd.usd-bn)', '2023-01/2023-03')).toBeCloseTo(37, 1)
  expect(shown.at('.ytd.yoy-pct', '2023-01/2023-03')).toBe(32.6)
}

const publishers = (shown: Shown) => {
  expect(shown.at('moscow-times', '2023')).toBe(50)
  expect(shown.at('globaldata', '2023')).toBeGreaterThan(50)
  expect(shown.at('chinese.autostat', '2024')).toBeGreaterThan(50)
  const months = [...shown.values('chinese.autostat')].filter(([p]) => /^2025-1\d$/.test(p))
  expect(months.map(([, value]) => value < 50)).toEqual([true, true])
}

const sinceTheWar = (shown: Shown, below: string[]) => {
  const periods = shown.columns.series.flatMap(({ id, periods, values, bounds }) =>
    periods.map((period, i) => ({ id, period, value: values[i]!, bound: bounds?.[i] ?? null })),
  )
  const since = periods.filter(({ period }) => period !== '2021-01/2022-02')
  const most = ({ value, bound }: (typeof since)[number]) =>
    value > 50 || (value === 50 && bound === '>')
  const others = since.filter((figure) => !most(figure)).map(({ id }) => id.split('.').at(-1))
  expect(others).toEqual(below)
}

const settlement = (shown: Shown) => {
  const said = shown.values('settlement.rub-cny-share')
  const days = [...said].filter(([period]) => /^\d{4}-\d{2}-\d{2}$/.test(period))
  expect(days).toHaveLength(4)
  for (const [day, value] of days) {
    expect(day >= '2023-10').toBe(true)
    expect(value > 90 || shown.bound('settlement.rub-cny-share', day) === '>', day).toBe(true)
  }
}

/** Each claim, borne out by the figures of its chart. */
const BORNE_OUT: Record<string, (shown: Shown) => void> = {
  'overview#monthly': monthly,
  'overview#cumulative'(shown) {
    const gaps = against2024(shown, 'total.ytd.usd-bn')
    expect(gaps.size).toBe(5)
    for (const [period, gap] of gaps) expect(gap, period).toBeLessThan(0)
    const opened = (year: number) => shown.at('total.ytd.usd-bn', `${year}-01/${year}-02`)
    expect(opened(2026)).toBeGreaterThan(opened(2024))
  },
  'overview#import-growth': importGrowth,
  'overview#publishers': publishers,
  'overview#chip-shares': (shown) => sinceTheWar(shown, ['sia']),
  'overview#settlement': settlement,
  'bilateral-trade#monthly': monthly,
  'bilateral-trade#cumulative-exports'(shown) {
    const gaps = against2024(shown, 'exports.ytd.usd-bn')
    expect(gaps.size).toBe(5)
    for (const [period, gap] of gaps) expect(gap, period).toBeLessThan(0)
    const opened = (year: number) => shown.at('exports.ytd.usd-bn', `${year}-01/${year}-02`)
    expect(opened(2026)).toBeGreaterThan(opened(2024))
  },
  'bilateral-trade#cumulative-imports'(shown) {
    const gaps = against2024(shown, 'imports.ytd.usd-bn')
    expect(gaps.get('2025-01/2025-08')).toBeCloseTo(-7.6, 1)
    expect(gaps.get('2025-01/2025-12')).toBeCloseTo(-4.5, 1)
  },
  'bilateral-trade#export-growth'(shown) {
    const below = [...statedLessComputed(shown)].filter(([, gap]) => gap < 0)
    expect(below.map(([period]) => period)).toEqual(['2025-01/2025-04'])
  },
  'bilateral-trade#import-growth': importGrowth,
  'bilateral-trade#annual'(shown) {
    const trade = shown.values('cn-ru-trade.total.a.usd-bn')
    expect(trade.get('2025')! / trade.get('2020')!).toBeGreaterThan(2)
    expect(trade.get('2025')).toBeLessThan(trade.get('2024')!)
    expect(['2011', '2012', '2014'].filter((year) => trade.has(year))).toEqual([])
  },
  'bilateral-trade#mirror'(shown) {
    const [chinaBought, russiaSold, russiaBought, chinaSold] = shown.last()
    expect([chinaBought, russiaSold, russiaBought, chinaSold]).toEqual([48.193, 42.3, 43.5, 40.804])
    expect(chinaBought).toBeGreaterThan(chinaSold!)
    expect(russiaBought).toBeGreaterThan(russiaSold!)
  },
  'bilateral-trade#currencies'(shown) {
    const dollars = shown.values('total.a.yoy-pct')
    const higher = [...shown.values('cny-yoy-pct')].map(([year, yuan]) => [
      year,
      yuan > dollars.get(year)!,
    ])
    expect(Object.fromEntries(higher)).toEqual({
      2021: false,
      2022: true,
      2023: true,
      2024: true,
      2025: true,
    })
  },
  'bilateral-trade#annual-flows'(shown) {
    const balance = shown.values('imports.a.usd-bn)')
    expect([...balance.keys()]).toEqual(['2019', '2020', '2022', '2023', '2024', '2025'])
    for (const [year, value] of balance) expect(value, year).toBeLessThan(0)
  },
  'cars#publishers': publishers,
  'cars#origin-2022'(shown) {
    const [european, korean, , japanese] = shown.last()
    expect(european! + korean! + japanese!).toBe(69)
    expect(shown.last().reduce((sum, share) => sum + share)).toBe(99)
  },
  'cars#origin-2023'(shown) {
    expect(shown.at('russian.autostat', '2023-01/2023-02')).toBe(41)
    expect(shown.at('chinese.autostat', '2023-01/2023-02')).toBe(38)
    expect(shown.last().reduce((sum, share) => sum + share)).toBe(100)
  },
  'cars#definitions'(shown) {
    expect(shown.last()).toEqual([60.5, 54, 51.7, 48.7, 36.9])
  },
  'cars#assembly'(shown) {
    expect(shown.last()[0]).toBeGreaterThan(50)
    expect(shown.last().reduce((sum, share) => sum + share)).toBeCloseTo(100, 6)
  },
  'cars#market'(shown) {
    for (const count of ['market.total.autostat', 'minpromtorg']) {
      const sold = shown.values(count)
      expect(rises(['2022', '2023', '2024'].map((year) => sold.get(year)!)), count).toBe(true)
      expect(sold.get('2025')).toBeLessThan(sold.get('2024')!)
    }
    expect([...shown.values('aeb').keys()].at(-1)).toBe('2022')
  },
  'cars#brands'(shown) {
    const [lada, haval, chery] = shown.last()
    expect(lada).toBeGreaterThan(haval! + chery!)
  },
  'chips#shares': (shown) => sinceTheWar(shown, ['kse', 'sia']),
  'chips#transit'(shown) {
    expect(shown.last()).toEqual([75, 6, 6, 4])
  },
  'chips#flows'(shown) {
    for (const { id, values } of shown.columns.series) {
      expect(values, id).toHaveLength(2)
      expect(values[1], id).toBeGreaterThan(values[0]!)
    }
    expect(shown.columns.series).toHaveLength(4)
  },
  'chips#values'(shown) {
    const values = shown.last()
    expect(Math.min(...values)).toBe(1.7)
    expect(Math.max(...values)).toBe(22)
    expect(shown.bound('critical-components-imports.total.kse', '2023-01/2023-10')).toBe('>')
  },
  'chips#before'(shown) {
    const [netherlands, hongKong, , china] = shown.last()
    expect(netherlands).toBe(Math.max(...shown.last()))
    expect(netherlands).toBeGreaterThan(china!)
    expect(hongKong).toBeGreaterThan(china!)
  },
  'chips#makers'(shown) {
    expect(shown.last()).toEqual([48, 45])
  },
  'chips#detours'(shown) {
    for (const { id, values } of shown.columns.series) {
      expect(values[0], id).toBeLessThan(0.1)
      expect(values[1], id).toBeGreaterThan(3)
    }
  },
  'goods#crude'(shown) {
    expect([...shown.values('cn-from-ru.mt').keys()]).toEqual(['2021', '2022', '2023', '2024'])
    expect(rises(shown.values('cn-from-ru.mt').values())).toBe(true)
  },
  'goods#gas'(shown) {
    const gas = shown.values('power-of-siberia.bcm')
    expect(gas.get('2025')! / gas.get('2020')!).toBeGreaterThan(9)
    expect(gas.has('2021')).toBe(false)
  },
  'goods#lng'(shown) {
    expect([...shown.values('lng.cn-from-ru.mt').keys()]).toEqual(['2021', '2022', '2023', '2025'])
    expect(rises(shown.values('lng.cn-from-ru.mt').values())).toBe(true)
  },
  'goods#coal'(shown) {
    const coal = shown.values('coal.cn-from-ru.mt')
    expect(coal.get('2024')! / coal.get('2017')!).toBeGreaterThan(3.3)
  },
  'goods#settlement'(shown) {
    settlement(shown)
    expect(shown.at('share-all-trade', '2023-10-20')).toBe(68)
  },
  'goods#export-currencies'(shown) {
    expect(shown.at('usd-eur-share-exports', '2022-01')).toBe(87)
    expect(shown.at('usd-eur-share-exports', '2022-12')).toBe(48)
  },
  'goods#import-currencies'(shown) {
    expect(shown.at('cny-share-imports', '2022-01')).toBe(4)
    expect(shown.at('cny-share-imports', '2023-03')).toBe(27)
  },
  'goods#weight'(shown) {
    for (const line of [
      'china-share.bofit-high',
      'china-share.bofit-low',
      'ru-imports.china-share',
    ])
      for (const value of shown.values(line).values()) expect(value).toBeGreaterThan(100 / 3)
    expect([...shown.values('cn-trade.russia-share').values()]).toEqual([3, 4])
  },
  'goods#machines'(shown) {
    const [tractors, ...rest] = shown.last()
    expect(tractors).toBeGreaterThan(rest.reduce((sum, value) => sum + value))
  },
  'goods#vehicles'(shown) {
    const months = shown.at('gacc.units', '2023-01/2023-08')
    expect(months / shown.at('gacc.units', '2022')).toBeGreaterThan(3)
  },
  'goods#bearings'(shown) {
    for (const { id, values } of shown.columns.series) {
      expect(values[1]! / values[0]!, id).toBeLessThan(0.5)
    }
  },
  'goods#articles'(shown) {
    expect(shown.last()).toEqual([225, 150, 100])
    expect(shown.columns.series.map(({ bounds }) => bounds?.[0] ?? null)).toEqual(['>', null, '>'])
  },
  'goods#yuan-volumes'(shown) {
    expect(shown.last()).toEqual([7.7, 6.9])
  },
}

describe('the sentence over a chart', () => {
  let store: Store
  beforeAll(async () => {
    store = await shippedStore()
  })
  afterAll(() => store?.close())

  const show = async (panel: Panel) => new Shown(await read(store.db, parseQuery(panel.query)))

  it('is checked, each of them', () => {
    expect(panels.map(({ name }) => name).sort()).toEqual(Object.keys(BORNE_OUT).sort())
  })

  it.each(panels)('of $name is borne out by its figures', async ({ name, panel }) => {
    const shown = await show(panel)
    for (const { id, values } of shown.columns.series) expect(values, id).not.toEqual([])
    BORNE_OUT[name]?.(shown)
  })

  it.each(panels)('of $name names the figures that it was checked against', async ({ panel }) => {
    // Where the figures are others now: check the sentence again, then put this name into the document.
    expect(panel.checked).toBe(fingerprint((await show(panel)).columns))
  })

  it.each(panels)('of $name has its call-outs at figures that are there', async ({ panel }) => {
    const shown = await show(panel)
    for (const { series, period } of panel.annotations ?? []) shown.at(series, period)
  })
})
