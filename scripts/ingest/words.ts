import { MINUS, NARROW_SPACE, toldText } from '../../data/model/numbers.ts'
import type { Change, ImportReport, Issue, UndoReport } from '../../data/model/report.ts'
import { revisionWords } from '../../data/model/revision.ts'
import type { Rebuilt } from '../../data/store/derive.ts'
import { allQuestionLines } from './asked.ts'
import { count, counted, more } from './counting.ts'

const SHOWN = 5

/** A report in lines for a terminal: how the file was read, the counts, issues, changes, what to do. */
export function reportLines(report: ImportReport, isPartial: boolean): string[] {
  const { status, error, questions, issues, issuesTotal, changes, changesTotal } = report
  const revisions = changes.filter(({ kind }) => kind !== 'added')
  // What is kept has lines of its own.
  const shownIssues = issues.filter(({ code }) => code !== 'kept').slice(0, SHOWN)
  const shownChanges = (revisions.length > 0 ? revisions : changes).slice(0, SHOWN)
  return [
    ...(status === 'unchanged' ? [] : (report.reading?.says ?? [])),
    headline(report, isPartial),
    countsOf(report),
    ...shownChanges.map(changeLine),
    ...more(changesTotal, shownChanges.length, 'change'),
    ...keptLines(report),
    ...missingLines(report),
    ...shownIssues.map((issue) => issueLine(report.file, issue)),
    ...more(issuesTotal - report.kept, shownIssues.length, 'issue'),
    whereIssues(report),
    goodRows(report),
    ...allQuestionLines(questions),
    ...(error !== null && status !== 'committed' && issues[0]?.message !== error ? [error] : []),
  ].filter((line) => line !== '')
}

/** How to see all issues where not all are shown, or those of the import that told the same. */
function whereIssues({ id, status, issuesTotal, rejected, identicalTo }: ImportReport): string {
  const isTold = status === 'unchanged' && rejected > 0
  if (issuesTotal <= SHOWN && !isTold) return ''
  const of = isTold && issuesTotal === 0 ? identicalTo : id
  return `  all of them: npm run -s ingest -- --issues ${of} > issues.csv`
}

/** A file that replaces must be all good. */
const mayLeaveOut = ({ options }: ImportReport): boolean => !options.mode?.startsWith('replace')

/** The way to what is good in a file that was turned down. */
const goodRows = (report: ImportReport): string =>
  report.status === 'rejected' && report.rejected > 0 && mayLeaveOut(report)
    ? '  the good rows only: the same command with --partial'
    : ''

function headline(report: ImportReport, isPartial: boolean): string {
  const { id, status, dataset, identicalTo, newDataset } = report
  const place = `${newDataset ? 'the new dataset ' : ''}“${dataset}”`
  switch (status) {
    case 'committed':
      return `Import ${id} is in ${place}. To take it back: npm run ingest -- --undo ${id}`
    case 'preview':
      return foreseen(report, place, isPartial)
    case 'unchanged':
      return `0 changes, identical to import ${identicalTo}.`
    case 'rejected':
      return 'Rejected: nothing was written.'
    case 'ambiguous':
      return 'Nothing was written: the file can be read in more than one way. Run the same command again with the option that is right:'
    default:
      return `The import is ${status}: nothing was written.`
  }
}

/** What a dry run foresees. */
function foreseen(report: ImportReport, place: string, isPartial: boolean): string {
  if (report.rejected === 0) return `Nothing was written: this is what would go into ${place}.`
  if (!mayLeaveOut(report))
    return 'Nothing was written, nor would it be: a file that replaces must be all good.'
  return isPartial
    ? `Nothing was written: this is what would go into ${place}, without what is rejected.`
    : `Nothing was written, nor would it be while some is rejected. With --partial this would go into ${place}:`
}

