import { dateOf } from '../model/day.ts'
import { MONTH_NAMES } from '../model/words.ts'
import { type Chart, DEPTH, isLog, type Parts } from './chart.ts'
import type { Key, Mark, Stop } from './drawing.ts'
import { type Line, lengthOf } from './figures.ts'
import { type Frame, frameOf, leftMargin } from './frame.ts'
import { drawEndLabels, type EndLabel, endMargin } from './labels.ts'
import { DOUBT_DASH, type Point, point, type Shape, line as stroke, text } from './marks.ts'
import { fontOf, measureText } from './measure.ts'
import { boxOf, type Candidate, type Placer, placer } from './place.ts'
import { unitTail, valueAxis } from './scale.ts'
import { type Placed, shortText, stopsOf } from './stops.ts'
import type { ChartTokens } from './tokens.ts'
import { type Year, yearsOf } from './year.ts'

/** The month from which on a running year is named in the right margin: no room is left inside. */
const LATE = 10

/** Whether a year is named in the margin: where it ends with December, or says how far it got. */
const isMarginal = ({ figures, isRunning }: Year): boolean =>
  (figures.at(-1)?.month ?? 0) >= (isRunning ? LATE : 12)

/** Years laid over each other, January to December: a line a year, holes left open. */
export function drawYears(chart: Chart): Parts {
  const { tokens } = chart
  const line = chart.lines[0]
  const years = line ? yearsOf(line, tokens) : []
  const all = years.flatMap(({ figures }) => figures)
  const ends = years.flatMap((year): (EndLabel & { year: Year })[] => {
    const last = year.figures.at(-1)
    if (!line || !last || !isMarginal(year)) return []
    const lines = wordsOf(line, year).map((words) => ({ words, weight: year.weight }))
    return [{ year, x: last.month, y: last.figure.value, colour: year.text, lines }]
  })
  const frame = frameFor(chart, all, endMargin(ends))
  const room = placer({ ...frame.box, right: frame.box.right + 4 })
  const marks: Shape[] = []
  const dots: Shape[] = []
  const placed: Placed[] = []
  // Older years first, so that the newest lie on top.
  for (const year of [...years].reverse()) {
    const { joins, points } = shapesOf(year, frame, tokens)
    marks.push(...joins)
    dots.push(...points)
    for (const { month, figure } of year.figures) {
      const [x, y] = [frame.x(month), frame.y(figure.value)]
      room.block({ left: x - 5, right: x + 5, top: y - 5, bottom: y + 5 }, 2)
      const mark: Mark = figure.doubtful || year.isRunning ? 'open' : 'point'
      if (line) placed.push({ line: ofYear(line, year), figure, x, y, mark })
    }
    blockJoins(year, frame, room)
  }
  const labels = drawEndLabels(
    ends.map((end) => ({ ...end, x: frame.x(end.x), y: frame.y(end.y) })),
    frame.box.right,
    frame.box.top - 8,
    frame.box.bottom,
    tokens,
  )
  for (const year of years) {
    if (line && !isMarginal(year)) labels.push(...earlyLabel(line, year, frame, room, tokens))
  }
  return {
    frames: [frame],
    layers: [
      { name: 'years', z: DEPTH.marks, shapes: marks },
      { name: 'points', z: DEPTH.points, shapes: dots },
      { name: 'labels', z: DEPTH.labels, shapes: labels },
    ],
    keys: keysOf(years, tokens),
    stops: () => byMonth(stopsOf(chart, placed)),
    range: null,
  }
}

/** The series once for each year, so that tooltip rows are named by their year. */
const ofYear = (line: Line, year: Year): Line => ({
  ...line,
  id: `${line.id}#${year.year}`,
  label: String(year.year),
  isYtd: true,
  ink: { mark: year.colour, text: year.text },
})

/** The axis of months: January and February are one step where no year tells January alone. */
function frameFor(chart: Chart, all: Year['figures'], right: number): Frame {
  const { look, panel } = chart
  const first = all.some(({ month }) => month === 1) ? 1 : 2
  const values = all.map(({ figure }) => figure.value)
  const value = valueAxis(values, {
    unit: panel.unit,
    height: look.height - 50,
    log: isLog(chart, values),
  })
  const left = leftMargin([{ axis: value, unit: panel.unit }])
  const top = unitTail(panel.unit).over ? 26 : 14
  const box = { left, right: look.width - right, top, bottom: look.height - 30 }
  const min = first - 0.6
  const scale = (box.right - box.left) / (12 - min)
  const labels: { at: number; text: string }[] = []
  let end = Number.NEGATIVE_INFINITY
  for (let month = first; month <= 12; month++) {
    const words = month === 2 && first === 2 ? 'Jan–Feb' : (MONTH_NAMES.short[month - 1] ?? '')
    const half = measureText(words, fontOf(13)) / 2
    const at = (month - min) * scale
    // December is always named; what stands too near to it or to the one before is not.
    const reach = month < 12 ? (12 - min) * scale - 14 : Number.POSITIVE_INFINITY
    if (at - half < end + 8 || at + half > reach - 4) continue
    labels.push({ at: month, text: words })
    end = at + half
  }
  const ticks = Array.from({ length: 13 - first }, (_, i) => first + i)
  return frameOf(box, { min, max: 12, ticks, labels }, value)
}

