import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openAccess } from '../../api/access.ts'
import { openServer, type TestServer, TOKEN } from './server.ts'

const DAY = 86_400_000

describe('the token', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'entrepot-access-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))
  const file = () => join(folder, 'access.json')

  it('is made at the first start, told once and kept as a hash', () => {
    const first = openAccess(file(), undefined)
    const token = first.madeToken ?? ''
    expect(token.length).toBeGreaterThan(20)
    expect(readFileSync(file(), 'utf8')).not.toContain(token)
    expect(statSync(file()).mode & 0o777).toBe(0o600)
    const second = openAccess(file(), undefined)
    expect(second.madeToken).toBeNull()
    expect(second.checkToken(token, 'a')).toBe(true)
    expect(second.checkToken(`${token}x`, 'a')).toBe(false)
  })

  it('is not kept at all where it is a setting', () => {
    const access = openAccess(file(), TOKEN)
    expect(access.madeToken).toBeNull()
    access.openSession(null)
    expect(readFileSync(file(), 'utf8')).not.toContain(TOKEN)
    expect(access.checkToken(TOKEN, 'a')).toBe(true)
  })

  it('cannot be guessed fast, and one who tries locks nobody else out', () => {
    let now = 0
    const access = openAccess(null, TOKEN, () => now)
    for (let i = 0; i < 30; i++) expect(access.checkToken(`guess ${i}`, 'a')).toBe(false)
    expect(access.checkToken(TOKEN, 'a')).toBeUndefined()
    expect(access.checkToken(TOKEN, 'b')).toBe(true)
    now = 61_000
    expect(access.checkToken(TOKEN, 'a')).toBe(true)
  })

  it('opens sessions that outlive a restart, end after thirty days, and end with the token', () => {
    let now = Date.parse('2026-01-01')
    const clock = () => now
    const { id } = openAccess(file(), TOKEN, clock).openSession('Ada')
    expect(readFileSync(file(), 'utf8')).not.toContain(id)
    expect(openAccess(file(), TOKEN, clock).findSession(id)?.name).toBe('Ada')
    expect(openAccess(file(), 'another-token', clock).findSession(id)).toBeUndefined()
    now += 31 * DAY
    expect(openAccess(file(), TOKEN, clock).findSession(id)).toBeUndefined()
  })
})

describe('signing in from a page', () => {
  let server: TestServer
  beforeAll(async () => {
    server = await openServer()
  })
  afterAll(() => server.close())

  const session = (method: string, headers: Record<string, string> = {}, body?: object) =>
    server.app.request('http://store.example/api/session', {
      method,
      headers: { Host: 'store.example', 'Content-Type': 'application/json', ...headers },
      body: body && JSON.stringify(body),
    })
  const cookieOf = (response: Response) => response.headers.get('Set-Cookie') ?? ''
  const signIn = async () => cookieOf(await session('POST', {}, { token: TOKEN, name: 'Ada' }))

  it('trades the token for a cookie and back', async () => {
    const cookie = await signIn()
    expect(cookie).toMatch(/^entrepot=[\w-]+; .*HttpOnly.*SameSite=Strict/)
    expect(cookie).not.toContain('Secure')
    const Cookie = cookie.split(';')[0] ?? ''
    const signed = await (await session('GET', { Cookie })).json()
    expect(signed).toMatchObject({ signedIn: true, name: 'Ada', expires: expect.any(String) })
    expect(cookieOf(await session('DELETE', { Cookie }))).toContain('Max-Age=0')
    expect(await (await session('GET', { Cookie })).json()).toMatchObject({ signedIn: false })
  })

  it('marks the cookie Secure behind https', async () => {
    const proxied = { 'X-Forwarded-Proto': 'https' }
    expect(cookieOf(await session('POST', proxied, { token: TOKEN }))).toContain('Secure')
  })

  it('refuses a wrong token', async () => {
    const response = await session('POST', {}, { token: 'guess' })
    expect([response.status, cookieOf(response)]).toEqual([403, ''])
  })

  it('refuses what is no JSON', async () => {
    expect((await session('POST', { 'Content-Type': 'text/plain' }, { a: 1 })).status).toBe(415)
    expect((await session('POST', {}, { tokn: TOKEN })).status).toBe(400)
  })

  it('lets our own page write, and no other site', async () => {
    const Cookie = (await signIn()).split(';')[0] ?? ''
    const undo = async (headers: Record<string, string>) => {
      const init = { method: 'DELETE', headers: { Host: 'store.example', ...headers } }
      return (await server.app.request('http://store.example/api/imports/99', init)).status
    }
    expect(await undo({ Cookie, Origin: 'http://store.example' })).toBe(404)
    expect(await undo({ Cookie, 'Sec-Fetch-Site': 'same-origin' })).toBe(404)
    expect(await undo({ Cookie })).toBe(404)
    expect(await undo({ Cookie, Origin: 'http://evil.example' })).toBe(403)
    expect(await undo({ Cookie, Origin: 'null' })).toBe(403)
    expect(await undo({ Cookie, 'Sec-Fetch-Site': 'cross-site' })).toBe(403)
    expect(await undo({ Cookie: 'entrepot=guess', Origin: 'http://store.example' })).toBe(401)
  })

  it('does not let another site sign anybody in', async () => {
    const response = await session('POST', { Origin: 'http://evil.example' }, { token: TOKEN })
    expect(response.status).toBe(403)
  })
})
