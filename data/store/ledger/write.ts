import type { Kysely } from 'kysely'
import { NOTHING_COMPARED } from '../../model/comparison.ts'
import type { ImportReport, Issue, ReadingOptions } from '../../model/report.ts'
import { Bulk } from '../bulk.ts'
import { MERGE_CODES } from '../merge/warnings.ts'
import { inTransaction, type RawDatabase, type Store } from '../open.ts'
import type { Database, ImportDetails } from '../schema.ts'
import { noImport, StoreError } from '../store-error.ts'
import { findPlaces } from './imports.ts'
import { optionsText } from './told-files.ts'

export interface ImportStart {
  file: string
  bytes: number
  sha256: string
  by: string | null
  options: ReadingOptions
  /** Where the uploaded file is kept. */
  storedAt?: string | null
  /** The time, where it is not now. */
  at?: Date
}

/** Enters an import into the ledger as running, and gives its number. */
export function beginImport(store: Store, start: ImportStart): Promise<number> {
  const nothing = { datasetTitle: null, reading: null, sample: [], questions: [] }
  return inTransaction(store, async (db) => {
    const { import_id } = await db
      .insertInto('import')
      .values({
        status: 'running',
        sha256: start.sha256,
        file: start.file,
        bytes: start.bytes,
        stored_at: start.storedAt ?? null,
        imported_at: (start.at ?? new Date()).toISOString(),
        imported_by: start.by,
        options: optionsText(start.options),
        details: detailsOf({ ...NOTHING_COMPARED, ...nothing }),
        process: process.pid,
      })
      .returning('import_id')
      .executeTakeFirstOrThrow()
    return import_id
  })
}

/**
 * Ends an import that writes nothing: a preview with the folder of its stage, or one that is unchanged,
 * rejected, ambiguous, cancelled or failed. `issues` are those that comparing found.
 */
export function finishImport(
  store: Store,
  report: ImportReport,
  issues: readonly Issue[] = [],
  stage: string | null = null,
): Promise<void> {
  return inTransaction(store, (db, raw) => recordReport(db, raw, report, issues, null, stage))
}

/** Puts a report into the ledger, inside a transaction. */
export async function recordReport(
  db: Kysely<Database>,
  raw: RawDatabase,
  report: ImportReport,
  issues: readonly Issue[],
  datasetId: number | null,
  stage: string | null = null,
): Promise<void> {
  await db
    .updateTable('import')
    .set({
      dataset: report.dataset,
      dataset_id: datasetId,
      new_dataset: report.newDataset ? 1 : 0,
      status: report.status,
      stage,
      identical_to: report.identicalTo,
      error: report.error,
      rows: report.rows,
      added: report.added,
      revised: report.revised,
      confirmed: report.confirmed,
      unchanged: report.unchanged,
      kept: report.kept,
      rejected: report.rejected,
      removed: report.removed,
      issues: report.issuesTotal,
      details: detailsOf(report),
      process: null,
    })
    .where('import_id', '=', report.id)
    .execute()
  // A preview was compared before: what was found then is found again.
  await db
    .deleteFrom('issue')
    .where('import_id', '=', report.id)
    .where('code', 'in', MERGE_CODES)
    .execute()
  if (issues.length > 0) insertIssues(raw, report.id, issues)
}

/** What the ledger keeps of a report beside its columns, as JSON. */
function detailsOf(report: Omit<ImportDetails, 'undo'>): string {
  const { datasetTitle, reading, sample, changes, changesTotal, keptFigures } = report
  const { missing, questions } = report
  const details: ImportDetails = {
    datasetTitle,
    reading,
    sample,
    changes,
    changesTotal,
    keptFigures,
    missing,
    questions,
  }
  return JSON.stringify(details)
}

/**
 * Keeps issues of a running import; call it for each batch of rows. `from` is the number of the first of
 * them, where it is known; gives that of the next one.
 */
export const addIssues = (
  store: Store,
  importId: number,
  issues: readonly Issue[],
  from?: number,
): Promise<number> =>
  inTransaction(store, async (_, raw) => insertIssues(raw, importId, issues, from))

/** Forgets the issues of an import whose file is read again. */
export const dropIssues = (store: Store, importId: number): Promise<void> =>
  inTransaction(store, async (db) => {
    await db.deleteFrom('issue').where('import_id', '=', importId).execute()
  })

const ISSUE = [
  'import_id',
  'line',
  'ordinal',
  'severity',
  'field',
  'code',
  'message',
  'value',
] as const

function insertIssues(
  raw: RawDatabase,
  importId: number,
  issues: readonly Issue[],
  from?: number,
): number {
  const first = from ?? nextOrdinal(raw, importId)
  const bulk = new Bulk(raw, 'issue', ISSUE)
  issues.forEach(({ line, severity, column, code, message, value }, i) => {
    bulk.push([importId, line, first + i, severity, column, code, message, value])
  })
  bulk.flush()
  return first + issues.length
}

/** Goes through all issues of an import. */
const nextOrdinal = (raw: RawDatabase, importId: number): number =>
  raw
    .prepare('select coalesce(max(ordinal), -1) + 1 from issue where import_id = ?')
    .pluck()
    .get(importId) as number

/**
 * Sets a preview running, so that it is committed once only, and gives the folder of its stage. Throws
 * StoreError `not-found` or `not-a-preview`.
 */
export function resumeImport(store: Store, importId: number): Promise<string> {
  return inTransaction(store, async (db) => {
    const resumed = await db
      .updateTable('import')
      .set({ status: 'running', process: process.pid })
      .where('import_id', '=', importId)
      .where('status', '=', 'preview')
      .returning('stage')
      .executeTakeFirst()
    if (resumed) return resumed.stage!
    const found = await findPlaces(db, importId)
    if (!found) throw noImport(importId)
    const message = `Import ${importId} is no preview but ${found.status}. Import the file again.`
    throw new StoreError('not-a-preview', message)
  })
}
