import { type Difference, differenceFor, toldAt } from './difference.ts'
import {
  amount,
  figure,
  isPublished,
  type Line,
  published,
  rounding,
  type Say,
  when,
} from './line.ts'

/** Share of a month by which later corrections of the months before may move the difference. */
const CORRECTIONS = 0.05

/**
 * A month (or several) far from the difference of the cumulative figures at its ends. That difference
 * holds corrections of earlier months too, so it is never exact. Both may be of one series.
 */
export function offDifference(months: Line, cumulative: Line, say: Say): void {
  for (let i = 0; i < months.length; i++) {
    if (!isPublished(months, i)) continue
    const difference = differenceFor(cumulative, months.first[i]!, months.last[i]!)
    if (!difference || (difference.to === i && months === cumulative)) continue
    if (agrees(months, i, difference)) continue
    const line = months.told[i]! || toldAt(cumulative, difference)
    if (line === 0) continue
    say('off-difference', line, () => ({
      message: `"${months.draft.key}" is ${amount(months, i)} in ${when(months, i)}, and ${words(cumulative, difference)}. One of them may belong to another month or flow: look them up.`,
      value: published(months, i),
    }))
  }
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
  return `the cumulative figures leave ${figure(value, decimals)} (${told(to)} less ${told(before)})`
}

/** Whether a series holds periods of several lengths from one day on: January, and January to March. */
export function holdsRanges({ first, length }: Line): boolean {
  for (let i = 1; i < length; i++) if (first[i] === first[i - 1]) return true
  return false
}
