import { dateOf } from '../model/day.ts'
import { monthOf, monthsFrom, type TimePeriod } from '../model/period.ts'
import { amountOf, computed, missing } from './amount.ts'
import { type Figure, type Line, withFigures } from './line.ts'
import { lookup } from './lookup.ts'
import { requireSummable } from './sums.ts'

/**
 * The sum of the twelve months that end with each figure, from what fills them without overlap; missing
 * where a month has no figure. Each result is an observation of its twelve months. It behaves like a
 * level: it adds across series, not over time.
 */
export function sum12(line: Line): Line {
  requireSummable(line, 'sum12')
  const { fill } = lookup(line)
  const figures = twelveMonths(line).map((period): Figure => {
    const parts = fill(period)
    if (!parts) return missing(period, 'not all of the twelve months have a figure')
    const sum = amountOf(parts, false)
    return computed(period, sum.value, sum.words, [sum], sum.bounds)
  })
  return withFigures(line, figures, {
    title: `${line.title}, sum of twelve months`,
    frequency: line.frequency,
    additive: 'last',
  })
}

/** The twelve months up to each month in which a figure ends. */
function twelveMonths({ figures }: Line): TimePeriod[] {
  const ends = new Set(
    figures
      .filter(({ period }) => dateOf(period.last + 1).day === 1)
      .map(({ period }) => monthOf(period.last)),
  )
  return [...ends].map((month) => monthsFrom(month - 11, 12))
}
