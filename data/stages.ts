import { randomUUID } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { findPlaces } from './store/ledger/imports.ts'
import type { Store } from './store/open.ts'
import { discardStage } from './store/stage/stage.ts'

const stagesOf = (store: Store): string => join(dirname(store.path), 'stages')

/** Where an import keeps what it has read until it is written: beside the store, by its number. */
export const stageFolder = (store: Store, id: number): string =>
  store.path === ':memory:'
    ? join(tmpdir(), `entrepot-${randomUUID()}`)
    : join(stagesOf(store), String(id))

/** Deletes what a crash left behind; stages of previews and of imports on their way stay. */
export async function sweepStages(store: Store): Promise<void> {
  for (const name of await readdir(stagesOf(store)).catch(() => [])) {
    const found = /^\d+$/.test(name) ? await findPlaces(store.db, Number(name)) : undefined
    if (found?.status === 'preview' || found?.status === 'running') continue
    discardStage(join(stagesOf(store), name))
  }
}
