import { spawnSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { FLAGS, node, program, root } from '../../../scripts/setup.mjs'

const PEAK = join(root, 'scripts', 'bench', 'peak.ts')

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'entrepot-memory-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Looks at a file of rows as a command of its own: the most memory that it held in MiB, and what it said. */
function lookedAt(header: string, rows: number, rowOf: (i: number) => string) {
  const path = join(folder, 'any.csv')
  const file = openSync(path, 'w')
  writeSync(file, `${header}\n`)
  for (let i = 0; i < rows; ) {
    let text = ''
    for (; i < rows && text.length < 1 << 20; i++) text += `${rowOf(i)}\n`
    writeSync(file, text)
  }
  closeSync(file)
  const command = [...FLAGS, '--import', PEAK, program('ingest'), path, '--dry-run']
  const { output } = spawnSync(node(), command, {
    encoding: 'utf8',
    env: { ...process.env, DATABASE_URL: `file:${join(folder, 'entrepot.db')}` },
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  })
  return { memory: Number(output[3]) / 1024, said: `${output[1]}${output[2]}` }
}

const REPORTERS = ['CHN', 'RUS', 'DEU', 'KAZ', 'TUR']
const PARTNERS = ['USA', 'JPN', 'KOR', 'IND', 'VNM', 'ITA', 'FRA', 'GBR', 'BRA', 'ARE']

it('a hundred and fifty thousand series by month take two hundred bytes each, not kilobytes', () => {
  const series = 150_000
  const { memory, said } = lookedAt(
    'reporter,partner,flow,commodity,period,value',
    2 * series,
    (i) => {
      const one = i % series
      const codes = [
        REPORTERS[one % 5],
        PARTNERS[Math.floor(one / 5) % 10],
        one % 100 < 50 ? 'X' : 'M',
      ]
      return `${codes},${10_000 + Math.floor(one / 100) * 7},2023-0${1 + Math.floor(i / series)},${one}.5`
    },
  )
  expect(said).toContain('300,000 added')
  expect(memory).toBeLessThan(400)
}, 60_000)

it('a hundred and fifty thousand places that no list has are counted, and held once', () => {
  const { memory, said } = lookedAt(
    'partner,flow,period,value',
    150_000,
    (i) => `Place ${i},X,2023-01,${i}.5`,
  )
  expect(said).toMatch(/150,000 added.*unknown-code .*996 more issues/s)
  expect(memory).toBeLessThan(400)
}, 60_000)
