import type { Kysely } from 'kysely'
import { compiled, compiledNow, slot } from './compiled.ts'
import type { Store } from './open.ts'
import type { CounterTable, Database } from './schema.ts'

const COUNTED: CounterTable['name'] = 'data'

const counter = (db: Kysely<Database>) =>
  db.selectFrom('counter').select('value').where('name', '=', slot<CounterTable['name']>())

const read = compiled<{ value: number }, [CounterTable['name']]>(counter)
const readNow = compiledNow<{ value: number }, [CounterTable['name']]>(counter)

/** Counts up whenever an answer about the data may be another: the base of every ETag. */
export const dataVersion = async (db: Kysely<Database>): Promise<number> =>
  (await read(db, COUNTED))[0]?.value ?? 0

/** The same, at once. */
export const dataVersionNow = (store: Store): number => readNow(store, COUNTED)?.value ?? 0

/** Counts a change of the data, in the transaction that makes it; gives the new version. */
export async function countChange(db: Kysely<Database>): Promise<number> {
  const { value } = await db
    .updateTable('counter')
    .set((eb) => ({ value: eb('value', '+', 1) }))
    .where('name', '=', COUNTED)
    .returning('value')
    .executeTakeFirstOrThrow()
  return value
}
