import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { describe, expect, it, vi } from 'vitest'
import { encodingOf, matches } from '../../api/encoded.ts'
import { askedBy, createKept, type Kept, responseOf } from '../../api/kept.ts'

const request = (path: string, headers: Record<string, string> = {}) =>
  new Request(`http://store${path}`, { headers })

const LONG = JSON.stringify(Array.from({ length: 500 }, (_, i) => i))

/** A store whose version the test moves, and an answer that counts how often it was made. */
function store(body = LONG) {
  const state = { version: 1, made: 0 }
  const kept = createKept(() => state.version)
  const make = async () => {
    state.made++
    return { body, type: 'application/json' }
  }
  return { state, kept, make, ask: (asked: Request) => kept.answer(asked, make) }
}

const find = async (kept: Kept, asked: Request): Promise<Response | undefined> => {
  const ready = await kept.find(askedBy(asked))
  return ready && responseOf(ready)
}

/** The kept answer once it is compressed. */
const compressedLater = (kept: Kept, asked: Request): Promise<Response> =>
  vi.waitFor(async () => {
    const found = await find(kept, asked)
    expect(found?.headers.get('Content-Encoding')).toBeTruthy()
    return found!
  })

describe('kept answers', () => {
  it('are not made again while the data stays', async () => {
    const { kept, state, ask } = store()
    expect(await find(kept, request('/a'))).toBeUndefined()
    await ask(request('/a'))
    const again = await find(kept, request('/a'))
    expect(await again?.text()).toBe(LONG)
    expect(state.made).toBe(1)
  })

  it('go when the data changes', async () => {
    const { kept, state, ask } = store()
    const first = await ask(request('/a'))
    state.version = 2
    expect(await find(kept, request('/a'))).toBeUndefined()
    const second = await ask(request('/a'))
    expect(second.headers.get('ETag')).not.toBe(first.headers.get('ETag'))
  })

  it('are 304 for whoever has them, before anything is read', async () => {
    const { kept, state, ask } = store()
    const tag = (await ask(request('/a'))).headers.get('ETag') ?? ''
    expect(tag).toMatch(/^"[^"]+"$/)
    const known = request('/a', { 'If-None-Match': `"other", ${tag}` })
    for (const answer of [await ask(known), await find(kept, known)]) {
      expect(answer?.status).toBe(304)
      expect(answer?.headers.get('ETag')).toBe(tag)
      expect(await answer?.text()).toBe('')
    }
    expect(state.made).toBe(1)
  })

  it('have another ETag for another query or encoding', async () => {
    const { ask, kept } = store()
    const compressed = request('/a', { 'Accept-Encoding': 'br' })
    const tags = [
      await ask(request('/a')),
      await ask(request('/a?b=1')),
      await ask(compressed).then(() => compressedLater(kept, compressed)),
    ].map(({ headers }) => headers.get('ETag'))
    expect(new Set(tags).size).toBe(3)
  })

  it('come as they are to who asks first, and compressed as the asker likes from then on', async () => {
    const { ask, kept } = store()
    const bytes = async (encoding: string) => {
      const asked = request('/a', { 'Accept-Encoding': encoding })
      const first = await ask(asked)
      expect(first.headers.get('Content-Encoding')).toBeNull()
      expect(await first.text()).toBe(LONG)
      const answer =
        encoding === 'identity' ? (await find(kept, asked))! : await compressedLater(kept, asked)
      expect(answer.headers.get('Vary')).toBe('Accept-Encoding')
      const body = Buffer.from(await answer.arrayBuffer())
      return { encoding: answer.headers.get('Content-Encoding'), body }
    }
    const br = await bytes('gzip, deflate, br')
    expect(br.encoding).toBe('br')
    expect(brotliDecompressSync(br.body).toString()).toBe(LONG)
    const gzip = await bytes('gzip, br;q=0')
    expect(gzip.encoding).toBe('gzip')
    expect(gunzipSync(gzip.body).toString()).toBe(LONG)
    expect((await bytes('identity')).encoding).toBeNull()
  })

  it('are 304 also for whoever has them in another encoding', async () => {
    const { ask, kept } = store()
    const asked = request('/a', { 'Accept-Encoding': 'br' })
    const plain = (await ask(asked)).headers.get('ETag') ?? ''
    const compressed = (await compressedLater(kept, asked)).headers.get('ETag') ?? ''
    for (const tag of [plain, compressed]) {
      const known = request('/a', { 'Accept-Encoding': 'br', 'If-None-Match': tag })
      expect((await find(kept, known))?.status).toBe(304)
      expect((await ask(known)).status).toBe(304)
    }
  })

  it('stay as they are where compressing is not worth it', async () => {
    const { ask } = store('[1]')
    const answer = await ask(request('/a', { 'Accept-Encoding': 'br' }))
    expect(answer.headers.get('Content-Encoding')).toBeNull()
    expect(await answer.text()).toBe('[1]')
  })

  it('take a bounded amount of memory: the one used longest ago goes first', async () => {
    const large = 'x'.repeat(7 * 1024 ** 2)
    const { kept, ask } = store(large)
    for (let n = 0; n < 10; n++) {
      await ask(request(`/${n}`))
      await find(kept, request('/0'))
    }
    expect(await find(kept, request('/0'))).toBeDefined()
    expect(await find(kept, request('/1'))).toBeUndefined()
    expect(await find(kept, request('/9'))).toBeDefined()
  })

  it('that are written bit by bit are let go when only their headers are asked for', async () => {
    let letGo = false
    const make = async () => ({
      body: new ReadableStream({
        cancel() {
          letGo = true
        },
      }),
      type: 'text/csv',
    })
    const { kept } = store()
    const answer = await kept.stream(new Request('http://store/a', { method: 'HEAD' }), make)
    expect(answer.headers.get('ETag')).toBeTruthy()
    expect([answer.body, letGo]).toEqual([null, true])
  })

  it('are compared as If-None-Match asks', () => {
    const asks = (value: string) => matches(request('/', { 'If-None-Match': value }), '"a"')
    expect(['"a"', 'W/"a"', '*', '"b", "a"'].map(asks)).toEqual([true, true, true, true])
    expect(['"b"', 'a', ''].map(asks)).toEqual([false, false, false])
  })

  it('know which encoding is refused', () => {
    const of = (value: string) => encodingOf(request('/', { 'Accept-Encoding': value }))
    expect(of('br;q=0.5')).toBe('br')
    expect(of('br;q=0, gzip;q=0.0')).toBe('identity')
    expect(of('deflate')).toBe('identity')
  })
})
