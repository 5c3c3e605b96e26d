import type { ImportReport, Issue } from '../../data/model/report.ts'
import { counted, whole } from '../words.ts'
import { withoutKept } from './issues.ts'
import { fileWords, outWords, writeWords } from './words.ts'

export const STEPS = ['drop', 'reading', 'report', 'write'] as const
export type Step = (typeof STEPS)[number]

const TITLES: Record<Step, string> = {
  drop: 'Drop a file',
  reading: 'How it was read',
  report: 'Report',
  write: 'Write',
}

export interface StepLine {
  step: Step
  title: string
  /** What came of it, or what it will be. */
  line: string
  state: 'done' | 'current' | 'ahead'
  /** Whether the reader can go there now. */
  isOpen: boolean
}

/**
 * Where a report is shown first: what needs an answer or is new is read over, all else is reported; null
 * while it runs, since only its end says.
 */
export function firstStep(report: ImportReport): Step | null {
  switch (report.status) {
    case 'running':
      return null
    case 'ambiguous':
      return 'reading'
    case 'preview':
      return report.newDataset ? 'reading' : 'report'
    case 'committed':
    case 'undone':
      return 'write'
    default:
      return 'report'
  }
}

/**
 * The step that the address names, where the report has come that far; else the one to begin with. What
 * is running is being read, unless it was set to be written.
 */
export function stepOf(named: string | null, report: ImportReport | null): Step {
  if (!report) return 'drop'
  if (report.status === 'running') return named === 'write' ? 'write' : 'reading'
  const step = STEPS.find((one) => one === named)
  return (step && isOpen(step, report) ? step : firstStep(report)) ?? 'reading'
}

function isOpen(step: Step, report: ImportReport | null): boolean {
  if (step === 'drop' || !report) return step === 'drop'
  if (report.status === 'committed' || report.status === 'undone') return true
  if (step === 'reading') return report.status !== 'unchanged'
  return step === 'report' && report.status !== 'ambiguous'
}

/** The four steps, each with its line. */
export function stepLines(report: ImportReport | null, current: Step): StepLine[] {
  const at = STEPS.indexOf(current)
  const isWritten = report?.status === 'committed' || report?.status === 'undone'
  return STEPS.map((step, i) => ({
    step,
    title: TITLES[step],
    line: LINES[step](report),
    state: i === at ? 'current' : isWritten || (i < at && isDone(step, report)) ? 'done' : 'ahead',
    isOpen: isOpen(step, report),
  }))
}

const isDone = (step: Step, report: ImportReport | null): boolean =>
  step !== 'reading' || report?.reading !== null

const LINES: Record<Step, (report: ImportReport | null) => string> = {
  drop: (report) => (report ? fileWords(report.file) : 'CSV, or a pasted table'),
  reading: (report) => (report ? readingLine(report) : 'Columns, dates and numbers'),
  report: (report) => (report ? reportLine(report) : 'What it changes, what is wrong'),
  write: (report) => (report ? writeLine(report) : 'Nothing before you say so'),
}

function readingLine(report: ImportReport): string {
  const { reading, questions } = report
  if (questions.length > 0) return counted(questions.length, 'question', 'questions')
  if (!reading && report.status === 'running') return 'On its way'
  if (!reading && report.status === 'rejected') return 'Could not be read'
  if (!reading) return report.error ? 'Not read to its end' : 'Not read yet'
  const read = reading.columns.filter(({ role }) => role !== 'ignore').length
  return `${counted(reading.columns.length, 'column', 'columns')}, ${read} read`
}

function reportLine(report: ImportReport): string {
  const { status, rejected, rows } = report
  const { issues, issuesTotal } = withoutKept(report)
  if (status === 'ambiguous') return 'After your answer'
  if (status === 'running' && rows === 0) return 'When it is read'
  if (status === 'unchanged') return 'Nothing new'
  if (rejected === 0 && report.error) return 'Nothing was written'
  if (issuesTotal === 0) return `${counted(rows, 'row', 'rows')}, no issues`
  const of = (kind: Issue['severity']) => issues.filter(({ severity }) => severity === kind).length
  const looks = of('warning')
  // A cell may have an issue and its row another; of very many issues the gravest are here.
  const isWhole = issues.length === issuesTotal
  const notes = isWhole ? of('note') : Math.max(0, issuesTotal - rejected - looks)
  return [
    rejected > 0 && outWords(report),
    looks > 0 && `${whole(looks)} to look at`,
    notes > 0 && counted(notes, 'note', 'notes'),
  ]
    .filter(Boolean)
    .join(', ')
}

function writeLine(report: ImportReport): string {
  if (report.status === 'committed') return `${writeWords(report)}: done`
  if (report.status === 'undone') return 'Taken back'
  if (report.status === 'running' && report.rows > 0) return 'On its way'
  return report.status === 'preview' ? writeWords(report) : 'Nothing to write yet'
}
