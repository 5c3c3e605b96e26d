import { type Day, dateOf, dayOf, dayText, monthEnd, parseDay } from './day.ts'

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

/** The calendar unit that the period fills exactly; I where it fills none. */
export function unitOf(period: TimePeriod): Frequency {
  const { first, last } = period
  if (first === last) return 'D'
  const { month } = dateOf(first)
  const months = wholeMonths(period)
  if (months === 1) return 'M'
  if (months === 3 && month % 3 === 1) return 'Q'
  if (months === 6 && month % 6 === 1) return 'S'
  if (months === 12 && month === 1) return 'A'
  if (months === undefined && last - first === 6 && (first + 3) % 7 === 0) return 'W'
  return 'I'
}

const two = (n: number): string => String(n).padStart(2, '0')
const four = (n: number): string => String(n).padStart(4, '0')
const monthText = (day: Day): string => {
  const { year, month } = dateOf(day)
  return `${four(year)}-${two(month)}`
}

/** ISO 8601 week of the Monday `first`. */
function weekText(first: Day): string {
  const { year } = dateOf(first + 3)
  const january4 = dayOf(year, 1, 4)
  const week1 = january4 - ((january4 + 3) % 7)
  return `${four(year)}-W${two((first - week1) / 7 + 1)}`
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
  switch (unitOf(period)) {
    case 'A':
      return four(year)
    case 'S':
      return `${four(year)}-S${month === 1 ? 1 : 2}`
    case 'Q':
      return `${four(year)}-Q${(month + 2) / 3}`
    case 'M':
      return monthText(first)
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

function parseUnit(text: string): TimePeriod | undefined {
  const day = parseDay(text)
  if (day !== undefined) return { first: day, last: day }
  const match = /^(\d{4})(?:-?(?:(S|Q|W|M)(\d{1,2})|(?<=-)(\d{2})))?$/i.exec(text)
  if (!match) return undefined
  const year = Number(match[1])
  const unit = (match[2] ?? (match[4] ? 'M' : 'A')).toUpperCase()
  const n = Number(match[3] ?? match[4] ?? 1)
  const span = { A: 12, S: 6, Q: 3, M: 1 }[unit]
  if (span !== undefined) {
    if (n < 1 || n > 12 / span) return undefined
    return { first: dayOf(year, (n - 1) * span + 1, 1), last: monthEnd(year, n * span) }
  }
  const january4 = dayOf(year, 1, 4)
  const first = january4 - ((january4 + 3) % 7) + (n - 1) * 7
  return n >= 1 && dateOf(first + 3).year === year ? { first, last: first + 6 } : undefined
}

/** Reads the spellings that `periodText` writes, SDMX's, and `from/to` of any two of them. */
export function parsePeriod(text: string): TimePeriod | undefined {
  const [from, to, more] = text.split('/')
  if (from === undefined || more !== undefined) return undefined
  const head = parseUnit(from)
  if (to === undefined || !head) return head
  const tail = parseUnit(to)
  return tail && tail.last >= head.first ? { first: head.first, last: tail.last } : undefined
}
