import { annotationShapes } from './annotate.ts'
import { type Chart, DEPTH, layout, type Parts, rangeOf } from './chart.ts'
import type { Key } from './drawing.ts'
import { disjoint, type Figure, type Line, lengthOf, runs } from './figures.ts'
import { roomFor } from './flags.ts'
import type { Frame } from './frame.ts'
import { holeShapes } from './holes.ts'
import { doubtKeys } from './keys.ts'
import { drawEndLabels, type EndLabel, endLines, endMargin, isShortName } from './labels.ts'
import {
  arrow,
  cross,
  DOUBT_DASH,
  type Point,
  type Shape,
  second,
  line as stroke,
} from './marks.ts'
import { around, nameAt } from './name.ts'
import type { Placer } from './place.ts'
import { endName, type Placed, shortText, stopsOf } from './stops.ts'
import { thin } from './thin.ts'

/** Amounts: every figure level over its own period, at its monthly average where the axis is per month. */
export function drawSteps(chart: Chart): Parts {
  const { look, tokens, lines, panel } = chart
  const drawn = lines.map((line) => ({ line, figures: disjoint(line.figures) }))
  const heightOf = (figure: Figure): number =>
    panel.perMonth ? figure.value / lengthOf(figure) : figure.value
  const range = rangeOf(lines, look)
  const isLate = (figure: Figure): boolean =>
    range.last - figure.last < (range.last - range.first) * 0.12
  const late = drawn.filter(({ figures }) => figures.slice(-1).some(isLate))
  const ends = look.phone ? [] : late.flatMap((entry) => endOf(chart, entry, heightOf))
  const { main } = layout(chart, {
    range,
    values: drawn.flatMap(({ figures }) => figures.map(heightOf)),
    right: endMargin(ends),
  })
  const room = roomFor(chart.events, main, look.width)
  const placed: Placed[] = []
  const marks: Shape[] = []
  for (const { line, figures } of drawn) {
    for (const run of runs(figures, false)) {
      marks.push(...runShapes(chart, main, line, run, heightOf))
    }
    for (const figure of figures) {
      const y = main.y(heightOf(figure))
      const [left, right] = sides(main, figure)
      const before = figures[figures.indexOf(figure) - 1]
      const from = before && before.last + 1 === figure.first ? main.y(heightOf(before)) : y
      room.block({ left, right, top: y - 3, bottom: y + 3 })
      room.block({
        left: left - 1,
        right: left + 1,
        top: Math.min(y, from),
        bottom: Math.max(y, from),
      })
      placed.push({
        line,
        figure,
        x: (left + right) / 2,
        y,
        mark: figure.doubtful ? 'dash' : 'line',
      })
      marks.push(...doubts(chart, main, line, figure, heightOf))
    }
  }
  const labels = [
    ...drawEndLabels(
      ends.map((end) => ({ ...end, x: main.x(end.x), y: main.y(end.y) })),
      main.box.right,
      main.box.top - 6,
      main.box.bottom,
      tokens,
    ),
    ...annotationShapes(chart, main, room, (_, figure) => ({
      x: main.x((figure.from + figure.to) / 2),
      y: main.y(heightOf(figure)),
    })),
  ]
  const known = new Set(
    look.phone ? [] : late.map(({ line }) => line).filter(({ label }) => isShortName(label)),
  )
  if (!look.phone) {
    for (const entry of drawn) {
      if (late.includes(entry) || !isShortName(entry.line.label)) continue
      const shapes = earlyName(chart, main, entry, heightOf, room)
      labels.push(...shapes)
      if (shapes.length > 0) known.add(entry.line)
    }
  }
  const under = holeShapes(
    main,
    drawn.flatMap(({ figures }) => figures),
    0,
    tokens,
    24,
  )
  return {
    frames: [main],
    layers: [
      { name: 'holes', z: DEPTH.under, shapes: under },
      { name: 'steps', z: DEPTH.marks, shapes: marks },
      { name: 'labels', z: DEPTH.labels, shapes: labels },
    ],
    keys: keysOf(chart, drawn, known),
    stops: () => stopsOf(chart, placed),
    range,
  }
}

/** Left and right end in pixels, inside the plot. */
const sides = ({ x, box }: Frame, { from, to }: Figure): [number, number] => [
  Math.max(x(from), box.left),
  Math.min(x(to), box.right),
]

