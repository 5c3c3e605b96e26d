import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Problem } from '../../api/errors.ts'
import { BEARER, openServer, type TestServer, TOKEN } from './server.ts'

const CSV = 'reporter,partner,flow,period,value,unit\nCHN,RUS,X,2023-01,10.5,USD m\n'
const SERIES = 'bilateral-trade/cn-ru-trade.total.ytd.usd-bn'

/** Bytes on the wire, for what no client would send. */
describe('what no proper client sends', () => {
  let server: TestServer
  let port: number
  beforeAll(async () => {
    server = await openServer({ shipped: true })
    port = Number(new URL(await server.listen()).port)
  })
  afterAll(() => server.close())

  const send = (text: string): Promise<{ status: number; body: string }> =>
    new Promise((resolve, reject) => {
      const socket = connect(port, '127.0.0.1', () => socket.write(Buffer.from(text, 'latin1')))
      let got = ''
      socket.on('data', (data) => {
        got += data.toString('latin1')
      })
      socket.on('error', reject)
      socket.on('close', () => {
        const [head = '', body = ''] = got.split('\r\n\r\n')
        resolve({ status: Number(head.split(' ')[1]), body })
      })
    })
  const get = (path: string, host = 'x') =>
    send(`GET ${path} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`)

  it.each([
    ['what is no HTTP', 'NONSENSE\r\n\r\n'],
    ['a request without a host', 'GET / HTTP/1.0\r\n\r\n'],
    ['a host that is none', 'GET / HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n'],
    ['a path with a blank', 'GET /a b HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n'],
    [
      'two lengths of one body',
      'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n',
    ],
  ])('%s is answered by a problem', async (_, text) => {
    const { status, body } = await send(text)
    expect(status).toBe(400)
    expect(body).toContain('"code":"bad-request"')
  })

  it('an address of 300 kB is too long', async () => {
    const { status, body } = await get(`/api/series?q=${'a'.repeat(300_000)}`)
    expect(status).toBe(431)
    expect(JSON.parse(body)).toMatchObject({ code: 'long-header', next: expect.any(String) })
  })

  it('five hundred series fit into an address, and no more into a query', async () => {
    const ask = (n: number) => get(`/api/data?series=${Array(n).fill(SERIES).join(',')}`)
    expect((await ask(500)).status).toBe(200)
    const { status, body } = await ask(501)
    expect(status).toBe(400)
    expect(body).toContain('"code":"too-many-series"')
    expect(body).toContain('at most 500 series, and this one 501')
  })

  it.each(['/../../etc/passwd', '/assets/..%2f..%2fpackage.json', '/%2e%2e/%2e%2e/package.json'])(
    'no file outside of the page is at %s',
    async (path) => {
      const { status, body } = await get(path)
      expect([404, 503]).toContain(status)
      expect(body).not.toMatch(/root:|"private"/)
    },
  )
})

