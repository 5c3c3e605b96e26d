import { clean, computed, flipped } from './amount.ts'
import { type Comparison, compareWithYearBefore, isPercent } from './compare.ts'
import { type Line, withFigures } from './line.ts'

const difference: Comparison = (period, now, base) =>
  computed(
    period,
    clean(now.value - base.value, [now.decimals, base.decimals]),
    `${now.words} less ${base.words}`,
    [now, base],
    [...now.bounds, ...flipped(base.bounds)],
  )

/** Difference on the same stretch of the year before, in the series' own unit; of percentages in points. */
export function change(line: Line): Line {
  return withFigures(line, compareWithYearBefore(line, difference), {
    title: `${line.title}, difference on a year earlier`,
    unit: isPercent(line) ? 'points' : line.unit,
    additive: 'none',
  })
}
