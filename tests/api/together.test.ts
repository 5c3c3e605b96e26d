import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { ImportReport } from '../../data/model/report.ts'
import { follow } from './events.ts'
import { openProgram, type Program } from './program.ts'
import { BEARER, form, TOKEN } from './server.ts'

let program: Program
beforeAll(() => {
  program = openProgram()
})
afterAll(() => program.end())

const SERIES = 35_000

/** A file of very many series, each told twice; more than 8 MB, so that it is answered at once. */
function manySeries(month: string): string {
  const rows = Array.from({ length: 2 * SERIES }, (_, i) => {
    const one = i % SERIES
    const product = `${'0'.repeat(100)}${100_000 + one}`
    return `CHN,${product},${month}-${i < SERIES ? '01' : '02'},${one}.5,"USD million"\n`
  })
  return `reporter,product,period,value,unit\n${rows.join('')}`
}

it.runIf(process.platform === 'linux')(
  'several files that are uploaded at once take no more memory than one, in turn',
  async () => {
    const server = await program.start({ ENTREPOT_TOKEN: TOKEN }, /is at .*\n/)
    const address = `${server.url()}/api/imports`
    const peak = () => {
      const status = readFileSync(`/proc/${server.child.pid}/status`, 'utf8')
      return Number(/^VmHWM:\s*(\d+)/m.exec(status)![1]) / 1024
    }
    const preview = async (year: number): Promise<ImportReport> => {
      const body = form(manySeries(String(year)), {}, `${year}.csv`)
      const sent = await fetch(`${address}?dryRun=true`, { method: 'POST', body, headers: BEARER })
      const { id, status } = (await sent.json()) as ImportReport
      expect([sent.status, status]).toEqual([202, 'running'])
      return (await follow(`${address}/${id}/progress`).each(() => {})) as ImportReport
    }
    await preview(2020)
    const ofOne = peak()
    const all = await Promise.all([2021, 2022, 2023].map(preview))
    for (const { status, added } of all) expect([status, added]).toEqual(['preview', 2 * SERIES])
    expect(peak()).toBeLessThan(ofOne + 150)
    expect(peak()).toBeLessThan(512)
  },
  120_000,
)
