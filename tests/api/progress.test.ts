import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Step } from '../../api/running.ts'
import type { ImportReport } from '../../data/model/report.ts'
import { follow } from './events.ts'
import { largeCsv } from './large.ts'
import { BEARER, form, openServer, type TestServer } from './server.ts'

/** More than 8 MB: answered while it is read. */
const ROWS = 250_000

describe('a large file on its way', () => {
  let server: TestServer
  let url: string
  beforeAll(async () => {
    server = await openServer()
    url = await server.listen()
  })
  afterAll(() => server.close())

  const ask = async (method: string, path: string, body?: FormData) => {
    const headers = { ...BEARER, Prefer: 'respond-async' }
    const response = await fetch(`${url}${path}`, { method, headers, body })
    return { status: response.status, report: (await response.json()) as ImportReport }
  }
  const upload = (name: string, query = '', rows = ROWS, order: 'series' | 'month' = 'series') =>
    ask('POST', `/api/imports${query}`, form(largeCsv(rows, name, order), {}, `${name}.csv`))
  const stands = async (id: number) => (await ask('GET', `/api/imports/${id}`)).report
  const progress = (id: number) => follow(`${url}/api/imports/${id}/progress`)

  it('is answered at once, tells rows, speed and time left, and then how it ended', async () => {
    // A quick machine reads 250,000 rows before a second telling is due.
    const rows = 4 * ROWS
    const { status, report } = await upload('told', '', rows)
    expect([status, report.status]).toEqual([202, 'running'])
    const steps: Step[] = []
    const end = await progress(report.id).each((step) => void steps.push(step))
    expect(end).toMatchObject({ id: report.id, status: 'committed', rows, added: rows })
    const reading = steps.filter(({ phase }) => phase === 'reading')
    expect(reading.length).toBeGreaterThan(1)
    expect(reading.at(-1)?.rows).toBeGreaterThan(reading[0]?.rows ?? 0)
    const paced = reading.at(-1)
    expect(paced?.rowsPerSecond).toBeGreaterThan(1000)
    expect(paced?.secondsLeft).toBeGreaterThanOrEqual(0)
    expect(steps.map(({ phase }) => phase)).toContain('writing')
    for (const { fraction } of steps) expect(fraction ?? 0).toBeLessThanOrEqual(1)
    await ask('DELETE', `/api/imports/${report.id}`)
  })

  it.each([
    // What is told series after series is written while it is read.
    ['reading', '', 'series'],
    ['comparing', '?dryRun=true', 'series'],
    ['writing', '', 'month'],
  ] as const)(
    'can be called off while it is %s, and leaves nothing',
    async (phase, query, order) => {
      const { report } = await upload(`off-${phase}`, query, ROWS, order)
      let seen: string | undefined
      const end = await progress(report.id).each(async (step) => {
        if (seen || step.phase !== phase) return
        seen = step.phase
        const called = await ask('DELETE', `/api/imports/${report.id}`)
        expect(called).toMatchObject({ status: 200, report: { status: 'cancelled' } })
      })
      expect(seen).toBe(phase)
      expect(end).toMatchObject({ status: 'cancelled', added: 0 })
      expect((await fetch(`${url}/api/datasets/off-${phase}`)).status).toBe(404)
      expect(readdirSync(join(server.folder, 'stages'))).toEqual([])
    },
  )

  it('goes on when nobody follows it any more', async () => {
    const { report } = await upload('alone')
    const line = progress(report.id)
    await line.first()
    line.close()
    await expect
      .poll(async () => (await stands(report.id)).status, { timeout: 20_000 })
      .toBe('committed')
    await ask('DELETE', `/api/imports/${report.id}`)
  })

  it('keeps another waiting, which is told so where one would rather know, and can be called off before its turn', async () => {
    const first = await upload('first', '', 8 * ROWS)
    const second = await upload('second', '', 10)
    expect([second.status, second.report.status]).toEqual([202, 'running'])
    expect(await progress(second.report.id).first()).toMatchObject({ phase: 'waiting', ahead: 1 })
    const called = await ask('DELETE', `/api/imports/${second.report.id}`)
    expect(called).toMatchObject({ status: 200, report: { status: 'cancelled' } })
    expect((await ask('DELETE', `/api/imports/${first.report.id}`)).status).toBe(200)
  })
})
