import { type Kysely, sql } from 'kysely'

// How files call the codes that no list of ours has; with its import, so that undo takes the names out.
const statement = `create table code_name (
  dataset_id integer not null references dataset on delete cascade, dimension text not null,
  code text not null, import_id integer not null references import, name text not null,
  primary key (dataset_id, dimension, code, import_id)) strict, without rowid`

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(statement).execute(db)
}
