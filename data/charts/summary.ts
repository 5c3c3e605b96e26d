import type { Panel } from '../model/dashboard.ts'
import { gaps } from '../model/gaps.ts'
import { disjoint, type Figure, type Line, lengthOf } from './figures.ts'
import { shortText, wordsOf } from './stops.ts'

const MOST = 3

/** One sentence for a screen reader: what it is, and for each line its first, last and highest figure and its holes. */
export function summaryOf(panel: Panel, lines: Line[]): string {
  const told = lines.filter(({ figures }) => figures.length > 0)
  if (told.length === 0) return `${panel.name}: no figures.`
  const clauses = told.slice(0, MOST).map((line) => clause(panel, line))
  const rest = told.length > MOST ? [`and ${told.length - MOST} more series`] : []
  return `${panel.name}: ${[...clauses, ...rest].join('; ')}.`
}

function clause(panel: Panel, line: Line): string {
  const { columns } = line
  const isFlow = columns.additive === 'sum' && !line.isYtd
  const figures = isFlow ? disjoint(line.figures) : line.figures
  // Where the axis is per month, a figure for three months is not high for being long.
  const size = (figure: Figure): number =>
    panel.perMonth ? figure.value / lengthOf(figure) : figure.value
  const first = figures[0]!
  const last = figures.at(-1)!
  const say = (figure: Figure): string =>
    `${shortText(line, figure, figure.value, panel.unit)} ${figure.first === figure.last ? 'on' : 'in'} ${wordsOf(line, figure)}`
  if (figures.length === 1) return `${line.label} ${say(first)}`
  const highest = figures.reduce((a, b) => (size(b) > size(a) ? b : a))
  // Statements of a day now and then leave no holes between them.
  const missing = /[DWI]/.test(columns.frequency)
    ? []
    : gaps(figures, columns.frequency, line.isYtd)
  const holes =
    missing.length === 0
      ? ''
      : missing.length <= 2
        ? `, no data for ${missing.map((period) => wordsOf(line, period)).join(' and ')}`
        : `, no data for ${missing.length} periods between`
  const top = highest === first || highest === last ? '' : `, highest ${say(highest)}`
  return `${line.label} from ${say(first)} to ${say(last)}${top}${holes}`
}
