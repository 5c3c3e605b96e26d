import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ImportReport, UndoReport } from '../../data/model/report.ts'
import { BEARER, form, openServer, type TestServer } from './server.ts'

const TEA = 'reporter,partner,flow,period,value,unit\nCHN,RUS,X,2023-01,10.5,USD m\n'
const DOUBTFUL = 'year,value\n2023,1.234\n2024,5.678\n'

describe('imports that wait, and are let go', () => {
  let server: TestServer
  beforeAll(async () => {
    server = await openServer()
  })
  afterAll(() => server.close())

  const ask = async <T = ImportReport>(method: string, path: string, body?: FormData | object) => {
    const isForm = body instanceof FormData
    const type: Record<string, string> =
      body && !isForm ? { 'Content-Type': 'application/json' } : {}
    const response = await server.app.request(path, {
      method,
      headers: { ...BEARER, ...type },
      body: isForm ? body : body && JSON.stringify(body),
    })
    return { status: response.status, body: (await response.json()) as T }
  }
  const upload = async (csv: string, name: string, query = '', fields = {}) =>
    (await ask('POST', `/api/imports${query}`, form(csv, fields, name))).body
  const stands = async (id: number) => (await ask('GET', `/api/imports/${id}`)).body
  const kept = () => readdirSync(server.uploads).length

  it('a question that is answered by the kept file waits no more', async () => {
    const asked = await upload(DOUBTFUL, 'asked.csv')
    expect(asked.status).toBe('ambiguous')
    const answered = await ask('POST', `/api/imports/${asked.id}`, { decimalMark: '.' })
    expect(answered).toMatchObject({ status: 201, body: { status: 'committed' } })
    expect(await stands(asked.id)).toMatchObject({
      status: 'cancelled',
      error: `Read again as import ${answered.body.id}.`,
    })
    await ask('DELETE', `/api/imports/${answered.body.id}`)
  })

  it('nor one whose file is sent again with an answer', async () => {
    const asked = await upload(DOUBTFUL, 'sent-again.csv')
    const mapping = '{"decimalMark":","}'
    const answered = await upload(DOUBTFUL, 'sent-again.csv', '', { mapping })
    expect(answered).toMatchObject({ status: 'committed', options: { decimalMark: ',' } })
    expect(await stands(asked.id)).toMatchObject({ status: 'cancelled' })
    await ask('DELETE', `/api/imports/${answered.id}`)
  })

  it('a rejected file that is read again says as which import', async () => {
    const rejected = await upload('period,value\n2023-01,1\n2023-02,eleven\n', 'bad.csv')
    expect(rejected.status).toBe('rejected')
    const again = await ask('POST', `/api/imports/${rejected.id}?partial=true`, {})
    expect(again.body.status).toBe('committed')
    const { status, error } = await stands(rejected.id)
    expect([status, error]).toEqual([
      'cancelled',
      expect.stringMatching(`could not be taken.* Read again as import ${again.body.id}\\.`),
    ])
    await ask('DELETE', `/api/imports/${again.body.id}`)
  })

  it.each([
    ['a preview', TEA, '?dryRun=true'],
    ['an open question', DOUBTFUL, ''],
    ['a rejected file', 'period,value\n2023-01,eleven\n', ''],
  ])('%s is let go with its file, once', async (_, csv, query) => {
    const before = kept()
    const { id } = await upload(csv, 'gone.csv', query)
    expect(kept()).toBe(before + 1)
    const gone = await ask('DELETE', `/api/imports/${id}`)
    expect(gone).toMatchObject({ status: 200, body: { id, status: 'cancelled' } })
    expect(kept()).toBe(before)
    expect(await ask('DELETE', `/api/imports/${id}`)).toMatchObject({
      status: 409,
      body: { code: 'nothing-to-undo' },
    })
    expect(await ask('POST', `/api/imports/${id}`, {})).toMatchObject({
      status: 409,
      body: { code: 'nothing-to-commit', next: expect.stringContaining('upload') },
    })
  })

  it('a file that another import needs stays', async () => {
    const before = kept()
    const first = await upload(TEA, 'shared.csv', '?dryRun=true')
    const again = await ask('POST', `/api/imports/${first.id}?dryRun=true`, { title: 'Tea' })
    expect(again.body).toMatchObject({ status: 'preview', options: { title: 'Tea' } })
    expect(kept()).toBe(before + 1)
    await ask('DELETE', `/api/imports/${again.body.id}`)
    expect(kept()).toBe(before)
  })

  it('an undo says beforehand what comes back and what stays, and afterwards what it did', async () => {
    const first = await upload(TEA, 'undone.csv')
    const second = await upload(TEA.replace('10.5', '11.5'), 'second.csv', '', {
      dataset: 'undone',
    })
    const foreseen = await ask<UndoReport>('DELETE', `/api/imports/${second.id}?dryRun=true`)
    expect(foreseen).toMatchObject({
      status: 200,
      body: { restored: 1, changes: [{ period: '2023-01', before: 11.5, after: 10.5 }] },
    })
    expect((await stands(second.id)).status).toBe('committed')
    expect((await ask<UndoReport>('DELETE', `/api/imports/${second.id}`)).body).toEqual(
      foreseen.body,
    )
    expect((await stands(second.id)).undo).toEqual(foreseen.body)
    expect((await ask('DELETE', `/api/imports/${second.id}?dryRun=true`)).body).toMatchObject({
      code: 'already-undone',
    })
    await ask('DELETE', `/api/imports/${first.id}`)
  })

  it('what two do at once is done once', async () => {
    const { id } = await upload(TEA, 'twice.csv', '?dryRun=true')
    const twice = async (method: string) => {
      const answers = await Promise.all([1, 2].map(() => ask(method, `/api/imports/${id}`)))
      return answers.map(({ status }) => status).sort()
    }
    expect(await twice('POST')).toEqual([201, 409])
    expect(await twice('DELETE')).toEqual([200, 409])
    const waiting = await upload(TEA, 'twice-more.csv', '?dryRun=true')
    const dropped = await Promise.all([1, 2].map(() => ask('DELETE', `/api/imports/${waiting.id}`)))
    expect(dropped.map(({ status }) => status).sort()).toEqual([200, 409])
  })

  it('what nobody settled is let go when it is old, and only then', async () => {
    const old = await upload(TEA, 'old.csv', '?dryRun=true')
    const question = await upload(DOUBTFUL, 'old-question.csv')
    const { writer } = server
    expect((await writer.dropOld(new Date('2020-01-01'), 'Old.')).imports).toEqual([])
    const { imports, files } = await writer.dropOld(new Date(Date.now() + 1000), 'Old.')
    expect(imports).toEqual([old.id, question.id])
    expect(files.length).toBeGreaterThanOrEqual(2)
    for (const id of imports) expect(await stands(id)).toMatchObject({ error: 'Old.' })
  })

  it('a file that came from elsewhere is never deleted', async () => {
    const path = join(server.folder, 'mine.csv')
    writeFileSync(path, TEA)
    const job = { path, name: 'mine.csv', by: null, options: {}, dryRun: true, partial: false }
    const { id, done } = await server.writer.import(job)
    await done
    await ask('DELETE', `/api/imports/${id}`)
    expect(readdirSync(server.folder)).toContain('mine.csv')
  })
})
