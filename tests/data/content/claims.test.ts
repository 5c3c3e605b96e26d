import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadDocuments } from '../../../data/documents.ts'
import type { Claim } from '../../../data/model/dashboard.ts'
import { kpiWords } from '../../../data/model/kpi-words.ts'
import { parsePeriod } from '../../../data/model/period.ts'
import { parseQuery } from '../../../data/model/query.ts'
import { read } from '../../../data/read.ts'
import type { Store } from '../../../data/store/open.ts'
import { shippedStore } from '../shipped-store.ts'
import { dashboardsFolder, readText } from './shipped.ts'

const claims: Claim[] = JSON.parse(readText('dashboards/claims.json'))
const { dashboards } = loadDocuments(dashboardsFolder)
const kpis = dashboards.flatMap(({ id, kpis, more = [] }) =>
  [...kpis, ...more].map((kpi) => ({ name: `${id}: ${kpi.label}`, kpi })),
)

let store: Store
beforeAll(async () => {
  store = await shippedStore()
})
afterAll(() => store?.close())

/** The value of a query's only series at a period, however the period is spelled. */
async function valueAt(query: string, period: string): Promise<number | null | undefined> {
  const { series } = await read(store.db, parseQuery(query))
  expect(series).toHaveLength(1)
  const wanted = parsePeriod(period)
  expect(wanted, period).toBeDefined()
  const at = series[0]!.periods.findIndex((text) => {
    const own = parsePeriod(text)
    return own?.first === wanted?.first && own?.last === wanted?.last
  })
  return series[0]!.values[at]
}

describe('a published figure', () => {
  it('is told once', () => {
    expect(new Set(claims.map(({ id }) => id)).size).toBe(claims.length)
    expect(claims.length).toBeGreaterThan(20)
  })

  it.each(claims)('comes out of the store: $statement', async (claim) => {
    const { query, period, value, tolerance } = claim
    const found = await valueAt(query, period)
    expect(found).toBeTypeOf('number')
    expect(Math.abs(found! - value)).toBeLessThanOrEqual(tolerance)
  })
})

describe('a headline figure', () => {
  it.each(kpis)('is in the store, and so is what it is told beside: $name', async ({ kpi }) => {
    const { query, changeQuery, change, spark } = kpi
    const ask = (text: string) => read(store.db, parseQuery(text))
    const words = kpiWords(kpi, await ask(query), changeQuery ? await ask(changeQuery) : null)
    expect(words.value).toMatch(/\d/)
    expect(words.label).not.toMatch(/[{}]/)
    if (change) expect(words.change?.join('')).toMatch(changeQuery ? /\d/ : /./)
    if (spark) {
      const [series] = (await read(store.db, parseQuery(spark))).series
      expect(series?.values.length).toBeGreaterThan(1)
    }
  })
})
