import type { RawDatabase } from './open.ts'
import { Packer } from './packed-write.ts'
import { reader } from './stored.ts'

/**
 * Counts anew what a dataset holds and how many series have each code, on the connection of the
 * transaction that changed it: counting when somebody asks took a quarter of a second over 100,000
 * series.
 */
export function countDataset(raw: RawDatabase, datasetId: number): void {
  for (const text of COUNT) raw.prepare(text).run({ dataset: datasetId })
}

const COUNT = [
  `insert or replace into dataset_count
   select @dataset, count(*), coalesce(sum(observations), 0), coalesce(sum(releases), 0),
     min(first_day), max(last_day),
     (select max(coalesce(published, known)) from import join origin using (import_id)
      where import.dataset_id = @dataset and import.status = 'committed')
   from series where dataset_id = @dataset`,
  'delete from facet where dataset_id = @dataset',
  `insert into facet
   select @dataset, dimension, code, count(*) from series join series_code using (series_id)
   where dataset_id = @dataset group by dimension, code`,
  // A dimension of the same name is the file's own, and stays what it is.
  ...['unit', 'frequency'].map(
    (column) => `insert or ignore into facet
     select @dataset, '${column}', ${column}, count(*) from series
     where dataset_id = @dataset and ${column} is not null group by ${column}`,
  ),
]

/** Makes all that is derived anew from the rows, on the connection of a transaction; counts the series. */
export function rebuild(raw: RawDatabase): number {
  raw.exec('delete from packed; delete from facet; delete from dataset_count')
  const numbers = (table: string) =>
    raw.prepare<[], number>(`select ${table}_id from ${table}`).pluck().all()
  const packer = new Packer(raw)
  const stored = reader(raw)
  const series = numbers('series')
  for (const id of series) packer.fromRows(id, stored)
  for (const dataset of numbers('dataset')) countDataset(raw, dataset)
  return series.length
}
