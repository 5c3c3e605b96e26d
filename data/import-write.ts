import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { end, type Run, tell } from './import-run.ts'
import { namesOf } from './ingest/codes.ts'
import { calledOff, withComparison } from './ingest/report.ts'
import { settledBy } from './ingest/settled.ts'
import type { DatasetDescription } from './model/dataset.ts'
import { type Day, parseDay } from './model/day.ts'
import type { ImportReport } from './model/report.ts'
import { compare } from './store/compare.ts'
import type { Comparison } from './store/findings.ts'
import { finishImport, type Identical } from './store/ledger-write.ts'
import { inTransaction } from './store/open.ts'
import type { Stage } from './store/stage.ts'
import { write } from './store/write.ts'
import { describeDataset } from './store/write-dataset.ts'

/** What `commitImport` needs of a preview, kept in the folder of its stage. */
export interface Kept {
  /** As reading left it, before comparing. */
  report: ImportReport
  description: DatasetDescription
  day: Day
  partial: boolean
}

export const keptPath = (folder: string): string => join(folder, 'preview.json')

export async function preview(
  run: Run,
  stage: Stage,
  description: DatasetDescription,
): Promise<ImportReport> {
  const { store, job, report, day } = run
  const compared = await compare(store, stage, mergeOptions(run, description))
  stage.keep()
  const kept: Kept = { report, description, day, partial: job.partial }
  writeFileSync(keptPath(stage.folder), JSON.stringify(kept))
  run.report = { ...withComparison(report, compared), status: 'preview' }
  await finishImport(store, run.report, compared.issues, stage.folder)
  return run.report
}

/** Writes what is staged, or nothing where it is not all good and the good rows alone are not wanted. */
export async function commit(
  run: Run,
  stage: Stage,
  description: DatasetDescription,
  identical?: Identical,
): Promise<ImportReport> {
  const { store, job, report } = run
  const replaces = job.options.mode?.startsWith('replace') ?? false
  const partial = job.partial && !replaces
  if (report.rejected > 0 && (!partial || stage.rows === 0)) {
    return end(run, calledOff(report, replaces))
  }
  run.report = await write(store, stage, {
    ...mergeOptions(run, description),
    import: report.id,
    names: namesOf,
    report(compared: Comparison) {
      const full = withComparison(report, compared)
      const changed = full.added + full.revised + full.confirmed + full.removed
      if (full.rejected > 0 && (!partial || changed + full.unchanged === 0)) {
        return calledOff(full, replaces)
      }
      if (identical && changed === 0) {
        return { ...full, status: 'unchanged', identicalTo: identical.import }
      }
      return { ...full, status: 'committed' }
    },
  })
  await settle(run, description)
  return run.report
}

/** Keeps with a dataset that was there what a person settled for its files. */
async function settle({ store, job, report }: Run, description: DatasetDescription): Promise<void> {
  const isTold = settledBy(job.options) !== undefined
  if (report.status !== 'committed' || report.newDataset || !isTold) return
  await inTransaction(store, (db) => describeDataset(db, description))
}

const mergeOptions = (run: Run, dataset: DatasetDescription) => ({
  dataset,
  // What a file takes out is gone from the day on which the file says that it was published.
  day: parseDay(run.job.options.published ?? '') ?? run.day,
  today: run.day,
  mode: run.job.options.mode,
  signal: run.hooks.signal,
  progress: (rows: number) =>
    tell(run, run.job.dryRun ? 'comparing' : 'writing', run.report.bytes, rows),
})
