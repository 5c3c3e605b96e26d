import type { Kysely } from 'kysely'
import type { ImportStatus } from '../model/report.ts'
import type { Database } from './schema.ts'

/** Ends what a crash left running, so that the ledger never claims an import that nobody carries out. */
export async function settleLeftOvers(db: Kysely<Database>): Promise<void> {
  const running = await db
    .selectFrom('import')
    .select(['import_id', 'process', 'imported_at', 'stage'])
    .where('status', '=', 'running')
    .execute()
  const dead = running.filter((row) => !isAlive(row.process, row.imported_at))
  for (const { import_id, stage } of dead) {
    const status: ImportStatus = stage ? 'preview' : 'failed'
    const error = stage
      ? 'The program ended while this preview was committed. Nothing of it is in the store; commit it again.'
      : 'The program ended while this import was running. Nothing of it is in the store; import the file again.'
    await db
      .updateTable('import')
      .set({ status, process: null, error })
      .where('import_id', '=', import_id)
      .execute()
  }
}

function isAlive(process_: number | null, since: string): boolean {
  if (process_ === null) return false
  // The same number as ours, but from before we began: it was another process.
  if (process_ === process.pid) return Date.parse(since) >= Date.now() - process.uptime() * 1000
  try {
    process.kill(process_, 0)
    return true
  } catch (error) {
    return (error as { code?: string }).code === 'EPERM'
  }
}
