import { Validator } from '@seriousme/openapi-schema-validator'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { curlOf, operationsOf } from '../../api/docs/operations.ts'
import { openServer, type TestServer } from './server.ts'

describe('the description of the API', () => {
  let server: TestServer
  beforeAll(async () => {
    server = await openServer({ shipped: true })
  })
  afterAll(() => server.close())
  const document = async () => (await server.get('/api/openapi.json')).json()

  it('is valid OpenAPI 3.1', async () => {
    const { valid, errors } = await new Validator().validate(await document())
    expect(errors).toBeUndefined()
    expect(valid).toBe(true)
  })

  it('has every route of the contract', async () => {
    const routes = operationsOf(await document()).map(({ method, path }) => `${method} ${path}`)
    expect(routes.sort()).toEqual([
      'delete /api/imports/{id}',
      'delete /api/session',
      'get /api/dashboards',
      'get /api/dashboards/{id}',
      'get /api/data',
      'get /api/data.csv',
      'get /api/data.json',
      'get /api/data.xlsx',
      'get /api/datasets',
      'get /api/datasets/{dataset}',
      'get /api/datasets/{dataset}.csv',
      'get /api/dimensions',
      'get /api/docs',
      'get /api/events',
      'get /api/health',
      'get /api/imports',
      'get /api/imports/{id}',
      'get /api/imports/{id}/annotated.csv',
      'get /api/imports/{id}/issues.csv',
      'get /api/imports/{id}/progress',
      'get /api/observations',
      'get /api/openapi.json',
      'get /api/series',
      'get /api/series/{dataset}/{key}',
      'get /api/session',
      'post /api/imports',
      'post /api/imports/{id}',
      'post /api/session',
    ])
  })

  it('says of every route what it is and what it may answer', async () => {
    for (const { path, summary, tag, answers, writes, method } of operationsOf(await document())) {
      expect([path, summary.length > 5, tag.length > 0]).toEqual([path, true, true])
      const statuses = answers.map(({ status }) => status)
      expect(statuses).toContain('200')
      if (path !== '/api/health')
        expect([path, statuses]).toEqual([path, expect.arrayContaining(['400'])])
      if (method !== 'get' && path.startsWith('/api/imports')) {
        expect(writes).toBe(true)
        expect(statuses).toEqual(expect.arrayContaining(['401', '403']))
      }
    }
  })

  it('gives lines for a terminal, and each that reads works as it stands', async () => {
    const reads = operationsOf(await document()).filter(({ method }) => method === 'get')
    for (const operation of reads) {
      for (const line of curlOf(operation, 'http://store')) {
        const address = /'(http:[^']+)'$/.exec(line)?.[1] ?? ''
        const response = await server.get(address)
        expect([line, response.status]).toEqual([line, 200])
        await response.text()
      }
    }
  })

  it('explains every parameter and every field that is sent', async () => {
    for (const { path, parameters, body } of operationsOf(await document())) {
      for (const { name, in: place, description, schema } of parameters) {
        const explained = description ?? schema.description
        if (place === 'query')
          expect([path, name, explained]).toEqual([path, name, expect.any(String)])
      }
      for (const [name, field] of Object.entries(body?.properties ?? {})) {
        expect([path, name, field.description]).toEqual([path, name, expect.any(String)])
      }
    }
  })

  it('can be read as a page that runs no script and asks no other address', async () => {
    const response = await server.get('/api/docs')
    const page = await response.text()
    expect(response.headers.get('Content-Security-Policy')).toContain("default-src 'none'")
    expect(page).not.toMatch(/<script|\sstyle=|\son\w+=/)
    expect(page.match(/(?:src|href)="https?:/g)).toBeNull()
    for (const { path } of operationsOf(await document())) expect(page).toContain(`<code>${path}`)
    const anchors = [...page.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id)
    for (const id of anchors) expect(page).toContain(`id="${id}"`)
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })
})
