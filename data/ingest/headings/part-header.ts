import { readPart, rewritten, saysPart } from '../periods/part.ts'
import { isRelative } from '../units/measured.ts'
import { unjoined } from '../unjoined.ts'
import { isComparison } from './comparison.ts'

/** A header that names a piece of a year without the year. */
export interface PartHeader {
  part: string
  /** What stands beside it. */
  rest: string
  /** Its words can be nothing else, even in a lone heading: `12月销量`. */
  isSure?: boolean
  /** It is of the year before: `1 to 10 of previous year`. */
  isOfYearBefore?: boolean
}

/** Pieces that a line above the table dates: the month that it is of, and the year up to its end. */
export const THIS_MONTH = 'this month'
export const TO_DATE = 'to date'

const OF_THIS_MONTH = /当月|本月|this month|current month|в текущем месяце|за месяц/i
const NAMED: readonly [RegExp, string][] = [
  [/[1１一] ?[至到~-] ?[当本]月(?:止)?(?:累计)?|[本当]年累计/, TO_DATE],
  [OF_THIS_MONTH, THIS_MONTH],
  [/累计|cumulative|year[- ]to[- ]date|(?<!\p{L})ytd(?!\p{L})|с начала года|kumuliert/iu, TO_DATE],
]

/** Whether a header names a piece of a year without the year: `Jan`, `Q1`, `1-2月`. */
export function isPartHeader(header: string): boolean {
  const phrase = header.length < 40 ? rewritten(header) : ''
  return saysPart(phrase) && readPart(phrase) !== undefined
}

/** The same, and no whole year, unless it is told by its first and last month: `1-12月`. */
export function isPieceHeader(header: string): boolean {
  const part = isPartHeader(header) && readPart(rewritten(header))
  return (
    typeof part === 'object' &&
    (!('count' in part) || part.count < 12 || rewritten(header).includes('-'))
  )
}

/** `IJAN` to `IDEC` and `IYR`, as the US Census Bureau has it. */
const GLUED = /^([A-Z]{1,2})(JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC|YR)$/
/** `12月销量`, `1-12月累计出口`, `一季度产量`: no blank parts a piece from what it is counted of. */
const HAN =
  /^((?:1[-–—~～至到])?\d{1,2} ?月份?(?:累计)?|[1-4一二三四第前]{1,2}季度|上半年|下半年|全年)(?![-–—~～至到])\s*([^\s\d(（].*)$/
const MOST_WORDS = 8

const tidy = (text: string): string =>
  text
    .replace(/\(\s*\)|（\s*）/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()

/** A heading without the words that say it is of the month of its row. */
export const withoutThisMonth = (header: string): string =>
  tidy(header.replace(OF_THIS_MONTH, ' ')).replace(/^[\s,:;-]+|[\s,:;-]+$/g, '')

const YEAR_BEFORE =
  /(?:(?<!\p{L})(?:of|in) )?(?<!\p{L})(?:the )?(?:(?:same|corresponding) period (?:of|in) )?(?:the )?(?:previous|last|prior) year(?!\p{L})|(?<!\p{L})(?:предыдущего|прошлого) года(?!\p{L})|(?:上年|去年)(?:同期)?/iu

/** A piece of a year at either end of a header: `Value-Jan`, `Exports 1to11`, `出口 当月`; undefined where there is none. */
export function partBeside(heading: string): PartHeader | undefined {
  const header = unjoined(heading)
  const before = isRelative(header) || isComparison(header) ? null : YEAR_BEFORE.exec(header)
  const found = pieceBeside(before ? tidy(header.replace(before[0], ' ')) : header)
  return found && before ? { ...found, isOfYearBefore: true } : found
}

function pieceBeside(header: string): PartHeader | undefined {
  const [, letter, month] = GLUED.exec(header) ?? []
  if (month !== undefined) return { part: month === 'YR' ? 'year' : month, rest: letter! }
  for (const [word, part] of NAMED) {
    if (word.test(header) && !HAN.test(header.trim()))
      return { part, rest: tidy(header.replace(word, ' ')) }
  }
  const [, han, counted] = HAN.exec(header.trim()) ?? []
  if (han !== undefined) return { part: han, rest: counted!, isSure: true }
  const words = header.trim().split(/[\s_-]+/)
  if (words.length < 2 || words.length > MOST_WORDS) return undefined
  const [first = '', last = ''] = [words[0], words.at(-1)]
  if (/^(?:year|annual)$/i.test(last)) return { part: 'year', rest: words.slice(0, -1).join(' ') }
  const range = rangeAtEnd(header.trim().split(/\s+/))
  if (range) return range
  if (isPartHeader(last)) return { part: last, rest: words.slice(0, -1).join(' ') }
  if (isPartHeader(first)) return { part: first, rest: words.slice(1).join(' ') }
  return numberedAhead(words)
}

/** `Tháng 10 Lượng`, `1 квартал Экспорт`: a piece in two words, one of them its number. */
function numberedAhead(words: readonly string[]): PartHeader | undefined {
  const part = words.slice(0, 2).join(' ')
  const isNumbered = words.length > 2 && /\d/.test(part) && isPieceHeader(part)
  return isNumbered ? { part, rest: words.slice(2).join(' '), isSure: true } : undefined
}

/** `Jan to Nov Quantity`, `Exports 1 to 12`: a range of words is more than its first, or its last. */
function rangeAtEnd(words: readonly string[]): PartHeader | undefined {
  for (let length = Math.min(words.length - 1, 4); length > 0; length--) {
    const [first, last] = [words.slice(0, length).join(' '), words.slice(-length).join(' ')]
    if (isFromJanuary(first)) return { part: first, rest: words.slice(length).join(' ') }
    if (isFromJanuary(last)) return { part: last, rest: words.slice(0, -length).join(' ') }
  }
  return undefined
}

/** Whether a piece of a year is several months from January on. */
export function isFromJanuary(part: string): boolean {
  const read = isPieceHeader(part) && readPart(rewritten(part))
  return typeof read === 'object' && 'count' in read && read.month === 1 && read.count > 1
}
