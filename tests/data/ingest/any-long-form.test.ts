import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { headerLine, rowLine } from '../../../api/formats/csv.ts'
import { dimensionsOf, rowsOf } from '../../../api/formats/rows.ts'
import { importFile } from '../../../data/ingest.ts'
import { readDataset } from '../../../data/read.ts'
import { openStore, type Store } from '../../../data/store/open.ts'
import { longFile, longForms, type Told } from './long-forms.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'entrepot-long-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

/** What the store holds, by the columns of a download. */
async function held(store: Store, columns: readonly string[]): Promise<string[]> {
  const series = await Array.fromAsync(await readDataset(store.db, 'any'))
  const dimensions = dimensionsOf(series)
  const names = headerLine(dimensions).trim().split(',')
  const lines = [...rowsOf(series, dimensions)].map((row) => rowLine(row).trim().split(','))
  return lines
    .map((cells) => columns.map((name) => cells[names.indexOf(name)] ?? '').join('|'))
    .sort()
}

const lineOf = (told: Told): string => Object.values(told).join('|')

it('a long table comes in as it is, whatever its columns, their order and their names', async () => {
  await fc.assert(
    fc.asyncProperty(longForms, async (form) => {
      const { text, told } = longFile(form)
      const path = join(folder, 'any.csv')
      writeFileSync(path, text)
      const store = await openStore('file::memory:', 'write')
      try {
        const job = { path, name: 'any.csv', by: null, options: {}, dryRun: false, partial: false }
        const { status, error, questions, issues } = await importFile(store, job)
        const said = `${text}\n${JSON.stringify({ error, questions, issues }, null, 1)}`
        expect(status, said).toBe('committed')
        expect(await held(store, Object.keys(told[0]!)), said).toEqual(told.map(lineOf).sort())
      } finally {
        await store.close()
      }
    }),
    { numRuns: Number(process.env.RUNS ?? 20), endOnFailure: true },
  )
}, 1_000_000)
