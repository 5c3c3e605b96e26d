import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { importFile } from '../../../data/ingest.ts'
import type { ReadingOptions } from '../../../data/model/report.ts'
import { openStore } from '../../../data/store/open.ts'

const CASES = fileURLToPath(new URL('./cases', import.meta.url))

const optionsOf = (folder: string): ReadingOptions => {
  const path = join(folder, 'options.json')
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {}
}

/** Takes a file in, then again into the dataset that it made, and says where that reads otherwise. */
async function twice(name: string): Promise<string | undefined> {
  const folder = join(CASES, name)
  const store = await openStore('file::memory:', 'write')
  const take = (options: ReadingOptions) =>
    importFile(store, {
      path: join(folder, 'input.csv'),
      name: 'case.csv',
      by: null,
      options,
      dryRun: false,
      partial: true,
    })
  try {
    const options = optionsOf(folder)
    const first = await take(options)
    if (first.status !== 'committed') return undefined
    const dataset = first.dataset!
    // A file that replaces is read anew, and must be all good.
    const mode = first.rejected > 0 ? 'append' : 'replace-series'
    const later = await take({ ...options, dataset, mode })
    const { status, added, revised, removed, confirmed, rejected } = later
    const isAlike =
      status === 'committed' &&
      added + revised + removed === 0 &&
      rejected === first.rejected &&
      // What the file itself tells twice is told anew.
      (confirmed === 0 || first.confirmed > 0)
    const counts = { added, revised, removed, confirmed, rejected }
    return isAlike ? undefined : `${name}: ${status}, ${JSON.stringify(counts)}`
  } finally {
    await store.close()
  }
}

it('a later file of a source tells the series that its first one made, read in the same way', async () => {
  const names = readdirSync(CASES)
  expect(names.length).toBeGreaterThan(250)
  const otherwise: string[] = []
  for (const name of names) otherwise.push(...[(await twice(name)) ?? []].flat())
  expect(otherwise).toEqual([])
}, 400_000)
