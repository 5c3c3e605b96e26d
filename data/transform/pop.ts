import { type TimePeriod, wholeMonths } from '../model/period.ts'
import { shiftPeriod } from '../model/shift.ts'
import { compareEach, growth, isPercent } from './compare.ts'
import { TransformError } from './error.ts'
import { type Line, withFigures } from './line.ts'

/** The interval of the same length that ends the day before. */
function justBefore(period: TimePeriod): TimePeriod {
  const months = wholeMonths(period)
  if (months !== undefined) return shiftPeriod(period, -months)
  const days = period.last - period.first + 1
  return { first: period.first - days, last: period.last - days }
}

/**
 * Percent change on the interval of the same length directly before: March on February, and
 * January-February on November plus December. Never on one of another length: where February was told
 * only together with January, March has nothing to be compared with and is missing.
 */
export function pop(line: Line): Line {
  if (line.cumulative) {
    throw new TransformError(
      'cumulative',
      `"${line.title}" counts from January, so that no figure is as long as the one before; take difference first (transform=difference,pop).`,
    )
  }
  if (isPercent(line)) {
    throw new TransformError(
      'percent-of-percent',
      `"${line.title}" is in per cent already; a percent change of it would mislead. Compare its figures in points.`,
    )
  }
  return withFigures(line, compareEach(line, justBefore, growth), {
    title: `${line.title}, change on the period before`,
    unit: '%',
    additive: 'none',
  })
}
