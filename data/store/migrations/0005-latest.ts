import { type Kysely, sql } from 'kysely'

// Lists of series tell and sort by the latest figure. Derived, as `packed` is; filled from the rows.
const statements = [
  ...[
    'latest_first integer',
    'latest_last integer',
    'latest real',
    'latest_decimals integer',
    'latest_status text',
    'latest_bound text',
  ].map((column) => `alter table series add column ${column}`),
  `update series set
    (latest_first, latest_last, latest, latest_decimals, latest_status, latest_bound) =
    (select first_day, last_day, value, decimals, status, bound from observation
     where observation.series_id = series.series_id and value is not null
     order by last_day desc, first_day desc limit 1)`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
