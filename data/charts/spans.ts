import { annotationShapes } from './annotate.ts'
import { type Chart, DEPTH, layout, type Parts, rangeOf } from './chart.ts'
import type { Key, Mark } from './drawing.ts'
import type { Figure, Line } from './figures.ts'
import { roomFor } from './flags.ts'
import type { Frame } from './frame.ts'
import { doubtKeys } from './keys.ts'
import { drawEndLabels, type EndLabel, endMargin } from './labels.ts'
import { arrow, cross, point, type Shape, span } from './marks.ts'
import type { Placer } from './place.ts'
import { type Entry, endWords, insideLabel, isDay } from './span-labels.ts'
import { type Placed, stopsOf } from './stops.ts'

const isBound = ({ bound }: Figure): boolean => bound !== null && bound !== '~'

/** Values over the intervals they were stated for: level bars with end ticks; statements of a day as points. */
export function drawSpans(chart: Chart): Parts {
  const { look, tokens, lines } = chart
  const entries = lines.flatMap((line) => line.figures.map((figure) => ({ line, figure })))
  const areStatements = entries.some(({ figure }) => isDay(figure))
  const range = rangeOf(lines, look, areStatements)
  const length = range.last - range.first
  const isLate = ({ figure }: Entry): boolean =>
    !areStatements && !look.phone && range.last - figure.last < length * 0.14
  const ends = entries
    .filter((entry) => isLate(entry) && isTelling(entry))
    .map((entry): EndLabel & { entry: Entry } => ({
      entry,
      x: entry.figure.to,
      y: entry.figure.value,
      colour: entry.line.ink.text,
      lines: endWords(chart, entry),
    }))
  const { main } = layout(chart, {
    range,
    values: entries.map(({ figure }) => figure.value),
    right: endMargin(ends),
  })
  const room = roomFor(chart.events, main)
  const marks: Shape[] = []
  const placed: Placed[] = []
  // The subject lies on top of its rivals.
  const inOrder = [...entries].sort((a, b) => rank(a.line) - rank(b.line))
  for (const entry of inOrder) marks.push(...markShapes(chart, main, entry, placed, room))
  const labels = drawEndLabels(
    ends.map((end) => ({ ...end, x: main.x(end.x), y: main.y(end.y) })),
    main.box.right,
    main.box.top - 6,
    main.box.bottom,
    tokens,
  )
  // Bars by weight, the subject first; statements by date, so that each name finds its own side.
  const named = areStatements ? entries : [...inOrder].reverse()
  const known = new Set(ends.map(({ entry }) => entry.line))
  for (const entry of named) {
    if (isLate(entry) || !isTelling(entry)) continue
    const { shapes, isNamed } = insideLabel(chart, main, entry, areStatements, room)
    labels.push(...shapes)
    if (isNamed) known.add(entry.line)
  }
  labels.push(
    ...annotationShapes(chart, main, room, (_, figure) => ({
      x: main.x((figure.from + figure.to) / 2),
      y: main.y(figure.value),
    })),
  )
  return {
    frames: [main],
    layers: [
      { name: 'spans', z: DEPTH.marks, shapes: marks },
      { name: 'labels', z: DEPTH.labels, shapes: labels },
    ],
    keys: keysOf(chart, entries, known),
    stops: () => stopsOf(chart, placed),
    range,
  }
}

/** A line of a few figures has each of them named; one of many only its first, highest and last. */
function isTelling({ line: { figures }, figure }: Entry): boolean {
  if (figures.length <= 5) return true
  const highest = figures.reduce((a, b) => (b.value > a.value ? b : a))
  return figure === figures[0] || figure === highest || figure === figures.at(-1)
}

const rank = ({ role }: Line): number => (role === 'context' ? 0 : role === 'subject' ? 2 : 1)

