import { hc } from 'hono/client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { App } from '../../api/app.ts'
import { openServer, type TestServer } from './server.ts'

const TOTAL = 'bilateral-trade/cn-ru-trade.total.ytd.usd-bn'

describe('reading over HTTP', () => {
  let server: TestServer
  let api: ReturnType<typeof hc<App>>['api']
  beforeAll(async () => {
    server = await openServer({ shipped: true })
    // The typed client holds the answers against the routes' types while it asks them.
    api = hc<App>('http://store', { fetch: server.app.request }).api
  })
  afterAll(() => server.close())

  const data = async (query: { series: string } & Record<string, string>) =>
    (await (await api.data.$get({ query })).json()).series

  it('says that the store answers', async () => {
    expect(await (await api.health.$get({ query: {} })).json()).toMatchObject({ status: 'ok' })
  })

  it('counts 1,341 releases over the four shipped datasets', async () => {
    const { total, datasets } = await (await api.datasets.$get({ query: {} })).json()
    expect(total).toBe(4)
    expect(Object.fromEntries(datasets.map(({ id, releases }) => [id, releases]))).toEqual({
      'bilateral-trade': 816,
      'car-market-share': 287,
      'chip-import-shares': 63,
      'related-series': 175,
    })
  })

  it('gives a dataset with its dimensions, each code named and counted', async () => {
    const param = { dataset: 'bilateral-trade' }
    const { dimensions } = await (await api.datasets[':dataset'].$get({ param, query: {} })).json()
    const partner = dimensions.find(({ id }) => id === 'partner')
    expect(partner?.codes).toContainEqual(expect.objectContaining({ code: 'RUS', label: 'Russia' }))
  })

  it('finds series by words, a page at a time', async () => {
    const ask = async (query: Record<string, string>) =>
      (await api.series.$get({ query: { q: 'yuan', limit: '2', ...query } })).json()
    const first = await ask({})
    expect(first.series).toHaveLength(2)
    expect(first.total).toBeGreaterThan(2)
    const second = await ask({ cursor: first.next ?? '' })
    expect(second.series[0]?.id).not.toBe(first.series[0]?.id)
  })

  it('finds series by codes, however a code is spelled', async () => {
    const total = async (flow: string) => {
      const query = { dataset: 'bilateral-trade', flow }
      return (await (await api.series.$get({ query })).json()).total
    }
    expect(await total('X')).toBeGreaterThan(0)
    expect(await total('export')).toBe(await total('X'))
  })

  it('gives one series with its sources and its relatives', async () => {
    const [dataset = '', key = ''] = TOTAL.split('/')
    const route = api.series[':dataset'][':key']
    const series = await (await route.$get({ param: { dataset, key }, query: {} })).json()
    const told = series.sources.reduce((sum, { releases }) => sum + releases, 0)
    expect(told).toBe(series.releases)
    expect(series.related.length).toBeGreaterThan(0)
  })

  it('gives January to November 2023 as 218.176', async () => {
    const [total] = await data({ series: TOTAL, start: '2023-01', end: '2023-11' })
    expect(total?.periods.at(-1)).toBe('2023-01/2023-11')
    expect(total?.values.at(-1)).toBe(218.176)
  })

  it('computes what the query asks for, beside what is stored', async () => {
    const series = await data({ series: `yoy(${TOTAL}),${TOTAL}`, start: '2023', end: '2023' })
    expect(series.map(({ id }) => id)).toEqual([`yoy(${TOTAL})`, TOTAL])
  })

  it('hides with asOf what was published later', async () => {
    const [total] = await data({ series: TOTAL, asOf: '2023-12-31' })
    const later = total?.sources.filter(({ published }) => (published ?? '') > '2023-12-31')
    expect(later).toEqual([])
    expect(total?.periods.at(-1)?.slice(0, 4)).toBe('2023')
  })

  it('tells every release of a period, one of them selected', async () => {
    const query = { series: TOTAL, start: '2023-01', end: '2023-11' }
    const selected = await (await api.observations.$get({ query })).json()
    const history = { ...query, history: 'true' }
    const all = await (await api.observations.$get({ query: history })).json()
    expect(all.total).toBeGreaterThan(selected.total)
    const told = all.observations.filter(({ period }) => period === '2023-01/2023-11')
    expect(told.length).toBeGreaterThan(1)
    expect(told.filter((row) => row.selected)).toEqual([
      expect.objectContaining({ value: 218.176, file: 'bilateral-trade.csv', status: 'A' }),
    ])
  })

  it('gives the documents that the page draws', async () => {
    const { total, dashboards } = await (await api.dashboards.$get({ query: {} })).json()
    expect(total).toBe(5)
    const param = { id: dashboards[0]?.id ?? '' }
    const dashboard = await (await api.dashboards[':id'].$get({ param, query: {} })).json()
    expect(dashboard.panels.length).toBeGreaterThan(0)
  })

  it('gives events by category and range', async () => {
    const all = await (await api.events.$get({ query: {} })).json()
    expect(all.total).toBe(25)
    expect(all.events[0]?.id).toBe('2022-02-04-1')
    const query = { category: 'war,sanctions', start: '2022-02', end: '2022-02' }
    const { events } = await (await api.events.$get({ query })).json()
    expect(events.length).toBeGreaterThan(0)
    for (const { date, category } of events) {
      expect(date).toMatch(/^2022-02/)
      expect(['war', 'sanctions']).toContain(category)
    }
  })

  it('keeps the ledger of what came in, a page at a time', async () => {
    const ask = async (query: { limit: string; cursor?: string }) =>
      (await api.imports.$get({ query })).json()
    const first = await ask({ limit: '3' })
    expect([first.total, first.imports.length]).toEqual([4, 3])
    const rest = await ask({ limit: '3', cursor: first.next ?? '' })
    expect(rest.imports.map(({ id }) => id)).toEqual([1])
  })

  it('says in a 200 that nobody is signed in', async () => {
    const session = await (await api.session.$get({ query: {} })).json()
    expect(session).toEqual({
      signedIn: false,
      name: null,
      expires: null,
      maxUpload: 1024 ** 3,
    })
  })

  it('answers HEAD with the headers of GET and no body', async () => {
    const response = await server.app.request('/api/datasets', { method: 'HEAD' })
    expect(response.status).toBe(200)
    expect(await response.text()).toBe('')
  })
})
