import { dateOf, dayOf } from '../model/day.ts'
import type { TimePeriod } from '../model/period.ts'
import { amountOf, computed, missing } from './amount.ts'
import { type Figure, type Line, withFigures } from './line.ts'
import { lookup } from './lookup.ts'
import { requireSummable } from './sums.ts'

/**
 * January to each month, summed from what fills it without overlap (months, joint months, quarters).
 * From the first gap of a year on, the rest of that year is missing.
 */
export function ytd(line: Line): Line {
  requireSummable(line, 'ytd')
  const { fill } = lookup(line)
  const figures = yearsToDate(line).map((period): Figure => {
    const parts = fill(period)
    if (!parts) {
      return missing(
        period,
        `not every month of ${dateOf(period.first).year} until then has a figure`,
      )
    }
    const sum = amountOf(parts, false)
    return computed(period, sum.value, sum.words, [sum], sum.bounds)
  })
  return withFigures(line, figures, { title: `${line.title}, January to date`, cumulative: true })
}

/** From 1 January to each day on which a figure of that year ends. */
function yearsToDate({ figures }: Line): TimePeriod[] {
  const ends = new Set(
    figures
      .filter(({ period }) => dateOf(period.first).year === dateOf(period.last).year)
      .map(({ period }) => period.last),
  )
  return [...ends].map((last) => ({ first: dayOf(dateOf(last).year, 1, 1), last }))
}
