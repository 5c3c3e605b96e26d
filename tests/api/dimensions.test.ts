import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BEARER, form, openServer, type TestServer } from './server.ts'

interface Dimensions {
  total: number
  dimensions: { id: string; codes: { code: string; label: string; series: number }[] }[]
}

describe('what series can be filtered by', () => {
  let server: TestServer
  beforeAll(async () => {
    server = await openServer({ shipped: true })
  })
  afterAll(() => server.close())

  const ask = async (query = '') =>
    (await (await server.get(`/api/dimensions${query}`)).json()) as Dimensions
  const total = async (query: string) =>
    ((await (await server.get(`/api/series?limit=1&${query}`)).json()) as { total: number }).total
  const codesOf = ({ dimensions }: Dimensions, id: string) =>
    Object.fromEntries(
      (dimensions.find((one) => one.id === id)?.codes ?? []).map(({ code, series }) => [
        code,
        series,
      ]),
    )

  it('is told over all datasets, each code with a name and as many series as it finds', async () => {
    const all = await ask()
    expect(all.total).toBe(await total(''))
    expect(all.dimensions.map(({ id }) => id).slice(-2)).toEqual(['unit', 'frequency'])
    expect(codesOf(all, 'partner').RUS).toBe(await total('partner=RUS'))
    expect(codesOf(all, 'frequency').M).toBe(await total('frequency=M'))
    const partner = all.dimensions.find(({ id }) => id === 'partner')
    expect(partner?.codes).toContainEqual(expect.objectContaining({ code: 'RUS', label: 'Russia' }))
  })

  it('is that of the dataset where one is chosen', async () => {
    const { dimensions } = await (await server.get('/api/datasets/bilateral-trade')).json()
    expect((await ask('?dataset=bilateral-trade')).dimensions).toEqual(dimensions)
  })

  it('counts what is left when codes and words are chosen, and what could be chosen instead', async () => {
    const filters = 'dataset=bilateral-trade&flow=export&frequency=M&q=russia'
    const left = await ask(`?${filters}`)
    expect(left.total).toBe(await total(filters))
    expect(left.total).toBeGreaterThan(0)
    const flows = codesOf(left, 'flow')
    expect(flows.X).toBe(left.total)
    for (const [flow, series] of Object.entries(flows)) {
      expect(series).toBe(await total(filters.replace('export', flow)))
    }
    expect(Object.keys(flows).length).toBeGreaterThan(1)
    for (const [unit, series] of Object.entries(codesOf(left, 'unit'))) {
      expect(series).toBe(await total(`${filters}&unit=${encodeURIComponent(unit)}`))
    }
  })

  it('names what is probably meant where a filter is wrong', async () => {
    const wrong = async (query: string) => (await server.get(`/api/dimensions?${query}`)).json()
    expect(await wrong('partnr=RUS')).toMatchObject({ code: 'unknown-parameter', near: 'partner' })
    expect(await wrong('flow=Z')).toMatchObject({ code: 'unknown-code', parameter: 'flow' })
    expect(await wrong('dataset=bilateral')).toMatchObject({
      status: 404,
      near: 'bilateral-trade',
    })
    expect(await wrong('limit=5')).toMatchObject({ code: 'unknown-parameter' })
  })
})

describe('codes that no list of ours has', () => {
  let server: TestServer
  beforeAll(async () => {
    server = await openServer()
  })
  afterAll(() => server.close())

  const tell = async (chips: string, value: number) => {
    const csv = `reporterISO,partnerISO,flowDesc,cmdCode,cmdDesc,period,primaryValue
THA,CHN,Import,8542,${chips},2023,${value}
THA,CHN,Import,090240,Black tea,2023,3
`
    const response = await server.app.request('/api/imports', {
      method: 'POST',
      headers: BEARER,
      body: form(csv, { dataset: 'chips-and-tea' }),
    })
    expect(response.status).toBe(201)
    return ((await response.json()) as { id: number }).id
  }
  const undo = (id: number) =>
    server.app.request(`/api/imports/${id}`, { method: 'DELETE', headers: BEARER })
  const goods = async (path: string) => {
    const { dimensions } = (await (await server.get(path)).json()) as Dimensions
    const codes = dimensions.find(({ id }) => id === 'commodity')?.codes ?? []
    return codes.map(({ code, label }) => `${code} ${label}`)
  }

  it('are called as the latest file calls them, until that is undone', async () => {
    const first = await tell('Integrated circuits', 1)
    const named = ['090240 Black tea', '8542 Integrated circuits']
    expect(await goods('/api/dimensions?dataset=chips-and-tea')).toEqual(named)
    expect(await goods('/api/datasets/chips-and-tea')).toEqual(named)
    const second = await tell('Chips', 2)
    expect(await goods('/api/dimensions')).toEqual(['090240 Black tea', '8542 Chips'])
    await undo(second)
    expect(await goods('/api/dimensions?flow=M')).toEqual(named)
    await undo(first)
    expect(await goods('/api/dimensions')).toEqual([])
  })
})
