import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { unitOf } from '../../../data/ingest/units.ts'
import { dropPreview, importFile } from '../../../data/ingest.ts'
import type { ImportReport, Issue } from '../../../data/model/report.ts'
import { openStore, type Store } from '../../../data/store/open.ts'
import { GOODS, MISSING, officeFile, PARTNERS, written } from './office.ts'

let folder: string
let store: Store
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'entrepot-office-'))
  store = await openStore('file::memory:', 'write')
})
afterAll(async () => {
  await store.close()
  rmSync(folder, { recursive: true })
})

/** A report lists so many figures, of which changes in per cent are some. */
const MOST = 95
const RUNS = Number(process.env.RUNS ?? 60)

async function reportOf(bytes: Buffer): Promise<ImportReport> {
  const path = join(folder, 'any.csv')
  writeFileSync(path, bytes)
  const job = { path, name: 'any.csv', by: null, options: {}, dryRun: true, partial: false }
  const report = await importFile(store, job)
  if (report.status === 'preview') await dropPreview(store, report.id)
  return report
}

it('reads a table right that an office may have written, or asks', async () => {
  let asked = 0
  await fc.assert(
    fc.asyncProperty(written, async (choice) => {
      const { bytes, text, figures, unit } = officeFile(choice)
      fc.pre(figures.length <= MOST)
      const { status, questions, issues, changes, reading } = await reportOf(bytes)
      if (status === 'ambiguous') {
        asked++
        return
      }
      const told = `${text}\n${JSON.stringify({ ...reading, questions, issues }, null, 1)}`
      expect(status, told).toBe('preview')
      expect(issues.filter(isRejected), told).toEqual([])
      const values = changes.filter((change) => change.unit !== 'percent')
      expect(new Set(values.map((change) => unitOf(change.unit ?? ''))), told).toEqual(
        new Set([unit]),
      )
      const codes = new Set([...PARTNERS, 'W00', ...GOODS, ...(choice.flows ? ['X', 'M'] : [])])
      const found = values.map(({ series, period, status, after, afterDecimals }) => {
        const key = series.slice('any/'.length).split('.')
        return lineOf(
          key.filter((code) => codes.has(code)),
          period,
          after === null ? MISSING : `${after.toFixed(afterDecimals)} ${status}`,
        )
      })
      const wanted = figures.map(({ partner, good, flow, period, text, status }) =>
        lineOf(
          [partner, good ?? '', flow ?? ''].filter(Boolean),
          period,
          text === MISSING ? text : `${text} ${status}`,
        ),
      )
      expect(known(found), told).toEqual(known(wanted))
    }),
    { numRuns: RUNS, endOnFailure: true },
  )
  // Nearly always for what separates the decimals, where every number has three of them.
  expect(asked).toBeLessThan(RUNS / 4)
}, 1_000_000)

const isRejected = ({ severity }: Issue): boolean => severity === 'rejected'

const lineOf = (codes: string[], period: string, value: string): string =>
  `${codes.sort().join('.')} ${period} ${value}`

/** A period of which nothing is told may be left out. */
const known = (lines: string[]): string[] => lines.filter((line) => !line.endsWith(MISSING)).sort()
