import { CompiledQuery, type Kysely } from 'kysely'
import type { Database } from './schema.ts'

/**
 * Runs `work` on the store as it is now, whatever is committed meanwhile. Takes no lock: Kysely's own
 * transactions would, since the store's begin as writers.
 */
export function inSnapshot<T>(
  db: Kysely<Database>,
  work: (db: Kysely<Database>) => Promise<T>,
): Promise<T> {
  if (db.isTransaction) return work(db)
  return db.connection().execute(async (connection) => {
    await connection.executeQuery(CompiledQuery.raw('begin'))
    try {
      return await work(connection)
    } finally {
      await connection.executeQuery(CompiledQuery.raw('commit'))
    }
  })
}
