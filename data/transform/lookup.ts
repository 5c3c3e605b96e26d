import type { Day } from '../model/day.ts'
import { byPeriod, type TimePeriod } from '../model/period.ts'
import { type Amount, amountOf } from './amount.ts'
import type { Figure, Line } from './line.ts'

/** What a line gives for any interval; undefined where it has no figure for it. */
export interface Lookup {
  /** The figure told for exactly this interval, else the sum of those that fill it. */
  amount(period: TimePeriod): Amount | undefined
  /** The figures with values that fill an interval side by side, the shortest taken first. */
  fill(period: TimePeriod): Figure[] | undefined
}

/**
 * Looks intervals up in a line. Only what adds over time is ever summed, never cumulative figures, and
 * never two that overlap: January and February stand for January-February, months for a year.
 */
export function lookup(line: Line): Lookup {
  const told = line.figures
    .filter(({ value }) => value !== null)
    .sort((a, b) => byPeriod(a.period, b.period))
  const starting = Map.groupBy(told, ({ period }) => period.first)
  const adds = line.additive === 'sum' && !line.cumulative

  const fill = ({ first, last }: TimePeriod): Figure[] | undefined => {
    if (!adds) return undefined
    const deadEnds = new Set<Day>()
    const taken: Figure[] = []
    const reaches = (day: Day): boolean => {
      if (day > last) return true
      if (deadEnds.has(day)) return false
      for (const figure of starting.get(day) ?? []) {
        if (figure.period.last > last) break
        taken.push(figure)
        if (reaches(figure.period.last + 1)) return true
        taken.pop()
      }
      deadEnds.add(day)
      return false
    }
    return reaches(first) ? taken : undefined
  }

  return {
    fill,
    amount(period) {
      const exact = starting.get(period.first)?.find((one) => one.period.last === period.last)
      if (exact) return amountOf([exact], line.cumulative)
      const parts = fill(period)
      return parts && amountOf(parts, line.cumulative)
    },
  }
}
