import { type ImportReport, MODES, type Mode } from '../../data/model/report.ts'
import { counted } from '../words.ts'

export interface ModeLine {
  mode: Mode
  title: string
  /** What it does to what the store holds. */
  says: string
  isOn: boolean
}

const TITLES: Record<Mode, string> = {
  revise: 'Add and revise',
  append: 'Add only',
  'replace-series': 'Replace its series',
  'replace-dataset': 'Replace the dataset',
}

const SAYS: Record<Mode, string> = {
  revise: 'What the file tells is added, or revises what was told before. All else stays.',
  append: 'Periods that are not there yet are added. Figures that are there stay as they are.',
  'replace-series': 'The series of the file become what it tells.',
  'replace-dataset': 'The whole dataset becomes what the file tells.',
}

const modeOf = ({ options }: Pick<ImportReport, 'options'>): Mode => options.mode ?? 'revise'

type Compared = Pick<ImportReport, 'options' | 'removed' | 'missing' | 'rejected'>

/** How many figures a mode would take out, told from what was compared in another; null where it cannot be. */
export function takenOut(report: Compared, mode: Mode): number | null {
  const { removed, missing } = report
  const now = modeOf(report)
  if (mode === 'revise' || mode === 'append') return 0
  if (mode === now) return removed
  if (!missing) return null
  if (mode === 'replace-dataset') {
    return (now === 'replace-series' ? removed : missing.figures) + missing.seriesFigures
  }
  return now === 'replace-dataset' ? null : missing.figures
}

function takes(report: Compared, mode: Mode): string {
  if (mode === 'revise' || mode === 'append') return ''
  if (report.rejected > 0) return 'Not while anything is rejected: such a file must be all good.'
  const count = takenOut(report, mode)
  if (count === null) return 'What it does not tell is taken out.'
  if (count === 0) return 'It tells all that is there: nothing is taken out.'
  const series = mode === 'replace-dataset' ? (report.missing?.series ?? 0) : 0
  const ofThem = series > 0 ? `, all of ${counted(series, 'series', 'series')} among them,` : ''
  return count === 1
    ? `1 figure that it does not tell is taken out.`
    : `${counted(count, 'figure', 'figures')} that it does not tell${ofThem} are taken out.`
}

/** The four modes, each with what it does and what it would take out. */
export const modeLines = (report: Compared): ModeLine[] =>
  MODES.map((mode) => ({
    mode,
    title: TITLES[mode],
    says: [SAYS[mode], takes(report, mode)].filter(Boolean).join(' '),
    isOn: mode === modeOf(report),
  }))

/** How a file was compared, where that is not as usual: "Replace its series". */
export const modeWords = (report: Pick<ImportReport, 'options'>): string =>
  modeOf(report) === 'revise' ? '' : TITLES[modeOf(report)]
