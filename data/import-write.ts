import { writeFileSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { enterEnd, type Pieces, watched } from './import-pieces.ts'
import { end, type Run, tell } from './import-run.ts'
import { namesOf } from './ingest/codes/codes.ts'
import { groupCodes } from './ingest/codes/countries.ts'
import { guessQuestion, isDoubtful } from './ingest/datasets/guess.ts'
import { settledBy } from './ingest/datasets/settled.ts'
import type { ImportJob } from './ingest/job.ts'
import { calledOff, withComparison } from './ingest/report.ts'
import { Unreadable } from './ingest/unreadable.ts'
import type { Comparison } from './model/comparison.ts'
import type { DatasetDescription } from './model/dataset.ts'
import { type Day, parseDay } from './model/day.ts'
import type { Piece } from './model/piece.ts'
import type { ImportReport, Issue } from './model/report.ts'
import type { ReadEnd } from './reader.ts'
import type { Identical } from './store/ledger/told-files.ts'
import { finishImport } from './store/ledger/write.ts'
import { compare, type MergeOptions } from './store/merge/compare.ts'
import { inTransaction } from './store/open.ts'
import { Arriving, NotInOrder } from './store/stage/arriving.ts'
import { discardStage, type FileSeries, type Stage } from './store/stage/stage.ts'
import { write } from './store/write/write.ts'
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
  const asked = askedOf(run, compared)
  if (asked) return end(run, asked)
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
  const { job, report } = run
  if (report.rejected > 0 && (!takesPart(job) || stage.rows === 0)) {
    return end(run, calledOff(report, replaces(job)))
  }
  return writeAs(run, stage, mergeOptions(run, description), identical)
}

/** Issues in memory, of a file that is written while it is read. */
const MOST_ISSUES = 5000

/**
 * Writes a file while it is read. Throws `NotInOrder`, and leaves the store as it was, where it must be
 * staged: it does not tell one series after the other, or what is bad in it must be told first.
 */
export async function commitArriving(
  run: Run,
  pieces: Pieces,
  description: DatasetDescription,
  identical: Identical | undefined,
  folder: string,
): Promise<ImportReport> {
  const issues: Issue[] = []
  const ended = (last: ReadEnd) => {
    if (last.majority.size > 0) throw new NotInOrder('Most rows say otherwise than the first')
    enterEnd(run, description, last)
    tell(run, 'writing')
  }
  async function* good(): AsyncGenerator<Piece> {
    for await (const piece of watched(run, pieces, ended)) {
      issues.push(...piece.issues)
      if (piece.rejected > 0 && !takesPart(run.job)) throw new NotInOrder('Not all of it is good')
      if (piece.learnt.length > 0)
        throw new NotInOrder('More is known of a series than when it was told')
      if (issues.length > MOST_ISSUES) throw new NotInOrder('Too much is wrong with it')
      yield piece
    }
    await refuseChanged(run)
  }
  const file = new Arriving(folder, good())
  try {
    const options = { ...mergeOptions(run, description), progress: undefined, issues }
    return await writeAs(run, file, options, identical)
  } finally {
    await file.close()
    discardStage(folder)
  }
}

/** The report of a file that may belong to another dataset than the one it was taken to be of. */
const askedOf = ({ guess, report }: Run, compared: Comparison): ImportReport | undefined =>
  guess && isDoubtful(guess, compared)
    ? { ...report, status: 'ambiguous', questions: [guessQuestion(guess, compared)] }
    : undefined

const replaces = ({ options }: ImportJob): boolean => options.mode?.startsWith('replace') ?? false

/** Whether the good rows of a file are wanted where others are bad. */
const takesPart = (job: ImportJob): boolean => job.partial && !replaces(job)

async function writeAs(
  run: Run,
  file: FileSeries,
  options: MergeOptions & { issues?: Issue[] },
  identical: Identical | undefined,
): Promise<ImportReport> {
  run.report = await write(run.store, file, {
    ...options,
    import: run.report.id,
    names: namesOf,
    report(compared: Comparison) {
      const full = withComparison(run.report, compared)
      const asked = askedOf(run, compared)
      if (asked) return asked
      const changed = full.added + full.revised + full.confirmed + full.removed
      const good = changed + full.unchanged + full.kept
      if (full.rejected > 0 && (!takesPart(run.job) || good === 0)) {
        return calledOff(full, replaces(run.job))
      }
      if (identical && changed + full.kept === 0) {
        return { ...full, status: 'unchanged', identicalTo: identical.import }
      }
      return { ...full, status: 'committed' }
    },
  })
  await settle(run, options.dataset)
  return run.report
}

/** Keeps with a dataset that was there what a person settled for its files. */
async function settle({ store, job, report }: Run, description: DatasetDescription): Promise<void> {
  const isTold = settledBy(job.options) !== undefined
  if (report.status !== 'committed' || report.newDataset || !isTold) return
  await inTransaction(store, (db) => describeDataset(db, description))
}

/** What was read must be what was known by its sha256. */
export async function refuseChanged({ job, report, changedAt }: Run): Promise<void> {
  const { size, mtimeMs } = await stat(job.path)
  if (size === report.bytes && mtimeMs === changedAt) return
  const message = 'The file changed while it was read. Import it again when nobody writes to it.'
  throw new Unreadable('file-changed', message)
}

const mergeOptions = (run: Run, dataset: DatasetDescription): MergeOptions => ({
  dataset,
  // What a file takes out is gone from the day on which the file says that it was published.
  day: parseDay(run.job.options.published ?? '') ?? run.day,
  today: run.day,
  groups: groupCodes(),
  mode: run.job.options.mode,
  signal: run.hooks.signal,
  progress: (rows: number) =>
    tell(run, run.job.dryRun ? 'comparing' : 'writing', run.report.bytes, rows),
})
