import { type Kysely, sql } from 'kysely'

// Every key begins with the series, so that the tables could be split by it. The two large tables have
// no foreign keys: one function writes them, and a look-up for each row would cost more than the row.
const statements = [
  `create table import (
    import_id integer primary key, dataset text, dataset_id integer, new_dataset integer not null default 0,
    status text not null, sha256 text not null, file text not null, bytes integer not null,
    stored_at text, stage text, imported_at text not null, imported_by text,
    options text not null, details text not null, identical_to integer, error text,
    rows integer not null default 0, added integer not null default 0, revised integer not null default 0,
    confirmed integer not null default 0, unchanged integer not null default 0,
    rejected integer not null default 0, issues integer not null default 0,
    undone_at text, process integer) strict`,
  'create index import_sha256 on import (sha256)',
  `create table dataset (
    dataset_id integer primary key, id text not null unique, title text not null,
    description text not null, source text not null, licence text not null, reading text not null,
    undated text not null check (undated in ('earliest', 'import')), undated_lag integer not null,
    created_by integer references import) strict`,
  `create table series (
    series_id integer primary key, dataset_id integer not null references dataset, key text not null,
    title text not null, unit text, frequency text not null,
    additive text not null check (additive in ('sum', 'last', 'none')),
    cumulative integer not null default 0, observations integer not null default 0,
    releases integer not null default 0, first_day integer, last_day integer, last_known integer,
    version integer not null default 0, unique (dataset_id, key)) strict`,
  `create table series_code (
    dimension text not null, code text not null, series_id integer not null references series,
    primary key (dimension, code, series_id)) strict, without rowid`,
  'create index series_code_of on series_code (series_id)',
  `create table origin (
    origin_id integer primary key, import_id integer not null references import,
    told integer not null, source text, source_url text, published integer, known integer) strict`,
  'create index origin_import on origin (import_id)',
  ...['observation', 'release'].map(
    (table) => `create table ${table} (
    series_id integer not null, first_day integer not null,
    last_day integer not null check (last_day >= first_day), value real, decimals integer not null,
    status text, bound text, note text, origin_id integer not null, line integer not null,
    primary key (series_id, first_day, last_day${table === 'release' ? ', origin_id, line' : ''}))
    strict, without rowid`,
  ),
  `create table import_series (
    import_id integer not null references import, series_id integer not null references series,
    added integer not null, draft text not null, told_again blob,
    primary key (import_id, series_id)) strict, without rowid`,
  'create index import_series_of on import_series (series_id)',
  `create table issue (
    import_id integer not null references import, line integer not null, ordinal integer not null,
    severity text not null, field text, code text not null, message text not null, value text,
    primary key (import_id, line, ordinal)) strict, without rowid`,
  'create table counter (name text primary key, value integer not null) strict, without rowid',
  `insert into counter values ('data', 0), ('ledger', 0)`,
  `create virtual table series_search using fts5 (text, content='', contentless_delete=1,
    tokenize="unicode61 remove_diacritics 2", prefix='2 3')`,
]

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db)
}