describe('parameters that name nothing of ours', () => {
  let server: TestServer
  beforeAll(async () => {
    server = await openServer({ shipped: true })
  })
  afterAll(() => server.close())

  const ask = async (path: string, init: RequestInit = {}) =>
    (await (await server.app.request(path, init)).json()) as Problem

  it.each([
    ['/api/series?__proto__=1', 'unknown-parameter'],
    ['/api/series?=1', 'unknown-parameter'],
    ['/api/data?__proto__=1', 'unknown-parameter'],
    ['/api/series?constructor=1', 'unknown-parameter'],
    ['/api/series?toString=1', 'unknown-parameter'],
    ['/api/data?hasOwnProperty=1&series=a/b', 'unknown-parameter'],
    ['/api/imports/01', 'unknown-import'],
    ['/api/events?start=2024&end=2023', 'empty-range'],
    ['/api/data?series=sum(bilateral-trade/reporter=CHN;flow=X)', 'different-units'],
    ['/api/data?series=sum(bilateral-trade/unit=USD_bn;frequency=M;reporter=CHN)', 'overlapping'],
    ['/api/observations?series=sum(bilateral-trade/flow=X)', 'bad-series'],
    [`/api/data?series=zzz(${SERIES})`, 'unknown-transform'],
    [`/api/data?series=${SERIES}&transform=index`, 'missing-argument'],
    [`/api/data?series=${SERIES}&transform=share`, 'needs-more'],
    [`/api/data?series=${SERIES}&transform=balance`, 'needs-two'],
    [`/api/data?series=${SERIES}&transform=yoy,yoy`, 'percent-of-percent'],
    [`/api/data?series=${SERIES}&transform=index:1800`, 'no-base'],
    [`/api/data?series=${SERIES}&transform=sum12`, 'cumulative'],
  ])('%s is %s, and what to do next is said', async (path, code) => {
    expect(await ask(path)).toMatchObject({ code, next: expect.stringMatching(/\.$/) })
  })

  it.each([
    [`/api/data?serie=${SERIES}`, 'serie', 'series'],
    [`/api/data?SERIES=${SERIES}`, 'SERIES', 'series'],
    [`/api/data.csv?serise=${SERIES}`, 'serise', 'series'],
    [`/api/observations?serie=${SERIES}&history=true`, 'serie', 'series'],
    [`/api/data?series=${SERIES}&transfrom=yoy`, 'transfrom', 'transform'],
  ])('%s is mistyped, also where the right one is missing', async (path, parameter, near) => {
    expect(await ask(path)).toMatchObject({ code: 'unknown-parameter', parameter, near })
  })

  it.each([
    [`/api/data?series=yoy(${SERIES}:2021)`, 'series'],
    ['/api/data?series=()', 'series'],
    [`/api/data?series=index(${SERIES}:)`, 'series'],
    [`/api/data?series=YOY(${SERIES})`, 'series'],
    [`/api/data?series=${SERIES}&transform=YOY`, 'transform'],
  ])('%s names the parameter in which the fault is', async (path, parameter) => {
    expect(await ask(path)).toMatchObject({ parameter })
  })

  it('a word of one letter is near to none', async () => {
    const problem = await ask(`/api/data?series=${SERIES}&span=X`)
    expect(problem).toMatchObject({ code: 'bad-span' })
    expect(problem.near).toBeUndefined()
  })

  it.each(['/api/data?series=a/b', '/api/datasets/none', '/api/datasets/none.csv'])(
    'who has anything of %s has nothing of what there is not',
    async (path) => {
      const response = await server.app.request(path, { headers: { 'If-None-Match': '*' } })
      expect(response.status).toBe(404)
    },
  )

  it.each(['/api/datasets', '/api/datasets/bilateral-trade.csv'])(
    'who has anything of %s needs it no second time',
    async (path) => {
      const response = await server.app.request(path, { headers: { 'If-None-Match': '*' } })
      expect(response.status).toBe(304)
    },
  )

  it('a mistyped field of a body is named with the nearest right one', async () => {
    const problem = await ask('/api/session', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: '{"tokn":"x"}',
    })
    expect(problem).toMatchObject({ code: 'bad-body', parameter: 'tokn', near: 'token' })
  })

  it.each([
    ['/api/series?limit=0', 'limit=0 cannot be used: it is a whole number from 1 to 1000.'],
    ['/api/series?limit=1e2', 'limit=1e2 cannot be used: it is a whole number from 1 to 1000.'],
    ['/api/imports?limit=', 'limit= cannot be used: it is a whole number from 1 to 1000.'],
    [
      `/api/observations?series=${SERIES}&history=`,
      'history= cannot be used: write true or false.',
    ],
  ])('%s says in words what is taken', async (path, detail) => {
    expect(await ask(path)).toMatchObject({ detail })
  })

  it('a name of the signed in is one line', async () => {
    const problem = await ask('/api/session', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ token: TOKEN, name: 'Ada\nAdmin' }),
    })
    expect(problem).toMatchObject({
      status: 400,
      detail: 'name cannot be used: it is one line of text.',
    })
  })

  it('OPTIONS says what an address answers, and lets no other site in', async () => {
    const response = await server.app.request('/api/imports', {
      method: 'OPTIONS',
      headers: { Origin: 'https://evil.example', 'Access-Control-Request-Method': 'POST' },
    })
    expect([response.status, response.headers.get('Allow')]).toEqual([
      204,
      'GET, HEAD, OPTIONS, POST',
    ])
    expect(response.headers.get('Access-Control-Allow-Origin')).toBeNull()
  })
})

