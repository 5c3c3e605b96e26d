import { type Kysely, sql } from 'kysely'
import type { Series } from '../../model/observation.ts'
import type { Database } from '../schema.ts'
import { inDataset, recordOf, selectRecords, splitId } from './record.ts'

const RELATED = 24

/**
 * Series of the same dataset whose keys differ in one part, as a reader would go on to: another unit or
 * span first, then another flow, partner, reporter. At most 24.
 */
export async function listRelated(db: Kysely<Database>, id: string): Promise<Series[]> {
  const [dataset, key] = splitId(id)
  const parts = key.split('.')
  const related: Series[] = []
  for (let at = parts.length - 1; at >= 0 && related.length < RELATED; at--) {
    const before = parts.slice(0, at).map((part) => `${part}.`)
    const after = parts.slice(at + 1).map((part) => `.${part}`)
    related.push(...(await differing(db, dataset, key, before.join(''), after.join(''))))
  }
  return related.slice(0, RELATED)
}

/** Keys of `before`, another part, `after`; the beginning is a range of the index on dataset and key. */
async function differing(
  db: Kysely<Database>,
  dataset: string,
  key: string,
  before: string,
  after: string,
): Promise<Series[]> {
  const ends = sql<boolean>`substr(series.key, length(series.key) + 1 - length(${after})) = ${after}`
  const part = sql<string>`substr(series.key, 1 + length(${before}),
    length(series.key) - length(${before}) - length(${after}))`
  const rows = await selectRecords(db)
    .where(inDataset(dataset))
    .where('series.key', '>=', before)
    .where('series.key', '<', `${before}\u{10ffff}`)
    .where('series.key', '!=', key)
    .where(ends)
    .where(sql<boolean>`instr(${part}, '.') = 0 and ${part} != ''`)
    .orderBy('series.key')
    .limit(RELATED)
    .execute()
  return rows.map((row) => recordOf(row).series)
}
