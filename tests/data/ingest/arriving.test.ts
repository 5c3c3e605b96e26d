import { appendFileSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { commitImport, type Hooks, type ImportJob, importFile } from '../../../data/ingest.ts'
import type { ImportReport, Progress } from '../../../data/model/report.ts'
import { openStore, type Store } from '../../../data/store/open.ts'
import { contentOf } from '../store/fixture.ts'

let folder: string
/** One is told whole files, the other takes them by way of a preview: that stages them. */
let arriving: Store
let staged: Store

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'entrepot-arriving-'))
  arriving = await openStore(`file:${join(folder, 'arriving.db')}`, 'write')
  staged = await openStore(`file:${join(folder, 'staged.db')}`, 'write')
})
afterEach(async () => {
  await arriving.close()
  await staged.close()
  rmSync(folder, { recursive: true, force: true })
})

const SERIES = 350
const MONTHS = 120
const HEADER = 'partner,commodity,period,value,unit'
type Cells = (series: number, month: number) => string

/** 42,000 rows, one series after the other: several pieces, of which the first holds more than 10,000. */
function rowsOf(cells: Cells): string[] {
  const rows: string[] = []
  for (let series = 0; series < SERIES; series++) {
    for (let month = 0; month < MONTHS; month++) rows.push(cells(series, month))
  }
  return rows
}

const periodOf = (month: number) =>
  `${2010 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`
const amountOf = (series: number, month: number) => ((series * 7919 + month * 31) % 9973) / 10
const usual: Cells = (series, month) =>
  `CHN,${String(8000 + series)},${periodOf(month)},${amountOf(series, month).toFixed(1)},USD m`

const at = (line: number): [number, number] => [
  Math.floor((line - 2) / MONTHS),
  (line - 2) % MONTHS,
]
/** The usual rows with some lines as they are given. */
const usualBut = (lines: Record<number, string>): string[] =>
  rowsOf(usual).map((row, i) => lines[i + 2] ?? row)

const jobOf = (rows: string[], header = HEADER, more: Partial<ImportJob> = {}): ImportJob => {
  const path = join(folder, 'goods.csv')
  writeFileSync(path, `${[header, ...rows].join('\n')}\n`)
  return { path, name: 'goods.csv', by: null, options: {}, dryRun: false, partial: false, ...more }
}

/** Takes a file into both stores, and gives both reports, which must say the same. */
async function both(job: ImportJob, hooks: Hooks = {}): Promise<ImportReport> {
  const report = await importFile(arriving, job, hooks)
  const preview = await importFile(staged, { ...job, dryRun: true })
  const other =
    preview.status === 'preview'
      ? await commitImport(staged, preview.id, {}, { partial: job.partial })
      : preview
  const said = ({ importedAt: _, ...rest }: ImportReport) => rest
  expect(said(report)).toEqual(said(other))
  expect(contentOf(arriving)).toEqual(contentOf(staged))
  expect(packedOf(arriving)).toEqual(packedOf(staged))
  return report
}

const packedOf = ({ raw }: Store) =>
  raw
    .prepare(
      `select key, days, vals, decimals, words, f.rowid is not null found
       from packed join series using (series_id)
         left join series_search f on f.rowid = series_id and f.text match 'goods or chn'
       order by key`,
    )
    .all()

describe('a file that tells one series after the other, written while it is read', () => {
  it('leaves the store as one that is staged does', async () => {
    const phases: string[] = []
    const progress = ({ phase }: Progress) => void phases.push(phase)
    const report = await both(jobOf(rowsOf(usual)), { progress })
    expect(report).toMatchObject({ status: 'committed', rows: 42_000, added: 42_000 })
    // Nothing is left to be merged when all is read.
    expect(phases.filter((phase) => phase !== 'reading')).toEqual(['writing', 'done'])
    expect(readdirSync(join(folder, 'stages'))).toEqual([])
  })

  it('does so with measures side by side', async () => {
    const cells: Cells = (series, month) => `${usual(series, month)},${(series + month) % 97}`
    const report = await both(jobOf(rowsOf(cells), `${HEADER},tonnes`))
    expect(report).toMatchObject({ status: 'committed', added: 84_000 })
  })

  it('does so with notes, estimates, bounds, missing values and several sources', async () => {
    const cells: Cells = (series, month) => {
      const value = month % 50 === 7 ? '>12' : month % 40 === 3 ? '..' : amountOf(series, month)
      const note = month % 60 === 5 ? `note ${series}/${month}` : ''
      return `CHN,${8000 + series},${periodOf(month)},${value},USD m,${month % 30 === 9 ? 'E' : 'A'},${note},office ${month % 3}`
    }
    const report = await both(jobOf(rowsOf(cells), `${HEADER},status,note,source`))
    expect(report).toMatchObject({ status: 'committed', added: 42_000 })
  })

  it('revises what is there', async () => {
    await both(jobOf(rowsOf(usual)))
    const revised: Cells = (series, month) =>
      (series + month) % 90 === 1
        ? usual(series, month).replace(',USD', '5,USD')
        : usual(series, month)
    const report = await both(jobOf([...rowsOf(revised), `CHN,9999,2020-01,5.0,USD m`]))
    expect(report).toMatchObject({ status: 'committed', added: 1, rejected: 0 })
    expect(report.revised).toBeGreaterThan(400)
  })

  it('tells series apart that only the whole file shows to have one title', async () => {
    const cells: Cells = (series, month) =>
      `CHN,${8000 + series},${periodOf(month)},${amountOf(series, month)},USD m,${series % 200 === 0 ? 'Machines' : `Thing ${series}`}`
    const report = await both(jobOf(rowsOf(cells), `${HEADER},commodity_label`))
    expect(report.status).toBe('committed')
    const titles = arriving.raw.prepare('select title from series').pluck().all()
    expect(titles.filter((title) => String(title).includes('Machines')).length).toBe(2)
    expect(new Set(titles).size).toBe(SERIES)
  })
})