describe('forms that are not as they should be', () => {
  let server: TestServer
  beforeAll(async () => {
    server = await openServer()
  })
  afterAll(() => server.close())

  const EDGE = 'edge'
  const part = (disposition: string, body = CSV) =>
    `--${EDGE}\r\nContent-Disposition: form-data; ${disposition}\r\n\r\n${body}\r\n`
  const FILE = part('name="file"; filename="tea.csv"')
  const END = `--${EDGE}--\r\n`
  const post = async (body: string, headers: Record<string, string> = {}) => {
    const response = await server.app.request('/api/imports?dryRun=true', {
      method: 'POST',
      headers: { ...BEARER, 'Content-Type': `multipart/form-data; boundary=${EDGE}`, ...headers },
      body,
    })
    return { status: response.status, body: await response.json() }
  }

  it.each([
    ['no boundary', FILE + END, 415, 'not-multipart', { 'Content-Type': 'multipart/form-data' }],
    [
      'a boundary that is too long',
      FILE + END,
      415,
      'not-multipart',
      {
        'Content-Type': `multipart/form-data; boundary=${'b'.repeat(5000)}`,
      },
    ],
    [
      'another boundary',
      FILE + END,
      400,
      'broken-upload',
      {
        'Content-Type': 'multipart/form-data; boundary=other',
      },
    ],
    ['a coding of its own', FILE + END, 415, 'encoded-upload', { 'Content-Encoding': 'gzip' }],
    ['no end', FILE, 400, 'broken-upload'],
    ['half a header', `--${EDGE}\r\nContent-Dispo`, 400, 'broken-upload'],
    ['nothing', '', 400, 'broken-upload'],
    ['no parts', END, 422, 'no-file'],
    ['a file that is a text', part('name="file"') + END, 422, 'no-file'],
    [
      'a field twice',
      part('name="dataset"', 'a') + part('name="dataset"', 'b') + FILE + END,
      422,
      'repeated-field',
    ],
    [
      'a field of no name of ours',
      part('name="__proto__"', 'a') + FILE + END,
      422,
      'unknown-field',
    ],
    ['a title of a megabyte', part('name="title"', 'x'.repeat(1e6)) + FILE + END, 422, 'bad-field'],
    ['a field that is cut', part('name="mapping"', 'x'.repeat(2e6)) + FILE + END, 422, 'bad-field'],
    [
      'an id of a thousand letters',
      part('name="dataset"', 'd'.repeat(1000)) + FILE + END,
      422,
      'bad-field',
    ],
  ])(
    '%s is refused in words',
    async (_, body, status, code, headers: Record<string, string> = {}) => {
      const answer = await post(body, headers)
      expect(answer).toMatchObject({ status, body: { code, next: expect.stringMatching(/\.$/) } })
    },
  )

  it.each([
    ['../../etc/passwd', 'passwd'],
    ['a\u0000b\u202e.csv', 'ab.csv'],
    [`${'n'.repeat(10_000)}.csv`, expect.stringMatching(/^n{180}…n+\.csv$/)],
    ['..', 'upload.csv'],
    ['<img src=x>.csv', '<img src=x>.csv'],
  ])('a file named %j is called so that it can be shown', async (name, shown) => {
    const text = Buffer.from(name).toString('latin1')
    const raw = part(`name="file"; filename="${text}"`) + END
    const { body } = await post(Buffer.from(raw, 'latin1').toString())
    expect(body).toMatchObject({ status: 'preview', file: shown })
  })

  it('a field may come after the file', async () => {
    const { body } = await post(FILE + part('name="dataset"', 'later') + END)
    expect(body).toMatchObject({ status: 'preview', dataset: 'later' })
  })

  it('a mistyped field of the mapping is named with the nearest right one', async () => {
    const { body } = await post(part('name="mapping"', '{"delimitr":";"}') + FILE + END)
    expect(body).toMatchObject({
      code: 'bad-mapping',
      detail: 'mapping cannot be used: There is no field "delimitr". Did you mean "delimiter"?',
    })
  })

  it('a code for a dimension with a name of the language is a code', async () => {
    const mapping = part('name="mapping"', '{"constants":{"constructor":"Kamaz"}}')
    expect((await post(mapping + FILE + END)).body).toMatchObject({ status: 'preview' })
  })

  it.each([
    ['a header of another name', { 'X-Api-Key': TOKEN }, 401],
    ['another scheme', { Authorization: `Token ${TOKEN}` }, 401],
    ['no scheme', { Authorization: TOKEN }, 401],
    ['small letters', { Authorization: `bearer ${TOKEN}` }, 200],
  ])('the token in %s', async (_, headers, status) => {
    const response = await server.app.request('/api/imports?dryRun=true', {
      method: 'POST',
      headers: { 'Content-Type': `multipart/form-data; boundary=${EDGE}`, ...headers },
      body: FILE + END,
    })
    expect(response.status).toBe(status)
  })

  it('a token in the address is a parameter that there is not', async () => {
    const response = await server.app.request(`/api/imports?dryRun=true&token=${TOKEN}`, {
      method: 'POST',
      headers: BEARER,
    })
    expect(await response.json()).toMatchObject({ code: 'unknown-parameter' })
  })

  it('many files at once are taken one by one', async () => {
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, i) => post(FILE.replace('tea', `tea-${i}`) + END)),
    )
    expect(answers.map(({ body }) => body.status)).toEqual(Array(12).fill('preview'))
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(12)
  })
})
