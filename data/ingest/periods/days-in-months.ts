import { type Day, dateOf, dayOf } from '../../model/day.ts'

/** Which day of its month stands for all of it: the fifteenth, as the EIA has it, or the last that is worked on. */
export type DayInMonth = 'fifteenth' | 'last workday'

const SATURDAY = 6

/** 1 for Monday to 7 for Sunday: the first day of 1970 was a Thursday. */
export const weekday = (day: Day): number => ((((day - dayOf(1970, 1, 1) + 3) % 7) + 7) % 7) + 1

/** Whether none but days of a weekend follow in its month, the day itself worked on or the last of all. */
function isLastWorkday(day: Day): boolean {
  const { month } = dateOf(day)
  for (let next = day + 1; dateOf(next).month === month; next++)
    if (weekday(next) < SATURDAY) return false
  return weekday(day) < SATURDAY || dateOf(day + 1).month !== month
}

export const standsAs = (day: Day, as: DayInMonth): boolean =>
  as === 'fifteenth' ? dateOf(day).day === 15 : isLastWorkday(day)

/** Watches days pass, of which each may stand for its month. */
export interface DaysInMonths {
  see(day: Day | undefined): void
  /** What all of them are, and the months that follow theirs; undefined where they are days. */
  result(): { as: DayInMonth; next: Set<number> } | undefined
  /** What all of them are, however few; undefined where there are none. */
  as(): DayInMonth | undefined
}

const ENOUGH = 400
const FEW = 2

export function createDaysInMonths(): DaysInMonths {
  const open = new Set<DayInMonth>(['fifteenth', 'last workday'])
  const next = new Set<number>()
  return {
    see(day) {
      if (open.size === 0) return
      for (const as of open) if (day === undefined || !standsAs(day, as)) open.delete(as)
      if (day === undefined || next.size >= ENOUGH) return
      const { year, month } = dateOf(day)
      next.add(year * 12 + month)
    },
    as: () => (next.size > 0 ? [...open][0] : undefined),
    result() {
      const [as] = open
      return as === undefined || next.size <= FEW ? undefined : { as, next }
    },
  }
}
