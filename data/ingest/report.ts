import { type Comparison, NOTHING_COMPARED } from '../model/comparison.ts'
import type { ImportReport } from '../model/report.ts'
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
  rejected: 0,
  ...NOTHING_COMPARED,
  issues: [],
  issuesTotal: 0,
  reading: null,
  sample: [],
  questions: [],
  error: null,
  undo: null,
  ...known,
})

/** The report of reading with what comparing adds to it. */
export const withComparison = (report: ImportReport, compared: Comparison): ImportReport => ({
  ...report,
  ...compared,
  rejected: report.rejected + compared.rejected,
  issues: gravestFirst([...report.issues, ...compared.issues]).slice(0, SHOWN_ISSUES),
  issuesTotal: report.issuesTotal + compared.issuesTotal,
})

/** The same, for an import that is called off because not all of it is good. */
export const calledOff = (report: ImportReport, replaces = false): ImportReport => ({
  ...report,
  ...NOTHING_COMPARED,
  status: 'rejected',
  error:
    `${report.rejected === 1 ? 'One figure' : `${report.rejected} of the figures`} could not be taken, so nothing was written. ` +
    (replaces
      ? 'A file that replaces must be all good, or what it could not say would be taken out. Mend it and import it again.'
      : 'Mend the file and import it again, or take its good rows only.'),
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
