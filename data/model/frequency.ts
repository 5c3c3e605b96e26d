import { dateOf } from './day.ts'
import { type Frequency, type TimePeriod, unitOf } from './period.ts'
import type { Span } from './query.ts'

/** From fine to coarse, I last: the order in which ties are settled. */
const UNITS: readonly Frequency[] = ['D', 'W', 'M', 'Q', 'S', 'A', 'I']

/** The unit of most of the periods, the finer one where two are even; I where none is. */
export function frequencyOf(periods: Iterable<TimePeriod>): Frequency {
  const counts = new Map<Frequency, number>()
  for (const period of periods) {
    const unit = unitOf(period)
    counts.set(unit, (counts.get(unit) ?? 0) + 1)
  }
  let most: Frequency = 'I'
  let times = 0
  for (const unit of UNITS) {
    const count = counts.get(unit) ?? 0
    if (count > times) [most, times] = [unit, count]
  }
  return most
}

/**
 * Whether a series counts from January to a month: every period begins on 1 January and ends in that
 * year, and there is more than one length or the source declares it. Full years alone are annual.
 */
export function isCumulative(periods: Iterable<TimePeriod>, declared = false): boolean {
  let lengths = 0
  let length: string | undefined
  let annual = true
  for (const { first, last } of periods) {
    const from = dateOf(first)
    const to = dateOf(last)
    if (from.month !== 1 || from.day !== 1 || to.year !== from.year) return false
    const end = `${to.month}-${to.month === 2 && to.day === 29 ? 28 : to.day}`
    if (end !== length) lengths++
    length = end
    if (end !== '12-31') annual = false
  }
  return !annual && (declared || lengths > 1)
}

/** What `span=` chooses a period by: `ytd` in a cumulative series, else its calendar unit. */
export const spanOf = (period: TimePeriod, cumulative: boolean): Span =>
  cumulative ? 'ytd' : unitOf(period)
