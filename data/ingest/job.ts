import type { DatasetDescription } from '../model/dataset.ts'
import type { Progress, ReadingOptions } from '../model/report.ts'

/** A file to be taken in, and how. */
export interface ImportJob {
  path: string
  /** The name of the file as its owner knows it. */
  name: string
  by: string | null
  options: ReadingOptions
  /** Leaves a preview that `commitImport` writes. */
  dryRun: boolean
  /** Takes the good rows where some are bad; else all or nothing. */
  partial: boolean
  /** What the dataset is, where somebody has described it; else the store or the file says. */
  description?: DatasetDescription
  /** False deletes the file when it is read: an upload that nobody needs again. */
  keepFile?: boolean
}

export interface Hooks {
  /** The number of the import, as soon as it is in the ledger. */
  started?(id: number): void
  progress?(progress: Progress): void
  signal?: AbortSignal
}
