import { type Kysely, sql } from 'kysely'

// Lists of series tell and sort by the latest figure. Derived, as `packed` is.
const COLUMNS = [
  'latest_first integer',
  'latest_last integer',
  'latest real',
  'latest_decimals integer',
  'latest_status text',
  'latest_bound text',
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const column of COLUMNS) {
    await sql.raw(`alter table series add column ${column}`).execute(db)
  }
}