function countsOf(report: ImportReport): string {
  if (report.reading === null || report.status === 'ambiguous') return ''
  const { rows, added, revised, confirmed, unchanged, kept, rejected } = report
  const told = { added, revised, confirmed, unchanged, ...(kept > 0 && { kept }), rejected }
  const parts = Object.entries(told).map(([word, n]) => `${count(n)} ${word}`)
  const removed =
    report.removed > 0 ? ` ${counted(report.removed, 'figure', 'figures')} taken out.` : ''
  return `${counted(rows, 'row', 'rows')}: ${parts.join(', ')}.${removed}`
}

/** What the file tells otherwise than it stands, and only appending leaves so. */
function keptLines({ kept, keptFigures }: ImportReport): string[] {
  if (kept === 0) return []
  const shown = keptFigures.slice(0, SHOWN)
  return [
    `Kept as ${kept === 1 ? 'it' : 'they'} stood, since only what is not there is added: ${counted(kept, 'figure', 'figures')} that the file tells otherwise.`,
    ...shown.map(changeLine),
    ...more(kept, shown.length, 'figure'),
  ]
}

/** What the store holds and the file does not tell. */
function missingLines({ status, missing }: ImportReport): string[] {
  if (missing === null || (status !== 'committed' && status !== 'preview')) return []
  const { figures, first, series, seriesFigures, firstSeries, firstTitles } = missing
  const parts = [
    figures > 0 && `${counted(figures, 'figure', 'figures')} of its series`,
    series > 0 &&
      `${count(series)} other series with ${counted(seriesFigures, 'figure', 'figures')}`,
  ].filter(Boolean)
  if (parts.length === 0) return []
  const shown = first.slice(0, SHOWN)
  return [
    `Not in the file, and kept: ${parts.join(', ')}.`,
    ...shown.map(({ series, period, unit, value, decimals }) => {
      return `  missing  ${series}  ${period}  ${toldText(value, decimals, null)}${unit ? ` ${unit}` : ''}`
    }),
    ...(shown.length > 0 ? more(figures, shown.length, 'figure') : []),
    ...firstSeries.slice(0, SHOWN).map((id, i) => `  missing  ${id}  all of “${firstTitles[i]}”`),
    ...(series > SHOWN ? [`  and ${count(series - SHOWN)} more series`] : []),
  ]
}

function changeLine(change: Change): string {
  const { kind, series, period, unit } = change
  const before = toldText(change.before, change.beforeDecimals, change.beforeBound)
  const after = toldText(change.after, change.afterDecimals, change.bound)
  const values = {
    added: after,
    revised: `${before} -> ${after}`,
    removed: before,
    kept: `${before}, in the file ${after}`,
  }[kind]
  const far = plain(revisionWords(change))
  return `  ${kind}  ${series}  ${period}  ${values}${unit ? ` ${unit}` : ''}${far && `  (${far})`}`
}

/** With signs that a keyboard has, to be searched for. */
const plain = (text: string): string => text.replaceAll(MINUS, '-').replaceAll(NARROW_SPACE, ' ')

const issueLine = (file: string, { severity, line, column, code, message }: Issue): string =>
  `  ${severity}  ${file}:${line}${column === null ? '' : ` [${column}]`}  ${code}  ${message}`

export function undoLines(undone: UndoReport): string[] {
  const { id, dataset, restored, removed, kept, keptBy, datasetRemoved } = undone
  return [
    datasetRemoved
      ? `Import ${id} is undone, and with it the dataset “${dataset}”, which it alone told.`
      : `Import ${id} is undone in “${dataset}”: ${counted(restored, 'value', 'values')} came back, ${count(removed)} ${removed === 1 ? 'is' : 'are'} gone, ${count(kept)} ${kept === 1 ? 'stays' : 'stay'} because other imports told ${kept === 1 ? 'it' : 'them'} too.`,
    ...keptBy.map(
      (other) => `  import ${other.import} (${other.file}) tells ${count(other.releases)}`,
    ),
  ]
}

/** What came of making anew what the store keeps to answer fast. */
export const rebuiltLine = ({ series, mended }: Rebuilt): string =>
  mended === 0
    ? `${counted(series, 'series', 'series')} made anew from their rows: all were as they should be.`
    : `${counted(series, 'series', 'series')} made anew from their rows: ${count(mended)} of them did not say what their rows say.`
