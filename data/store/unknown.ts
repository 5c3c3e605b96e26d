import type { Kysely } from 'kysely'
import { nearest } from '../model/nearest.ts'
import { QueryError } from '../model/query-error.ts'
import type { Database } from './schema.ts'

/** What is wrong with a name that nobody has, and which of `names` was probably meant. */
export function unknownName(
  code: string,
  message: string,
  param: string,
  name: string,
  names: Iterable<string>,
  status: 400 | 404 = 400,
): QueryError {
  const near = nearest(name, names)
  const hint = near === undefined ? '' : ` Did you mean "${near}"?`
  return new QueryError(code, message + hint, { param, near, status })
}

/** QueryError 404 `unknown-dataset`. */
export async function unknownDataset(db: Kysely<Database>, id: string): Promise<QueryError> {
  const rows = await db.selectFrom('dataset').select('id').execute()
  const ids = rows.map((row) => row.id)
  return unknownName('unknown-dataset', `There is no dataset "${id}".`, 'dataset', id, ids, 404)
}

/** Keys that a wrong one is compared with; of a larger dataset those that begin alike come first. */
const CANDIDATES = 5000

/** QueryError 404 `unknown-series`, or `unknown-dataset` where that is what is wrong. */
export async function unknownSeries(
  db: Kysely<Database>,
  dataset: string,
  key: string,
): Promise<QueryError> {
  const found = await db
    .selectFrom('dataset')
    .select('dataset_id')
    .where('id', '=', dataset)
    .executeTakeFirst()
  if (!found) return unknownDataset(db, dataset)
  const keys = db
    .selectFrom('series')
    .select('key')
    .where('dataset_id', '=', found.dataset_id)
    .orderBy('key')
    .limit(CANDIDATES)
  const [head = ''] = key.split('.')
  const alike = keys.where('key', '>=', head).where('key', '<', `${head}\u{10ffff}`)
  const rows = [...(await alike.execute()), ...(await keys.execute())]
  const id = `${dataset}/${key}`
  const ids = new Set(rows.map((row) => `${dataset}/${row.key}`))
  return unknownName('unknown-series', `There is no series "${id}".`, 'series', id, ids, 404)
}
