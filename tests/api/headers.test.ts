import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { operationsOf } from '../../api/docs/operations.ts'
import { BEARER, form, openServer, type TestServer } from './server.ts'

describe('headers of answers', () => {
  let server: TestServer
  let dist: string
  beforeAll(async () => {
    dist = mkdtempSync(join(tmpdir(), 'entrepot-dist-'))
    mkdirSync(join(dist, 'assets'))
    writeFileSync(join(dist, 'index.html'), '<!doctype html><title>Entrepot</title>')
    writeFileSync(join(dist, 'assets', 'main-a1.js'), 'export {}')
    server = await openServer({ shipped: true, dist })
  })
  afterAll(async () => {
    await server.close()
    rmSync(dist, { recursive: true })
  })

  const reads = async () =>
    operationsOf(await (await server.get('/api/openapi.json')).json())
      .filter(({ method }) => method === 'get')
      .map(({ path, parameters }) => {
        const given = (name: string) =>
          String(parameters.find((parameter) => parameter.name === name)?.schema.example)
        const query = parameters
          .filter((parameter) => parameter.in === 'query' && parameter.required)
          .map(({ name }) => `${name}=${given(name)}`)
        const where = path.replace(/\{(\w+)\}/g, (_, name: string) => given(name))
        return query.length === 0 ? where : `${where}?${query.join('&')}`
      })

  it('never leave a browser to guess what it got, or to keep it without asking', async () => {
    const wrong = ['/api/nonsense', '/api/series?limit=0', '/api/imports/99', '/nonsense.js']
    for (const path of [...(await reads()), ...wrong, '/', '/nonsense']) {
      const { headers } = await server.get(path)
      expect([path, headers.get('X-Content-Type-Options')]).toEqual([path, 'nosniff'])
      expect([path, headers.get('Cache-Control')]).toEqual([
        path,
        expect.stringMatching(/^no-(cache|store)$/),
      ])
      expect([path, headers.get('Content-Type')]).toEqual([path, expect.stringMatching(/\//)])
    }
  })

  it('say of what is compressed that it depends on the asker, and have an ETag', async () => {
    for (const path of ['/api/openapi.json', '/api/docs', '/api/datasets', '/api/imports', '/']) {
      const first = await server.get(path, { 'Accept-Encoding': 'gzip' })
      expect([path, first.headers.get('Vary')]).toEqual([path, 'Accept-Encoding'])
      const tag = first.headers.get('ETag') ?? ''
      expect([path, tag]).toEqual([path, expect.stringMatching(/^"/)])
      const asked = { 'Accept-Encoding': 'gzip', 'If-None-Match': tag }
      expect([path, (await server.get(path, asked)).status]).toEqual([path, 304])
    }
    for (const path of ['/api/openapi.json', '/api/docs']) {
      const { headers } = await server.get(path, { 'Accept-Encoding': 'br, gzip' })
      expect([path, headers.get('Content-Encoding')]).toEqual([path, 'br'])
    }
  })

  it('keep pages from running what is not ours, and from standing in pages of others', async () => {
    for (const path of ['/', '/api/docs']) {
      const policy = (await server.get(path)).headers.get('Content-Security-Policy') ?? ''
      expect(policy).toMatch(/default-src '(self|none)'/)
      expect(policy).toContain("frame-ancestors 'self'")
      expect(policy).toContain("base-uri 'none'")
      expect(policy).not.toMatch(/script-src[^;]*unsafe/)
    }
    const { headers } = await server.get('/')
    expect(headers.get('Referrer-Policy')).toBe('same-origin')
    expect(headers.get('Cross-Origin-Opener-Policy')).toBe('same-origin')
    expect(headers.get('Permissions-Policy')).toContain('geolocation=()')
  })

  it('give every download a name that says what it is', async () => {
    const names: Record<string, RegExp> = {
      '/api/datasets/bilateral-trade.csv': /^bilateral-trade\.csv$/,
      '/api/data.csv?series=bilateral-trade/cn-ru-trade.total.ytd.usd-bn&start=2023':
        /^bilateral-trade_cn-ru-trade\.total\.ytd\.usd-bn_from-2023\.csv$/,
      '/api/imports/1/issues.csv': /^import-1-issues\.csv$/,
    }
    for (const [path, name] of Object.entries(names)) {
      const disposition = (await server.get(path)).headers.get('Content-Disposition') ?? ''
      expect(/^attachment; filename="([^"]+)"$/.exec(disposition)?.[1]).toMatch(name)
    }
  })

  it('of what is written are kept nowhere', async () => {
    const csv = 'period,value\n2023-01,1\n'
    const uploaded = await server.app.request('/api/imports?dryRun=true', {
      method: 'POST',
      headers: BEARER,
      body: form(csv),
    })
    const place = uploaded.headers.get('Location') ?? ''
    const gone = await server.app.request(place, { method: 'DELETE', headers: BEARER })
    for (const { headers } of [uploaded, gone]) {
      expect(headers.get('Cache-Control')).toBe('no-store')
      expect(headers.get('X-Content-Type-Options')).toBe('nosniff')
    }
  })

  it('tell crawlers to read the pages and to leave the figures', async () => {
    const robots = await server.get('/robots.txt')
    expect(robots.headers.get('Content-Type')).toMatch(/^text\/plain/)
    expect(await robots.text()).toBe('User-agent: *\nAllow: /api/docs\nDisallow: /api/\n')
  })

  it('say when to try again, where guesses at the token came too fast', async () => {
    const guess = () =>
      server.app.request('/api/imports', {
        method: 'POST',
        headers: { Authorization: 'Bearer guess' },
      })
    for (let i = 0; i < 30; i++) expect((await guess()).status).toBe(403)
    const late = await guess()
    expect([late.status, late.headers.get('Retry-After')]).toEqual([429, '60'])
  })
})
