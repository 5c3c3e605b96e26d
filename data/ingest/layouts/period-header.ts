import { periodText } from '../../model/period.ts'
import { flowIn } from '../codes/flows.ts'
import { statusNamed } from '../codes/status-words.ts'
import { isFiscal } from '../periods/fiscal.ts'
import { withoutLooseMarks } from '../periods/footnotes.ts'
import { AS_WRITTEN, type DateOrder, isPeriodText, readPeriod } from '../periods/read.ts'
import { unjoined } from '../unjoined.ts'
import { isToDate } from './to-date.ts'

/** A header that names a period, and what else it says: `Total 1998`, `Imported value in 2019`. */
export interface PeriodHeader {
  period: string
  /** What stands beside the period, without the words that only join them. */
  rest: string
  /** A flag of all its cells: `2023 (p)`, `2024f`, `2023*`; '' where there is none. */
  flag: string
}

const isPeriod = (text: string): boolean =>
  /\d/.test(text) && (isPeriodText(text) || isFiscal(text) || isDay(text))

/** A day whose order other headings may tell: `31/01/2023`, `1/31/2023`, `1/22/20`. */
const isDay = (text: string): boolean =>
  /^\d{1,2}(?:[/-]\d{1,2}[/-]\d{4}|\/\d{1,2}\/\d{2})$/.test(text) &&
  (['dmy', 'mdy'] as const).some((order) => readPeriod(text, { ...AS_WRITTEN, order }))

const YEAR = /(?<!\d)(?:1[89]|20|21)\d\d(?!\d)/
/** `Jan-23`, `янв.23`, `Mar'23`, `fev/23`, `Jan-Nov 23` beside another word. */
const MONTH_OF_YEAR = /^\p{L}{3,9}\.?(?:[-–]\p{L}{3,9}\.?)?(?:[-'’./ ]| ['’])\d\d$/u
/** `Exports 202301`: beside other words it may be a code. */
const NUMBERED = /^(?:19|20)\d\d(?:0[1-9]|1[0-2])$/
/** Names that programs give to columns of years: `X2019`, `YR2019`, `Y2019F`, `value_2019`. */
const GLUED = /^([\p{L}_. ]*?)[_ ]?(\d{4})([\p{L}]{0,2})$/u
const JOINING = /^(?:in|im|en|for|за|в|of|the)\s+|\s+(?:in|im|en|for|за|в|of)$/i
const MOST_WORDS = 16
/** Titles are longer than headings. */
export const MOST_WORDS_OF_TITLES = 48

/** `Haval: (1/1/24 - 12/31/24)`: two days, of which one says the order of both. */
const DAYS =
  /\(?(?<![\d/.])(\d{1,2}([/.])\d{1,2}\2\d{2,4}) ?[-–] ?(\d{1,2}\2\d{1,2}\2\d{2,4})(?![\d/])\)?/

function betweenDays(header: string): PeriodHeader | undefined {
  const [whole = '', from = '', , to = ''] = DAYS.exec(header) ?? []
  const read = (order: DateOrder) =>
    [from, to].map((text) => readPeriod(text, { ...AS_WRITTEN, order }))
  const found = new Set(
    (['dmy', 'mdy'] as const).flatMap((order) => {
      const [first, last] = whole === '' ? [] : read(order)
      const isSpan = first && last && first.first < last.last
      return isSpan ? periodText({ first: first.first, last: last.last }) : []
    }),
  )
  const [period] = found
  const rest = restOf(header.replace(whole, ' '))
  return period !== undefined && found.size === 1 ? { period, rest, flag: '' } : undefined
}

/**
 * The longest run of words, of `most` at most, in a header that names a period; undefined where there is none. Digits
 * beside it that a program joined to it are none of it: `GDP_20240425`.
 */
export function periodHeader(header: string, most = MOST_WORDS): PeriodHeader | undefined {
  const said = unjoined(header)
  const found = said === header ? undefined : periodIn(said, most)
  return found && !/\d/.test(found.rest) ? found : periodIn(header, most)
}

