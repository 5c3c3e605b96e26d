import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { operationsOf } from '../../api/docs/operations.ts'
import { PROBLEMS, type Problem } from '../../api/errors.ts'
import { BEARER, openServer, type TestServer } from './server.ts'

const TOTAL = 'bilateral-trade/cn-ru-trade.total.ytd.usd-bn'

describe('what goes wrong over HTTP', () => {
  let server: TestServer
  beforeAll(async () => {
    server = await openServer({ shipped: true })
  })
  afterAll(() => server.close())

  const ask = async (path: string, init: RequestInit = {}) => {
    const response = await server.app.request(path, init)
    const type = response.headers.get('Content-Type')
    expect([path, type]).toEqual([path, 'application/problem+json'])
    const problem = (await response.json()) as Problem
    expect(problem).toMatchObject({
      type: `/api/docs#${problem.code}`,
      status: response.status,
      instance: path,
      title: expect.any(String),
      detail: expect.stringMatching(/[.?]$/),
    })
    return { response, problem }
  }
  const codeOf = async (path: string, init: RequestInit = {}) => {
    const { problem } = await ask(path, init)
    return [problem.status, problem.code]
  }

  it('is one shape: an unknown parameter on any route', async () => {
    const document = await (await server.get('/api/openapi.json')).json()
    const operations = operationsOf(document as never)
    expect(operations.length).toBeGreaterThan(20)
    for (const { method, path, parameters } of operations) {
      const where = path.replace(/\{(\w+)\}/g, (_, name: string) => {
        const found = parameters.find((parameter) => parameter.name === name)
        return String(found?.schema.example ?? 'x')
      })
      const required = parameters
        .filter((parameter) => parameter.in === 'query' && parameter.required)
        .map(({ name, schema }) => `${name}=${schema.example}&`)
      const { problem } = await ask(`${where}?${required.join('')}nonsense=1`, {
        method: method.toUpperCase(),
        headers: BEARER,
      })
      expect([method, path, problem.code]).toEqual([method, path, 'unknown-parameter'])
      expect(problem.detail).toContain('"nonsense"')
    }
  })

  it('names the parameter that was probably meant', async () => {
    const { problem } = await ask(`/api/data?series=${TOTAL}&asof=2023-12-31`)
    expect(problem).toMatchObject({ status: 400, parameter: 'asof', near: 'asOf' })
    const { problem: dimension } = await ask('/api/series?partnr=RUS')
    expect(dimension).toMatchObject({ status: 400, near: 'partner' })
  })

  it.each([
    ['/api/data', [400, 'missing-parameter']],
    ['/api/data?series=', [400, 'missing-series']],
    ['/api/data?series=nonsense', [400, 'bad-series']],
    [`/api/data?series=${TOTAL}&start=soon`, [400, 'bad-period']],
    [`/api/data?series=${TOTAL}&start=2024&end=2023`, [400, 'empty-range']],
    [`/api/data?series=${TOTAL}&span=X`, [400, 'bad-span']],
    [`/api/data?series=${TOTAL}&asOf=2023-02-30`, [400, 'bad-day']],
    [`/api/data?series=${TOTAL}&start=2022&start=2023`, [400, 'repeated-parameter']],
    [`/api/observations?series=${TOTAL},${TOTAL}`, [400, 'bad-series']],
    [`/api/observations?series=${TOTAL}&history=perhaps`, [400, 'bad-parameter']],
    ['/api/series?limit=0', [400, 'bad-parameter']],
    ['/api/series?cursor=nonsense', [400, 'bad-cursor']],
    ['/api/events?category=weather', [400, 'bad-parameter']],
    ['/api/events?start=soon', [400, 'bad-period']],
    ['/api/imports?cursor=last', [400, 'bad-cursor']],
    ['/api/nonsense', [404, 'unknown-route']],
    ['/api', [404, 'unknown-route']],
    ['/api/datasets/%ff.csv', [404, 'unknown-dataset']],
  ])('refuses %s', async (path, expected) => {
    expect(await codeOf(path)).toEqual(expected)
  })

  it.each([
    ['/api/datasets/bilateral-trad', 'unknown-dataset', 'bilateral-trade'],
    ['/api/datasets/bilateral-trad.csv', 'unknown-dataset', 'bilateral-trade'],
    ['/api/series/bilateral-trade/cn-ru-trade.total.ytd.usd-b', 'unknown-series', TOTAL],
    [`/api/data?series=${TOTAL}s`, 'unknown-series', TOTAL],
    [`/api/data.csv?series=${TOTAL}s`, 'unknown-series', TOTAL],
    [`/api/observations?series=${TOTAL}s`, 'unknown-series', TOTAL],
    ['/api/dashboards/overveiw', 'unknown-dashboard', 'overview'],
    ['/api/dataset', 'unknown-route', '/api/datasets'],
    ['/api/datasets/chip%20import-shares.csv', 'unknown-dataset', 'chip-import-shares'],
  ])('has no %s, and says what is near', async (path, code, near) => {
    const { problem } = await ask(path)
    expect(problem).toMatchObject({ status: 404, code, near })
    expect(problem.next).toBeTruthy()
  })

  it.each(['/api/imports/99', '/api/imports/x', '/api/imports/99/progress'])(
    'has no import %s',
    async (path) => {
      expect(await codeOf(path)).toEqual([404, 'unknown-import'])
    },
  )

  it.each([
    ['POST', '/api/data', 'GET, HEAD, OPTIONS'],
    ['PUT', '/api/datasets/bilateral-trade.csv', 'GET, HEAD, OPTIONS'],
    ['PATCH', '/api/imports/1', 'DELETE, GET, HEAD, OPTIONS, POST'],
    ['DELETE', '/', 'GET, HEAD, OPTIONS'],
  ])('says which methods an address answers when asked by %s %s', async (method, path, allow) => {
    const { response, problem } = await ask(path, { method })
    expect([problem.status, response.headers.get('Allow')]).toEqual([405, allow])
  })

  it('says when to ask again where the store is locked', async () => {
    const { errorProblem } = await import('../../api/errors.ts')
    const { Hono } = await import('hono')
    const app = new Hono().get('/', () => {
      throw Object.assign(new Error('database is locked'), { code: 'SQLITE_BUSY' })
    })
    app.onError(errorProblem)
    const response = await app.request('/')
    expect([response.status, response.headers.get('Retry-After')]).toEqual([503, '5'])
  })

  it('says what to do next of every code that the data throws', () => {
    const folder = new URL('../../data/', import.meta.url).pathname
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    const thrown = files
      .filter((name) => /^(model|transform|store|read).*\.ts$/.test(name))
      .flatMap((name) => [
        ...readFileSync(join(folder, name), 'utf8').matchAll(
          /(?:QueryError|TransformError|unknownName)\(\s*'([a-z-]+)'/g,
        ),
      ])
      .map(([, code]) => code ?? '')
    expect(thrown.length).toBeGreaterThan(20)
    expect([...new Set(thrown)].filter((code) => !Object.hasOwn(PROBLEMS, code))).toEqual([])
  })

  it('tells every code at /api/docs', async () => {
    const page = await (await server.get('/api/docs')).text()
    for (const code of Object.keys(PROBLEMS)) expect(page).toContain(`id="${code}"`)
  })
})
