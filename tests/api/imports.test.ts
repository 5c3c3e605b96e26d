import { readdirSync } from 'node:fs'
import { request as httpRequest } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ImportReport, Progress, UndoReport } from '../../data/model/report.ts'
import { BEARER, form, openServer, type TestServer, TOKEN } from './server.ts'

const HEADER = 'reporter,partner,flow,period,value,unit'
const TEA = `${HEADER}
CHN,RUS,X,2023-01,10.5,USD m
CHN,RUS,X,2023-02,11.5,USD m
CHN,RUS,X,2023-03,12.5,USD m
`
const LIMIT = 200_000

describe('importing over a port', () => {
  let server: TestServer
  let url: string
  beforeAll(async () => {
    server = await openServer({ settings: { ENTREPOT_MAX_UPLOAD: LIMIT } })
    url = await server.listen()
  })
  afterAll(() => server.close())

  const send = async (path: string, init: RequestInit = {}) => {
    const response = await fetch(`${url}${path}`, {
      ...init,
      headers: { ...BEARER, ...(init.headers as Record<string, string>) },
    })
    return { response, status: response.status, body: await response.json() }
  }
  const upload = async (csv: string, path = '/api/imports', fields = {}, name = 'tea.csv') => {
    const { response, status, body } = await send(path, {
      method: 'POST',
      body: form(csv, fields, name),
    })
    return { status, report: body as ImportReport, place: response.headers.get('Location') }
  }
  const remove = (id: number) => send(`/api/imports/${id}`, { method: 'DELETE' })
  const values = async (dataset: string) => {
    const rows = await (await fetch(`${url}/api/datasets/${dataset}.csv`)).text()
    return rows
      .trim()
      .split('\n')
      .slice(1)
      .map((row) => row.split(',').slice(5, 7).join(' '))
  }

  it('makes a dataset from a file, revises it by another, and takes both back', async () => {
    const first = await upload(TEA)
    expect([first.status, first.place]).toEqual([201, `/api/imports/${first.report.id}`])
    expect(first.report).toMatchObject({ status: 'committed', dataset: 'tea', added: 3 })
    expect(await values('tea')).toEqual(['2023-01 10.5', '2023-02 11.5', '2023-03 12.5'])

    const second = await upload(TEA.replace('11.5', '11.9'), '/api/imports', { dataset: 'tea' })
    expect(second.report).toMatchObject({ status: 'committed', revised: 1, unchanged: 2 })
    expect(await values('tea')).toContain('2023-02 11.9')

    const undone = await remove(second.report.id)
    expect(undone.status).toBe(200)
    expect(undone.body as UndoReport).toMatchObject({ restored: 1, datasetRemoved: false })
    expect(await values('tea')).toContain('2023-02 11.5')

    expect((await remove(first.report.id)).body).toMatchObject({ datasetRemoved: true })
    expect((await fetch(`${url}/api/datasets/tea`)).status).toBe(404)
    const again = await remove(first.report.id)
    expect([again.status, again.body]).toMatchObject([409, { code: 'already-undone' }])
  })

  it('names a file with its issues by the name that it came by, in any script, with its ending', async () => {
    const bad = TEA.replace('11.5', 'eleven').replaceAll(',', '\t')
    const { report } = await upload(bad, '/api/imports?dryRun=true', {}, 'экспорт 2023.tsv')
    const { headers } = await fetch(`${url}/api/imports/${report.id}/annotated.csv`)
    const [, plain, whole] =
      /^attachment; filename="([\w.-]+)"; filename\*=UTF-8''(\S+)$/.exec(
        headers.get('Content-Disposition') ?? '',
      ) ?? []
    expect(plain).toBe('2023-issues.tsv')
    expect(decodeURIComponent(whole ?? '')).toBe('экспорт 2023-issues.tsv')
  })

  it('refuses a file with a bad line, names the line, and takes it when it is mended', async () => {
    const bad = TEA.replace('11.5', 'eleven')
    const refused = await upload(bad, '/api/imports', {}, 'mended.csv')
    expect([refused.status, refused.report.status]).toEqual([422, 'rejected'])
    expect(refused.report).toMatchObject({ rejected: 1, issuesTotal: 1 })
    expect(refused.report.issues[0]).toMatchObject({ line: 3, column: 'value', value: 'eleven' })
    expect((await fetch(`${url}/api/datasets/mended`)).status).toBe(404)

    const csv = await fetch(`${url}/api/imports/${refused.report.id}/issues.csv`)
    expect(csv.headers.get('X-Total-Rows')).toBe('1')
    expect(await csv.text()).toMatch(/^LINE,COLUMN,SEVERITY,CODE,MESSAGE,VALUE\n3,value,rejected,/)

    const annotated = await fetch(`${url}/api/imports/${refused.report.id}/annotated.csv`)
    expect(annotated.headers.get('Content-Disposition')).toContain('"mended-issues.csv"')
    const [header, first, second] = (await annotated.text()).split('\n')
    expect([header, first]).toEqual([`${TEA.split('\n')[0]},issues`, `${TEA.split('\n')[1]},`])
    expect(second).toContain('eleven')
    expect(second).toContain('value: ')

    for (const kind of ['issues', 'annotated']) {
      const file = await fetch(`${url}/api/imports/${refused.report.id}/${kind}.csv`)
      const bytes = new Uint8Array(await file.arrayBuffer())
      expect([kind, ...bytes.slice(0, 3)]).toEqual([kind, 0xef, 0xbb, 0xbf])
    }

    const mended = await upload(TEA, '/api/imports?dryRun=true', {}, 'mended.csv')
    expect([mended.status, mended.report.status]).toEqual([200, 'preview'])
    expect((await fetch(`${url}/api/datasets/mended`)).status).toBe(404)
    const committed = await send(`/api/imports/${mended.report.id}`, { method: 'POST' })
    expect([committed.status, committed.body]).toMatchObject([201, { status: 'committed' }])
    expect(await values('mended')).toHaveLength(3)
    const twice = await send(`/api/imports/${mended.report.id}`, { method: 'POST' })
    expect([twice.status, twice.body]).toMatchObject([409, { code: 'nothing-to-commit' }])
    await remove(mended.report.id)
  })

  it('takes the good rows alone when asked to', async () => {
    const bad = TEA.replace('11.5', 'eleven')
    const some = await upload(bad, '/api/imports?partial=true', {}, 'some.csv')
    expect([some.status, some.report]).toMatchObject([201, { added: 2, rejected: 1 }])
    await remove(some.report.id)
  })

  it('replaces a dataset where the mapping says so, and brings it back', async () => {
    const first = await upload(TEA, '/api/imports', {}, 'whole.csv')
    const all = await values('whole')
    const [header, row] = TEA.split('\n')
    const fields = { dataset: 'whole', mapping: '{"mode":"replace-dataset"}' }
    const second = await upload(`${header}\n${row}\n`, '/api/imports', fields, 'part.csv')
    expect([second.status, second.report]).toMatchObject([201, { removed: 2, unchanged: 1 }])
    expect(await values('whole')).toEqual(all.slice(0, 1))
    expect((await remove(second.report.id)).body).toMatchObject({ restored: 2 })
    expect(await values('whole')).toEqual(all)
    await remove(first.report.id)
  })

  it('says that it was told this very file before', async () => {
    const first = await upload(TEA, '/api/imports', {}, 'same.csv')
    const second = await upload(TEA, '/api/imports', {}, 'same.csv')
    expect(second.status).toBe(200)
    expect(second.report).toMatchObject({ status: 'unchanged', identicalTo: first.report.id })
    await remove(first.report.id)
  })

  it('reads the kept file in another way, without a second upload', async () => {
    const preview = await upload(TEA, '/api/imports?dryRun=true', {}, 'other.csv')
    const options = { dataset: 'renamed', title: 'Tea' }
    const other = await send(`/api/imports/${preview.report.id}?dryRun=true`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(options),
    })
    expect([other.status, other.body]).toMatchObject([200, { dataset: 'renamed' }])
    const before = await (await fetch(`${url}/api/imports/${preview.report.id}`)).json()
    expect(before).toMatchObject({ status: 'cancelled' })
    const dropped = await remove((other.body as ImportReport).id)
    expect([dropped.status, dropped.body]).toMatchObject([200, { status: 'cancelled' }])
  })

  it('takes codes for texts that nobody knows, and reads later files of the dataset so', async () => {
    const csv = (year: number) => `partner,period,value\nFreedonia,${year},1.5\nRussia,${year},2\n`
    const codes = { partner: { Freedonia: 'FRD' } }
    const unknown = ({ issues }: ImportReport) => issues.map(({ code }) => code)
    const preview = await upload(csv(2022), '/api/imports?dryRun=true', {}, 'partners.csv')
    expect(unknown(preview.report)).toEqual(['unknown-code'])
    const again = await send(`/api/imports/${preview.report.id}?dryRun=true`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ codes }),
    })
    expect(again.status).toBe(200)
    const { id, dataset, options } = again.body as ImportReport
    expect(options).toEqual({ codes })
    await send(`/api/imports/${id}`, { method: 'POST' })
    const told = await (await fetch(`${url}/api/datasets/${dataset}.csv`)).text()
    expect(told).toContain('FRD')
    expect(told).not.toContain('Freedonia')

    const later = await upload(csv(2023), '/api/imports', { dataset: dataset! }, 'partners.csv')
    expect(later.report).toMatchObject({ status: 'committed', added: 2, issues: [] })
  })

  it('tells progress as server-sent events, and how it ended', async () => {
    const rows = Array.from({ length: 3000 }, (_, i) => {
      const month = String((i % 12) + 1).padStart(2, '0')
      return `CHN,RUS,X,${1800 + Math.floor(i / 12)}-${month},${i},USD m`
    })
    const csv = `${HEADER}\n${rows.join('\n')}\n`
    const preview = await upload(csv, '/api/imports?dryRun=true', {}, 'long.csv')
    const committing = send(`/api/imports/${preview.report.id}`, { method: 'POST' })
    const events = await fetch(`${url}/api/imports/${preview.report.id}/progress`)
    expect(events.headers.get('Content-Type')).toBe('text/event-stream')
    const told = (await events.text())
      .trim()
      .split('\n\n')
      .map((event) => /^event: (.+)\ndata: (.+)$/.exec(event)?.slice(1) ?? [])
    const [kind, data] = told.at(-1) ?? []
    expect(kind).toBe('done')
    expect(JSON.parse(data ?? '')).toMatchObject({ id: preview.report.id, rows: 3000 })
    for (const [name, step] of told.slice(0, -1)) {
      expect(name).toBe('progress')
      expect((JSON.parse(step ?? '') as Progress).phase).toMatch(/reading|comparing|writing|done/)
    }
    await committing
    await remove(preview.report.id)
  })

  it('tells the end at once of an import that has ended', async () => {
    const { report } = await upload(TEA, '/api/imports?dryRun=true', {}, 'ended.csv')
    const events = await (await fetch(`${url}/api/imports/${report.id}/progress`)).text()
    expect(events).toMatch(/^event: done\n/)
    await remove(report.id)
  })

  it.each([
    ['a file over the limit', form('x'.repeat(LIMIT + 1)), 413, 'too-large'],
    ['a text', 'period,value', 415, 'not-multipart'],
    ['a form without a file', formOf({ dataset: 'tea' }), 422, 'no-file'],
    ['an empty file', form(''), 422, 'empty-file'],
    ['an unknown field', form(TEA, { datset: 'tea' }), 422, 'unknown-field'],
    ['a mapping that is not JSON', form(TEA, { mapping: '{' }), 422, 'bad-mapping'],
    ['a mode that there is not', form(TEA, { mapping: '{"mode":"replace"}' }), 422, 'bad-mapping'],
    ['a mapping of another shape', form(TEA, { mapping: '{"colums":{}}' }), 422, 'bad-mapping'],
    [
      'a role that there is not',
      form(TEA, { mapping: '{"columns":{"a":"b"}}' }),
      422,
      'bad-mapping',
    ],
    ['a day that there is not', form(TEA, { published: '2023-02-30' }), 400, 'bad-day'],
  ])('refuses %s and keeps nothing of it', async (_, body, status, code) => {
    const kept = files()
    const answer = await send('/api/imports', { method: 'POST', body })
    expect([answer.status, answer.body]).toMatchObject([status, { code }])
    expect(files()).toEqual(kept)
  })

  it('refuses two files', async () => {
    const body = form(TEA)
    body.append('file', new File([TEA], 'second.csv'))
    const answer = await send('/api/imports', { method: 'POST', body })
    expect(answer.body).toMatchObject({ status: 422, code: 'several-files' })
  })

  it('refuses options that are not JSON, or of another shape', async () => {
    const { report } = await upload(TEA, '/api/imports?dryRun=true', {}, 'options.csv')
    const post = (type: string, body: string) =>
      send(`/api/imports/${report.id}`, { method: 'POST', headers: { 'Content-Type': type }, body })
    const form = await post('application/x-www-form-urlencoded', 'a=b')
    expect(form.body).toMatchObject({ status: 415, code: 'not-json' })
    const json = 'application/json'
    expect((await post(json, '{')).body).toMatchObject({ status: 400, code: 'bad-body' })
    expect((await post(json, '{"a":1}')).body).toMatchObject({ status: 400, code: 'bad-body' })
    await remove(report.id)
  })

  it('keeps nothing of an upload whose sender goes away', async () => {
    const kept = files()
    await new Promise<void>((resolve) => {
      const sending = httpRequest(`${url}/api/imports`, {
        method: 'POST',
        headers: { ...BEARER, 'Content-Type': 'multipart/form-data; boundary=b' },
      })
      sending.on('error', () => resolve())
      sending.write('--b\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\n')
      sending.write(TEA)
      setTimeout(() => sending.destroy(new Error('gone')), 100)
    })
    await expect.poll(files).toEqual(kept)
    expect((await fetch(`${url}/api/health`)).status).toBe(200)
  })

  it('gives the file a name without its folders', async () => {
    const { report } = await upload(TEA, '/api/imports?dryRun=true', {}, '../../etc/passwd.csv')
    expect(report.file).toBe('passwd.csv')
    await remove(report.id)
  })

  it('asks for the token, before it reads what is sent', async () => {
    const post = (headers: Record<string, string>) =>
      fetch(`${url}/api/imports`, { method: 'POST', headers, body: form(TEA) })
    const none = await post({})
    expect([none.status, none.headers.get('WWW-Authenticate')]).toEqual([401, expect.any(String)])
    expect((await post({ Authorization: 'Bearer wrong' })).status).toBe(403)
    expect((await post({ Authorization: `Basic ${TOKEN}` })).status).toBe(401)
    expect((await fetch(`${url}/api/imports/1`, { method: 'DELETE' })).status).toBe(401)
  })

  function files(): string[] {
    return readdirSync(server.uploads).sort()
  }
})

function formOf(fields: Record<string, string>): FormData {
  const data = new FormData()
  for (const [name, value] of Object.entries(fields)) data.append(name, value)
  return data
}
