import { type Kysely, sql } from 'kysely'
import type { ImportStatus } from '../../model/report.ts'
import { inTransaction, type Store } from '../open.ts'
import type { Database } from '../schema.ts'
import { discardStage } from '../stage/stage.ts'
import { noImport, StoreError } from '../store-error.ts'

const WAITING: readonly ImportStatus[] = ['preview', 'ambiguous', 'rejected', 'failed']

/** Whether an import waits for somebody, or came to nothing: nothing of it is in the store. */
export const isWaiting = (status: ImportStatus): boolean => WAITING.includes(status)

interface Waiting {
  import_id: number
  stage: string | null
}

/**
 * Lets an import go: cancelled in the ledger, with words that say why. Gives the files that no import
 * needs any more. Throws StoreError `not-found` or `not-a-preview`.
 */
export const dropImport = (store: Store, id: number, why: string): Promise<string[]> =>
  drop(store, why, async (db) => {
    const found = await db
      .selectFrom('import')
      .select(['import_id', 'status', 'stage'])
      .where('import_id', '=', id)
      .executeTakeFirst()
    if (!found) throw noImport(id)
    if (isWaiting(found.status)) return [found]
    const message = `Import ${id} is ${found.status}: there is nothing to let go.`
    throw new StoreError('not-a-preview', message)
  })

/** Lets go of previews and of open questions that were entered before a time; files of what was cancelled before it go too. */
export async function dropOld(
  store: Store,
  before: Date,
  why: string,
): Promise<{ imports: number[]; files: string[] }> {
  const imports: number[] = []
  const files = await drop(store, why, async (db) => {
    const found = await db
      .selectFrom('import')
      .select(['import_id', 'stage'])
      .where('status', 'in', ['preview', 'ambiguous'])
      .where('imported_at', '<', before.toISOString())
      .execute()
    imports.push(...found.map((row) => row.import_id))
    return found
  })
  const old = await inTransaction(store, async (db) => {
    const cancelled = await db
      .selectFrom('import')
      .select('import_id')
      .where('status', '=', 'cancelled')
      .where('stored_at', 'is not', null)
      .where('imported_at', '<', before.toISOString())
      .execute()
    return forget(
      db,
      cancelled.map((row) => row.import_id),
    )
  })
  return { imports, files: [...files, ...old] }
}

/** A file that was read after all answers the questions that it left open before. */
export const dropAnswered = (store: Store, sha256: string, by: number): Promise<string[]> =>
  drop(store, `Read again as import ${by}.`, (db) =>
    db
      .selectFrom('import')
      .select(['import_id', 'stage'])
      .where('status', '=', 'ambiguous')
      .where('sha256', '=', sha256)
      .where('import_id', '<', by)
      .execute(),
  )

async function drop(
  store: Store,
  why: string,
  find: (db: Kysely<Database>) => Promise<Waiting[]>,
): Promise<string[]> {
  const { found, files } = await inTransaction(store, async (db) => {
    const found = await find(db)
    if (found.length === 0) return { found, files: [] }
    const ids = found.map((row) => row.import_id)
    const error = sql<string>`case when error is null then ${why} else error || ' ' || ${why} end`
    await db
      .updateTable('import')
      .set({ status: 'cancelled', stage: null, error })
      .where('import_id', 'in', ids)
      .execute()
    return { found, files: await forget(db, ids) }
  })
  for (const { stage } of found) if (stage) discardStage(stage)
  return files
}

/** Forgets where the files of cancelled imports are kept that no other import needs, and gives the places. */
async function forget(db: Kysely<Database>, ids: number[]): Promise<string[]> {
  const places = db.selectFrom('import').select('stored_at').where('import_id', 'in', ids)
  const rows = await db
    .selectFrom('import')
    .select('stored_at')
    .where('stored_at', 'in', places)
    .groupBy('stored_at')
    .having(sql<boolean>`max(status != 'cancelled') = 0`)
    .execute()
  const files = rows.map((row) => row.stored_at!)
  await db.updateTable('import').set({ stored_at: null }).where('stored_at', 'in', files).execute()
  return files
}
