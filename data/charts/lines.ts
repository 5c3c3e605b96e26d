import { type Chart, isShare, type Parts } from './chart.ts'
import { drawPoints } from './points.ts'
import { drawSteps } from './steps.ts'

/**
 * Lines by what the figures are: amounts are level over their periods (steps), shares, growth and
 * indices are points in mid-period.
 */
export function drawLines(chart: Chart): Parts {
  const areAmounts =
    !isShare(chart) &&
    chart.lines.every(
      ({ columns, isChange }) => columns.additive === 'sum' && !columns.cumulative && !isChange,
    )
  return areAmounts ? drawSteps(chart) : drawPoints(chart)
}
