import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ImportReport } from '../../data/model/report.ts'
import { follow } from './events.ts'
import { largeCsv } from './large.ts'
import { openProgram, type Program } from './program.ts'
import { BEARER, form, TOKEN } from './server.ts'

const ROWS = 300_000

describe('a server that ends while a large file comes in', () => {
  let program: Program
  beforeAll(() => {
    program = openProgram()
  })
  afterAll(() => program.end())

  const start = () => program.start({ ENTREPOT_TOKEN: TOKEN }, /is at .*\n/)
  const ask = async (url: string, method = 'GET', body?: FormData | string) => {
    const type: Record<string, string> =
      typeof body === 'string' ? { 'Content-Type': 'application/json' } : {}
    const response = await fetch(url, { method, body, headers: { ...BEARER, ...type } })
    return (await response.json()) as ImportReport
  }
  const inFolder = (...names: string[]) => {
    const folder = join(program.folder, ...names)
    return existsSync(folder) ? readdirSync(folder) : []
  }

  it.each([
    ['killed', 'writing', 'SIGKILL', 'failed'],
    ['told to end', 'reading', 'SIGTERM', 'cancelled'],
  ] as const)(
    '%s in the midst of %s, it says so when it is there again, and reads the kept file',
    async (_, phase, signal, status) => {
      const name = `${phase}-${signal.toLowerCase()}`
      const first = await start()
      const file = form(largeCsv(ROWS, name), {}, `${name}.csv`)
      const { id } = await ask(`${first.url()}/api/imports`, 'POST', file)
      const line = follow(`${first.url()}/api/imports/${id}/progress`)
      await line
        .each((step) => void (step.phase === phase && first.child.kill(signal)))
        .catch(() => {})
      await first.ended

      const again = await start()
      const report = await ask(`${again.url()}/api/imports/${id}`)
      expect(report).toMatchObject({
        status,
        added: 0,
        error: expect.stringMatching(/Nothing of it is in the store[.;]/),
      })
      expect((await fetch(`${again.url()}/api/datasets/${name}`)).status).toBe(404)
      expect(inFolder('stages')).toEqual([])
      expect(inFolder('uploads').filter((file) => file.endsWith('.part'))).toEqual([])

      const retry = await ask(`${again.url()}/api/imports/${id}`, 'POST', '{}')
      const end = await follow(`${again.url()}/api/imports/${retry.id}/progress`).each(() => {})
      expect(end).toMatchObject({ status: 'committed', added: ROWS })
      again.child.kill('SIGTERM')
      expect(await again.ended).toBe(0)
    },
    120_000,
  )
})
