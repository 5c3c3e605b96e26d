import type { Kysely } from 'kysely'
import type { DatasetDescription } from '../model/dataset.ts'
import type { Database } from './schema.ts'

/** Every dataset as its files are read. */
export async function listDescriptions(db: Kysely<Database>): Promise<DatasetDescription[]> {
  const rows = await db.selectFrom('dataset').selectAll().orderBy('id').execute()
  return rows.map(({ id, title, description, source, licence, reading, undated, undated_lag }) => ({
    id,
    title,
    description,
    source,
    licence,
    ...(JSON.parse(reading) as Pick<
      DatasetDescription,
      'columns' | 'keyed' | 'additive' | 'settled'
    >),
    undated,
    undatedLag: undated_lag,
  }))
}

/** How many of the keys each dataset has a series for; datasets with none are left out. */
export async function countKeys(
  db: Kysely<Database>,
  keys: readonly string[],
): Promise<Map<string, number>> {
  if (keys.length === 0) return new Map()
  const rows = await db
    .selectFrom('series')
    .innerJoin('dataset', 'dataset.dataset_id', 'series.dataset_id')
    .where('series.key', 'in', keys)
    .select(['dataset.id', (eb) => eb.fn.countAll<number>().as('series')])
    .groupBy('dataset.id')
    .execute()
  return new Map(rows.map(({ id, series }) => [id, series]))
}