/** The level pieces of neighbours with thin risers between them; one stair where pieces are a few pixels wide. */
function runShapes(
  { lines }: Chart,
  frame: Frame,
  line: Line,
  run: Figure[],
  heightOf: (figure: Figure) => number,
): Shape[] {
  const colour = line.ink.mark
  const isAlone = lines.every((other) => other === line || other.ink.mark !== colour)
  const dash = isAlone ? undefined : second(sharing(lines, line)).dash
  const width = line.role === 'context' ? 1.75 : line.role === 'subject' ? 3.5 : 3
  const total = frame.x(run.at(-1)!.to) - frame.x(run[0]!.from)
  if (total / run.length < 4) {
    const points = run.flatMap((figure): Point[] => {
      const y = frame.y(heightOf(figure))
      const [left, right] = sides(frame, figure)
      return [
        [left, y],
        [right, y],
      ]
    })
    return [stroke(thin(points), colour, Math.min(width, 1.75), { lineJoin: 'miter' })]
  }
  return run.flatMap((figure, i) => {
    const y = frame.y(heightOf(figure))
    const [left, right] = sides(frame, figure)
    const before = run[i - 1]
    const lineDash = figure.doubtful ? DOUBT_DASH : dash
    const level = stroke(
      [
        [left, y],
        [right, y],
      ],
      colour,
      width,
      lineDash ? { lineDash } : {},
    )
    if (!before) return [level]
    const riser: Point[] = [
      [left, frame.y(heightOf(before))],
      [left, y],
    ]
    return [stroke(riser, colour, 1, { opacity: 0.75 }), level]
  })
}

/** Place among the lines that share a colour. */
function sharing(lines: Line[], line: Line): number {
  return lines.filter((other) => other.ink.mark === line.ink.mark).indexOf(line)
}

/** Bounds as open arrows, other releases as grey crosses. */
function doubts(
  { tokens }: Chart,
  frame: Frame,
  line: Line,
  figure: Figure,
  heightOf: (figure: Figure) => number,
): Shape[] {
  const value = heightOf(figure)
  const x = frame.x((figure.from + figure.to) / 2)
  const y = frame.y(value)
  const shapes = figure.others.flatMap((other) => {
    const at = frame.y((other * value) / figure.value)
    return Math.abs(at - y) < 3 ? [] : cross(x, at, tokens.ink3)
  })
  if (!figure.bound || figure.bound === '~') return shapes
  const isUp = figure.bound.startsWith('>')
  return [...shapes, ...arrow(x, isUp ? y - 2 : y + 2, isUp, line.ink.mark, 12)]
}

function endOf(
  { panel, lines }: Chart,
  { line, figures }: { line: Line; figures: Figure[] },
  heightOf: (figure: Figure) => number,
): EndLabel[] {
  const last = figures.at(-1)
  if (!last) return []
  const height = heightOf(last)
  const isAverage = panel.perMonth && lengthOf(last) > 1.5
  const value = shortText(line, last, height, panel.unit) + (isAverage ? ' a month' : '')
  const weight = line.role === 'subject' ? 700 : 600
  const name = endName(lines, line, last)
  return [{ x: last.to, y: height, colour: line.ink.text, lines: endLines(name, value, weight) }]
}

/** The name of a line that ends long before the right edge, in the plot at its last figures. */
function earlyName(
  { tokens, panel }: Chart,
  frame: Frame,
  { line, figures }: { line: Line; figures: Figure[] },
  heightOf: (figure: Figure) => number,
  room: Placer,
): Shape[] {
  for (const figure of figures.slice(-6).reverse()) {
    const value = heightOf(figure)
    const words = `${line.label} ${shortText(line, figure, value, panel.unit)}`
    const [left, right] = sides(frame, figure)
    const places = around(left, right, frame.y(value))
    const shapes = nameAt(room, words, places, { colour: line.ink.text, halo: tokens.panel })
    if (shapes.length > 0) return shapes
  }
  return []
}

/** Lines that no label names, and what a dash means. */
function keysOf(chart: Chart, drawn: { line: Line; figures: Figure[] }[], known: Set<Line>): Key[] {
  const nameless = chart.lines.length > 1 ? chart.lines.filter((line) => !known.has(line)) : []
  const names = nameless.map(
    ({ ink, label, id }): Key => ({ mark: 'line', colour: ink.mark, label, series: id }),
  )
  return [...names, ...doubtKeys(chart.tokens, drawn, 'dash')]
}
