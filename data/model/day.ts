/** Whole days since 1970-01-01, so that no time zone can ever move a date. */
export type Day = number

/** The day of a calendar date. `month` is 1 to 12; months and days past the end roll over. */
export const dayOf = (year: number, month: number, day: number): Day => {
  const utc = new Date(0)
  utc.setUTCFullYear(year, month - 1, day)
  return Math.round(utc.getTime() / 86_400_000)
}

export const dateOf = (day: Day): { year: number; month: number; day: number } => {
  const utc = new Date(day * 86_400_000)
  return { year: utc.getUTCFullYear(), month: utc.getUTCMonth() + 1, day: utc.getUTCDate() }
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
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`
}
