import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { importFile } from '../../data/ingest.ts'
import type { DatasetDescription } from '../../data/model/dataset.ts'
import { openStore, type Store } from '../../data/store/open.ts'

const folder = join(import.meta.dirname, '../../data/series')

/** A store in memory that holds the shipped series. */
export async function shippedStore(): Promise<Store> {
  const store = await openStore('file::memory:', 'write')
  for (const id of readdirSync(folder)) {
    const text = readFileSync(join(folder, id, 'dataset.json'), 'utf8')
    const description: DatasetDescription = JSON.parse(text)
    const path = join(folder, id, `${id}.csv`)
    const { status, error } = await importFile(store, {
      path,
      name: `${id}.csv`,
      by: null,
      options: { dataset: id },
      dryRun: false,
      partial: false,
      description,
    })
    if (status !== 'committed') throw new Error(`${id}: ${status} ${error}`)
  }
  return store
}
