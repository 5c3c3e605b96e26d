import { type Kysely, sql } from 'kysely'

const statements = [
  'alter table import add column removed integer not null default 0',
  'alter table import_series add column withdraws integer',
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
