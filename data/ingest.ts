import { readFileSync } from 'node:fs'
import { rm, stat } from 'node:fs/promises'
import type { Worker } from 'node:worker_threads'
import { enterEnd, lookAhead, type Pieces, stageAll } from './import-pieces.ts'
import { end, endInError, type Run, refuseCancelled, tell } from './import-run.ts'
import {
  commit,
  commitArriving,
  type Kept,
  keptPath,
  preview,
  refuseChanged,
} from './import-write.ts'
import { namesOf } from './ingest/codes/codes.ts'
import { groupCodes } from './ingest/codes/countries.ts'
import { sha256Of } from './ingest/hash.ts'
import type { Hooks, ImportJob } from './ingest/job.ts'
import { blankReport, toldBefore } from './ingest/report.ts'
import { UnseenMark } from './ingest/unreadable.ts'
import type { DatasetDescription } from './model/dataset.ts'
import { parseDay } from './model/day.ts'
import type { ImportReport, UndoReport } from './model/report.ts'
import { type Decided, openReader, type Reader } from './reader.ts'
import { stageFolder } from './stages.ts'
import { dropAnswered, dropImport } from './store/ledger/drop.ts'
import { findImport } from './store/ledger/imports.ts'
import { findIdentical, type Identical } from './store/ledger/told-files.ts'
import { beginImport, dropIssues, resumeImport } from './store/ledger/write.ts'
import type { Store } from './store/open.ts'
import { NotInOrder } from './store/stage/arriving.ts'
import { createStage, openStage } from './store/stage/stage.ts'
import { undo } from './store/undo/undo.ts'

export type { Hooks, ImportJob } from './ingest/job.ts'

/**
 * Takes one file in: reads, compares, and writes it in one transaction. What is wrong with the file is
 * in the report, whose status says how it ended; only what is wrong with the store or with us throws.
 */
export async function importFile(
  store: Store,
  job: ImportJob,
  hooks: Hooks = {},
  thread?: Worker,
): Promise<ImportReport> {
  const { size } = await stat(job.path)
  const reader = await openReader(store, job, size, thread)
  try {
    return await carryOut(await enterImport(store, job, hooks), reader)
  } finally {
    await reader.close()
  }
}

/** Enters a file into the ledger as running: the first half of `importFile`. */
export async function enterImport(store: Store, job: ImportJob, hooks: Hooks = {}): Promise<Run> {
  const at = new Date()
  const { size: bytes, mtimeMs } = await stat(job.path)
  const sha256 = await sha256Of(job.path)
  const { name: file, by, options } = job
  const storedAt = job.keepFile === false ? null : job.path
  const id = await beginImport(store, { file, bytes, sha256, by, options, storedAt, at })
  hooks.started?.(id)
  const importedAt = at.toISOString()
  const report = blankReport({ id, file, bytes, sha256, importedAt, importedBy: by, options })
  const day = parseDay(importedAt.slice(0, 10))!
  return { store, job, hooks, report, day, changedAt: mtimeMs }
}

/** Carries out what was entered: the second half of `importFile`; with its reader, where one was opened. */
export async function carryOut(run: Run, opened?: Reader): Promise<ImportReport> {
  const { job, store } = run
  let reader = opened
  try {
    reader ??= await openReader(store, job, run.report.bytes)
    const report = await takeIn(run, reader)
    if (report.status !== 'ambiguous') await dropAnswered(run.store, report.sha256, report.id)
    return report
  } catch (error) {
    return await endInError(run, error)
  } finally {
    if (!opened) await reader?.close()
    if (job.keepFile === false) await rm(job.path, { force: true })
    tell(run, 'done')
  }
}

async function takeIn(run: Run, reader: Reader): Promise<ImportReport> {
  const { store, job, report } = run
  refuseCancelled(run.hooks)
  const { options } = job
  const isTold = await identicalTo(run, options.dataset)
  if (isTold?.since === 0) return endTold(run, isTold)
  const deciding = reader.decide()
  // The list is read here while the reader's thread finds out how to read the file.
  groupCodes()
  const decided = await deciding
  const identical = isTold ?? (await identicalTo(run, decided.description.id))
  if (identical?.since === 0) return endTold(run, identical)
  try {
    return await takeAs(run, reader, decided, identical)
  } catch (error) {
    if (!(error instanceof UnseenMark)) throw error
    await dropIssues(store, report.id)
    run.report = report
    return await takeAs(run, reader, await reader.decide(true), identical)
  }
}

