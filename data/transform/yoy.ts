import { compareWithYearBefore, growth, isPercent } from './compare.ts'
import { TransformError } from './error.ts'
import { type Line, withFigures } from './line.ts'

/**
 * Percent change on the same stretch of the year before: Jan–Nov over Jan–Nov, January-February over
 * January plus February where those were told apart. Missing where either is missing or the base is
 * not above zero. Refused for percentages, which are compared in points.
 */
export function yoy(line: Line): Line {
  if (isPercent(line)) {
    throw new TransformError(
      'percent-of-percent',
      `"${line.title}" is in per cent already; use change, which gives its difference on a year earlier in points.`,
    )
  }
  return withFigures(line, compareWithYearBefore(line, growth), {
    title: `${line.title}, change on a year earlier`,
    unit: '%',
    additive: 'none',
  })
}
