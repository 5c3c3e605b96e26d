import type { ImportJob } from './ingest/job.ts'
import type { Progress } from './model/report.ts'
import type { ToldError } from './told-error.ts'

/** What the main thread asks of the writer; `call` tells answers apart. */
export type Call = { call: number } & Asked

export type Asked =
  | { kind: 'import'; job: ImportJob }
  | { kind: 'commit'; id: number; partial?: boolean }
  | { kind: 'undo'; id: number; dryRun?: boolean }
  | { kind: 'cancel'; id: number }
  | { kind: 'drop'; id: number; why?: string }
  | { kind: 'dropOld'; before: string; why: string }
  | { kind: 'shipped' }
  | { kind: 'close' }

export type Answer =
  | { kind: 'ready' }
  | { kind: 'unusable'; error: ToldError }
  | { kind: 'started'; call: number; id: number }
  | { kind: 'progress'; call: number; progress: Progress }
  | { kind: 'done'; call: number; result: unknown }
  | { kind: 'failed'; call: number; error: ToldError }
