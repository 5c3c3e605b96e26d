import { loadShipped } from '../../data/shipped.ts'
import { openStore, type Store } from '../../data/store/open.ts'

/** A store in memory that holds the shipped series. */
export async function shippedStore(): Promise<Store> {
  const store = await openStore('file::memory:', 'write')
  await loadShipped(store)
  return store
}