function shapesOf(
  { figures, colour, width, size, isRunning }: Year,
  frame: Frame,
  tokens: ChartTokens,
): { joins: Shape[]; points: Shape[] } {
  const joins: Shape[] = []
  const points: Shape[] = []
  let run: Point[] = []
  const flush = (): void => {
    if (run.length > 1) joins.push(stroke(run, colour, width, { lineJoin: 'round' }))
    run = []
  }
  figures.forEach(({ month, figure }, i) => {
    const at: Point = [frame.x(month), frame.y(figure.value)]
    const before = figures[i - 1]
    if (before?.month !== month - 1) flush()
    else if (before.figure.doubtful || figure.doubtful) {
      flush()
      const from: Point = [frame.x(before.month), frame.y(before.figure.value)]
      joins.push(stroke([from, at], colour, width, { lineDash: DOUBT_DASH }))
    }
    run.push(at)
    const isEnd = isRunning && i === figures.length - 1
    const isOpen = figure.doubtful || isEnd || (figure.bound !== null && figure.bound !== '~')
    const r = isEnd ? 5.4 : isOpen ? Math.max(size, 3.8) : size
    points.push(point(at[0], at[1], colour, tokens.panel, { isOpen, size: r }))
  })
  flush()
  return { joins, points }
}

/** Lines are in the way of labels too: blocked in short pieces. */
function blockJoins({ figures }: Year, frame: Frame, room: Placer): void {
  figures.forEach(({ month, figure }, i) => {
    const before = figures[i - 1]
    if (before?.month !== month - 1) return
    for (let step = 0; step < 4; step++) {
      const x = frame.x(before.month + (step + 0.5) / 4)
      const y = frame.y(
        before.figure.value + ((figure.value - before.figure.value) * (step + 0.5)) / 4,
      )
      const half = (frame.x(month) - frame.x(before.month)) / 8
      room.block({ left: x - half, right: x + half, top: y - 6, bottom: y + 6 })
    }
  })
}

/** A year and its last figure; of a running one also how far it got. */
function wordsOf(line: Line, { year, figures, isRunning }: Year): string[] {
  const last = figures.at(-1)!.figure
  const words = `${year}\u2002${shortText(line, last)}`
  return isRunning ? [words, `${Math.round(lengthOf(last))} of 12 months`] : [words]
}

/** A year that ends before its last months: its name at its last point, and how far it got. */
function earlyLabel(
  line: Line,
  year: Year,
  frame: Frame,
  room: Placer,
  tokens: ChartTokens,
): Shape[] {
  const last = year.figures.at(-1)
  if (!last) return []
  const words = wordsOf(line, year)
  const [x, y] = [frame.x(last.month), frame.y(last.figure.value)]
  const half = words.length * 8
  const above = [24, 44, 70, 100, 130, 160].flatMap((lift): Candidate[] => [
    { x: x - 4, y: y - lift - half, align: 'left' },
    { x: x + 4, y: y - lift - half, align: 'right' },
  ])
  const below = [18, 30, 50].flatMap((drop): Candidate[] => [
    { x: x - 4, y: y + drop + half, align: 'left' },
    { x: x + 4, y: y + drop + half, align: 'right' },
  ])
  const beside: Candidate[] = [
    { x: x + 10, y, align: 'left' },
    { x: x + 8, y: y + half + 6, align: 'left' },
  ]
  const tries = year.isRunning ? [...above, ...below] : [...beside, ...below, ...above]
  const chosen = room.place(tries.map((place) => boxOf(words, place, 700)))
  const place = chosen === undefined ? undefined : tries[chosen]
  if (!place) return []
  const shapes: Shape[] = []
  if (Math.abs(place.x - x) < 6) {
    const isAbove = place.y < y
    const end = isAbove ? place.y + half + 1 : place.y - half - 1
    const tip = isAbove ? y - 6 : y + 6
    shapes.push(
      stroke(
        [
          [x, end],
          [x, tip],
        ],
        tokens.ink2,
        1,
      ),
    )
  }
  words.forEach((entry, i) => {
    const at = place.y + (i - (words.length - 1) / 2) * 16
    shapes.push(
      text(entry, place.x, at, year.text, {
        align: place.align,
        weight: year.weight,
        halo: tokens.panel,
      }),
    )
  })
  return shapes
}

/** One stop a month, the newest year first in its rows. */
function byMonth(stops: Stop[]): Stop[] {
  const months = new Map<number, Stop[]>()
  for (const stop of stops) {
    const { month } = dateOf(stop.last)
    const group = months.get(month)
    if (group) group.push(stop)
    else months.set(month, [stop])
  }
  return [...months.values()].map((group) => {
    const newest = [...group].sort((a, b) => b.last - a.last)
    const { words, foot } = newest[0]!
    return {
      ...newest[0]!,
      y: Math.min(...group.map(({ y }) => y)),
      words: words.replace(/ \d{4}$/, ''),
      rows: newest.flatMap(({ rows }) => rows.filter(({ mark }) => mark !== 'gap')),
      foot: foot.slice(0, 1),
    }
  })
}

function keysOf(years: Year[], tokens: ChartTokens): Key[] {
  const doubtful = years.some(({ figures }) => figures.some(({ figure }) => figure.doubtful))
  const running = years.some(({ isRunning }) => isRunning)
  if (!doubtful && !running) return []
  const words = [doubtful ? 'Derived' : '', running ? 'year not complete' : '']
    .filter(Boolean)
    .join(', or ')
  return [
    { mark: 'point', colour: tokens.ink2, label: 'Published', series: null },
    {
      mark: 'open',
      colour: tokens.ink2,
      label: words.charAt(0).toUpperCase() + words.slice(1),
      series: null,
    },
  ]
}
