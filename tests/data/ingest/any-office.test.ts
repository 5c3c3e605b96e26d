import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { unitOf } from '../../../data/ingest/units.ts'
import { dropPreview, importFile } from '../../../data/ingest.ts'
import type { ImportReport, Issue } from '../../../data/model/report.ts'
import { openStore, type Store } from '../../../data/store/open.ts'
import { officeFile, written } from './office.ts'
import { isKnown, listedLines, toldLine } from './office-lines.ts'

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
      const found = listedLines(values, choice.flows)
      const wanted = figures.map(toldLine)
      expect(found.filter(isKnown).sort(), told).toEqual(wanted.filter(isKnown).sort())
    }),
    { numRuns: RUNS, endOnFailure: true },
  )
  // Nearly always for what separates the decimals, where every number has three of them.
  expect(asked).toBeLessThan(RUNS / 4)
}, 1_000_000)

const isRejected = ({ severity }: Issue): boolean => severity === 'rejected'
