import { annotationShapes } from './annotate.ts'
import { type Chart, DEPTH, layout, type Parts, rangeOf } from './chart.ts'
import type { Key, Mark } from './drawing.ts'
import { type Figure, type Line, runs } from './figures.ts'
import { roomFor } from './flags.ts'
import type { Frame } from './frame.ts'
import { drawEndLabels, type EndLabel, endLines, endMargin } from './labels.ts'
import { type Point, point, type Shape, line as stroke } from './marks.ts'
import { nameAt } from './name.ts'
import type { Candidate, Placer } from './place.ts'
import { type Placed, shortText, stopsOf } from './stops.ts'

/** Two readings of one rate: as a source states it, and as its own levels give it. */
interface Pair {
  stated: Line | undefined
  computed: Line | undefined
}

function pairsOf(lines: Line[]): Pair[] {
  const computed = lines.filter((line) => line.role === 'computed')
  const stated = lines.filter((line) => line.role !== 'computed')
  const count = Math.max(computed.length, stated.length)
  return Array.from({ length: count }, (_, i) => ({ stated: stated[i], computed: computed[i] }))
}

const keyOf = (figure: Figure): string => `${figure.first}/${figure.last}`

/** Stated rates as filled dots on a solid line, computed ones open on a dashed line, joined month by month. */
export function drawPairs(chart: Chart): Parts {
  const { look, tokens, lines } = chart
  const pairs = pairsOf(lines)
  const range = rangeOf(lines, look)
  const ends = look.phone ? [] : pairs.flatMap((pair) => endsOf(chart, pair, pairs.length))
  const { main } = layout(chart, {
    range,
    values: lines.flatMap(({ figures }) => figures.map((f) => f.value)),
    right: endMargin(ends),
  })
  const colourOf = (line: Line): string =>
    line.role === 'computed' && pairs.length === 1 ? tokens.ink2 : line.ink.mark
  const under: Shape[] = []
  const over: Shape[] = []
  const placed: Placed[] = []
  const room = roomFor(chart.events, main, look.width)
  for (const { stated, computed } of pairs) {
    under.push(...strokesBetween(main, stated, computed, tokens.ink2))
    for (const line of [computed, stated]) {
      if (!line) continue
      const isOpen = line.role === 'computed'
      const mark: Mark = isOpen ? 'open' : 'point'
      under.push(...joinsOf(main, line, colourOf(line), isOpen, room))
      for (const figure of line.figures) {
        const [x, y] = [main.x(figure.at), main.y(figure.value)]
        if (x < main.box.left - 1 || x > main.box.right + 1) continue
        over.push(
          point(x, y, colourOf(line), tokens.panel, {
            isOpen: isOpen || figure.doubtful,
            size: look.phone ? 3.2 : 4.4,
          }),
        )
        room.block({ left: x - 5, right: x + 5, top: y - 5, bottom: y + 5 }, 2)
        placed.push({
          line: { ...line, ink: { ...line.ink, mark: colourOf(line) } },
          figure,
          x,
          y,
          mark,
        })
      }
    }
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
  if (pairs.length === 1 && !look.phone) labels.push(...nameShapes(chart, main, pairs[0]!, room))
  return {
    frames: [main],
    layers: [
      { name: 'lines', z: DEPTH.marks, shapes: under },
      { name: 'points', z: DEPTH.points, shapes: over },
      { name: 'labels', z: DEPTH.labels, shapes: labels },
    ],
    keys: lines.map(
      (line): Key => ({
        mark: line.role === 'computed' ? 'dash-open' : 'line-point',
        colour: colourOf(line),
        label: line.label,
        series: line.id,
      }),
    ),
    stops: () => stopsOf(chart, byLine(placed, lines)),
    range,
  }
}

/** In the panel's order, whichever was drawn first. */
const byLine = (placed: Placed[], lines: Line[]): Placed[] => {
  const order = new Map(lines.map(({ id }, i) => [id, i]))
  return [...placed].sort((a, b) => (order.get(a.line.id) ?? 0) - (order.get(b.line.id) ?? 0))
}

/** A thin stroke between the two readings of one period, where they are far enough apart to see it. */
function strokesBetween(
  frame: Frame,
  stated: Line | undefined,
  computed: Line | undefined,
  colour: string,
): Shape[] {
  const others = new Map(computed?.figures.map((f) => [keyOf(f), f]))
  return (stated?.figures ?? []).flatMap((figure) => {
    const other = others.get(keyOf(figure))
    const x = frame.x(figure.at)
    if (!other || x < frame.box.left || x > frame.box.right) return []
    const [a, b] = [frame.y(figure.value), frame.y(other.value)]
    return Math.abs(a - b) < 6
      ? []
      : [
          stroke(
            [
              [x, a],
              [x, b],
            ],
            colour,
            1,
          ),
        ]
  })
}

function joinsOf(
  frame: Frame,
  line: Line,
  colour: string,
  isDashed: boolean,
  room: Placer,
): Shape[] {
  return runs(line.figures, line.isYtd).flatMap((run) => {
    const points = run
      .map((figure): Point => [frame.x(figure.at), frame.y(figure.value)])
      .filter(([x]) => x >= frame.box.left - 1 && x <= frame.box.right + 1)
    points.forEach(([x, y], i) => {
      const before = points[i - 1]
      if (!before) return
      const [bx, by] = before
      room.block({
        left: bx,
        right: (bx + x) / 2,
        top: Math.min(by, (by + y) / 2) - 3,
        bottom: Math.max(by, (by + y) / 2) + 3,
      })
      room.block({
        left: (bx + x) / 2,
        right: x,
        top: Math.min(y, (by + y) / 2) - 3,
        bottom: Math.max(y, (by + y) / 2) + 3,
      })
    })
    if (points.length < 2) return []
    return [
      stroke(
        points,
        colour,
        isDashed ? 1.6 : 2.8,
        isDashed ? { lineDash: [4, 3] } : { lineJoin: 'round' },
      ),
    ]
  })
}

function endsOf({ panel, tokens }: Chart, { stated, computed }: Pair, count: number): EndLabel[] {
  const line = stated ?? computed
  const last = line?.figures.at(-1)
  if (!line || !last) return []
  const value = shortText(line, last, last.value, panel.unit)
  const name = count > 1 ? line.label : line === stated ? 'stated' : 'computed'
  const lines =
    count > 1 ? endLines(name, value) : [{ words: `${value} ${name}`, weight: 600 as const }]
  return [
    {
      x: last.at,
      y: last.value,
      colour: line === computed && count === 1 ? tokens.ink2 : line.ink.text,
      lines,
    },
  ]
}

/** "Stated" and "Computed" once in the plot, each above a run of its own where there is room. */
function nameShapes(
  { tokens }: Chart,
  frame: Frame,
  { stated, computed }: Pair,
  room: Placer,
): Shape[] {
  const named: [Line | undefined, string, string][] = [
    [computed, 'Computed', tokens.ink2],
    [stated, 'Stated', stated?.ink.text ?? tokens.ink],
  ]
  const apart = (line: Line, figure: Figure): number => {
    const other = (line === stated ? computed : stated)?.figures.find(
      (f) => keyOf(f) === keyOf(figure),
    )
    return other ? Math.abs(frame.y(other.value) - frame.y(figure.value)) : line === stated ? 40 : 0
  }
  return named.flatMap(([line, words, colour]) => {
    if (!line || !(stated && computed)) return []
    // Where the two readings stand well apart, and high up, a name cannot be taken for the other's.
    const figures = [...line.figures].sort(
      (a, b) => Math.min(20, apart(line, b)) - Math.min(20, apart(line, a)) || b.value - a.value,
    )
    for (const figure of figures.slice(0, 8)) {
      const [x, y] = [frame.x(figure.at), frame.y(figure.value)]
      const places: Candidate[] = [
        { x, y: y - 16, align: 'center' },
        { x: x - 10, y: y - 10, align: 'right' },
        { x: x + 10, y: y - 10, align: 'left' },
      ]
      const shapes = nameAt(room, words, places, { colour, halo: tokens.panel })
      if (shapes.length > 0) return shapes
    }
    return []
  })
}
