import { type Kysely, sql } from 'kysely'
import type { UndoReport } from '../../model/report.ts'
import { countChange } from '../data-version.ts'
import { countDataset } from '../derive.ts'
import { inTransaction, type Store } from '../open.ts'
import type { Database } from '../schema.ts'
import { noImport, StoreError } from '../store-error.ts'
import { reader } from '../stored.ts'
import type { Names } from '../write/series.ts'
import { UndoSeries } from './series.ts'

/** Series between two breaths of the thread. */
const BREATH = 100

interface UndoOptions {
  names: Names
  at?: Date
  /** Says what it would do, and does nothing. */
  dryRun?: boolean
}

/** Carries a report out of a transaction that is rolled back. */
class Foreseen extends Error {
  readonly report: UndoReport

  constructor(report: UndoReport) {
    super('Foreseen')
    this.report = report
  }
}

/**
 * Takes back what an import told, in one transaction. What a later import told too stays and is then
 * that import's; the values before come back. The ledger keeps what was said of it. An error where it
 * is not committed or undone already.
 */
export async function undo(
  store: Store,
  importId: number,
  options: UndoOptions,
): Promise<UndoReport> {
  try {
    return await undoAll(store, importId, options)
  } catch (error) {
    if (error instanceof Foreseen) return error.report
    throw error
  }
}

function undoAll(store: Store, importId: number, options: UndoOptions): Promise<UndoReport> {
  return inTransaction(store, async (db, raw) => {
    const { dataset, datasetId } = await findCommitted(db, importId)
    const undoing = await db
      .selectFrom('origin')
      .select('told')
      .where('import_id', '=', importId)
      .executeTakeFirst()
    const rule = await db
      .selectFrom('dataset')
      .select(['undated', 'undated_lag as undatedLag'])
      .where('dataset_id', '=', datasetId)
      .executeTakeFirstOrThrow()
    const each = new UndoSeries(raw, reader(raw), rule, options.names, {
      import: importId,
      told: undoing?.told ?? 0,
      dataset,
    })
    const touched = raw
      .prepare<[number], number>('select series_id from import_series where import_id = ?')
      .pluck()
      .all(importId)
    for (const [i, series] of touched.entries()) {
      each.series(series)
      if (i % BREATH === 0) await new Promise((resolve) => setImmediate(resolve))
    }
    each.finish()
    await db.deleteFrom('origin').where('import_id', '=', importId).execute()
    await db.deleteFrom('code_name').where('import_id', '=', importId).execute()
    const datasetRemoved = await settleDataset(db, datasetId, importId)
    await db
      .updateTable('import')
      .set({ status: 'undone', undone_at: (options.at ?? new Date()).toISOString() })
      .where('import_id', '=', importId)
      .execute()
    if (!datasetRemoved) countDataset(raw, datasetId)
    await countChange(db)
    const keptBy = await namesOfImports(db, each.kept)
    const kept = keptBy.reduce((sum, { releases }) => sum + releases, 0)
    const { restored, removed } = each
    const { changes } = each.findings.result(false)
    const report: UndoReport = {
      id: importId,
      dataset,
      restored,
      removed,
      kept,
      keptBy,
      changes,
      datasetRemoved,
    }
    if (options.dryRun) throw new Foreseen(report)
    await db
      .updateTable('import')
      .set({ details: sql`json_set(details, '$.undo', json(${JSON.stringify(report)}))` })
      .where('import_id', '=', importId)
      .execute()
    return report
  })
}

async function findCommitted(db: Kysely<Database>, importId: number) {
  const found = await db
    .selectFrom('import')
    .select(['status', 'dataset', 'dataset_id', 'undone_at'])
    .where('import_id', '=', importId)
    .executeTakeFirst()
  if (!found) throw noImport(importId)
  if (found.undone_at !== null) {
    const message = `Import ${importId} was undone already, on ${found.undone_at.slice(0, 10)}.`
    throw new StoreError('already-undone', message)
  }
  if (found.status !== 'committed' || found.dataset_id === null) {
    const message = `Import ${importId} is ${found.status}: it told nothing that could be undone.`
    throw new StoreError('not-committed', message)
  }
  return { dataset: found.dataset!, datasetId: found.dataset_id }
}

/** Removes a dataset in which nothing is told any more, else lets it belong to the next import. */
async function settleDataset(
  db: Kysely<Database>,
  datasetId: number,
  importId: number,
): Promise<boolean> {
  const next = await db
    .selectFrom('series')
    .innerJoin('import_series', 'import_series.series_id', 'series.series_id')
    .innerJoin('origin', 'origin.import_id', 'import_series.import_id')
    .select('import_series.import_id')
    .where('dataset_id', '=', datasetId)
    .orderBy('told')
    .executeTakeFirst()
  if (next) {
    await db
      .updateTable('dataset')
      .set({ created_by: next.import_id })
      .where('dataset_id', '=', datasetId)
      .where('created_by', '=', importId)
      .execute()
    return false
  }
  await db
    .updateTable('import')
    .set({ dataset_id: null })
    .where('dataset_id', '=', datasetId)
    .execute()
  await db.deleteFrom('dataset').where('dataset_id', '=', datasetId).execute()
  return true
}

async function namesOfImports(
  db: Kysely<Database>,
  releases: Map<number, number>,
): Promise<UndoReport['keptBy']> {
  if (releases.size === 0) return []
  const found = await db
    .selectFrom('import')
    .select(['import_id', 'file'])
    .where('import_id', 'in', [...releases.keys()])
    .orderBy('import_id')
    .execute()
  return found.map(({ import_id, file }) => ({
    import: import_id,
    file,
    releases: releases.get(import_id)!,
  }))
}
