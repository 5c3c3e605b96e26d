import { dateOf, dayOf } from '../model/day.ts'
import { indexOf, isPublished, type Line, rounding } from './line.ts'

/** What cumulative figures leave for a period inside one year. */
export interface Difference {
  value: number
  /** Place of the figure to the period's end, and of the one to the day before it; -1 in January. */
  to: number
  before: number
  /** How far rounding alone may move it. */
  rounded: number
}

/** The difference of the cumulative figures at the ends of a period; undefined where one was not published. */
export function differenceFor(
  cumulative: Line,
  first: number,
  last: number,
): Difference | undefined {
  const { year } = dateOf(first)
  const january = dayOf(year, 1, 1)
  if (last >= dayOf(year + 1, 1, 1)) return undefined
  const to = indexOf(cumulative, january, last)
  if (to < 0 || !isPublished(cumulative, to)) return undefined
  const before = first === january ? -1 : indexOf(cumulative, january, first - 1)
  if (first !== january && (before < 0 || !isPublished(cumulative, before))) return undefined
  const value = cumulative.value[to]! - (before < 0 ? 0 : cumulative.value[before]!)
  const rounded = rounding(cumulative, to) + (before < 0 ? 0 : rounding(cumulative, before))
  return { value, to, before, rounded }
}

/** The line of the file that told any of the figures; 0 where the store held all of them. */
export const toldAt = (cumulative: Line, { to, before }: Difference): number =>
  cumulative.told[to]! || (before < 0 ? 0 : cumulative.told[before]!)