/** Takes the file in as it was decided. Throws `UnseenMark` where that must be decided by every record. */
async function takeAs(
  run: Run,
  reader: Reader,
  { description, isKnown, guess, reading, sample, questions }: Decided,
  identical: Identical | undefined,
): Promise<ImportReport> {
  const { job, report } = run
  if (questions.length > 0) {
    return end(run, { ...report, status: 'ambiguous', reading, sample, questions })
  }
  const begun: ImportReport = {
    ...report,
    dataset: description.id,
    datasetTitle: description.title,
    newDataset: !isKnown,
    reading,
    sample,
  }
  run.report = begun
  run.guess = guess
  if (job.dryRun) return takeStaged(run, reader, reader.read(), description)
  const read = reader.read()
  try {
    const { pieces, mayArrive } = await lookAhead(read)
    if (!mayArrive) return await takeStaged(run, reader, pieces, description, identical)
    const folder = stageFolder(run.store, report.id)
    return await commitArriving(run, pieces, description, identical, folder)
  } catch (error) {
    if (!(error instanceof NotInOrder)) throw error
  } finally {
    // Nobody may have come to read what is ahead: the file is let go all the same.
    await read.return(undefined as never)
  }
  run.report = begun
  return takeStaged(run, reader, reader.read(), description, identical)
}

/**
 * Reads all of the file into a stage before it is compared. Where most rows say of a series what its
 * first row does not, the file is read once more, and the odd ones out are the issues.
 */
async function takeStaged(
  run: Run,
  reader: Reader,
  pieces: Pieces,
  description: DatasetDescription,
  identical?: Identical,
): Promise<ImportReport> {
  const { store, job, report } = run
  let stage = createStage(stageFolder(store, report.id))
  try {
    let last = await stageAll(run, pieces, stage)
    if (last.majority.size > 0) {
      stage.discard()
      await dropIssues(store, report.id)
      stage = createStage(stage.folder)
      last = await stageAll(run, reader.read(last.majority), stage)
    }
    enterEnd(run, description, last)
    // What it knows of the series is not needed any more, and comparing has need of the room.
    await reader.close()
    await refuseChanged(run)
    if (job.dryRun) return await preview(run, stage, description)
    return await commit(run, stage, description, identical)
  } finally {
    if (run.report.status === 'preview') stage.close()
    else stage.discard()
  }
}

const identicalTo = ({ store, job, report }: Run, dataset: string | undefined) =>
  findIdentical(store.db, { sha256: report.sha256, options: job.options, dataset })

const endTold = async (run: Run, identical: Identical): Promise<ImportReport> =>
  end(run, toldBefore(run.report, identical, await findImport(run.store.db, identical.import)))

/** Writes a preview. Throws StoreError `not-found` or `not-a-preview`. */
export async function commitImport(
  store: Store,
  id: number,
  hooks: Hooks = {},
  options: { partial?: boolean } = {},
): Promise<ImportReport> {
  const folder = await resumeImport(store, id)
  hooks.started?.(id)
  const report = (await findImport(store.db, id))!
  const job: ImportJob = {
    path: '',
    name: report.file,
    by: report.importedBy,
    options: report.options,
    dryRun: false,
    partial: options.partial ?? false,
  }
  const run: Run = { store, job, hooks, report, day: 0, changedAt: 0 }
  try {
    refuseCancelled(hooks)
    const kept = JSON.parse(readFileSync(keptPath(folder), 'utf8')) as Kept
    job.partial = options.partial ?? kept.partial
    run.report = kept.report
    run.day = kept.day
    const stage = await openStage(folder)
    try {
      return await commit(run, stage, kept.description)
    } finally {
      stage.discard()
    }
  } catch (error) {
    return await endInError(run, error)
  } finally {
    tell(run, 'done')
  }
}

/**
 * Lets go of a preview, and of what is ambiguous, rejected or failed; the ledger says why. Gives the
 * files that no import needs any more.
 */
export const dropPreview = (
  store: Store,
  id: number,
  why = 'Let go: nothing of it is in the store.',
): Promise<string[]> => dropImport(store, id, why)

/**
 * Takes back what an import told; a dry run says what that would change. Throws StoreError where there
 * is nothing to take back.
 */
export const undoImport = (
  store: Store,
  id: number,
  options: { dryRun?: boolean } = {},
): Promise<UndoReport> => undo(store, id, { names: namesOf, ...options })
