import type { Kysely } from 'kysely'
import { compiled, slot } from './compiled.ts'
import type { CounterTable, Database } from './schema.ts'

const counter = compiled<{ value: number }, [CounterTable['name']]>((db) =>
  db.selectFrom('counter').select('value').where('name', '=', slot<CounterTable['name']>()),
)

const read = async (db: Kysely<Database>, name: CounterTable['name']): Promise<number> =>
  (await counter(db, name))[0]?.value ?? 0

/** Counts up whenever an answer about the data may be another: the base of every ETag. */
export const dataVersion = (db: Kysely<Database>): Promise<number> => read(db, 'data')

/** Counts up whenever the list of imports changes. */
export const ledgerVersion = (db: Kysely<Database>): Promise<number> => read(db, 'ledger')
