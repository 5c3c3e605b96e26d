import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest'
import type { ImportJob } from '../../../data/ingest/job.ts'
import { dropPreview, importFile } from '../../../data/ingest.ts'
import type { ImportReport } from '../../../data/model/report.ts'
import { openStore, type Store } from '../../../data/store/open.ts'

/** How a file is taken in, beside what it is called and holds. */
type How = Partial<Omit<ImportJob, 'path' | 'name'>>

/** A store in memory and a folder for its files, new for each test or kept for all of a file's. */
export function useStore(kept: 'test' | 'file' = 'test') {
  const [begin, end] = kept === 'test' ? [beforeEach, afterEach] : [beforeAll, afterAll]
  let folder = ''
  let store: Store
  begin(async () => {
    folder = mkdtempSync(join(tmpdir(), 'entrepot-taking-'))
    store = await openStore('file::memory:', 'write')
  })
  end(async () => {
    await store.close()
    rmSync(folder, { recursive: true, force: true })
  })

  const take = (name: string, content: string | Buffer, how: How = {}): Promise<ImportReport> => {
    const path = join(folder, name)
    writeFileSync(path, content)
    const job = { path, name, by: null, options: {}, dryRun: false, partial: false, ...how }
    return importFile(store, job)
  }

  return {
    get store() {
      return store
    },
    /** Takes a file in and gives its report. */
    take,
    /** The report of its preview, of which nothing stays. */
    async preview(name: string, content: string | Buffer, how: How = {}): Promise<ImportReport> {
      const report = await take(name, content, { ...how, dryRun: true })
      if (report.status === 'preview') await dropPreview(store, report.id)
      return report
    },
  }
}
