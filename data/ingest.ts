import { readFileSync } from 'node:fs'
import { rm, stat } from 'node:fs/promises'
import { decide, readInto } from './import-read.ts'
import { end, endInError, type Run, refuseCancelled, tell } from './import-run.ts'
import { commit, type Kept, keptPath, preview } from './import-write.ts'
import { namesOf } from './ingest/codes.ts'
import { sha256Of } from './ingest/hash.ts'
import type { Hooks, ImportJob } from './ingest/job.ts'
import { readingOf, sampleOf } from './ingest/reading.ts'
import { blankReport, toldBefore } from './ingest/report.ts'
import { Unreadable, UnseenMark } from './ingest/unreadable.ts'
import { parseDay } from './model/day.ts'
import type { ImportReport, UndoReport } from './model/report.ts'
import { stageFolder } from './stages.ts'
import { findImport } from './store/imports.ts'
import { dropAnswered, dropImport } from './store/ledger-drop.ts'
import {
  beginImport,
  dropIssues,
  findIdentical,
  findPreview,
  type Identical,
  resumeImport,
} from './store/ledger-write.ts'
import type { Store } from './store/open.ts'
import { createStage, openStage, type Stage } from './store/stage.ts'
import { StoreError } from './store/store-error.ts'
import { undo } from './store/undo.ts'

export type { Hooks, ImportJob } from './ingest/job.ts'

/**
 * Takes one file in: reads, compares, and writes it in one transaction. What is wrong with the file is
 * in the report, whose status says how it ended; only what is wrong with the store or with us throws.
 */
export async function importFile(
  store: Store,
  job: ImportJob,
  hooks: Hooks = {},
): Promise<ImportReport> {
  return carryOut(await enterImport(store, job, hooks))
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

/** Carries out what was entered: the second half of `importFile`. */
export async function carryOut(run: Run): Promise<ImportReport> {
  const { job } = run
  try {
    const report = await takeIn(run)
    if (report.status !== 'ambiguous') await dropAnswered(run.store, report.sha256, report.id)
    return report
  } catch (error) {
    return await endInError(run, error)
  } finally {
    if (job.keepFile === false) await rm(job.path, { force: true })
    tell(run, 'done')
  }
}

async function takeIn(run: Run): Promise<ImportReport> {
  const { store, job, report } = run
  refuseCancelled(run.hooks)
  const { options } = job
  const isTold = await identicalTo(run, options.dataset)
  if (isTold?.since === 0) return endTold(run, isTold)
  const decided = await decide(run)
  const identical = isTold ?? (await identicalTo(run, decided.description.id))
  if (identical?.since === 0) return endTold(run, identical)
  try {
    return await takeAs(run, decided, identical)
  } catch (error) {
    if (!(error instanceof UnseenMark)) throw error
    await dropIssues(store, report.id)
    run.report = report
    return await takeAs(run, await decide(run, true), identical)
  }
}

/** Takes the file in as it was decided. Throws `UnseenMark` where that must be decided by every record. */
async function takeAs(
  run: Run,
  { understood, description, isKnown, says }: Awaited<ReturnType<typeof decide>>,
  identical: Identical | undefined,
): Promise<ImportReport> {
  const { store, job, report } = run
  const { questions } = understood.mapped
  const sample = sampleOf(understood.table)
  if (questions.length > 0) {
    const reading = readingOf(understood, [])
    return end(run, { ...report, status: 'ambiguous', reading, sample, questions })
  }
  run.report = {
    ...report,
    dataset: description.id,
    datasetTitle: description.title,
    newDataset: !isKnown,
    reading: readingOf(understood, [says]),
    sample,
  }
  const folder = stageFolder(store, report.id)
  let stage: Stage | undefined
  const newStage = () => {
    stage = createStage(folder)
    return stage
  }
  try {
    const staged = await readInto(newStage, run, understood, description)
    await refuseChanged(run)
    if (job.dryRun) return await preview(run, staged, description)
    return await commit(run, staged, description, identical)
  } finally {
    if (run.report.status === 'preview') stage?.close()
    else stage?.discard()
  }
}

const identicalTo = ({ store, job, report }: Run, dataset: string | undefined) =>
  findIdentical(store.db, { sha256: report.sha256, options: job.options, dataset })

const endTold = async (run: Run, identical: Identical): Promise<ImportReport> =>
  end(run, toldBefore(run.report, identical, await findImport(run.store.db, identical.import)))

/** What was read must be what was known by its sha256. */
async function refuseChanged({ job, report, changedAt }: Run): Promise<void> {
  const { size, mtimeMs } = await stat(job.path)
  if (size === report.bytes && mtimeMs === changedAt) return
  const message = 'The file changed while it was read. Import it again when nobody writes to it.'
  throw new Unreadable('file-changed', message)
}

/** Writes a preview. Throws StoreError `not-found` or `not-a-preview`. */
export async function commitImport(
  store: Store,
  id: number,
  hooks: Hooks = {},
  options: { partial?: boolean } = {},
): Promise<ImportReport> {
  const found = await findPreview(store.db, id)
  await resumeImport(store, id)
  hooks.started?.(id)
  const folder = found?.stage ?? ''
  const report = await findImport(store.db, id)
  if (!report) throw new StoreError('not-found', `There is no import ${id}.`)
  const job: ImportJob = {
    path: '',
    name: report.file,
    by: report.importedBy,
    options: found?.options ?? {},
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
