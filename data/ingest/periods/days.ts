import { dateOf, dayOf } from '../../model/day.ts'
import type { TimePeriod } from '../../model/period.ts'
import { fullYear } from './fiscal.ts'
import { isLateInUtc } from './midnights.ts'
import { monthNamed, plain } from './names.ts'
import type { PeriodSpelling } from './read.ts'

/** A day, where there is such. */
export function day(year: number, monthNumber: number, date: number): TimePeriod | undefined {
  const first = dayOf(year, monthNumber, date)
  const back = dateOf(first)
  return back.month === monthNumber && back.day === date ? { first, last: first } : undefined
}

const TIME =
  /[T ]\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?(?: ?[AP]M| ?(?:Z|UTC|GMT)|[+-]\d{2}(?::?\d{2})?)?$/i
/** The end of a day is the beginning of the next one. */
const MIDNIGHT = /[T ]24:00(?::00)?$/

/** `Monday, January 1, 2024`, `Mon Jan 01 2024`, `понедельник, 1 января 2024 г.` */
const WEEKDAY =
  /^(?:mon|tue|wed|thu|fri|sat|sun|понедельник|вторник|сред[ау]|четверг|пятниц[ау]|суббот[ау]|воскресенье|пн|вт|ср|чт|пт|сб|вс)(?:s?day|nesday|rsday|urday)?[,.]{0,2} (?=\S)/

/** A day with a time of day or without. */
export function asDay(text: string, spelling: PeriodSpelling): TimePeriod | undefined {
  const found = asDate(text.replace(TIME, ''), spelling)
  const isNext = MIDNIGHT.test(text) || (spelling.nextDay === true && isLateInUtc(text))
  return found && isNext ? { first: found.first + 1, last: found.last + 1 } : found
}

/** `2023/1/17`, `17/01/2023`, `17-Jan-23`, `January 17, 2023`, `2023年1月17日`. */
function asDate(date: string, { order }: PeriodSpelling): TimePeriod | undefined {
  const iso = /^(\d{4})(?:([-/.]) ?(\d{1,2})\2 ?(\d{1,2})|年 ?(\d{1,2})月 ?(\d{1,2})日?)$/.exec(
    date,
  )
  if (iso) return day(Number(iso[1]), Number(iso[3] ?? iso[5]), Number(iso[4] ?? iso[6]))
  const slashed = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})$/.exec(date)
  if (slashed) {
    const [, a, mark, b, y] = slashed
    const year = fullYear(y!)
    if (mark === '.' || order === 'dmy') return day(year, Number(b), Number(a))
    return order === 'mdy' ? day(year, Number(a), Number(b)) : undefined
  }
  const words = plain(date)
    .replace(WEEKDAY, '')
    .replace(/(?<= )(?:de|del) /g, '')
    .replace(/ г\.?$/, '')
  const dayFirst =
    /^(\d{1,2})(?:\.|er|º|st|nd|rd|th)?[-/. ](\p{L}+)\.?,?[-/. ](\d{4}|\d{2})$/u.exec(words)
  if (dayFirst) return named(dayFirst[3]!, dayFirst[2]!, dayFirst[1]!)
  const together = /^(\d{1,2})(\p{L}{3})(\d{4}|\d{2})(?::00){0,3}$/u.exec(words)
  if (together) return named(together[3]!, together[2]!, together[1]!)
  const monthFirst = /^(\p{L}+)\.?([ -])(\d{1,2})(?:st|nd|rd|th)?(?:,? |\2)(\d{4})$/u.exec(words)
  if (monthFirst) return named(monthFirst[4]!, monthFirst[1]!, monthFirst[3]!)
  // A month over or beside the numbers of its days: `January 2023 10`, `2023-01 10`.
  const below = /^(\p{L}+)\.?[- ](\d{4}|\d{2}) (\d{1,2})$/u.exec(words)
  if (below) return named(below[2]!, below[1]!, below[3]!)
  const counted = /^(\d{4})(?:-|年 ?| )(\d{1,2}|\p{L}+)月? (\d{1,2})$/u.exec(words)
  if (!counted) return undefined
  const [, y = '', m = '', d] = counted
  return /\d/.test(m) ? day(Number(y), Number(m), Number(d)) : named(y, m, d!)
}

function named(year: string, name: string, date: string): TimePeriod | undefined {
  const number = monthNamed(name)
  return number === undefined ? undefined : day(fullYear(year), number, Number(date))
}
