import { type Day, dateOf, dayOf, monthEnd } from './day.ts'
import { monthOf, monthsFrom, type TimePeriod, unitOf, wholeMonths } from './period.ts'

/** A date some months on; one that the month does not have becomes its last day (29 to 28 February). */
function shiftDay(day: Day, months: number): Day {
  const date = dateOf(day)
  const end = monthEnd(date.year, date.month + months)
  return Math.min(dayOf(date.year, date.month + months, date.day), end)
}

/**
 * The same stretch of the calendar some months on, -12 for a year earlier. Whole months stay whole
 * months (January-February 2024, 60 days, becomes January-February 2023, 59). A week becomes the week
 * that begins nearest to the shifted Monday: 52 weeks for a year, so no two weeks share one. Other
 * intervals shift their two dates; a last day that ends its month goes on ending it.
 */
export function shiftPeriod(period: TimePeriod, months: number): TimePeriod {
  const { first, last } = period
  const count = wholeMonths(period)
  if (count !== undefined) return monthsFrom(monthOf(first) + months, count)
  if (unitOf(period) === 'W') {
    const monday = first + 7 * Math.round((shiftDay(first, months) - first) / 7)
    return { first: monday, last: monday + 6 }
  }
  const from = shiftDay(first, months)
  if (first === last) return { first: from, last: from }
  const next = dateOf(last + 1)
  const to = next.day === 1 ? dayOf(next.year, next.month + months, 1) - 1 : shiftDay(last, months)
  return { first: from, last: Math.max(from, to) }
}
