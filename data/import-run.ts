import type { Guess } from './ingest/datasets/guess.ts'
import type { Hooks, ImportJob } from './ingest/job.ts'
import { OpenQuestion, Unreadable } from './ingest/unreadable.ts'
import { NOTHING_COMPARED } from './model/comparison.ts'
import type { Day } from './model/day.ts'
import type { ImportReport, Progress } from './model/report.ts'
import { addIssues, finishImport } from './store/ledger/write.ts'
import type { Store } from './store/open.ts'
import { cancelled, StoreError } from './store/store-error.ts'

/** One import on its way: what its steps share. */
export interface Run {
  store: Store
  job: ImportJob
  hooks: Hooks
  /** Grows as the steps are done; at last what the ledger keeps. */
  report: ImportReport
  /** Releases without a day count as published on this one. */
  day: Day
  /** When the file was last written to, as it was entered. */
  changedAt: number
  /** Its dataset, where that is a guess. */
  guess?: Guess | null
}

/** Enters the end of an import that writes nothing. */
export async function end(run: Run, report: ImportReport): Promise<ImportReport> {
  run.report = report
  await finishImport(run.store, report)
  return report
}

/** What is wrong with the file ends in its report; what is wrong with us is noted there, and thrown. */
export async function endInError(run: Run, error: unknown): Promise<ImportReport> {
  const { report, store } = run
  if (error instanceof OpenQuestion) {
    const { questions } = error
    return end(run, { ...report, status: 'ambiguous', questions })
  }
  const message = error instanceof Error ? error.message : String(error)
  const ended = { ...report, ...NOTHING_COMPARED, error: message }
  if (error instanceof Unreadable) {
    const issuesTotal = await addIssues(store, report.id, [error.issue])
    const issues = [error.issue, ...report.issues]
    return end(run, { ...ended, status: 'rejected', issues, issuesTotal })
  }
  if (error instanceof StoreError && error.code === 'cancelled') {
    const why: unknown = run.hooks.signal?.reason
    const told = why instanceof Error && why.name !== 'AbortError' ? why.message : message
    return end(run, { ...ended, status: 'cancelled', error: told })
  }
  await end(run, { ...ended, status: 'failed' })
  throw error
}

export function refuseCancelled({ signal }: Hooks): void {
  if (signal?.aborted) throw cancelled()
}

export function tell(
  { hooks, report }: Run,
  phase: Progress['phase'],
  bytes = report.bytes,
  rows = report.rows,
): void {
  hooks.progress?.({ phase, bytes, totalBytes: report.bytes, rows })
}
