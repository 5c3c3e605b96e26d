import { dateOf } from '../../model/day.ts'
import { monthsFrom, type TimePeriod, unitOf } from '../../model/period.ts'

/** Which month of its quarter stands for it. */
export type MonthOfQuarter = 'first' | 'last'

const ENOUGH = 400
/** More than a year of quarters. */
const FEW = 5

const indexOf = ({ first }: TimePeriod): number => {
  const { year, month } = dateOf(first)
  return year * 12 + month - 1
}

/** More than by chance. */
const YEARS = 3

/** Watches months pass that are all the first, or the last, of their quarters, one quarter after another; or one a year. */
export function createMonthsOfQuarters() {
  let isAll = true
  const months = new Set<number>()
  return {
    see(period: TimePeriod | undefined): void {
      isAll &&= period !== undefined && unitOf(period) === 'M'
      if (isAll && months.size < ENOUGH) months.add(indexOf(period!))
    },
    /** The only month of each year, from 1 for February; undefined where there are several, or few years. */
    onceAYear(): number | undefined {
      const places = new Set([...months].map((month) => month % 12))
      const [place] = places
      return isAll && months.size >= YEARS && places.size === 1 && place !== 0 ? place : undefined
    },
    result(): MonthOfQuarter | undefined {
      const sorted = [...months].sort((a, b) => a - b)
      const [start = 0] = sorted
      const steps = sorted.slice(1).map((month, i) => month - sorted[i]!)
      const isQuarterly =
        isAll &&
        sorted.length >= FEW &&
        steps.every((step) => step % 3 === 0) &&
        steps.filter((step) => step === 3).length * 4 >= steps.length * 3
      if (!isQuarterly || start % 3 === 1) return undefined
      return start % 3 === 0 ? 'first' : 'last'
    },
  }
}

/** The quarter that a month stands for; a month that stands in another place of its own is itself. */
export function quarterOf(period: TimePeriod, as: MonthOfQuarter): TimePeriod {
  const index = indexOf(period)
  const from = as === 'first' ? index : index - 2
  return unitOf(period) === 'M' && from % 3 === 0 ? monthsFrom(from, 3) : period
}
