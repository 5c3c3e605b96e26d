import type { ImportReport, Issue } from '../model/report.ts'
import { gravestFirst, SHOWN_ISSUES } from './issues.ts'

/** A report on which nothing has happened yet. */
export const blankReport = (
  known: Pick<
    ImportReport,
    'id' | 'file' | 'bytes' | 'sha256' | 'importedAt' | 'importedBy' | 'options'
  >,
): ImportReport => ({
  dataset: null,
  datasetTitle: null,
  newDataset: false,
  status: 'running',
  undoneAt: null,
  identicalTo: null,
  rows: 0,
  added: 0,
  revised: 0,
  confirmed: 0,
  unchanged: 0,
  kept: 0,
  rejected: 0,
  removed: 0,
  issues: [],
  issuesTotal: 0,
  reading: null,
  sample: [],
  changes: [],
  changesTotal: 0,
  keptFigures: [],
  missing: null,
  questions: [],
  error: null,
  undo: null,
  ...known,
})

/** What comparing with the store gives. */
export type Compared = Pick<
  ImportReport,
  | 'added'
  | 'revised'
  | 'confirmed'
  | 'unchanged'
  | 'kept'
  | 'rejected'
  | 'removed'
  | 'changes'
  | 'changesTotal'
  | 'keptFigures'
  | 'missing'
> & { newDataset: boolean; issues: Issue[]; issuesTotal: number }

/** The report of reading with what comparing adds to it. */
export const withComparison = (report: ImportReport, compared: Compared): ImportReport => ({
  ...report,
  newDataset: compared.newDataset,
  added: compared.added,
  revised: compared.revised,
  confirmed: compared.confirmed,
  unchanged: compared.unchanged,
  kept: compared.kept,
  rejected: report.rejected + compared.rejected,
  removed: compared.removed,
  changes: compared.changes,
  changesTotal: compared.changesTotal,
  keptFigures: compared.keptFigures,
  missing: compared.missing,
  issues: gravestFirst([...report.issues, ...compared.issues]).slice(0, SHOWN_ISSUES),
  issuesTotal: report.issuesTotal + compared.issuesTotal,
})

/** The same, for an import that is called off because not all of it is good. */
export const calledOff = (report: ImportReport, replaces = false): ImportReport => ({
  ...report,
  status: 'rejected',
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
  error:
    `${report.rejected} of the figures could not be taken, so nothing was written. ` +
    (replaces
      ? 'A file that replaces must be all good, or what it could not say would be taken out. Mend it and import it again.'
      : 'Mend them and import the file again, or take the good rows only.'),
})

/** The report of a file that an earlier import told, byte for byte: nothing to read, nothing to write. */
export const toldBefore = (
  report: ImportReport,
  identical: { import: number; dataset: string },
  before: ImportReport | undefined,
): ImportReport => ({
  ...report,
  status: 'unchanged',
  identicalTo: identical.import,
  dataset: identical.dataset,
  datasetTitle: before?.datasetTitle ?? null,
  reading: before?.reading ?? null,
  sample: before?.sample ?? [],
  rows: before?.rows ?? 0,
  unchanged: before ? before.added + before.revised + before.confirmed + before.unchanged : 0,
  kept: before?.kept ?? 0,
  rejected: before?.rejected ?? 0,
  error: before && before.rejected > 0 ? leftOut(before) : null,
})

/** What of a file is not in the store though the file was taken in, and where that is told. */
const leftOut = ({ id, rejected }: ImportReport): string =>
  `${rejected} of its figures ${rejected === 1 ? 'was' : 'were'} rejected then, and ${rejected === 1 ? 'is' : 'are'} not in the store. ` +
  `Why is told by the issues of import ${id}, at /api/imports/${id}/issues.csv.`
