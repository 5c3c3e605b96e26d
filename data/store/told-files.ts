import type { Kysely } from 'kysely'
import type { Database } from './schema.ts'

/** Whether exactly this file went into the store once, even if it was taken back since. */
export async function wasImported(db: Kysely<Database>, sha256: string): Promise<boolean> {
  const found = await db
    .selectFrom('import')
    .select('import_id')
    .where('sha256', '=', sha256)
    .where('status', 'in', ['committed', 'undone'])
    .executeTakeFirst()
  return found !== undefined
}
