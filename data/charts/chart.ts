import type { Panel, TradeEvent } from '../model/dashboard.ts'
import { type Day, dateOf, dayOf, monthEnd } from '../model/day.ts'
import type { TimePeriod } from '../model/period.ts'
import type { Key, Layer, Look, Stop } from './drawing.ts'
import type { Line } from './figures.ts'
import { type Frame, frameOf, leftMargin } from './frame.ts'
import { unitTail, type ValueAxis, valueAxis } from './scale.ts'
import { timeAxis } from './time.ts'
import type { ChartTokens } from './tokens.ts'

/** What every form is given. */
export interface Chart {
  panel: Panel
  look: Look
  tokens: ChartTokens
  /** The lines shown, with the figures in sight. */
  lines: Line[]
  /** Those of the panel, in order of date. */
  events: TradeEvent[]
  /** What the reader should be told; forms add to it. */
  notes: string[]
}

/** What a form gives back: plots, marks, and what stands round them. */
export interface Parts {
  frames: Frame[]
  layers: Layer[]
  keys: Key[]
  /** Made when they are first asked for: a long series has a hundred thousand. */
  stops: () => Stop[]
  /** The days on the time axis; null where the chart has none. */
  range: TimePeriod | null
}

/** Depths, from the back to the front. */
export const DEPTH = {
  axes: 0,
  under: 1,
  marks: 2,
  zero: 3,
  rules: 4,
  points: 5,
  labels: 6,
  flags: 7,
}

/** The days that a chart spans: the zoom, else its figures out to whole months (`toYears`: whole years). */
export function rangeOf(lines: Line[], look: Look, toYears = false): TimePeriod {
  if (look.range) return look.range
  let first: Day = Number.POSITIVE_INFINITY
  let last: Day = Number.NEGATIVE_INFINITY
  for (const { figures } of lines) {
    for (const figure of figures) {
      if (figure.first < first) first = figure.first
      if (figure.last > last) last = figure.last
    }
  }
  if (first > last) [first, last] = [dayOf(2021, 1, 1), dayOf(2021, 12, 31)]
  const from = dateOf(first)
  const to = dateOf(last)
  return toYears
    ? { first: dayOf(from.year, 1, 1), last: dayOf(to.year, 12, 31) }
    : { first: dayOf(from.year, from.month, 1), last: monthEnd(to.year, to.month) }
}

export interface PlotForm {
  range: TimePeriod
  values: number[]
  /** Pixels that labels need at the right of the plot. */
  right: number
  /** Values of the small panel below, and how much it is called. */
  lower?: number[]
}

/** Whether the axis is of shares: per cent, none of them a change. */
export const isShare = ({ panel, lines }: Chart): boolean =>
  /^(%|percent|per cent)$/i.test(panel.unit) && !lines.some((line) => line.isChange)

/** Log scales are for amounts above zero; elsewhere they are refused, and the reader is told. */
export function isLog(chart: Chart, values: number[]): boolean {
  if (!chart.look.log) return false
  if (chart.panel.form === 'bars') {
    chart.notes.push('Bars stand on zero, which a log scale has not: drawn on an even scale.')
    return false
  }
  if (isShare(chart) || chart.lines.some((line) => line.isChange)) {
    chart.notes.push(
      'Shares and rates are drawn on an even scale: a log scale would hide their zero.',
    )
    return false
  }
  if (values.length === 0 || values.some((v) => v <= 0)) {
    chart.notes.push('A log scale has no place for zero or below: drawn on an even scale.')
    return false
  }
  return true
}

/** Whether every figure is of whole calendar years: months on the axis would say nothing. */
const isYearly = (lines: Line[]): boolean =>
  lines.every(({ figures }) => figures.every(({ from, to }) => from % 12 === 0 && to % 12 === 0))

const FLAGS = 26
const LOWER_GAP = 38

/** Lays out the plot, and a small one below it on the same time axis where there are values for one. */
export function layout(chart: Chart, form: PlotForm): { main: Frame; lower: Frame | undefined } {
  const { look, panel } = chart
  const flags = chart.events.length > 0 ? FLAGS : 14
  const top = flags + (unitTail(panel.unit).over && flags === 14 ? 12 : 0)
  const lowerHeight = form.lower ? Math.max(56, Math.min(96, look.height * 0.2)) : 0
  const axis = valueAxis(form.values, {
    unit: panel.unit,
    height: look.height - top - 30 - lowerHeight,
    log: isLog(chart, form.values),
    percent: isShare(chart),
  })
  const lowerAxis = form.lower
    ? valueAxis(form.lower, { unit: '', height: lowerHeight })
    : undefined
  const axes: { axis: ValueAxis; unit: string }[] = [{ axis, unit: panel.unit }]
  if (lowerAxis) axes.push({ axis: lowerAxis, unit: '' })
  const left = leftMargin(axes)
  const right = look.width - form.right
  const time = timeAxis(
    form.range.first,
    form.range.last,
    right - left,
    look.phone,
    isYearly(chart.lines),
  )
  const below = time.labels.some(({ text }) => text.includes('\n')) ? 46 : 30
  const bottom = look.height - below
  const mainBottom = lowerAxis ? bottom - lowerHeight - LOWER_GAP : bottom
  return {
    main: frameOf({ left, right, top, bottom: mainBottom }, time, axis),
    lower: lowerAxis
      ? frameOf({ left, right, top: bottom - lowerHeight, bottom }, time, lowerAxis)
      : undefined,
  }
}
