import { dateOf } from '../model/day.ts'
import { MONTH_NAMES, periodWords } from '../model/words.ts'
import type { Chart } from './chart.ts'
import type { Figure, Line } from './figures.ts'
import type { Frame } from './frame.ts'
import type { LabelLine } from './labels.ts'
import type { Shape } from './marks.ts'
import { fontOf, measureText, wrapText } from './measure.ts'
import { nameAt } from './name.ts'
import type { Candidate, Placer } from './place.ts'
import { shortText } from './stops.ts'

export interface Entry {
  line: Line
  figure: Figure
}

export const isDay = ({ first, last }: Figure): boolean => first === last

/** Name and what it is of: "Nikkei: chips of US brands" says its second half only where there is room. */
function halves(label: string): [string, string] {
  const at = label.indexOf(': ')
  return at < 0 ? [label, ''] : [label.slice(0, at), label.slice(at + 2)]
}

/** In the margin the value comes first, then the name, then what it is of. */
export function endWords({ panel, lines: all }: Chart, { line, figure }: Entry): LabelLine[] {
  const [name, detail] = all.length === 1 ? [periodWords(figure), ''] : halves(line.label)
  const value = shortText(line, figure, figure.value, panel.unit)
  const weight = line.role === 'subject' ? 700 : 600
  const font = fontOf(13.5, weight)
  const first = `${value}\u2002${name}`
  const lines = measureText(first, font) <= 165 ? [first] : [value, ...wrapText(name, 150, font)]
  return [...lines, ...(detail ? wrapText(detail, 150, font) : [])].map((words) => ({
    words,
    weight,
  }))
}

/** "20 Oct", with its year where nothing else says it. */
const dayText = (figure: Figure, withYear: boolean): string => {
  const { day, month, year } = dateOf(figure.first)
  return `${day} ${MONTH_NAMES.short[month - 1]}${withYear ? ` ${year}` : ''}`
}

/** What a label may say, the fullest first. */
function wordings(
  { panel, look, lines }: Chart,
  { line, figure }: Entry,
  areStatements: boolean,
): string[] {
  const value = shortText(line, figure, figure.value, panel.unit)
  const isAlone = lines.length === 1
  if (isAlone || (areStatements && (line.role === 'subject' || line.place === 0))) {
    const doubt = figure.doubtful ? ', estimate' : ''
    if (!isDay(figure)) return [`${value} in ${periodWords(figure)}${doubt}`, value]
    return [`${value}, ${dayText(figure, true)}`, `${value}, ${dayText(figure, false)}`, value]
  }
  const [name, detail] = halves(line.label)
  if (areStatements) return [`${value}\u2002${line.label}`, `${value}\u2002${name}`, value]
  const short = `${name}\u2002${value}`
  return detail && !look.phone ? [`${name}: ${detail}\u2002${value}`, short, value] : [short, value]
}

/** The fullest wording that finds a place by its mark, and whether it names its line. */
export function insideLabel(
  chart: Chart,
  frame: Frame,
  entry: Entry,
  areStatements: boolean,
  room: Placer,
): { shapes: Shape[]; isNamed: boolean } {
  const { line, figure } = entry
  const { tokens } = chart
  const y = frame.y(figure.value)
  const left = Math.max(frame.x(figure.from), frame.box.left)
  const right = Math.min(frame.x(figure.to), frame.box.right)
  const weight = line.role === 'subject' ? 700 : 600
  const x = (left + right) / 2
  const over = (lift: number): Candidate[] => [
    { x: left + 2, y: y - lift, align: 'left' },
    { x: right - 2, y: y - lift, align: 'right' },
    { x: left + 2, y: y + lift, align: 'left' },
    { x: right - 2, y: y + lift, align: 'right' },
  ]
  const beside: Candidate[] = [
    { x: right + 10, y, align: 'left' },
    { x: left - 10, y, align: 'right' },
  ]
  const corners: Candidate[] = [
    { x: left - 8, y: y - 14, align: 'right' },
    { x: right + 8, y: y + 12, align: 'left' },
    { x: right + 8, y: y - 12, align: 'left' },
    { x: left - 8, y: y + 12, align: 'right' },
  ]
  const byPoint: Candidate[] = [
    ...beside,
    { x, y: y - 17, align: 'center' },
    { x: x - 6, y: y - 17, align: 'left' },
    { x: x + 6, y: y - 17, align: 'right' },
    { x, y: y + 17, align: 'center' },
    ...corners,
  ]
  const byBar: Candidate[] = [
    ...over(14),
    // Left of the arrow on a bound.
    { x: right - 22, y: y - 14, align: 'right' },
    ...corners,
    ...over(17),
    ...over(20),
    ...over(24),
    ...beside,
  ]
  const form = { colour: line.ink.text, halo: tokens.panel, weight, tolerance: 6 } as const
  for (const words of wordings(chart, entry, areStatements)) {
    const shapes = nameAt(room, words, isDay(figure) ? byPoint : byBar, form)
    if (shapes.length > 0) return { shapes, isNamed: words.includes(halves(line.label)[0]) }
  }
  return { shapes: [], isNamed: false }
}
