import { shortest } from '../model/numbers.ts'
import type { TimePeriod } from '../model/period.ts'
import { type Amount, clean, computed, flipped, missing } from './amount.ts'
import { TransformError } from './error.ts'
import { type Figure, type Line, onSharedSources, withFigures } from './line.ts'
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
  const figures = inEachPeriod(lines, sharesOf)
  return lines.map((line, i) =>
    withFigures(line, figures[i]!, {
      ...origins(lines),
      title: `${line.title}, share of ${lines.length} series`,
      unit: '%',
      additive: 'none',
    }),
  )
}

function sharesOf(period: TimePeriod, amounts: Amount[]): Figure[] {
  const none = (note: string): Figure[] => amounts.map(() => missing(period, note))
  if (amounts.some(({ value }) => value < 0)) return none('a part is below zero')
  const whole = clean(
    amounts.reduce((sum, { value }) => sum + value, 0),
    amounts.map(({ decimals }) => decimals),
  )
  if (whole === 0) return none('all parts are zero')
  const bounded = amounts.filter(({ bounds }) => bounds.length > 0)
  return amounts.map((part) => {
    // A part that is "more than" makes its own share more, and those of the others less.
    const bounds = bounded.flatMap((one) => (one === part ? one.bounds : flipped(one.bounds)))
    const formula = `${shortest(part.value)} of ${shortest(whole)}`
    return computed(period, (part.value / whole) * 100, formula, amounts, bounds)
  })
}
