import type { ImportReport, Issue } from './report.ts'

/** What comparing a file with the store finds, beside issues. */
export type Compared = Pick<
  ImportReport,
  | 'added'
  | 'revised'
  | 'confirmed'
  | 'unchanged'
  | 'kept'
  | 'removed'
  | 'changes'
  | 'changesTotal'
  | 'keptFigures'
  | 'missing'
>

/** What a file would change, or has changed. */
export interface Comparison extends Compared {
  newDataset: boolean
  rejected: number
  /** The last of a kind says how many more there are. */
  issues: Issue[]
  issuesTotal: number
}

/** What a file changes that was not compared, or of which nothing is written. */
export const NOTHING_COMPARED: Compared = {
  added: 0,
  revised: 0,
  confirmed: 0,
  unchanged: 0,
  kept: 0,
  removed: 0,
  changes: [],
  changesTotal: 0,
  keptFigures: [],
  missing: null,
}
