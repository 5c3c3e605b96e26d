import { parseDay } from '../data/model/day.ts'
import type { Series } from '../data/model/observation.ts'
import { type Frequency, parsePeriod } from '../data/model/period.ts'
import { unitWords as spelledUnit } from '../data/model/unit-words.ts'
import { dayWords, MONTH_NAMES, periodWords } from '../data/model/words.ts'
import { whole } from './count.ts'

export { whole }

/** "1 series", "214 series"; "1 figure", "11 figures". */
export const counted = (n: number, one: string, many: string): string =>
  `${whole(n)} ${n === 1 ? one : many}`

/** `2026-03-10` as "10 Mar 2026". */
export function dateWords(date: string): string {
  const day = parseDay(date.slice(0, 10))
  return day === undefined ? date : dayWords(day)
}

/** `2023-01/2023-02` as "Jan–Feb 2023". */
export function spelledPeriod(text: string, cumulative = false): string {
  const period = parsePeriod(text)
  return period ? periodWords(period, { cumulative }) : text
}

/** An instant as the reader's own clock shows it: "23 Nov 2026, 19:02". */
export function instantWords(iso: string): string {
  const at = new Date(iso)
  const two = (n: number) => String(n).padStart(2, '0')
  const month = MONTH_NAMES.short[at.getMonth()]
  return `${at.getDate()} ${month} ${at.getFullYear()}, ${two(at.getHours())}:${two(at.getMinutes())}`
}

/** A code as a list shows it: by its name, goods by their number, too: "8542 Integrated circuits". */
export const codeWords = (code: string, label: string): string =>
  label === '' || label === code ? code : /^\d/.test(code) ? `${code} ${label}` : label

/** A unit as a sentence says it, or that there is none. */
export const unitWords = (unit: string | null): string => (unit ? spelledUnit(unit) : 'no unit')

/** Frequencies as a reader says them. */
export const FREQUENCIES: Record<Frequency, string> = {
  A: 'Annual',
  S: 'Half-yearly',
  Q: 'Quarterly',
  M: 'Monthly',
  W: 'Weekly',
  D: 'Single days',
  I: 'Periods of its own',
}

/** How often a series is told, inside a sentence: "monthly", "January to month". */
export const frequencyWords = (of: { frequency: Frequency; cumulative: boolean }): string =>
  of.cumulative ? 'January to month' : FREQUENCIES[of.frequency].toLowerCase()

/** The first letter large: how a sentence or a cell begins. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** Months in a part of a year. */
const PARTS: Partial<Record<Frequency, number>> = { S: 6, Q: 3 }

const monthOf = (day: string): number => Number(day.slice(5, 7))

/** From when to when a series tells: "2008 to 2025", "Jan 2021 to Feb 2026", "Q1 1995 to Q4 2023". */
export function extentWords({
  first,
  last,
  frequency,
  cumulative,
}: Pick<Series, 'first' | 'last' | 'frequency' | 'cumulative'>): string {
  if (!first || !last) return ''
  const months = cumulative ? undefined : PARTS[frequency]
  const isCalendar = months && monthOf(first) % months === 1 && monthOf(last) % months === 0
  const spelled = (day: string): string => {
    if (isCalendar)
      return spelledPeriod(`${day.slice(0, 5)}${frequency}${Math.ceil(monthOf(day) / months)}`)
    return spelledPeriod(
      day.slice(0, frequency === 'A' ? 4 : frequency === 'W' || frequency === 'D' ? 10 : 7),
    )
  }
  const [from, to] = [spelled(first), spelled(last)]
  return from === to ? from : `${from} to ${to}`
}
