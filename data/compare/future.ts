import type { Day } from '../model/day.ts'
import { seriesName } from '../model/series-name.ts'
import { amount, during, isPublished, type Line, published, type Say } from './line.ts'

/** Figures of periods that begin after today and are no forecasts: a year mistyped. */
export function future(line: Line, today: Day, say: Say): void {
  for (let i = line.length - 1; i >= 0 && line.first[i]! > today; i--) {
    if (line.told[i] === 0 || !isPublished(line, i)) continue
    say('future', line.told[i]!, () => ({
      message: `${seriesName(line.draft)} is ${amount(line, i)} ${during(line, i)}, which is still to come, and is not marked as a forecast. Is the period right? If so, give it the status F.`,
      value: published(line, i),
    }))
  }
}
