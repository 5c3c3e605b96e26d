import { annotationShapes } from './annotate.ts'
import { type Chart, DEPTH, layout, type Parts, rangeOf } from './chart.ts'
import type { Mark } from './drawing.ts'
import { type Figure, isNeighbour, type Line, lengthOf } from './figures.ts'
import { roomFor } from './flags.ts'
import type { Frame } from './frame.ts'
import { drawEndLabels, endMargin, isShortName } from './labels.ts'
import {
  arrow,
  cross,
  DOUBT_DASH,
  type Marker,
  type Point,
  point,
  type Shape,
  second,
  span,
  line as stroke,
} from './marks.ts'
import type { Placer } from './place.ts'
import {
  type Drawn,
  endsOf,
  insideLabel,
  isFew,
  loneLabels,
  pointKeys,
  SIGNS,
} from './point-labels.ts'
import { type Placed, stopsOf } from './stops.ts'
import { thin } from './thin.ts'
import { timeAt } from './time.ts'

/** The length in months up to which figures are points: the shortest that some line tells often. */
function pointLength(lines: Line[]): number {
  const lengths: number[] = []
  for (const { figures, isYtd } of lines) {
    if (isYtd) continue
    const counts = new Map<number, number>()
    for (const figure of figures) {
      const length = Math.max(1, Math.round(lengthOf(figure)))
      counts.set(length, (counts.get(length) ?? 0) + 1)
    }
    for (const [length, count] of counts) if (count >= 3) lengths.push(length)
  }
  if (lengths.length > 0) return Math.min(...lengths)
  const all = lines.flatMap(({ figures }) =>
    figures.map((f) => Math.max(1, Math.round(lengthOf(f)))),
  )
  return all.length > 0 ? Math.min(...all) : 1
}

/** Shares, growth and indices: points in mid-period, joined where neighbours; longer periods level. */
export function drawPoints(chart: Chart): Parts {
  const { look, tokens, lines } = chart
  const length = pointLength(lines)
  const drawn = lines.map((line): Drawn => {
    const points = line.figures.filter((f) => line.isYtd || lengthOf(f) < length + 0.5)
    const levels = widest(
      line.figures.filter((f) => !line.isYtd && lengthOf(f) >= length + 0.5),
      points,
    )
    const marker = markerOf(lines, line, length)
    return {
      line,
      points,
      levels,
      isBand: levels.length > 0 && points.length > 3 && line.role !== 'context',
      marker,
    }
  })
  const range = rangeOf(lines, look)
  const [from, to] = [timeAt(range.first), timeAt(range.last + 1)]
  const isLate = (end: number): boolean => to - end < (to - from) * 0.14
  const [only] = drawn
  const ends =
    look.phone || isFew(drawn) ? [] : drawn.flatMap((entry) => endsOf(chart, entry, isLate))
  const { main } = layout(chart, {
    range,
    values: drawn.flatMap(({ points, levels }) => [...points, ...levels].map((f) => f.value)),
    right: endMargin(ends),
  })
  const room = roomFor(chart.events, main)
  const placed: Placed[] = []
  const under: Shape[] = []
  const over: Shape[] = []
  for (const entry of drawn) {
    under.push(...levelShapes(chart, main, entry, placed, room))
    const { joins, dots } = pointShapes(chart, main, entry, placed, room)
    under.push(...joins)
    over.push(...dots)
  }
  const labels = drawEndLabels(
    ends.map((end) => ({ ...end, x: main.x(end.x), y: main.y(end.y) })),
    main.box.right,
    main.box.top - 6,
    main.box.bottom,
    tokens,
  )
  labels.push(
    ...annotationShapes(chart, main, room, (_, figure) => ({
      x: main.x(figure.at),
      y: main.y(figure.value),
    })),
  )
  const named = drawn.filter(
    ({ points, levels }) => points.some(({ at }) => isLate(at)) || levels.some((f) => isLate(f.to)),
  )
  const known = new Set(
    look.phone ? [] : named.map(({ line }) => line).filter(({ label }) => isShortName(label)),
  )
  if (drawn.length === 1 && ends.length === 0) labels.push(...loneLabels(chart, main, only!, room))
  else if (!look.phone) {
    for (const entry of drawn) {
      if (known.has(entry.line) || !isShortName(entry.line.label)) continue
      const shapes = insideLabel(chart, main, entry, room)
      labels.push(...shapes)
      if (shapes.length > 0) known.add(entry.line)
    }
  }
  return {
    frames: [main],
    layers: [
      { name: 'lines', z: DEPTH.marks, shapes: under },
      { name: 'points', z: DEPTH.points, shapes: over },
      { name: 'labels', z: DEPTH.labels, shapes: labels },
    ],
    keys: pointKeys(chart, drawn, known),
    stops: () => stopsOf(chart, placed),
    range,
  }
}

/** Circle, square, triangle, open diamond, by place among the lines that have points; grey context stays round. */
function markerOf(lines: Line[], line: Line, length: number): Marker {
  if (line.role === 'context' || line.role === 'subject') return 'circle'
  const dotted = lines.filter(
    (l) => l.role !== 'context' && (l.isYtd || l.figures.some((f) => lengthOf(f) < length + 0.5)),
  )
  return second(Math.max(0, dotted.indexOf(line))).marker
}

