import type { SeriesColumns } from '../model/columns.ts'
import type { LineSpec, Panel } from '../model/dashboard.ts'
import type { Day } from '../model/day.ts'
import { unitMark } from '../model/numbers.ts'
import type { Bound } from '../model/observation.ts'
import { byPeriod } from '../model/period.ts'
import { isEstimated, isProvisional } from '../model/status.ts'
import type { Look } from './drawing.ts'
import { type Ink, inksOf } from './palette.ts'
import { factorOf } from './scale.ts'
import { periodOf, timeAt } from './time.ts'
import { tokensOf } from './tokens.ts'

/** One observation with a value, placed on the time axis. */
export interface Figure {
  /** Index into the series' columns. */
  index: number
  first: Day
  last: Day
  /** Months since 2000, end exclusive. */
  from: number
  to: number
  /** Where a point stands: mid-period; mid of the last month where the period began in January long ago. */
  at: number
  /** In the axis' unit, and as published. */
  value: number
  told: number
  decimals: number
  bound: Bound | null
  /** Estimated, derived or provisional: drawn hollow, open or dashed. */
  doubtful: boolean
  /** Differing values of the other releases, in the axis' unit. */
  others: number[]
}

/** One series as a chart draws it. */
export interface Line {
  id: string
  label: string
  role: LineSpec['role']
  ink: Ink
  /** Place in the chart: decides dash and marker, so that colour is never alone. */
  place: number
  /** A change on an earlier period: written with its plus. */
  isChange: boolean
  /**
   * Counts from January: a figure stands in its last month and follows that of the month before. Not so a
   * share of ten months, which is a value over an interval like any other.
   */
  isYtd: boolean
  figures: Figure[]
  columns: SeriesColumns
}

const isChange = (series: SeriesColumns): boolean =>
  /^(yoy|pop)\(/.test(series.id) || /\b(yoy|change|growth)\b/i.test(`${series.id} ${series.title}`)

const isYtd = (series: SeriesColumns): boolean =>
  series.cumulative && (isChange(series) || unitMark(series.unit) !== '%')

/** Every series of the panel, hidden ones too, in the panel's order. */
export function linesOf(panel: Panel, series: SeriesColumns[], look: Look): Line[] {
  const order = Object.keys(panel.lines)
  const rank = (id: string): number => {
    const at = order.indexOf(id)
    return at < 0 ? order.length : at
  }
  const sorted = [...series].sort((a, b) => rank(a.id) - rank(b.id))
  const inks = inksOf(sorted, panel.lines, tokensOf(look))
  return sorted.map((columns, place) => {
    const spec = panel.lines[columns.id]
    return {
      id: columns.id,
      label: spec?.label ?? columns.title,
      role: spec?.role,
      ink: inks[place]!,
      place,
      isChange: isChange(columns),
      isYtd: isYtd(columns),
      figures: figuresOf(columns, factorOf(columns.unit, panel.unit)),
      columns,
    }
  })
}

/** What is shown: not hidden, or the one that is isolated; and inside the zoom. */
export function shownLines(lines: Line[], look: Look): Line[] {
  const shown = lines.filter((line) =>
    look.isolate ? line.id === look.isolate : !look.hidden?.includes(line.id),
  )
  const { range } = look
  if (!range) return shown
  return shown.map((line) => ({
    ...line,
    figures: line.figures.filter((f) => f.last >= range.first && f.first <= range.last),
  }))
}

/** The observations that have a value, in order, placed on the time axis; `factor` takes them to the axis' unit. */
function figuresOf(columns: SeriesColumns, factor: number): Figure[] {
  const figures: Figure[] = []
  const inLastMonth = isYtd(columns)
  const none: number[] = []
  for (let index = 0; index < columns.periods.length; index++) {
    const told = columns.values[index]
    const period = periodOf(columns.periods[index] ?? '')
    if (told === null || told === undefined || !period) continue
    const from = timeAt(period.first)
    const to = timeAt(period.last + 1)
    const status = columns.status[index] ?? ''
    figures.push({
      index,
      ...period,
      from,
      to,
      at: inLastMonth ? to - 0.5 : (from + to) / 2,
      value: told * factor,
      told,
      decimals: columns.decimals[index] ?? -1,
      bound: columns.bounds?.[index] ?? null,
      doubtful: isEstimated(status) || isProvisional(status),
      others: columns.others?.[index]?.map((other) => other * factor) ?? none,
    })
  }
  const isOrdered = figures.every((f, i) => i === 0 || byPeriod(figures[i - 1]!, f) <= 0)
  return isOrdered ? figures : figures.sort(byPeriod)
}

/** Months that a figure covers, with parts of months as fractions. */
export const lengthOf = (figure: Figure): number => figure.to - figure.from

/**
 * Figures of which no two cover the same day, chosen to cover as many days as can be, and by the finer
 * ones where that is even: months instead of their year, but January-February instead of a lone
 * February. A line is drawn, and an area filled, from one telling of each day.
 */
export function disjoint(figures: Figure[]): Figure[] {
  if (figures.every((f, i) => i === 0 || f.first > figures[i - 1]!.last)) return figures
  const byEnd = [...figures].sort((a, b) => a.last - b.last)
  // best[i]: days covered by the best choice among the first i, a figure more being worth a hair.
  const best = [0]
  const before: number[] = []
  for (const [i, figure] of byEnd.entries()) {
    let low = 0
    let high = i
    while (low < high) {
      const middle = (low + high) >> 1
      if (byEnd[middle]!.last < figure.first) low = middle + 1
      else high = middle
    }
    before.push(low)
    best.push(Math.max(best[i]!, best[low]! + figure.last - figure.first + 1 + 1e-6))
  }
  const kept: Figure[] = []
  for (let i = byEnd.length; i > 0; ) {
    if (best[i]! > best[i - 1]!) {
      kept.push(byEnd[i - 1]!)
      i = before[i - 1]!
    } else i--
  }
  return kept.reverse()
}

/** Whether one figure follows the other without a hole, so that a line may join them. */
export function isNeighbour(a: Figure, b: Figure, cumulative: boolean): boolean {
  if (!cumulative) return a.last + 1 === b.first
  return a.first === b.first && Math.abs(b.to - a.to - 1) < 1e-6
}

/** Consecutive neighbours together: a line is drawn through a run and never from one to the next. */
export function runs(figures: Figure[], cumulative: boolean): Figure[][] {
  const result: Figure[][] = []
  for (const figure of figures) {
    const run = result.at(-1)
    const before = run?.at(-1)
    if (run && before && isNeighbour(before, figure, cumulative)) run.push(figure)
    else result.push([figure])
  }
  return result
}
