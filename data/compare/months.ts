import { withDecimals } from '../model/numbers.ts'
import { seriesName } from '../model/series-name.ts'
import { type Difference, differenceFor, toldAt } from './difference.ts'
import {
  amount,
  during,
  isPublished,
  type Line,
  published,
  rounding,
  type Say,
  when,
} from './line.ts'

/** Share of a month by which later corrections of the months before may move the difference. */
const CORRECTIONS = 0.05

/** A month that is not what the cumulative figures leave for it, and by how much. */
interface Off {
  at: number
  difference: Difference
  by: number
}

/**
 * A month (or several) far from the difference of the cumulative figures at its ends. That difference
 * holds corrections of earlier months too, so it is never exact. Both may be of one series. Where the
 * months on both sides of a cumulative figure miss it by the same, it is said of that figure alone.
 */
export function offDifference(months: Line, cumulative: Line, say: Say): void {
  const offs: Off[] = []
  for (let i = 0; i < months.length; i++) {
    if (!isPublished(months, i)) continue
    const difference = differenceFor(cumulative, months.first[i]!, months.last[i]!)
    if (!difference || (difference.to === i && months === cumulative)) continue
    if (agrees(months, i, difference)) continue
    offs.push({ at: i, difference, by: months.value[i]! - difference.value })
  }
  const after = new Map(offs.map((off) => [off.difference.before, off]))
  const said = new Set<Off>()
  for (const off of offs) {
    if (said.has(off)) continue
    const next = after.get(off.difference.to)
    if (next && areOne(off, next)) {
      said.add(next)
      sayCumulative(months, cumulative, off, next, say)
    } else sayMonth(months, cumulative, off, say)
  }
}

/** Whether two months miss the figure between them to one side and the other, but for corrections. */
const areOne = (a: Off, b: Off): boolean =>
  Math.abs(a.by + b.by) <= 2 * CORRECTIONS * Math.max(Math.abs(a.by), Math.abs(b.by))

function sayMonth(months: Line, cumulative: Line, { at, difference }: Off, say: Say): void {
  const line = months.told[at]! || toldAt(cumulative, difference)
  if (line === 0) return
  say('off-difference', line, () => ({
    message: `${seriesName(months.draft)} is ${amount(months, at)} ${during(months, at)}, and ${words(cumulative, difference)}. One of them may belong to another month or flow: look them up.`,
    value: published(months, at),
  }))
}

function sayCumulative(months: Line, cumulative: Line, off: Off, next: Off, say: Say): void {
  const { to } = off.difference
  const line = cumulative.told[to]! || months.told[off.at]! || months.told[next.at]!
  if (line === 0) return
  say('off-difference', line, () => {
    const rightly = withDecimals(cumulative.value[to]! + off.by, cumulative.decimals[to]!)
    return {
      message: `${seriesName(cumulative.draft)} is ${amount(cumulative, to)} ${during(cumulative, to)}; by its figures before and after, and by ${when(months, off.at)} (${published(months, off.at)}) and ${when(months, next.at)} (${published(months, next.at)}), it would be about ${rightly}. Look it up.`,
      value: published(cumulative, to),
    }
  })
}

/** Whether a figure is the difference, but for rounding and corrections. */
export function agrees(months: Line, i: number, { value, rounded }: Difference): boolean {
  const size = Math.max(Math.abs(value), Math.abs(months.value[i]!))
  const room = 1.01 * (rounded + rounding(months, i)) + CORRECTIONS * size
  return Math.abs(months.value[i]! - value) <= room
}

function words(cumulative: Line, { value, to, before }: Difference): string {
  const told = (i: number) => published(cumulative, i)
  if (before < 0) return `the cumulative figure says ${told(to)}`
  const decimals = Math.max(cumulative.decimals[to]!, cumulative.decimals[before]!)
  return `the cumulative figures leave ${withDecimals(value, decimals)} (${told(to)} less ${told(before)})`
}

/** Whether a series holds periods of several lengths from one day on: January, and January to March. */
export function holdsRanges({ first, length }: Line): boolean {
  for (let i = 1; i < length; i++) if (first[i] === first[i - 1]) return true
  return false
}
