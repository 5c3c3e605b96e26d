import type { Drawing } from '../../data/charts/drawing.ts'
import { dayAt, timeAt } from '../../data/charts/time.ts'
import { type Day, dateOf, dayOf, monthEnd } from '../../data/model/day.ts'

/** Which stop a pointer means: the nearest by time; of those at one place the nearest by height. */
export function nearestStop({ stops }: Drawing, x: number, y: number): number | null {
  let best: number | null = null
  let least = Number.POSITIVE_INFINITY
  stops.forEach((stop, i) => {
    const distance = Math.abs(stop.x - x) + Math.abs(stop.y - y) / 100
    if (distance < least) {
      least = distance
      best = i
    }
  })
  return best
}

/** The day under a place of the plot. */
function dayUnder({ plot }: Drawing, x: number): Day {
  const from = timeAt(plot.first)
  const to = timeAt(plot.last + 1)
  return dayAt(from + ((x - plot.left) / (plot.right - plot.left)) * (to - from))
}

/**
 * The days between two places of the plot, in whole months where the plot shows more than a season.
 * Null where that is all there is to see.
 */
export function daysBetween(drawing: Drawing, a: number, b: number) {
  let first = dayUnder(drawing, Math.min(a, b) + 0.5)
  let last = dayUnder(drawing, Math.max(a, b) - 0.5)
  const { plot } = drawing
  if (plot.last - plot.first > 120) {
    const from = dateOf(first)
    const to = dateOf(last)
    first = dayOf(from.year, from.month, 1)
    last = monthEnd(to.year, to.month)
  }
  return first <= plot.first && last >= plot.last ? null : { first, last }
}
