import type { Kysely } from 'kysely'
import type { CounterTable, Database } from './schema.ts'

/** Counts a change of the store, so that answers kept from before are known to be old. */
export async function count(db: Kysely<Database>, name: CounterTable['name']): Promise<number> {
  const { value } = await db
    .updateTable('counter')
    .set((eb) => ({ value: eb('value', '+', 1) }))
    .where('name', '=', name)
    .returning('value')
    .executeTakeFirstOrThrow()
  return value
}
