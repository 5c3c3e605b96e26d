/** A table of what the yardstick keeps: two measures stand side by side in its rows. */
interface Given {
  file: string
  measures: readonly string[]
}

const PREPARE = `
pragma journal_mode = wal; pragma synchronous = normal; pragma temp_store = memory;`

const columns = (measures: readonly string[]) =>
  `reporter text, partner text, flow text, commodity text, period text,
  ${measures.map((measure) => `${measure} text`).join(', ')}, unit text, status text`

const load = ({ file, measures }: Given) => `
create temp table raw (${columns(measures)});
.import --csv --skip 1 '${file}' raw
insert or ignore into series (reporter, partner, flow, commodity, unit)
  select distinct reporter, partner, flow, commodity, unit from raw;`

/** What a person with a shell would do with a first file: import text, then normalise it by SQL. */
export const firstImport = (given: Given): string => `${PREPARE}
create table series (series_id integer primary key, reporter text, partner text, flow text, commodity text,
  unit text, unique (reporter, partner, flow, commodity, unit));
create table observation (series_id integer not null, period text not null,
  ${given.measures.map((measure) => `${measure} real`).join(', ')}, status text,
  primary key (series_id, period)) without rowid;
${load(given)}
insert into observation
  select s.series_id, r.period, ${given.measures.map((measure) => `cast(r.${measure} as real)`).join(', ')}, r.status
  from raw r join series s using (reporter, partner, flow, commodity, unit);
`

/** What they would do with the next one: what differs goes into a table of its own, then is replaced. */
export const nextImport = (given: Given): string => `${PREPARE}
create table if not exists release (series_id integer not null, period text not null, value real, status text,
  primary key (series_id, period)) without rowid;
${load(given)}
create temp table told (series_id integer not null, period text not null, value real, status text,
  primary key (series_id, period)) without rowid;
insert into told select s.series_id, r.period, cast(r.value as real), r.status
  from raw r join series s using (reporter, partner, flow, commodity, unit);
begin;
insert into release select o.series_id, o.period, o.value, o.status
  from told t join observation o using (series_id, period)
  where o.value is not t.value or o.status is not t.status;
insert into observation select series_id, period, value, status from told where true
  on conflict (series_id, period) do update set value = excluded.value, status = excluded.status
  where value is not excluded.value or status is not excluded.status;
commit;
`