describe('a file that turns out otherwise while it is written', () => {
  /** Series named by ids: what else their rows say is learnt from any of them. */
  const named = 'series,partner,period,value,unit'
  const byId: Cells = (series, month) =>
    `s${series},${month === MONTHS - 1 ? 'CHN' : ''},${periodOf(month)},${amountOf(series, month)},USD m`
  const unlike: Cells = (series, month) =>
    `s${series},CHN,${periodOf(month)},${amountOf(series, month)},${series === 340 && month === 0 ? 'kg' : 'USD m'}`
  it.each([
    ['goes back to its first series', HEADER, [...rowsOf(usual), usual(0, MONTHS)]],
    ['says the partner of a series in its last row only', named, rowsOf(byId)],
    ['has most rows say another unit than the first of a series', named, rowsOf(unlike)],
  ] as const)('is as if it had been staged where it %s', async (_, header, rows) => {
    const read: number[] = []
    const progress = ({ phase, bytes }: Progress) => phase === 'reading' && read.push(bytes)
    await both(jobOf([...rows], header), { progress })
    // It was begun, and begun again.
    expect(read.some((bytes, i) => bytes < (read[i - 1] ?? 0))).toBe(true)
  })

  it('is decided by every record where a late one has a mark that none before had', async () => {
    const whole: Cells = (series, month) => usual(series, month).replace('.', '')
    const rows = rowsOf(whole)
    rows[40_000] = `CHN,8333,${periodOf(40)},1.234,USD m`
    await both(jobOf(rows))
  })

  it('is rejected whole where a late row is bad, with all that is wrong in the ledger', async () => {
    const lines = { 41000: usual(...at(41_000)).replace(/,[\d.]+,USD/, ',many,USD') }
    const report = await both(jobOf(usualBut(lines)))
    expect(report).toMatchObject({ status: 'rejected', added: 0, rejected: 1 })
    expect(arriving.raw.prepare('select line from issue').pluck().all()).toEqual([41_000])
  })

  it('gives its good rows where only these are wanted', async () => {
    const lines = { 41000: usual(...at(41_000)).replace(/,[\d.]+,USD/, ',many,USD') }
    const report = await both(jobOf(usualBut(lines), HEADER, { partial: true }))
    expect(report).toMatchObject({ status: 'committed', added: 41_999, rejected: 1 })
    expect(arriving.raw.prepare('select line from issue').pluck().all()).toEqual([41_000])
  })

  it('can be called off, and leaves nothing', async () => {
    const cancel = new AbortController()
    const hooks: Hooks = {
      signal: cancel.signal,
      progress: ({ phase }) => phase === 'reading' && cancel.abort(),
    }
    const report = await importFile(arriving, jobOf(rowsOf(usual)), hooks)
    expect(report).toMatchObject({ status: 'cancelled', added: 0 })
    expect(arriving.raw.prepare('select count(*) from series').pluck().get()).toBe(0)
    expect(readdirSync(join(folder, 'stages'))).toEqual([])
  })

  it('is refused where somebody writes to it meanwhile', async () => {
    const job = jobOf(rowsOf(usual))
    const append = () => appendFileSync(job.path, 'CHN,9999,2020-01,5.0,USD m\n')
    const report = await importFile(arriving, job, { started: append })
    expect(report.issues[0]).toMatchObject({ code: 'file-changed' })
    expect(arriving.raw.prepare('select count(*) from series').pluck().get()).toBe(0)
  })
})
