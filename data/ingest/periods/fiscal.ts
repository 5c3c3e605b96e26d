import { dateOf } from '../../model/day.ts'
import { monthOf, monthsFrom, type TimePeriod } from '../../model/period.ts'
import { monthNamed, plain } from './names.ts'

/** Years of two calendar years: `2022/23`, `2022-2023`. */
const SPLIT = /^(?:fy ?)?(\d{4})[-/](\d{2}|\d{4})$/
/** `FY21-22`. */
const SHORT = /^fy ?'?(\d\d)[-/]'?(\d\d)$/
const NAMED =
  /^(?:fy|fiscal(?: year)?|marketing year|crop year|season|my|финансовый|сезон|财年|财政年度|wj|wirtschaftsjahr|geschaftsjahr|exercice|ejercicio) ?'?(\d{4}|\d{2})$|^(\d{4}) ?(?:fy|财年|财政年度|年度|회계연도)$/

/** Whether the text names a year that may begin in any month, which only the reader knows, or a quarter or month of such. */
export const isFiscal = (text: string): boolean => fiscalYearIn(text) !== undefined

/** Whether the text names such a year, and no piece of it. */
export const isFiscalYear = (text: string): boolean => isYear(plain(text))

const isYear = (phrase: string): boolean => NAMED.test(phrase) || splitYear(phrase) !== undefined

/** The year of such a text: `FY2023-24` of `Q1 FY2023-24`; undefined for other texts. */
export function fiscalYearIn(text: string): string | undefined {
  const phrase = plain(text)
  return isYear(phrase) ? text : pieceOfYear(phrase)?.year.replace(/^fy/, 'FY')
}

const QUARTER_FIRST = /^(?:q ?([1-4])|([1-4]) ?q)(?!\d)/
const QUARTER_LAST = /(?:q ?([1-4])|([1-4]) ?q)$/
const MONTH_LAST = / (\p{L}{3,})\.?$/u

/** A quarter or month of a fiscal year, as `plain` leaves them: `q1 fy2023-24`, `2023-24 april`. */
function pieceOfYear(
  phrase: string,
): { year: string; quarter?: number; month?: number } | undefined {
  const first = QUARTER_FIRST.exec(phrase)
  const last = first ? null : QUARTER_LAST.exec(phrase)
  const named = first || last ? null : MONTH_LAST.exec(phrase)
  const found = first ?? last ?? named
  if (!found) return undefined
  const rest = first ? phrase.slice(found[0].length) : phrase.slice(0, found.index)
  const year = rest.replace(/^[ ,/-]+/, '').replace(/(?<![ ,/-])[ ,/-]+$/, '')
  const month = named ? monthNamed(named[1]!) : undefined
  if (!isYear(year) || (named && month === undefined)) return undefined
  return named ? { year, month } : { year, quarter: Number(found[1] ?? found[2]) }
}

/** The first year of `2022/23`; undefined where the second does not follow it. */
function splitYear(phrase: string): number | undefined {
  const [, first = '', second = ''] = SPLIT.exec(phrase.replace(SHORT, 'fy 20$1-20$2')) ?? []
  const next = String(Number(first) + 1)
  return second !== '' && next.endsWith(second) ? Number(first) : undefined
}

/** Whether `2011-12` could also be December. */
export const isSplitYear = (text: string): boolean => splitYear(plain(text)) !== undefined

/** `2011/12` is a year and a month, or the year that follows it. */
export const isSlashed = (text: string): boolean => /^\d{4}\/\d{2}$/.test(text)

/** `2022/2023` is a year of two: no month ends it, and nobody writes two years so. */
export const isWholeSplit = (text: string): boolean =>
  /^\d{4}[-/–—]\d{4}$/.test(text) && isSplitYear(text)

/** A fiscal year or a piece of it as `plain` leaves it, `offset` months after January of the year that it names (first). */
export function fiscalYear(
  phrase: string,
  offset: number | null | undefined,
): TimePeriod | undefined {
  if (offset === undefined || offset === null) return undefined
  const piece = isYear(phrase) ? undefined : pieceOfYear(phrase)
  if (piece) {
    const whole = fiscalYear(piece.year, offset)
    if (!whole) return undefined
    const start = monthOf(whole.first)
    const { quarter, month } = piece
    return quarter === undefined
      ? monthsFrom(start + ((month! - 1 - (start % 12) + 12) % 12))
      : monthsFrom(start + quarter * 3 - 3, 3)
  }
  const [, after, before] = NAMED.exec(phrase) ?? []
  const named = after ?? before
  const year = named === undefined ? splitYear(phrase) : fullYear(named)
  return year === undefined ? undefined : monthsFrom(year * 12 + offset, 12)
}

const MONTHS = /(?<!\p{L})(\p{L}{3,})\.? ?(?:[-/]|to|bis|по) ?(\p{L}{3,})/gu

/** The month that begins a year which ends with the one before it: 4 for `Year (Apr-Mar)`; undefined for other texts. */
export function fiscalMonth(text: string): number | undefined {
  const months = monthsNamed(plain(text))
  return months?.count === 12 && months.first > 1 ? months.first : undefined
}

/** The first of the months from one to another that a text names, and how many they are. */
function monthsNamed(phrase: string): { first: number; count: number } | undefined {
  for (const [, from, to] of phrase.matchAll(MONTHS)) {
    const [first, last] = [monthNamed(from!), monthNamed(to!)]
    if (first !== undefined && last !== undefined)
      return { first, count: ((last - first + 12) % 12) + 1 }
  }
  return undefined
}

const SAYS_MONTHS = /^(?<years>\S.*\d) ?[([](?<months>.+)[)\]]$/
const MONTHS_FIRST = /^(?<months>\p{L}{3,}\.? ?(?:-|to) ?\p{L}{3,})\.?,? ?(?<years>\d[\d/-]*)$/u

/**
 * `2021-22 (Apr-Mar)`, `Jul-May 2023-24`: the year of two says its months, or those of it that are told; `Apr-Jan 2024`
 * ends in the year that stands behind its last month.
 */
export function yearOfMonths(phrase: string): TimePeriod | undefined {
  const { years = '', months: words = '' } =
    (SAYS_MONTHS.exec(phrase) ?? MONTHS_FIRST.exec(phrase))?.groups ?? {}
  const months = monthsNamed(words)
  if (!months || months.first === 1) return undefined
  const isOver = months.first + months.count > 13
  const year = /^\d{4}$/.test(years) && isOver ? Number(years) - 1 : splitYear(years)
  return year === undefined ? undefined : monthsFrom(year * 12 + months.first - 1, months.count)
}

/** The month that begins the years of a column, by one of its texts that says so: 4 for `2023-2024 (Apr-Jul)`. */
export function monthOfYears(text: string): number | undefined {
  const period = yearOfMonths(plain(text))
  return period && dateOf(period.first).month
}

/** `23` is 2023, `69` is 1969, as spreadsheets have it. */
export const fullYear = (text: string): number => {
  const year = Number(text)
  return text.length > 2 ? year : year + (year < 69 ? 2000 : 1900)
}
