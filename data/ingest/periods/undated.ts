import { numberAndMonth } from './read.ts'

/** What a column of numbers beside months, `23-Jan`, is: months of years, days without a year, or either. */
type Meant = 'months' | 'days' | 'open'

/** Watches texts such as `23-Jan` pass, of which the number may be a year or a day. */
export interface Undated {
  see(text: string): void
  /** What they are, an example, and whether they run over a new year; undefined where there are none. */
  result(): { meant: Meant; example: string; runsOver: boolean } | undefined
}

/** Rows in which one number follows another in a month; more are days. */
const FEW = 4

/**
 * Days count within a month, years stand still while the months do not. What is written with one digit
 * is no year, what is above 31 no day, and `Jan-23` is how spreadsheets write a month.
 */
export function createUndated(thisYear = new Date().getUTCFullYear()): Undated {
  let example: string | undefined
  let last: { number: number; month: number } | undefined
  const seen = {
    isDay: false,
    isYear: false,
    withinMonth: 0,
    ofOneYear: 0,
    future: false,
    over: false,
  }
  return {
    see(text) {
      const found = text.length < 20 ? numberAndMonth(text) : undefined
      if (!found) return
      example ??= text
      const number = Number(found.number)
      if (found.number.length === 1) seen.isDay = true
      if (number > 31 || number === 0) seen.isYear = true
      // `Jan-23`, and `янв.23` in Russian.
      const isPlace = !/^\p{L}+(?:.*[-']|\.\d)/u.test(text)
      if (isPlace && last?.month === found.month && number !== last.number) seen.withinMonth++
      if (last?.number === number && last.month !== found.month) seen.ofOneYear++
      if (number > thisYear - 2000 + 1) seen.future = true
      if (last?.month === 12 && found.month === 1) seen.over = true
      last = { number, month: found.month }
    },
    result() {
      if (example === undefined) return undefined
      const runsOver = seen.over
      const { isDay, isYear, withinMonth, ofOneYear, future } = seen
      if (isYear) return { meant: 'months', example, runsOver }
      const counts = withinMonth > 0 && ofOneYear === 0
      if (isDay || (counts && (future || withinMonth > FEW)))
        return { meant: 'days', example, runsOver }
      return { meant: counts ? 'open' : 'months', example, runsOver }
    },
  }
}
