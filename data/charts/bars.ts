import { annotationShapes } from './annotate.ts'
import { barKeys } from './bar-keys.ts'
import {
  balanceLabel,
  endLabelsOf,
  lastWords,
  mirrorLabel,
  topOf,
  valueLabels,
} from './bar-labels.ts'
import { castOf, edges, heightOf, monthsOfYear, type Sheet, sheetOf } from './cast.ts'
import { type Chart, DEPTH, layout, type Parts, rangeOf } from './chart.ts'
import { disjoint, type Figure, type Line } from './figures.ts'
import { roomFor } from './flags.ts'
import type { Frame } from './frame.ts'
import { holeShapes } from './holes.ts'
import { drawEndLabels, endMargin } from './labels.ts'
import { arrow, bar, crisp, outline, point, type Shape, line as stroke, text } from './marks.ts'
import type { Placer } from './place.ts'
import { type Slot, slotsOf } from './slots.ts'
import { type Placed, stopsOf } from './stops.ts'

/** Bars as wide as their periods: stacked, side by side or single, with a small panel for the balance. */
export function drawBars(chart: Chart): Parts {
  const { look, tokens } = chart
  const cast = castOf(chart.lines)
  const slots = cast.isStacked
    ? slotsOf(cast.parts, cast.total)
    : cast.parts.flatMap((line) => slotsOf([line], undefined))
  const range = rangeOf(chart.lines, look)
  const balances = disjoint(cast.balance?.figures ?? [])
  const ends = look.phone ? [] : endLabelsOf(chart, cast, slots)
  const { main, lower } = layout(chart, {
    range,
    values: [...slots.flatMap((slot) => reach(chart, slot)), ...mirrorHeights(chart, cast.mirrors)],
    right: endMargin(ends),
    ...(balances.length > 0 ? { lower: balances.map((f) => heightOf(chart, f)) } : {}),
  })
  const sheet = sheetOf(chart, cast, main, slots)
  const placed: Placed[] = []
  const room = roomFor(chart.events, main, look.width)
  const bars = slots.flatMap((slot) => slotShapes(sheet, slot, placed, room))
  bars.push(...holeShapes(main, slots, sheet.unit >= 12 ? sheet.unit : 0, tokens, sheet.gap))
  const labels = cast.mirrors.flatMap((line) => mirrorShapes(sheet, line, placed, room))
  if (cast.parts.length === 1) {
    labels.push(...valueLabels(sheet, cast.parts[0]!, room, ends.length > 0))
  }
  for (const line of cast.mirrors) labels.push(...mirrorLabel(sheet, line, room))
  if (lower && cast.balance) {
    labels.push(...balanceShapes(sheet, lower, cast.balance, balances, placed))
    const last = balances.at(-1)
    if (last && !look.phone) labels.push(balanceLabel(chart, lower, cast.balance, last))
  }
  if (look.phone) chart.notes.push(...lastWords(chart, slots))
  labels.push(
    ...drawEndLabels(
      ends.map((end) => ({ ...end, x: main.box.right, y: main.y(end.y) })),
      main.box.right,
      main.box.top - 6,
      main.box.bottom,
      tokens,
    ),
    ...annotationShapes(chart, main, room, (line, figure) => ({
      x: main.x((figure.from + figure.to) / 2),
      y: topOf(sheet, line, figure),
    })),
  )
  return {
    frames: lower ? [main, lower] : [main],
    layers: [
      { name: 'bars', z: DEPTH.marks, shapes: bars },
      { name: 'labels', z: DEPTH.labels, shapes: labels },
    ],
    keys: barKeys(chart, cast, slots, balances),
    stops: () => stopsOf(chart, placed),
    range,
  }
}

/** The heights that a slot reaches, up and down from zero. */
function reach(chart: Chart, { parts, total, isTotalOnly }: Slot): number[] {
  const heights = parts.map(({ figure }) => heightOf(chart, figure))
  const sum = (list: number[]): number => list.reduce((a, b) => a + b, 0)
  return [
    sum(heights.filter((h) => h > 0)),
    sum(heights.filter((h) => h < 0)),
    isTotalOnly && total ? heightOf(chart, total.figure) : 0,
  ]
}

const mirrorHeights = (chart: Chart, mirrors: Line[]): number[] =>
  mirrors.flatMap(({ figures }) => figures.map((f) => heightOf(chart, f)))

