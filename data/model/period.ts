import { type Day, dateOf, dayOf, dayText, parseDay, twoDigits } from './day.ts'

/** An interval of days, both ends included. The text is only its spelling. */
export interface TimePeriod {
  first: Day
  last: Day
}

/** A, S, Q, M, W, D as in SDMX's CL_FREQ; I where most periods are of no calendar unit. */
export type Frequency = 'A' | 'S' | 'Q' | 'M' | 'W' | 'D' | 'I'

/** Whole months covered, or undefined where the period does not begin and end with a month. */
export function wholeMonths({ first, last }: TimePeriod): number | undefined {
  const from = dateOf(first)
  const to = dateOf(last + 1)
  if (from.day !== 1 || to.day !== 1) return undefined
  return (to.year - from.year) * 12 + to.month - from.month
}

/** Months since January of the year 0: a number to count and compare months with. */
export function monthOf(day: Day): number {
  const { year, month } = dateOf(day)
  return year * 12 + month - 1
}

/** The period of `count` whole months from `month`, a number of `monthOf`. */
export const monthsFrom = (month: number, count = 1): TimePeriod => ({
  first: dayOf(0, month + 1, 1),
  last: dayOf(0, month + count + 1, 1) - 1,
})

/** Order of first day, then last day. */
export const byPeriod = (a: TimePeriod, b: TimePeriod): number =>
  a.first - b.first || a.last - b.last

/** The calendar unit that the period fills exactly; I where it fills none. */
export function unitOf(period: TimePeriod): Frequency {
  return unitIn(period, wholeMonths(period), dateOf(period.first).month)
}

/** The same where the months covered and the first of them are known. */
function unitIn({ first, last }: TimePeriod, months: number | undefined, month: number): Frequency {
  if (first === last) return 'D'
  if (months === 1) return 'M'
  if (months === 3 && month % 3 === 1) return 'Q'
  if (months === 6 && month % 6 === 1) return 'S'
  if (months === 12 && month === 1) return 'A'
  if (months === undefined && last - first === 6 && mod7(first + 3) === 0) return 'W'
  return 'I'
}

/** Days since a Monday: 1970-01-01 was a Thursday, and earlier days count below zero. */
const mod7 = (n: number): number => ((n % 7) + 7) % 7

const four = (n: number): string => String(n).padStart(4, '0')
const monthText = (day: Day): string => {
  const { year, month } = dateOf(day)
  return `${four(year)}-${twoDigits(month)}`
}

/** The Monday that begins week 1 of an ISO 8601 year: that of the week with 4 January. */
function firstMonday(year: number): Day {
  const january4 = dayOf(year, 1, 4)
  return january4 - mod7(january4 + 3)
}

function weekText(monday: Day): string {
  const { year } = dateOf(monday + 3)
  return `${four(year)}-W${twoDigits((monday - firstMonday(year)) / 7 + 1)}`
}

/**
 * The one spelling of a period (design, section 1): the calendar unit it fills, else whole months
 * `2023-01/2023-02`, else days. In a cumulative series always months from January.
 */
export function periodText(period: TimePeriod, cumulative = false): string {
  const { first, last } = period
  const { year, month } = dateOf(first)
  const months = wholeMonths(period)
  if (cumulative && months !== undefined) return `${monthText(first)}/${monthText(last)}`
  switch (unitIn(period, months, month)) {
    case 'A':
      return four(year)
    case 'S':
      return `${four(year)}-S${month === 1 ? 1 : 2}`
    case 'Q':
      return `${four(year)}-Q${(month + 2) / 3}`
    case 'M':
      return `${four(year)}-${twoDigits(month)}`
    case 'W':
      return weekText(first)
    case 'D':
      return dayText(first)
    case 'I':
      return months === undefined
        ? `${dayText(first)}/${dayText(last)}`
        : `${monthText(first)}/${monthText(last)}`
  }
}

/** Months in a unit by its letter; T is SDMX's third of a year. */
const MONTHS: Record<string, number> = { A: 12, S: 6, T: 4, Q: 3, M: 1 }

function parseUnit(text: string): TimePeriod | undefined {
  const day = parseDay(text)
  if (day !== undefined) return { first: day, last: day }
  const match = /^(\d{4})(?:-?([ASTQMWD])(\d{1,3})|-(\d{2}))?$/i.exec(text)
  if (!match) return undefined
  const year = Number(match[1])
  const unit = (match[2] ?? (match[4] ? 'M' : 'A')).toUpperCase()
  const n = Number(match[3] ?? match[4] ?? 1)
  if (unit === 'D') {
    const first = dayOf(year, 1, n)
    return n >= 1 && dateOf(first).year === year ? { first, last: first } : undefined
  }
  if (unit === 'W') {
    const first = firstMonday(year) + (n - 1) * 7
    return n >= 1 && dateOf(first + 3).year === year ? { first, last: first + 6 } : undefined
  }
  const months = MONTHS[unit]!
  if (n < 1 || n > 12 / months) return undefined
  return monthsFrom(year * 12 + (n - 1) * months, months)
}

/** `2023-01-01/P2M`, SDMX's range of a start and a duration. */
function parseDuration(first: Day, text: string): TimePeriod | undefined {
  const match = /^P(\d+)([YMWD])$/.exec(text)
  if (!match) return undefined
  const n = Number(match[1])
  const { year, month, day } = dateOf(first)
  const next = { Y: [n, 0, 0], M: [0, n, 0], W: [0, 0, 7 * n], D: [0, 0, n] }[match[2]!]!
  const last = dayOf(year + next[0]!, month + next[1]!, day + next[2]!) - 1
  return last >= first ? { first, last } : undefined
}

/** Reads the spellings that `periodText` writes, SDMX's, and `from/to` of any two of them. */
export function parsePeriod(text: string): TimePeriod | undefined {
  const [from, to, more] = text.split('/')
  if (from === undefined || more !== undefined) return undefined
  const head = parseUnit(from)
  if (to === undefined || !head) return head
  const tail = parseUnit(to)
  if (!tail) return parseDuration(head.first, to)
  return tail.last >= head.first ? { first: head.first, last: tail.last } : undefined
}
