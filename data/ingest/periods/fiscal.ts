import { monthsFrom, type TimePeriod } from '../../model/period.ts'
import { monthNamed, plain } from './names.ts'

/** Years of two calendar years: `2022/23`, `2022-2023`. */
const SPLIT = /^(?:fy ?)?(\d{4})[-/](\d{2}|\d{4})$/
/** `FY21-22`. */
const SHORT = /^fy ?'?(\d\d)[-/]'?(\d\d)$/
const NAMED =
  /^(?:fy|fiscal(?: year)?|marketing year|crop year|season|my|финансовый|сезон|财年|财政年度|wj|wirtschaftsjahr|geschaftsjahr|exercice|ejercicio) ?'?(\d{4}|\d{2})$|^(\d{4}) ?(?:fy|财年|财政年度|年度|회계연도)$/

/** Whether the text names a year that may begin in any month, which only the reader knows. */
export function isFiscal(text: string): boolean {
  const phrase = plain(text)
  return NAMED.test(phrase) || splitYear(phrase) !== undefined
}

/** The first year of `2022/23`; undefined where the second does not follow it. */
function splitYear(phrase: string): number | undefined {
  const [, first = '', second = ''] = SPLIT.exec(phrase.replace(SHORT, 'fy 20$1-20$2')) ?? []
  const next = String(Number(first) + 1)
  return second !== '' && next.endsWith(second) ? Number(first) : undefined
}

/** Whether `2011-12` could also be December. */
export const isSplitYear = (text: string): boolean => splitYear(plain(text)) !== undefined

/** `2022/2023` is a year of two: no month ends it, and nobody writes two years so. */
export const isWholeSplit = (text: string): boolean =>
  /^\d{4}[-/–—]\d{4}$/.test(text) && isSplitYear(text)

/** A fiscal year as `plain` leaves it, `offset` months after January of the year that it names (first). */
export function fiscalYear(
  phrase: string,
  offset: number | null | undefined,
): TimePeriod | undefined {
  if (offset === undefined || offset === null) return undefined
  const [, after, before] = NAMED.exec(phrase) ?? []
  const named = after ?? before
  const year = named === undefined ? splitYear(phrase) : fullYear(named)
  return year === undefined ? undefined : monthsFrom(year * 12 + offset, 12)
}

const MONTHS = /(?<!\p{L})(\p{L}{3,})\.? ?(?:[-/]|to|bis|по) ?(\p{L}{3,})/gu

/** The month that begins a year which ends with the one before it: 4 for `Year (Apr-Mar)`; undefined for other texts. */
export function fiscalMonth(text: string): number | undefined {
  for (const [, from, to] of plain(text).matchAll(MONTHS)) {
    const [first, last] = [monthNamed(from!), monthNamed(to!)]
    if (first !== undefined && last !== undefined && first > 1 && first - last === 1) return first
  }
  return undefined
}

const SAYS_MONTHS = /^(\S.*\d) ?[([](.+)[)\]]$/

/** `2021-22 (Apr-Mar)`: the year of two says its months. */
export function yearOfMonths(phrase: string): TimePeriod | undefined {
  const [, year = '', months = ''] = SAYS_MONTHS.exec(phrase) ?? []
  const begins = splitYear(year) === undefined ? undefined : fiscalMonth(months)
  return begins === undefined ? undefined : fiscalYear(year, begins - 1)
}

/** `23` is 2023, `69` is 1969, as spreadsheets have it. */
export const fullYear = (text: string): number => {
  const year = Number(text)
  return text.length > 2 ? year : year + (year < 69 ? 2000 : 1900)
}
