import { CompiledQuery, type Kysely, sql } from 'kysely'
import { openStore, type Store } from './open.ts'
import type { Database } from './schema.ts'

/** Connections that are in a snapshot. */
const within = new WeakSet<Kysely<Database>>()

/**
 * Runs `work` on the store as it is now, whatever is committed meanwhile; what is called in it with the
 * same `db` joins in. Takes no lock: Kysely's own transactions would, since the store's begin as
 * writers.
 */
export function inSnapshot<T>(
  db: Kysely<Database>,
  work: (db: Kysely<Database>) => Promise<T>,
): Promise<T> {
  if (within.has(db) || db.isTransaction) return work(db)
  return db.connection().execute(async (connection) => {
    await connection.executeQuery(CompiledQuery.raw('begin'))
    within.add(connection)
    try {
      return await work(connection)
    } finally {
      await connection.executeQuery(CompiledQuery.raw('commit'))
    }
  })
}

/** The same for work that does not wait. */
export function inSnapshotNow<T>({ raw }: Store, work: () => T): T {
  if (raw.inTransaction) return work()
  raw.exec('begin')
  try {
    return work()
  } finally {
    raw.exec('commit')
  }
}

/** A view of the store that stays as it was when it was opened. */
export interface Snapshot {
  db: Kysely<Database>
  close(): Promise<void>
}

/**
 * A snapshot for reading that takes long: on a connection of its own, so that nobody waits for it. A
 * store in memory has one connection only, and so no such snapshot: it answers as it is at each step.
 */
export async function openSnapshot(db: Kysely<Database>): Promise<Snapshot> {
  const { rows } = await sql<{ file: string }>`
    select file from pragma_database_list where name = 'main'`.execute(db)
  const path = rows[0]?.file ?? ''
  if (path === '') return { db, close: async () => {} }
  const store = await openStore(`file:${path}`, 'read')
  await store.db.executeQuery(CompiledQuery.raw('begin'))
  within.add(store.db)
  return store
}
