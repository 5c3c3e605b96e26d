import { shortest } from '../model/numbers.ts'
import { clean, computed, flipped, missing } from './amount.ts'
import { TransformError } from './error.ts'
import { type Line, onSharedSources, withFigures } from './line.ts'
import { inEachPeriod, origins, requireOneUnit } from './together.ts'

/**
 * Each line in per cent of the sum of all in the same interval: they add up to 100. Missing for all
 * where any is missing, so that no denominator has a hole.
 */
export function share(given: readonly Line[]): Line[] {
  if (given.length < 2) {
    throw new TransformError(
      'needs-more',
      'share needs at least two series that make up the whole.',
    )
  }
  requireOneUnit(given, 'share')
  const rate = given.find(({ additive }) => additive === 'none')
  if (rate) {
    throw new TransformError(
      'not-additive',
      `"${rate.title}" holds rates, shares or indices, which do not add up; share needs amounts or levels.`,
    )
  }
  const lines = onSharedSources(given)
  return lines.map((line, at) => {
    const figures = inEachPeriod(lines, (period, amounts) => {
      const part = amounts[at]!
      const others = amounts.filter((_, i) => i !== at)
      const whole = clean(
        amounts.reduce((sum, { value }) => sum + value, 0),
        amounts.map(({ decimals }) => decimals),
      )
      if (amounts.some(({ value }) => value < 0)) return missing(period, 'a part is below zero')
      if (whole === 0) return missing(period, 'all parts are zero')
      return computed(
        period,
        (part.value / whole) * 100,
        `${shortest(part.value)} of ${shortest(whole)}`,
        amounts,
        [...part.bounds, ...others.flatMap(({ bounds }) => flipped(bounds))],
      )
    })
    return withFigures(line, figures, {
      ...origins(lines),
      title: `${line.title}, share of ${lines.length} series`,
      unit: '%',
      additive: 'none',
    })
  })
}