/** Longer periods, without those that only count up to a longer one: nine months of a year that is there. */
function widest(levels: Figure[], points: Figure[]): Figure[] {
  return levels.filter((figure) => {
    const isPart = levels.some(
      (other) => other !== figure && other.first <= figure.first && other.last >= figure.last,
    )
    const isTold = points.some((p) => p.first >= figure.first && p.last <= figure.last)
    return !isPart || !isTold
  })
}

function levelShapes(
  { tokens }: Chart,
  frame: Frame,
  { line, levels, isBand }: Drawn,
  placed: Placed[],
  room: Placer,
): Shape[] {
  const { box } = frame
  const thick = line.role === 'subject' ? 5 : 3.5
  return levels.flatMap((figure) => {
    const y = frame.y(figure.value)
    const left = Math.max(frame.x(figure.from), box.left)
    const right = Math.min(frame.x(figure.to), box.right)
    const isWide = isBand && lengthOf(figure) > 6
    room.block({ left, right, top: y - 4, bottom: y + 4 }, 2)
    placed.push({
      line,
      figure,
      x: (left + right) / 2,
      y,
      mark: isWide ? 'band' : figure.doubtful ? 'dash-span' : 'span',
    })
    const shapes = isWide
      ? [
          stroke(
            [
              [left, y],
              [right, y],
            ],
            line.ink.mark,
            7,
            { opacity: 0.42 },
          ),
          ...span(left, right, y, line.ink.mark, { width: 0 }),
        ]
      : span(left, right, y, line.ink.mark, {
          width: thick,
          dashed: figure.doubtful,
          openLeft: frame.x(figure.from) < box.left,
          openRight: frame.x(figure.to) > box.right,
        })
    return [
      ...shapes,
      ...boundShapes(line, figure, right - 8, y),
      ...otherShapes(frame, figure, (left + right) / 2, y, tokens.ink3),
    ]
  })
}

function boundShapes(line: Line, figure: Figure, x: number, y: number): Shape[] {
  if (!figure.bound || figure.bound === '~') return []
  const isUp = figure.bound.startsWith('>')
  return arrow(x, isUp ? y - 3 : y + 3, isUp, line.ink.mark, 12)
}

const otherShapes = (frame: Frame, figure: Figure, x: number, y: number, colour: string): Shape[] =>
  figure.others.flatMap((other) => {
    const at = frame.y(other)
    return Math.abs(at - y) < 3 ? [] : cross(x, at, colour)
  })

function pointShapes(
  { tokens }: Chart,
  frame: Frame,
  { line, points, marker }: Drawn,
  placed: Placed[],
  room: Placer,
): { joins: Shape[]; dots: Shape[] } {
  const { box } = frame
  const joins: Shape[] = []
  const dots: Shape[] = []
  const colour = line.ink.mark
  const cumulative = line.isYtd
  const seen = points.filter((f) => frame.x(f.at) >= box.left - 1 && frame.x(f.at) <= box.right + 1)
  const pitch =
    ((box.right - box.left) / Math.max(1, frame.time.max - frame.time.min)) *
    Math.min(...seen.map((f) => lengthOf(f)), 12)
  const isDense = !cumulative && pitch < 7 && seen.length > 30
  const width = line.role === 'context' ? 1.75 : isDense ? 1.75 : 2.5
  let blocked = Number.NEGATIVE_INFINITY
  let run: Point[] = []
  const flush = (): void => {
    if (run.length > 1) joins.push(stroke(thin(run), colour, width, { lineJoin: 'round' }))
    run = []
  }
  seen.forEach((figure, i) => {
    const at: Point = [frame.x(figure.at), frame.y(figure.value)]
    const before = seen[i - 1]
    const isJoined = before !== undefined && isNeighbour(before, figure, cumulative)
    if (!isJoined) flush()
    else if (before.doubtful || figure.doubtful) {
      flush()
      const from: Point = [frame.x(before.at), frame.y(before.value)]
      joins.push(stroke([from, at], colour, width, { lineDash: DOUBT_DASH }))
    }
    run.push(at)
    const next = seen[i + 1]
    const isLone = !isJoined && !(next && isNeighbour(figure, next, cumulative))
    const isLast = i === seen.length - 1
    placed.push({ line, figure, x: at[0], y: at[1], mark: markOf(figure, marker) })
    // One box for each few pixels is enough to keep labels off a dense line.
    if (!isDense || at[0] - blocked > 4) {
      room.block({ left: at[0] - 5, right: at[0] + 5, top: at[1] - 5, bottom: at[1] + 5 }, 2)
      blocked = at[0]
    }
    if (isDense && !isLone && !isLast && !figure.doubtful) return
    const open =
      marker === 'diamond' || figure.doubtful || (figure.bound !== null && figure.bound !== '~')
    const size = line.role === 'context' || isDense ? 3.4 : 4.2
    dots.push(point(at[0], at[1], colour, tokens.panel, { marker, isOpen: open, size }))
    dots.push(...boundShapes(line, figure, at[0], at[1]))
    dots.push(...otherShapes(frame, figure, at[0], at[1], tokens.ink3))
  })
  flush()
  return { joins, dots }
}

const markOf = (figure: Figure, marker: Marker): Mark => (figure.doubtful ? 'open' : SIGNS[marker])
