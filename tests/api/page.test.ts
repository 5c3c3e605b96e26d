import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openPage } from '../../api/page.ts'
import { openServer, type TestServer } from './server.ts'

const SCRIPT = "document.documentElement.dataset.theme = 'dark'"
const HTML = `<!doctype html><title>Entrepot</title><script>${SCRIPT}</script><script src="/assets/main-a1.js"></script>`
const MAIN = `console.log(${JSON.stringify('x'.repeat(3000))})`

describe('the built page', () => {
  let server: TestServer
  let dist: string
  beforeAll(async () => {
    dist = mkdtempSync(join(tmpdir(), 'entrepot-dist-'))
    mkdirSync(join(dist, 'assets'))
    writeFileSync(join(dist, 'index.html'), HTML)
    writeFileSync(join(dist, 'favicon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>')
    writeFileSync(join(dist, 'assets', 'main-a1.js'), MAIN)
    server = await openServer({ dist })
  })
  afterAll(async () => {
    await server.close()
    rmSync(dist, { recursive: true })
  })

  it.each([
    '/',
    '/d/overview',
    '/explore?q=yuan',
    '/series/bilateral-trade/cn-ru-trade.total.ytd.usd-bn',
    '/chart?series=a/b',
    '/upload',
    '/imports',
    '/imports/12',
    '/about',
  ])('is drawn at %s', async (path) => {
    const response = await server.get(path)
    expect([response.status, response.headers.get('Cache-Control')]).toEqual([200, 'no-cache'])
    expect(await response.text()).toBe(HTML)
  })

  it.each(['/nonsense', '/d', '/imports/x'])('is drawn as not found at %s', async (path) => {
    const response = await server.get(path)
    expect([response.status, await response.text()]).toEqual([404, HTML])
  })

  it.each(['/nonsense.js', '/assets/main-b2.js', '/../package.json', '/%2e%2e/package.json'])(
    'has no file %s',
    async (path) => {
      const response = await server.get(path)
      expect(response.status).toBe(404)
      expect(await response.text()).not.toContain('"private"')
    },
  )

  it('needs no unsafe-inline for its scripts: what is written into it goes by its hash', async () => {
    const policy = (await server.get('/')).headers.get('Content-Security-Policy') ?? ''
    const scripts = /script-src ([^;]+)/.exec(policy)?.[1]
    const hash = createHash('sha256').update(SCRIPT).digest('base64')
    expect(scripts).toBe(`'self' 'sha256-${hash}'`)
    expect(policy).toContain("default-src 'self'")
  })

  it('sends named files for good, compressed, and the rest to be asked about again', async () => {
    const asset = await server.get('/assets/main-a1.js', { 'Accept-Encoding': 'br' })
    expect(asset.headers.get('Cache-Control')).toContain('immutable')
    expect(asset.headers.get('Content-Type')).toMatch(/^text\/javascript/)
    const body = brotliDecompressSync(Buffer.from(await asset.arrayBuffer())).toString()
    expect(body).toBe(MAIN)
    const icon = await server.get('/favicon.svg')
    expect(icon.headers.get('Cache-Control')).toBe('no-cache')
    const again = await server.get('/favicon.svg', {
      'If-None-Match': icon.headers.get('ETag') ?? '',
    })
    expect(again.status).toBe(304)
  })

  it('that is not built says what to do', async () => {
    expect(openPage(join(dist, 'assets'))).toBeNull()
    const bare = await openServer()
    const response = await bare.get('/')
    expect(response.status).toBe(503)
    expect(await response.json()).toMatchObject({ next: expect.stringContaining('npm run build') })
    await bare.close()
  })
})
