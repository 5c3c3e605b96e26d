import { monthNamed, plain } from '../periods/names.ts'
import { isToDate } from './to-date.ts'

/** A whole day in a name is that of the download. */
const DAY = /\d{4}[-_.]?\d{2}[-_.]?\d{2}(?!\d)|\d{2}[-_.]\d{2}[-_.]\d{4}/
/** `trade (1)`, `trade - Copy`: how systems name what is saved again. */
const AGAIN = /(?: ?\(\d+\)| ?- ?copy)+$/i

const YEAR = /(?<!\d)(?:19|20)\d\d(?!\d)/g
/** A year beside a number that may be its month, the end of a year of April, or count something: `2024-25`, `top_10_2024`. */
const BEHIND = /(?<!\d)(?:19|20)\d\d([-._ ])(\d{1,2})(?!\d)(.*)$/u
const BEFORE = /^(?:.*[-._ ])?(\d{1,2})([-._ ])(?:19|20)\d\d(?!\d)/u

/** October and September to the Portuguese. */
const OF_ENGLISH = /(?<!\p{L})(?:set|out)(?!\p{L})/iu

/** `Mar2026Trade`, `trade-mar-2026` in words; the letter of a quarter stays at its number. */
const inWords = (name: string): string =>
  name
    .replace(/(?<=\p{L}{3})(?=(?:19|20)\d\d(?!\d))|(?<=(?<!\d)(?:19|20)\d\d)(?=\p{L}{3})/gu, ' ')
    .replaceAll('_', ' ')
    .replace(/(?<=\p{L})-(?=\d)|(?<=\d{4})-(?=\p{L})/gu, ' ')

const monthsIn = (words: string): number =>
  words.split(/[^\p{L}\p{M}]+/u).filter((word) => monthNamed(plain(word))).length

/**
 * The period that the name of a file tells: its month where it names one, `exports_march_2026`, else its only year.
 * Undefined where it may be another: a sum since January is of no year, a month apart from its year, `may_exports_2024`,
 * may be a word, and a number beside a year may count something. `read` finds the period in a line of words.
 */
export function periodNamed(
  fileName: string,
  read: (line: string) => string | undefined,
): string | undefined {
  const name = fileName.replace(/\.\w+$/, '').replace(AGAIN, '')
  const years = new Set(name.match(YEAR) ?? [])
  const [year] = years
  if (year === undefined || years.size > 1 || DAY.test(name)) return undefined
  const words = inWords(name)
  if (isToDate(words) || OF_ENGLISH.test(words)) return undefined
  if (name.includes('年')) return read(words)
  const months = monthsIn(words)
  const found = months === 1 ? read(words.replaceAll('-', ' ')) : read(words)
  if (months > 0) return found === year ? undefined : found
  const isPart = found !== undefined && /[A-Z]/.test(found)
  return isPart ? found : numbered(name, year)
}

/** The month of a year that is told by its number: `2024-05`; the year that follows may be the end of one of April. */
function numbered(name: string, year: string): string | undefined {
  const [, joint, behind, rest = ''] = BEHIND.exec(name) ?? []
  const [, before, between] = BEFORE.exec(name) ?? []
  const digits = behind ?? before
  if (digits === undefined) return year
  const isJoined = behind ? joint === '-' || rest === '' : between === '-' || between === '.'
  const month = Number(digits)
  const isMonth = digits.length === 2 && month >= 1 && month <= 12
  const isNext = behind !== undefined && month === (Number(year) + 1) % 100
  return isJoined && isMonth && !isNext ? `${year}-${digits}` : undefined
}