function slotShapes(sheet: Sheet, slot: Slot, placed: Placed[], room: Placer): Shape[] {
  const { chart, cast, frame } = sheet
  const [left, right] = sideOf(sheet, slot)
  const x = (left + right) / 2
  const shapes: Shape[] = []
  let up = 0
  let down = 0
  const stacked: Placed[] = []
  for (const { line, figure } of slot.parts) {
    const height = heightOf(chart, figure)
    const from = height < 0 ? down : up
    const y = frame.y(from + height)
    const isHollow = figure.doubtful || monthsOfYear(line, figure) !== undefined
    shapes.push(bar(left, right, frame.y(from), y, line.ink.mark, isHollow))
    if (height < 0) down += height
    else up += height
    stacked.push({ line, figure, x, y, mark: isHollow ? 'hollow' : 'bar' })
    if (slot.parts.length === 1 && !cast.total) {
      shapes.push(...doubts(sheet, line, figure, [left, right], y))
    }
  }
  // Told from the top of the stack down, as it is seen.
  placed.push(...stacked.reverse())
  if (slot.total) {
    const { line, figure } = slot.total
    const y = frame.y(slot.isTotalOnly ? heightOf(chart, figure) : up)
    if (slot.isTotalOnly) shapes.push(outline(left, right, frame.y(0), y, chart.tokens.ink2))
    placed.push({ line, figure, x, y, mark: slot.isTotalOnly ? 'outline' : 'bar' })
    up = Math.max(up, heightOf(chart, figure))
  }
  room.block({
    left: left - 1,
    right: right + 1,
    top: frame.y(up),
    bottom: frame.y(Math.min(0, down)),
  })
  return shapes
}

/** The edges of a slot's bar: the whole width, or its share of it where lines stand side by side. */
function sideOf(sheet: Sheet, slot: Slot): [number, number] {
  const [left, right] = edges(sheet, slot.from, slot.to)
  const line = slot.parts[0]?.line
  const { parts, isStacked } = sheet.cast
  if (isStacked || !line) return [left, right]
  const width = (right - left) / parts.length
  const nth = parts.indexOf(line)
  return [left + width * nth, left + width * (nth + 1) - (width > 8 ? 1 : 0.5)]
}

/** Other releases as thin strokes across the bar, and an arrow on a bound. */
function doubts(
  { chart, frame }: Sheet,
  line: Line,
  figure: Figure,
  [left, right]: [number, number],
  y: number,
): Shape[] {
  const shapes: Shape[] = []
  const share = heightOf(chart, figure) / figure.value
  const reach = Math.min(4, (right - left) * 0.15)
  for (const other of figure.others) {
    const at = crisp(frame.y(other * share))
    if (Math.abs(at - y) < 2) continue
    shapes.push(
      stroke(
        [
          [left - reach, at],
          [right + reach, at],
        ],
        chart.tokens.ink3,
        1.2,
      ),
    )
  }
  if (figure.bound && figure.bound !== '~') {
    const x = (left + right) / 2
    // "Less than" points down into the bar, where only the panel's colour is seen.
    if (figure.bound.startsWith('>')) shapes.push(...arrow(x, y, true, line.ink.mark))
    else shapes.push(...arrow(x, y + 1, false, chart.tokens.panel))
  }
  return shapes
}

/** The other side's figures: hollow diamonds in the partner's colour. */
function mirrorShapes(sheet: Sheet, line: Line, placed: Placed[], room: Placer): Shape[] {
  const { chart, frame } = sheet
  return disjoint(line.figures).map((figure) => {
    const x = frame.x((figure.from + figure.to) / 2)
    const y = frame.y(heightOf(chart, figure))
    room.block({ left: x - 6, right: x + 6, top: y - 6, bottom: y + 6 }, 3)
    placed.push({ line, figure, x, y, mark: 'diamond' })
    const form = { marker: 'diamond' as const, size: 4.6, isOpen: true }
    return point(x, y, line.ink.mark, chart.tokens.panel, form)
  })
}

/** The small panel below: the balance as bars from its own zero line, never a second scale. */
function balanceShapes(
  sheet: Sheet,
  lower: Frame,
  line: Line,
  figures: Figure[],
  placed: Placed[],
): Shape[] {
  const { chart } = sheet
  const { tokens } = chart
  const bars = figures.map((figure) => {
    const [left, right] = edges({ ...sheet, frame: lower }, figure.from, figure.to)
    const y = lower.y(heightOf(chart, figure))
    const mark = figure.doubtful ? 'hollow' : 'bar'
    placed.push({ line, figure, x: (left + right) / 2, y, mark })
    return bar(left, right, lower.y(0), y, line.ink.mark, figure.doubtful)
  })
  const zero = crisp(lower.y(0))
  const title = { size: 13, weight: 600 as const, halo: tokens.panel }
  return [
    ...bars,
    stroke(
      [
        [lower.box.left, zero],
        [lower.box.right, zero],
      ],
      tokens.zero,
      1,
    ),
    text(line.label, lower.box.left + 2, lower.box.top - 13, tokens.ink, title),
  ]
}