function markShapes(
  { tokens, look }: Chart,
  frame: Frame,
  { line, figure }: Entry,
  placed: Placed[],
  room: Placer,
): Shape[] {
  const { box } = frame
  const colour = line.ink.mark
  const y = frame.y(figure.value)
  const isUp = figure.bound?.startsWith('>') ?? false
  const others = (x: number): Shape[] =>
    figure.others.flatMap((other) => {
      const at = frame.y(other)
      return Math.abs(at - y) < 3 ? [] : cross(x, at, tokens.ink3)
    })
  const arrowAt = (x: number, from: number): Shape[] => {
    room.block(
      { left: x - 6, right: x + 6, top: isUp ? from - 20 : from, bottom: isUp ? from : from + 20 },
      3,
    )
    return arrow(x, from, isUp, colour, 15)
  }
  if (isDay(figure)) {
    const x = (frame.x(figure.from) + frame.x(figure.to)) / 2
    const isOpen = isBound(figure) || figure.doubtful
    const marker =
      line.role === 'subject'
        ? 'circle'
        : line.role === 'context' || line.place > 0
          ? 'rect'
          : 'circle'
    room.block({ left: x - 6, right: x + 6, top: y - 6, bottom: y + 6 }, 4)
    placed.push({
      line,
      figure,
      x,
      y,
      mark: isOpen ? 'open' : marker === 'rect' ? 'square' : 'point',
    })
    return [
      point(x, y, colour, tokens.panel, { isOpen, marker, size: 4.6 }),
      ...(isBound(figure) ? arrowAt(x, isUp ? y - 4 : y + 4) : []),
      ...others(x),
    ]
  }
  const left = Math.max(frame.x(figure.from), box.left)
  const right = Math.min(frame.x(figure.to), box.right)
  const mark: Mark = figure.doubtful ? 'dash-span' : 'span'
  room.block({ left, right, top: y - 5, bottom: y + 5 }, 2)
  placed.push({ line, figure, x: (left + right) / 2, y, mark })
  return [
    ...span(left, right, y, colour, {
      width: line.role === 'subject' ? 5 : 3.5,
      dashed: figure.doubtful,
      openLeft: frame.x(figure.from) < box.left - 0.5,
      openRight: frame.x(figure.to) > box.right + 0.5,
      tick: 5.5,
    }),
    ...(isBound(figure) ? arrowAt(right - (look.phone ? 8 : 10), isUp ? y - 3 : y + 3) : []),
    ...others((left + right) / 2),
  ]
}

/** Lines that no label names, then what the kinds of mark mean. */
function keysOf(chart: Chart, entries: Entry[], known: Set<Line>): Key[] {
  const subject = chart.lines.find((line) => line.role === 'subject') ?? chart.lines[0]
  if (!subject) return []
  const colour = subject.ink.mark
  const nameless = chart.lines.length > 1 ? chart.lines.filter((line) => !known.has(line)) : []
  const keys = nameless.map(({ figures, ink, label, id, role, place }): Key => {
    const isDot = figures.some(isDay)
    const isRound = role === 'subject' || place === 0
    const mark: Mark = isDot ? (isRound ? 'point' : 'square') : 'span'
    return { mark, colour: ink.mark, label, series: id }
  })
  const spans = entries.filter(({ figure }) => !isDay(figure))
  const days = entries.filter(({ figure }) => isDay(figure))
  const isSaid = keys.some(({ mark }) => mark === 'point')
  if (!isSaid && days.some(({ figure }) => !isBound(figure))) {
    keys.push({ mark: 'point', colour, label: 'Statement of one day', series: null })
  }
  if (spans.some(({ figure }) => !figure.doubtful)) {
    keys.push({ mark: 'span', colour, label: 'Value over its period', series: null })
  }
  const drawn = entries.map(({ line, figure }) => ({ line, figures: [figure] }))
  const doubts = doubtKeys(chart.tokens, drawn, 'dash-span', colour).map((key) =>
    key.mark === 'dash-span' ? { ...key, label: spanDoubt(spans, key.label) } : key,
  )
  return [...keys, ...doubts]
}

/** An estimate over a period nobody named is mostly a guess at its ends. */
const spanDoubt = (spans: Entry[], label: string): string =>
  spans.some(({ line, figure }) =>
    /assum|inferred|bounds/i.test(line.columns.notes?.[figure.index] ?? ''),
  )
    ? 'Assumed period (estimate)'
    : label
