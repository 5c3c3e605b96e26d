import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { isDeepStrictEqual } from 'node:util'
import { sha256Of } from './ingest/hash.ts'
import type { Hooks } from './ingest/job.ts'
import { importFile } from './ingest.ts'
import type { DatasetDescription } from './model/dataset.ts'
import type { ImportReport } from './model/report.ts'
import { countChange } from './store/data-version.ts'
import { listDescriptions } from './store/descriptions.ts'
import { wasImported } from './store/ledger/told-files.ts'
import { inTransaction, type Store } from './store/open.ts'
import { describeDataset } from './store/write-dataset.ts'

/** The series that come with the program: a folder for each dataset. */
const SERIES = fileURLToPath(new URL('./series', import.meta.url))

/**
 * Brings the shipped series into the store: every file that has not been there yet, and descriptions
 * that have changed. What a user took back stays away. Gives a report for each file that was read.
 */
export async function loadShipped(
  store: Store,
  folder: string = SERIES,
  hooks: Hooks = {},
): Promise<ImportReport[]> {
  const reports: ImportReport[] = []
  for (const name of (await readdir(folder)).sort()) {
    const place = join(folder, name)
    if (!existsSync(join(place, 'dataset.json'))) continue
    const text = await readFile(join(place, 'dataset.json'), 'utf8')
    const description = JSON.parse(text) as DatasetDescription
    const isKnown = await describeAgain(store, description)
    for (const file of (await readdir(place)).filter((each) => each.endsWith('.csv')).sort()) {
      const path = join(place, file)
      if (await wasImported(store.db, await sha256Of(path))) continue
      const by = isKnown ? 'shipped files' : 'first start'
      const options = { dataset: description.id }
      const job = { path, name: file, by, options, description, dryRun: false, partial: false }
      reports.push(await importFile(store, job, hooks))
    }
  }
  return reports
}

/** Writes a description that is not the stored one any more; says whether the dataset is there at all. */
async function describeAgain(store: Store, description: DatasetDescription): Promise<boolean> {
  const all = await listDescriptions(store.db)
  const stored = all.find(({ id }) => id === description.id)
  const { settled, ...described } = stored ?? {}
  if (stored && !isDeepStrictEqual(described, { undatedLag: stored.undatedLag, ...description })) {
    await inTransaction(store, async (db) => {
      await describeDataset(db, { ...description, settled })
      await countChange(db)
    })
  }
  return stored !== undefined
}
