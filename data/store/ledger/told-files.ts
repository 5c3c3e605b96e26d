import { type Kysely, sql } from 'kysely'
import type { ReadingOptions } from '../../model/report.ts'
import type { Database } from '../schema.ts'

/** Whether exactly this file went into the store once, even if it was taken back since. */
export async function wasImported(db: Kysely<Database>, sha256: string): Promise<boolean> {
  const found = await db
    .selectFrom('import')
    .select('import_id')
    .where('sha256', '=', sha256)
    .where('status', 'in', ['committed', 'undone'])
    .executeTakeFirst()
  return found !== undefined
}

/** The same options give the same text, whatever the order in which they were given, or whether at all. */
export const optionsText = ({ mode, ...options }: ReadingOptions): string =>
  JSON.stringify(mode === 'revise' ? options : { ...options, mode }, (_, value: unknown) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  )

/** An import of the same file, read with the same options, that stands. */
export interface Identical {
  import: number
  dataset: string
  /** Imports written after it into the same dataset: they may have told otherwise since. */
  since: number
}

/** The same options, be the dataset among them or found out; of any dataset where none is given. */
export async function findIdentical(
  db: Kysely<Database>,
  file: { sha256: string; options: ReadingOptions; dataset?: string | null },
): Promise<Identical | undefined> {
  const { dataset: _, ...options } = file.options
  const standing = db.selectFrom('import').where('status', '=', 'committed')
  const found = await standing
    .select(['import_id', 'dataset'])
    .where('sha256', '=', file.sha256)
    .$if(!file.dataset, (query) => query.where('options', '=', optionsText(options)))
    .$if(Boolean(file.dataset), (query) =>
      query
        .where('dataset', '=', file.dataset!)
        .where(sql<string>`json_remove(options, '$.dataset')`, '=', optionsText(options)),
    )
    .orderBy('import_id', 'desc')
    .executeTakeFirst()
  if (!found) return undefined
  const told = (side: '=' | '!=') =>
    db
      .selectFrom('origin')
      .innerJoin('import', 'import.import_id', 'origin.import_id')
      .where('import.status', '=', 'committed')
      .where('import.dataset', '=', found.dataset)
      .where('import.import_id', side, found.import_id)
  const { order } = await told('=')
    .select((eb) => eb.fn.max('told').as('order'))
    .executeTakeFirstOrThrow()
  const { since } = await told('!=')
    .where('told', '>', order ?? 0)
    .select((eb) => eb.fn.count<number>('import.import_id').distinct().as('since'))
    .executeTakeFirstOrThrow()
  return { import: found.import_id, dataset: found.dataset!, since }
}
