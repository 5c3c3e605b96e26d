import type { Kysely } from 'kysely'
import { compiled, compiledNow, slot } from './compiled.ts'
import type { Store } from './open.ts'
import type { CounterTable, Database } from './schema.ts'

const counterOf = (db: Kysely<Database>) =>
  db.selectFrom('counter').select('value').where('name', '=', slot<CounterTable['name']>())

const counter = compiled<{ value: number }, [CounterTable['name']]>(counterOf)
const counterNow = compiledNow<{ value: number }, [CounterTable['name']]>(counterOf)

const read = async (db: Kysely<Database>, name: CounterTable['name']): Promise<number> =>
  (await counter(db, name))[0]?.value ?? 0

/** Counts up whenever an answer about the data may be another: the base of every ETag. */
export const dataVersion = (db: Kysely<Database>): Promise<number> => read(db, 'data')

/** The same, at once. */
export const dataVersionNow = (store: Store): number => counterNow(store, 'data')?.value ?? 0

/** Counts up whenever the list of imports changes. */
export const ledgerVersion = (db: Kysely<Database>): Promise<number> => read(db, 'ledger')
