import type { Kysely } from 'kysely'
import type { DatasetDescription } from '../model/dataset.ts'
import type { Database } from './schema.ts'
import type { UndatedRule } from './telling.ts'

/** Days after which a figure without a day of publication is taken to be known, unless the dataset says. */
const UNDATED_LAG = 45

export interface DatasetRule extends UndatedRule {
  datasetId: number
}

const fields = (description: DatasetDescription) => ({
  title: description.title,
  description: description.description,
  source: description.source,
  licence: description.licence,
  reading: JSON.stringify({
    columns: description.columns,
    keyed: description.keyed,
    additive: description.additive,
    settled: description.settled,
  }),
  undated: description.undated,
  undated_lag: description.undatedLag ?? UNDATED_LAG,
})

/** The dataset with this slug and how it takes undated releases; undefined where there is none. */
export async function findRule(db: Kysely<Database>, id: string): Promise<DatasetRule | undefined> {
  const found = await db
    .selectFrom('dataset')
    .select(['dataset_id', 'undated', 'undated_lag'])
    .where('id', '=', id)
    .executeTakeFirst()
  return (
    found && {
      datasetId: found.dataset_id,
      undated: found.undated,
      undatedLag: found.undated_lag,
    }
  )
}

/** The rule of a dataset that is not there yet. */
export const ruleOf = ({ undated, undatedLag }: DatasetDescription): UndatedRule => ({
  undated,
  undatedLag: undatedLag ?? UNDATED_LAG,
})

export async function createDataset(
  db: Kysely<Database>,
  description: DatasetDescription,
  importId: number,
): Promise<DatasetRule> {
  const { dataset_id } = await db
    .insertInto('dataset')
    .values({ id: description.id, ...fields(description), created_by: importId })
    .returning('dataset_id')
    .executeTakeFirstOrThrow()
  return { datasetId: dataset_id, ...ruleOf(description) }
}

/**
 * Writes a changed description of a dataset that is there: its words, and how its files are read. Count
 * `data` in the same transaction, so that kept answers grow old.
 */
export async function describeDataset(
  db: Kysely<Database>,
  description: DatasetDescription,
): Promise<void> {
  const { undated, undated_lag, ...words } = fields(description)
  await db.updateTable('dataset').set(words).where('id', '=', description.id).execute()
}
