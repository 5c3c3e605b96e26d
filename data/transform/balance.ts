import { shortest } from '../model/numbers.ts'
import { clean, computed, flipped } from './amount.ts'
import { isPercent } from './compare.ts'
import { TransformError } from './error.ts'
import { type Line, onSharedSources, withFigures } from './line.ts'
import { inEachPeriod, origins, requireOneUnit } from './together.ts'

/** The first line less the second, by interval; exports less imports is the flow B. Percentages give points. */
export function balance(given: readonly Line[]): Line {
  const [first, second] = onSharedSources(given)
  if (given.length !== 2 || !first || !second) {
    throw new TransformError(
      'needs-two',
      `balance is the first series less the second and needs two, not ${given.length}.`,
    )
  }
  requireOneUnit(given, 'balance')
  const [figures] = inEachPeriod([first, second], (period, amounts) => {
    const [plus, minus] = [amounts[0]!, amounts[1]!]
    const value = clean(plus.value - minus.value, [plus.decimals, minus.decimals])
    const formula = `${shortest(plus.value)} less ${shortest(minus.value)}`
    return [computed(period, value, formula, amounts, [...plus.bounds, ...flipped(minus.bounds)])]
  })
  return withFigures(first, figures!, {
    ...origins(given),
    title: `${first.title} less ${second.title}`,
    unit: isPercent(first) ? 'points' : first.unit,
    additive: first.additive === second.additive ? first.additive : 'none',
    dimensions: sharedDimensions(first, second),
  })
}

function sharedDimensions(first: Line, second: Line): Record<string, string> {
  const shared = Object.entries(first.dimensions).filter(
    ([dimension, code]) => second.dimensions[dimension] === code,
  )
  const isTrade = first.dimensions.flow === 'X' && second.dimensions.flow === 'M'
  return Object.fromEntries(isTrade ? [...shared, ['flow', 'B']] : shared)
}
