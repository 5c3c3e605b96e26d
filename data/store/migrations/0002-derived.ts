import { type Kysely, sql } from 'kysely'

// What reading fast needs, all of it derived from the tables before and made anew by `rebuild`.
const statements = [
  // No foreign key, as observation: one function writes both.
  `create table packed (
    series_id integer primary key, days blob not null, vals blob not null, decimals blob not null,
    words text not null) strict`,
  `create table dataset_count (
    dataset_id integer primary key references dataset on delete cascade, series integer not null,
    observations integer not null, releases integer not null, first_day integer, last_day integer,
    updated_day integer) strict`,
  `create table facet (
    dataset_id integer not null references dataset on delete cascade, dimension text not null,
    code text not null, series integer not null, primary key (dataset_id, dimension, code))
    strict, without rowid`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
