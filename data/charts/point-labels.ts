import type { Chart } from './chart.ts'
import type { Key, Mark } from './drawing.ts'
import { type Figure, isNeighbour, type Line, lengthOf } from './figures.ts'
import type { Frame } from './frame.ts'
import { doubtKeys } from './keys.ts'
import { type EndLabel, endLines } from './labels.ts'
import type { Marker, Shape } from './marks.ts'
import { around, nameAt } from './name.ts'
import type { Placer } from './place.ts'
import { endName, shortText, wordsOf } from './stops.ts'

/** A line's figures by how they are drawn: points of the chart's own length, level pieces for longer ones. */
export interface Drawn {
  line: Line
  points: Figure[]
  levels: Figure[]
  /** Level pieces of a line that also has points: wide and pale, so that the points stay in sight. */
  isBand: boolean
  marker: Marker
}

export const SIGNS: Record<Marker, Mark> = {
  circle: 'point',
  rect: 'square',
  triangle: 'triangle',
  diamond: 'diamond',
}

/** The labels in the right margin: the last point and the last level piece, where they end near it. */
export function endsOf(
  { panel, lines }: Chart,
  { line, points, levels, isBand }: Drawn,
  isLate: (end: number) => boolean,
): EndLabel[] {
  const isAlone = lines.length === 1
  const end = (figure: Figure, x: number, kind: string, weight: 600 | 700): EndLabel => {
    const base = endName(lines, line, figure)
    const name = isBand && !isAlone && base ? `${base}, ${kind}` : base
    const value = shortText(line, figure, figure.value, panel.unit)
    const when = isBand && !isAlone && kind === 'months' ? ` in ${wordsOf(line, figure)}` : ''
    const words = endLines(name, value + when, weight, 140)
    return { x, y: figure.value, colour: line.ink.text, lines: words }
  }
  const level = levels.findLast(({ to }) => isLate(to))
  const point = points.findLast(({ at }) => isLate(at))
  const kind = level && lengthOf(level) > 11.5 ? 'years' : 'longer'
  return [
    ...(level ? [end(level, level.to, kind, 600)] : []),
    ...(point ? [end(point, point.at, 'months', line.role === 'subject' ? 700 : 600)] : []),
  ]
}

/** Figures of a lone line that are each told by their period and value; of more the last only. */
const FEW = 6

export const isFew = (drawn: Drawn[]): boolean =>
  drawn.length === 1 && drawn[0]!.points.length + drawn[0]!.levels.length <= FEW

/** Period and value in the plot, for a line that is alone: beside its few figures, else beside its last. */
export function loneLabels(
  { tokens, panel }: Chart,
  frame: Frame,
  drawn: Drawn,
  room: Placer,
): Shape[] {
  const { line, points, levels } = drawn
  const figures = [...levels, ...points].sort((a, b) => a.last - b.last)
  return figures.slice(isFew([drawn]) ? 0 : -1).flatMap((figure) => {
    const isPoint = points.includes(figure)
    const left = isPoint ? frame.x(figure.at) - 5 : frame.x(figure.from)
    const right = isPoint ? left + 10 : frame.x(figure.to)
    const places = around(left, right, frame.y(figure.value))
    const value = shortText(line, figure, figure.value, panel.unit)
    const form = { colour: line.ink.text, halo: tokens.panel, tolerance: 30 }
    for (const words of [`${value}\u2002${wordsOf(line, figure)}`, value]) {
      // Beside a point first: over it stands the arrow of a bound.
      const inOrder = isPoint ? [...places.slice(4), ...places.slice(0, 4)] : places
      const shapes = nameAt(room, words, inOrder, form)
      if (shapes.length > 0) return shapes
    }
    return []
  })
}

/** A name in the plot for a line that ends long before its right edge: at its longest or last mark. */
export function insideLabel(
  { tokens, panel }: Chart,
  frame: Frame,
  { line, points, levels }: Drawn,
  room: Placer,
): Shape[] {
  const figures = [...levels, ...points].sort(
    (a, b) => lengthOf(b) - lengthOf(a) || b.last - a.last,
  )
  for (const figure of figures) {
    const words = `${line.label} ${shortText(line, figure, figure.value, panel.unit)}`
    const isPoint = points.includes(figure)
    const left = isPoint ? frame.x(figure.at) - 4 : frame.x(figure.from)
    const right = isPoint ? left + 8 : frame.x(figure.to)
    const places = around(left, right, frame.y(figure.value))
    const shapes = nameAt(room, words, places, { colour: line.ink.text, halo: tokens.panel })
    if (shapes.length > 0) return shapes
  }
  return []
}

/** Lines that no label names, then what the kinds of mark mean. */
export function pointKeys(chart: Chart, drawn: Drawn[], known: Set<Line>): Key[] {
  const { tokens } = chart
  const nameless = drawn.filter(({ line }) => chart.lines.length > 1 && !known.has(line))
  const keys = nameless.map(({ line, points, isBand, marker }): Key => {
    const isJoined = points.some((f, i) => i > 0 && isNeighbour(points[i - 1]!, f, line.isYtd))
    const dot = isJoined ? 'line-point' : SIGNS[marker]
    const mark = points.length > 0 ? dot : 'span'
    const label = isBand ? `${line.label}, months` : line.label
    return { mark, colour: line.ink.mark, label, series: line.id }
  })
  const band = drawn.find(({ isBand, levels }) => isBand && levels.some((f) => lengthOf(f) > 6))
  if (band) {
    const label = chart.lines.length > 1 ? `${band.line.label}, longer periods` : 'Longer periods'
    keys.push({ mark: 'band', colour: band.line.ink.mark, label, series: null })
  }
  if (drawn.some(({ isBand, levels }) => !isBand && levels.some((f) => !f.doubtful))) {
    keys.push({ mark: 'span', colour: tokens.ink2, label: 'A bar spans its period', series: null })
  }
  const doubts = doubtKeys(
    tokens,
    drawn.map(({ line, points, levels }) => ({ line, figures: [...points, ...levels] })),
    drawn.some(({ levels }) => levels.some((f) => f.doubtful)) ? 'dash-span' : 'dash-open',
  )
  return [...keys, ...doubts]
}
