/** Whole days since 1970-01-01, so that no time zone can ever move a date. */
export type Day = number

// Years are counted from March here, so that a leap day is the last of its year, and in eras of 400
// years, which all have 146 097 days. After Howard Hinnant, "chrono-Compatible Low-Level Date
// Algorithms" (howardhinnant.github.io/date_algorithms.html). No Date objects: a series has hundreds
// of days, and an answer many series.
const ERA = 146_097
/** Days from 0000-03-01 to 1970-01-01. */
const EPOCH = 719_468

/** The day of a calendar date. `month` is 1 to 12; months and days past the end roll over. */
export function dayOf(year: number, month: number, day: number): Day {
  const months = year * 12 + month - 3
  const marchYear = Math.floor(months / 12)
  const marchMonth = months - marchYear * 12
  const era = Math.floor(marchYear / 400)
  const yearOfEra = marchYear - era * 400
  const dayOfYear = Math.floor((153 * marchMonth + 2) / 5) + day - 1
  const leapDays = Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100)
  return era * ERA + yearOfEra * 365 + leapDays + dayOfYear - EPOCH
}

export function dateOf(day: Day): { year: number; month: number; day: number } {
  const days = day + EPOCH
  const era = Math.floor(days / ERA)
  const dayOfEra = days - era * ERA
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  )
  const leapDays = Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100)
  const dayOfYear = dayOfEra - yearOfEra * 365 - leapDays
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
  return {
    year: era * 400 + yearOfEra + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1,
  }
}

/** The last day of a month. */
export const monthEnd = (year: number, month: number): Day => dayOf(year, month + 1, 1) - 1

/** `2023-12-17` as a day; undefined where there is no such day. */
export function parseDay(text: string): Day | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (!match) return undefined
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  const result = dayOf(year, month, day)
  const back = dateOf(result)
  return back.year === year && back.month === month && back.day === day ? result : undefined
}

/** A day as `2023-12-17`. */
export function dayText(day: Day): string {
  const { year, month, day: date } = dateOf(day)
  return `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(date)}`
}

/** 7 as `07`: what months, days and weeks are written with. */
export const twoDigits = (n: number): string => (n < 10 ? `0${n}` : String(n))