function periodIn(header: string, most: number): PeriodHeader | undefined {
  const days = betweenDays(header)
  if (days) return days
  const text = withoutLooseMarks(
    inWords(header)
      .replace(/\[YR\d{4}\]/, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  )
  const starred = /^(.*\d|.*\d.*кв\.?)\s?[*†]+$/.exec(text)?.[1]
  const marked = MARK.exec(text)
    ?.slice(1)
    .find((letter) => letter !== undefined)
  const bare = starred ?? text.replace(MARK, ' ').trim()
  const found = runIn(bare, most)
  if (!found) return undefined
  if (marked !== undefined) return { ...found, flag: marked === 'R' ? 'r' : marked }
  const flag = starred === undefined ? FLAG.exec(inSmall(text, found.rest)) : null
  if (flag) return { period: found.period, rest: '', flag: flag[1]! }
  const word = /^[(（]?([\p{L}\p{M}. ]+)[)）]?$/u.exec(found.rest)?.[1]
  // `2023-09 cumulative` is another figure than that of the month, though `C` says so as a status.
  const letters = word === undefined || isToDate(word) ? undefined : statusNamed(word)
  if (letters !== undefined) return { period: found.period, rest: '', flag: flagOf(letters) }
  return { ...found, flag: starred === undefined ? '' : '*' }
}

/** `Exports forecast` of `Exports forecast 2025`: what is told, and how sure it is; undefined where nothing says that. */
export function withStatus(header: PeriodHeader): PeriodHeader | undefined {
  const [, rest = '', word = ''] = /^(\S.*?)[\s,]+[(（]?(\p{L}+\.?)[)）]?$/u.exec(header.rest) ?? []
  const letters = header.flag === '' && rest !== '' ? statusNamed(word) : undefined
  return letters === undefined ? undefined : { ...header, rest, flag: flagOf(letters) }
}

/** `2023 (оценка)`: a status in words, in the small letters of flags; figures that were observed have none. */
const flagOf = (letters: string): string => (letters === 'A' ? '' : letters.toLowerCase())

/** A period of Chinese beside words, with no blank between: `2023年1-11月出口量`, `出口2023年`. */
const MONTHS =
  /(\d{4}年\d{1,2}(?:[-–~～至]\d{1,2})?月份?(?:累计)?)(?=\p{Script=Han})(?![末底日期])/gu
const YEARS = /(\d{4}年)(?=\p{Script=Han})(?![上下第前全度末底年初一二三四五六七八九十])/gu
const BEFORE = /(?<=\p{Script=Han})(?=\d{4}年)/gu

const inWords = (header: string): string =>
  header.includes('年')
    ? header.replace(MONTHS, '$1 ').replace(YEARS, '$1 ').replace(BEFORE, ' ')
    : header

/** `(P)` beside a period, or the letter right behind its year: `Nov 2023p`, `2023 p/`. */
const MARK =
  /\s?\(([pefrPEFR])\)(?=\)?$)|(?<=\s\d{4})([pefr])$|(?<=\d)\s([pefr])\/$|(?<=\d[年년월月]|^\d{4}[.-]\d{2})([pefrP])$/
/** Small letters only: `Y1961F` is a column of flags. */
const FLAG = /^\(?([pefr])\)?$/

/** `2024E`, `2025F`, as brokers mark years to come, in the small letters of flags. */
const inSmall = (text: string, rest: string): string =>
  /^\d{4}年?[EF]$/.test(text) ? rest.replace('年', '').toLowerCase() : rest

/** A word that a year may carry, and that is of the figures all the same. */
const TOTAL = /(?<!\p{L})(?:total|всего|итого|insgesamt)(?!\p{L})/iu

type Run = Pick<PeriodHeader, 'period' | 'rest'>

function runIn(text: string, most: number): Run | undefined {
  const isTotal = TOTAL.test(text)
  const named = /^(?:x|y|yr)\d{4}/i.test(text) ? glued(text) : undefined
  if (named) return named
  if (!isTotal && isPeriod(text)) return { period: text, rest: '' }
  if (!YEAR.test(text) && !/\d\d/.test(text)) return undefined
  const words = text.split(/(?<=[\s,;:()])|(?=[\s,;:()（])/).filter((word) => word.trim() !== '')
  if (words.length > most) return undefined
  for (let length = words.length - 1; length > 0; length--) {
    for (let from = 0; from + length <= words.length; from++) {
      const run = trimmed(words.slice(from, from + length).join(' '))
      const rest = [...words.slice(0, from), ...words.slice(from + length)].join(' ')
      const mayBe =
        YEAR.test(run) ||
        MONTH_OF_YEAR.test(run) ||
        (NUMBERED.test(run) && flowIn(rest) !== undefined)
      if (!mayBe || TOTAL.test(run) || !isPeriod(run)) continue
      return { period: run, rest: restOf(rest) }
    }
  }
  return glued(text)
}

function glued(text: string): Run | undefined {
  const [, before = '', year, behind = ''] = GLUED.exec(text) ?? []
  if (year === undefined || !YEAR.test(year)) return undefined
  const isPlain = /^(?:x|y|yr|year|fy)?$/i.test(before)
  return { period: year, rest: isPlain ? behind : `${before} ${behind}`.trim() }
}

const trimmed = (text: string): string => text.replace(/^[,;:\s-]+|[,;:\s-]+$/g, '')

/** `本期 2023-12-29`, `上月 2023-11`: which of the periods it is, and nothing of what is counted. */
const WHICH_IN_HAN = /^(?:上期|本期|上月|本月|上周|本周|当期|上年|本年)$/

const restOf = (text: string): string =>
  text
    .replace(/\(\s*\)|\[\s*\]/g, ' ')
    .replace(/\(\s*/g, '(')
    .replace(/\s*\)/g, ')')
    .replace(/\s+(?=[,（])/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^[,;:\s-]+|[,;:\s-]+$/g, '')
    .replace(JOINING, '')
    .trim()
    .replace(WHICH_IN_HAN, '')
    .replace(/^(?:справочно|for reference|memo)(?:[:\s]+|$)/i, '')
