import { dateOf } from '../model/day.ts'
import { byPeriod } from '../model/period.ts'
import { amountOf, clean, computed, flipped } from './amount.ts'
import { TransformError } from './error.ts'
import { type Figure, type Line, withFigures } from './line.ts'

/**
 * Months out of cumulative figures: each less the one before it in the same year, over the months
 * between (several, where some were not told). The first of a year stays as it was told. What is
 * derived is estimated (E), says its formula, and may be negative: that is a revision of earlier
 * months, shown as what it is.
 */
export function difference(line: Line): Line {
  if (!line.cumulative) {
    throw new TransformError(
      'not-cumulative',
      `"${line.title}" does not count from January; difference takes months out of figures that do.`,
    )
  }
  if (line.additive !== 'sum') {
    throw new TransformError(
      'not-additive',
      `"${line.title}" holds rates, shares or levels; months cannot be told from the difference of those.`,
    )
  }
  const told = line.figures
    .filter(({ value }) => value !== null)
    .sort((a, b) => byPeriod(a.period, b.period))
  const figures = told.map((figure, i) => {
    const before = told[i - 1]
    const sameYear = before && dateOf(before.period.first).year === dateOf(figure.period.first).year
    return sameYear ? derived(before, figure) : figure
  })
  return withFigures(line, figures, {
    title: `${line.title}, months derived by difference`,
    cumulative: false,
  })
}

function derived(before: Figure, figure: Figure): Figure {
  const [now, then] = [amountOf([figure], true), amountOf([before], true)]
  const period = { first: before.period.last + 1, last: figure.period.last }
  const result = computed(
    period,
    clean(now.value - then.value, [now.decimals, then.decimals]),
    `${now.words} less ${then.words}`,
    [now, then],
    [...now.bounds, ...flipped(then.bounds)],
  )
  return result.value === null ? result : { ...result, status: 'E' }
}
