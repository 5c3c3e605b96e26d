import { type Cast, edges, heightOf, monthsOfYear, type Sheet, usualLength } from './cast.ts'
import type { Chart } from './chart.ts'
import { disjoint, type Figure, type Line } from './figures.ts'
import type { Frame } from './frame.ts'
import { type EndLabel, endLines } from './labels.ts'
import { type Shape, text } from './marks.ts'
import { fontOf, measureText } from './measure.ts'
import { boxOf, type Placer } from './place.ts'
import type { Slot } from './slots.ts'
import { exactText, shortText, wordsOf } from './stops.ts'

/**
 * The amount over each bar of a single series where bars are wide enough; else over the last, unless that
 * has its label beside it.
 */
export function valueLabels(sheet: Sheet, line: Line, room: Placer, isLastSaid: boolean): Shape[] {
  const { chart, unit, pitch } = sheet
  const { ink, panel } = chart.tokens
  const figures = disjoint(line.figures)
  const font = fontOf(13, 600)
  const widest = Math.max(0, ...figures.map((f) => measureText(shortText(line, f), font)))
  const fitAll = pitch >= Math.max(34, widest + 4) && !chart.look.phone
  if (!fitAll && ((unit < 12 && !chart.look.phone) || isLastSaid)) return []
  return figures.slice(fitAll ? 0 : -1, isLastSaid ? -1 : undefined).flatMap((figure) => {
    const value = heightOf(chart, figure)
    const [left, right] = edges(sheet, figure.from, figure.to)
    const months = monthsOfYear(line, figure)
    const words = [shortText(line, figure), ...(months ? [`${months} of 12`, 'months'] : [])]
    const half = measureText(words[0] ?? '', font) / 2
    const x = Math.min((left + right) / 2, chart.look.width - half)
    const tries = heightsFor(sheet, figure, value).map((y) => y - (words.length - 1) * 15)
    const chosen = room.place(
      tries.map((y) => boxOf(words, { x, y, align: 'center' }, 600, 13)),
      60,
    )
    const y = chosen === undefined ? undefined : tries[chosen]
    if (y === undefined) return []
    return words.map((entry, i) => {
      const weight = i === 0 ? 600 : 400
      return text(entry, x, y + i * 15, ink, { align: 'center', size: 13, weight, halo: panel })
    })
  })
}

/** Where a value may stand: over its bar, its strokes and its arrow, or under a negative one. */
function heightsFor({ frame }: Sheet, figure: Figure, value: number): number[] {
  if (value < 0) return [frame.y(value) + 11]
  const highest = Math.max(value, ...figure.others.map((o) => (o * value) / figure.value))
  const y = frame.y(highest) - 10 - (figure.bound?.startsWith('>') ? 16 : 0)
  return [0, 8, 14, 22, 30].map((lift) => y - lift)
}

/** The mirror's name and value once, at the first diamond that has room for it. */
export function mirrorLabel({ chart, frame }: Sheet, line: Line, room: Placer): Shape[] {
  if (chart.look.phone) return []
  for (const figure of line.figures) {
    const words = `${line.label} ${shortText(line, figure)}`
    const middle = frame.x((figure.from + figure.to) / 2)
    const top = frame.y(heightOf(chart, figure))
    const tries = [16, 32, 44].flatMap((lift) =>
      [
        { x: middle, align: 'center' as const },
        { x: middle - 6, align: 'left' as const },
        { x: middle + 6, align: 'right' as const },
      ].map((side) => ({ ...side, y: top - lift })),
    )
    const chosen = room.place(tries.map((place) => boxOf([words], place, 600, 13)))
    const place = chosen === undefined ? undefined : tries[chosen]
    if (!place) continue
    const form = { align: place.align, weight: 600 as const, size: 13, halo: chart.tokens.panel }
    return [text(words, place.x, place.y, line.ink.text, form)]
  }
  return []
}

/**
 * Labels beside the last bar: its period with the amount in all, then each part at its height. `x` is
 * left open and `y` is a value: both become pixels when the plot is laid out.
 */
export function endLabelsOf(chart: Chart, cast: Cast, slots: Slot[]): EndLabel[] {
  const last = slots.at(-1)
  const isSingle = cast.parts.length === 1 && !cast.total
  // Side by side, a name beside the last bar would seem to be that bar's: keys tell them apart.
  if (!last || !cast.isStacked || (isSingle && usualLength(slots) >= 12)) return []
  const { tokens, panel } = chart
  let up = 0
  const labels = last.parts.map(({ line, figure }): EndLabel => {
    const height = heightOf(chart, figure)
    const y = up + height / 2
    up += height
    const value = shortText(line, figure, figure.value, isSingle ? panel.unit : '')
    const name = isSingle ? wordsOf(line, figure) : line.label
    return { x: 0, y, colour: line.ink.text, lines: endLines(name, value, 600, 104) }
  })
  const whole = last.total ?? (last.parts.length > 1 ? sumOf(last) : undefined)
  if (!whole) return labels
  const { line, figure } = whole
  const inAll: EndLabel = {
    x: 0,
    y: Math.max(up, heightOf(chart, figure)),
    colour: tokens.ink,
    lines: [
      { words: wordsOf(line, figure), weight: 400, colour: tokens.ink2 },
      { words: `${shortText(line, figure, figure.value, panel.unit)} in all`, weight: 700 },
    ],
  }
  return [...labels, inAll]
}

/** The sum of the parts, where no source states the total and sums mean something. */
function sumOf({ parts }: Slot): { line: Line; figure: Figure } | undefined {
  const first = parts[0]
  if (!first || parts.some(({ line }) => line.columns.additive !== 'sum')) return undefined
  const value = parts.reduce((sum, { figure }) => sum + figure.value, 0)
  return { line: first.line, figure: { ...first.figure, value, told: value, decimals: -1 } }
}

/** On phones the last figures of a stack are said in words, for want of room beside the bars. */
export function lastWords({ panel }: Chart, slots: Slot[]): string[] {
  const last = slots.at(-1)
  const whole = last && (last.total ?? (last.parts.length > 1 ? sumOf(last) : undefined))
  if (!last || !whole) return []
  const parts = last.parts.map(({ line, figure }) => `${line.label} ${exactText(line, figure)}`)
  const all = shortText(whole.line, whole.figure, whole.figure.value, panel.unit)
  const words = `${wordsOf(whole.line, whole.figure)}: ${all} in all`
  return [`${[words, ...parts].join('; ')}.`]
}

/** The amount of the last balance, beside its bar. */
export function balanceLabel(chart: Chart, lower: Frame, line: Line, last: Figure): Shape {
  const { box } = lower
  const y = Math.max(box.top + 6, Math.min(lower.y(heightOf(chart, last) / 2), box.bottom - 6))
  const form = { weight: 700 as const, halo: chart.tokens.panel }
  return text(shortText(line, last), box.right + 10, y, line.ink.text, form)
}

/** The height in pixels of what is drawn at a figure's place. */
export function topOf({ chart, frame, slots }: Sheet, line: Line, figure: Figure): number {
  const holds = (slot: Slot): boolean =>
    slot.from <= figure.from + 1e-9 && slot.to >= figure.to - 1e-9
  const slot = slots.find(holds)
  if (!slot || line.role === 'balance') return frame.y(heightOf(chart, figure))
  if (slot.isTotalOnly && slot.total) return frame.y(heightOf(chart, slot.total.figure))
  return frame.y(slot.parts.reduce((sum, p) => sum + heightOf(chart, p.figure), 0))
}
