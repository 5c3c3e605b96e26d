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

/** Units of periods that add others up. */
const SUMMED: ReadonlySet<Frequency> = new Set(['S', 'I'])

/**
 * Whether a series counts from January to a month: every period begins on 1 January and ends in that
 * year, and full years are not most of them (then it is annual, its last year not complete). Where
 * they are half, or there is only one length, one year must be told to two months. Months, quarters and
 * years alone, of which only the first of each year are there, prove nothing: a half, or a range, must
 * be among them. Or the source declares it.
 */
export function isCumulative(periods: Iterable<TimePeriod>, declared = false): boolean {
  const ends = new Map<number, string>()
  const lengths = new Set<string>()
  let count = 0
  let whole = 0
  let growing = false
  let summed = false
  for (const { first, last } of periods) {
    const from = dateOf(first)
    const to = dateOf(last)
    if (from.month !== 1 || from.day !== 1 || to.year !== from.year) return false
    const end = `${to.month}-${to.month === 2 && to.day === 29 ? 28 : to.day}`
    growing ||= (ends.get(to.year) ?? end) !== end
    ends.set(to.year, end)
    lengths.add(end)
    summed ||= SUMMED.has(unitOf({ first, last }))
    count++
    if (end === '12-31') whole++
  }
  if (whole === count || whole * 2 > count) return false
  return declared || (summed && (growing || (lengths.size > 1 && whole * 2 < count)))
}

/** What `span=` chooses a period by: `ytd` in a cumulative series, else its calendar unit. */
export const spanOf = (period: TimePeriod, cumulative: boolean): Span =>
  cumulative ? 'ytd' : unitOf(period)
