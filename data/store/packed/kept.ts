import type { Kysely } from 'kysely'
import { dataVersion } from '../data-version.ts'
import type { Database } from '../schema.ts'
import { Bounded } from './bounded.ts'

/** Bytes of numbers that are kept of a store, about two hundred lists of fifty series of twelve years. */
const KEPT = 32 * 1024 ** 2

interface Kept<T> {
  version: number
  lists: Bounded<T[]>
}

/**
 * Remembers what `list` gave while the data of the store stays the same: a chart asks for the sums of the
 * same series again with each span, change and share. Drops those kept longest where there are too many.
 */
export function keptLists<T, Asked extends unknown[]>(
  list: (db: Kysely<Database>, ...asked: Asked) => Promise<T[]>,
  bytesOf: (one: T) => number,
): (db: Kysely<Database>, ...asked: Asked) => Promise<T[]> {
  const stores = new WeakMap<object, Kept<T>>()
  return async (db, ...asked) => {
    // All connections of a store have one adapter.
    const { adapter } = db.getExecutor()
    const version = await dataVersion(db)
    let kept = stores.get(adapter)
    if (kept?.version !== version) {
      kept = { version, lists: new Bounded(KEPT) }
      stores.set(adapter, kept)
    }
    const key = JSON.stringify(asked)
    const found = kept.lists.get(key)
    if (found) return found
    const made = await list(db, ...asked)
    const bytes = made.reduce((sum, one) => sum + bytesOf(one), key.length)
    kept.lists.keep(key, made, bytes)
    return made
  }
}
