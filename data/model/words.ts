import { type Day, dateOf } from './day.ts'
import { type TimePeriod, unitOf, wholeMonths } from './period.ts'

/** `short` for axes, tables and tooltips ("Jan–Feb 2024"), `long` for sentences ("January–February 2024"). */
export type WordForm = 'short' | 'long'

export const MONTH_NAMES: Readonly<Record<WordForm, readonly string[]>> = {
  short: 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' '),
  long: 'January February March April May June July August September October November December'.split(
    ' ',
  ),
}
const ORDINALS = ['First', 'Second', 'Third', 'Fourth']

/** "10 Mar 2026", "10 March 2026". */
export function dayWords(day: Day, form: WordForm = 'short'): string {
  const { year, month, day: date } = dateOf(day)
  return `${date} ${MONTH_NAMES[form][month - 1]} ${year}`
}

/**
 * A period as a reader says it: "2023", "H1 2024" (long "First half of 2024"), "Q4 2023", "Nov 2023",
 * "Jan–Feb 2023", "Mar 2022–Sep 2023", "2021–2023", "24 Feb–31 Dec 2022", "week of 11 Dec 2023",
 * "10 Mar 2026". In a cumulative series always by its months: "Jan–Dec 2023".
 */
export function periodWords(
  period: TimePeriod,
  { form = 'short', cumulative = false }: { form?: WordForm; cumulative?: boolean } = {},
): string {
  const from = dateOf(period.first)
  const to = dateOf(period.last)
  const months = wholeMonths(period)
  if (months === undefined) return daysWords(period, form)
  if (!cumulative) {
    if (months % 12 === 0 && from.month === 1) {
      return months === 12 ? `${from.year}` : `${from.year}–${to.year}`
    }
    const unit = unitOf(period)
    if (unit === 'S') {
      const half = from.month === 1 ? 1 : 2
      return form === 'short'
        ? `H${half} ${from.year}`
        : `${ORDINALS[half - 1]} half of ${from.year}`
    }
    if (unit === 'Q') {
      const quarter = (from.month + 2) / 3
      return form === 'short'
        ? `Q${quarter} ${from.year}`
        : `${ORDINALS[quarter - 1]} quarter of ${from.year}`
    }
  }
  const names = MONTH_NAMES[form]
  const end = `${names[to.month - 1]} ${to.year}`
  if (months === 1) return end
  const start = names[from.month - 1]
  return from.year === to.year ? `${start}–${end}` : `${start} ${from.year}–${end}`
}

function daysWords(period: TimePeriod, form: WordForm): string {
  if (period.first === period.last) return dayWords(period.first, form)
  if (unitOf(period) === 'W') return `week of ${dayWords(period.first, form)}`
  const from = dateOf(period.first)
  const to = dateOf(period.last)
  const end = dayWords(period.last, form)
  if (from.year !== to.year) return `${dayWords(period.first, form)}–${end}`
  if (from.month !== to.month) return `${from.day} ${MONTH_NAMES[form][from.month - 1]}–${end}`
  return `${from.day}–${end}`
}

/** A stretch of time from its beginning to its end: "2008 to 2025", "January 2021 to February 2026". */
export function rangeWords(range: TimePeriod): string {
  const [from, to] = [dateOf(range.first), dateOf(range.last)]
  const months = wholeMonths(range)
  const word = ({ year, month }: { year: number; month: number }) =>
    months !== undefined && months % 12 === 0 && from.month === 1
      ? `${year}`
      : `${MONTH_NAMES.long[month - 1]} ${year}`
  const words =
    months === undefined
      ? [dayWords(range.first, 'long'), dayWords(range.last, 'long')]
      : [word(from), word(to)]
  return words[0] === words[1] ? words[0]! : words.join(' to ')
}
