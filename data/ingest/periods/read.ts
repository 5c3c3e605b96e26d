import { dateOf, dayOf } from '../../model/day.ts'
import { monthsFrom, parsePeriod, type TimePeriod } from '../../model/period.ts'
import { monthNamed, plain } from './names.ts'
import { readPart, rewritten } from './part.ts'

export type DateOrder = 'dmy' | 'mdy'

/** How a column spells its periods. */
export interface PeriodSpelling {
  /** Days that stand for the month, quarter or year which they begin; null where a day is a day. */
  daysMean: 'month' | 'quarter' | 'year' | null
  /** Such days end it instead. */
  daysEnd?: boolean
  order: DateOrder | null
  /** Fiscal years: months from January of the year named first to their beginning; null asks. */
  fiscal?: number | null
  /** `2011-12` is a year of two, no month. */
  splitYears?: boolean
  /** `2023.1` is October, in a column that also writes `2023.01`. */
  lostZero?: boolean
}

export const AS_WRITTEN: PeriodSpelling = { daysMean: null, order: null }

const LENGTH = { month: 1, quarter: 3, year: 12 } as const
const LONGEST = 60

/** A period as a column spells it; undefined where the text names none, or no such day exists. */
export function readPeriod(text: string, spelling: PeriodSpelling): TimePeriod | undefined {
  const period = asSpelled(text.trim(), spelling)
  if (!period || spelling.daysMean === null || period.first !== period.last) return period
  const length = LENGTH[spelling.daysMean]
  const { year, month, day } = dateOf(spelling.daysEnd ? period.last + 1 : period.first)
  if (day !== 1 || (month - 1) % length !== 0) return undefined
  return monthsFrom(year * 12 + month - 1 - (spelling.daysEnd ? length : 0), length)
}

/** Years of two calendar years: `2022/23`, `2022-2023`. */
const SPLIT = /^(?:fy ?)?(\d{4})[-/](\d{2}|\d{4})$/
const FISCAL =
  /^(?:fy|fiscal(?: year)?|marketing year|crop year|season|my|финансовый|сезон|财年|财政年度|wj|wirtschaftsjahr|geschaftsjahr|exercice|ejercicio) ?'?(\d{4}|\d{2})$|^(\d{4}) ?(?:fy|财年|财政年度)$/

/** Whether the text names a year that may begin in any month, which only the reader knows. */
export function isFiscal(text: string): boolean {
  const phrase = plain(text)
  return FISCAL.test(phrase) || splitYear(phrase) !== undefined
}

/** The first year of `2022/23`; undefined where the second does not follow it. */
function splitYear(phrase: string): number | undefined {
  const [, first = '', second = ''] = SPLIT.exec(phrase) ?? []
  const next = String(Number(first) + 1)
  return second !== '' && next.endsWith(second) ? Number(first) : undefined
}

/** Whether `2011-12` could also be December. */
export const isSplitYear = (text: string): boolean => splitYear(plain(text)) !== undefined

/** `2022/2023` is a year of two: no month ends it, and nobody writes two years so. */
const isWholeSplit = (text: string): boolean => /^\d{4}[-/–—]\d{4}$/.test(text) && isSplitYear(text)

/** INSEE's `2023-T1` is a quarter: SDMX's thirds of a year are nowhere in use. */
function asSpelled(text: string, spelling: PeriodSpelling): TimePeriod | undefined {
  if (text.length < 4 || text.length > LONGEST || !/\d/.test(text)) return undefined
  if (/^[+-]?[\d.,]+$/.test(text) && text.length > 4) return ofDigits(text, spelling)
  const trimester = /^(\d{4})-?T([1-4])$/i.exec(text)
  if (trimester) return monthsFrom(Number(trimester[1]) * 12 + Number(trimester[2]) * 3 - 3, 3)
  const split = isWholeSplit(text) || (spelling.splitYears === true && isSplitYear(text))
  const usual = split ? undefined : parsePeriod(text)
  if (usual) return usual
  return (split ? undefined : asDay(text, spelling)) ?? asPhrase(text, spelling)
}

const month = (year: number, number: number): TimePeriod | undefined =>
  number >= 1 && number <= 12 ? monthsFrom(year * 12 + number - 1) : undefined

function day(year: number, monthNumber: number, date: number): TimePeriod | undefined {
  const first = dayOf(year, monthNumber, date)
  const back = dateOf(first)
  return back.month === monthNumber && back.day === date ? { first, last: first } : undefined
}

/** `23` is 2023, `69` is 1969, as spreadsheets have it. */
const fullYear = (text: string): number => {
  const year = Number(text)
  return text.length > 2 ? year : year + (year < 69 ? 2000 : 1900)
}

/** `202301`, `20230117`, `2023.01`, `01.2023`, `17.01.2023`. */
function ofDigits(text: string, { lostZero }: PeriodSpelling): TimePeriod | undefined {
  if (text.length > 11) return undefined
  const run = /^(\d{4})(\d{2})(\d{2})?$/.exec(text)
  if (run) {
    const [y, m, d] = run.slice(1).map(Number)
    // Comext and UN Comtrade write a whole year as its week or month 52.
    if (run[3] === undefined) return m === 52 ? monthsFrom(y! * 12, 12) : month(y!, m!)
    return day(y!, m!, d!)
  }
  const [, y, m] = /^((?:1[5-9]|2[01])\d\d)\.(\d{1,2})$/.exec(text) ?? []
  if (m !== undefined) return month(Number(y), m === '1' && lostZero ? 10 : Number(m))
  const back = /^(\d{1,2})\.(\d{4})$/.exec(text)
  if (back) return month(Number(back[2]), Number(back[1]))
  const dots = /^(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})$/.exec(text)
  if (dots) return day(fullYear(dots[3]!), Number(dots[2]), Number(dots[1]))
  const whole = /^(\d{4})\.(\d{1,2})\.(\d{1,2})\.?$/.exec(text)
  return whole ? day(Number(whole[1]), Number(whole[2]), Number(whole[3])) : undefined
}

/** `2023/1/17`, `17/01/2023`, `17-Jan-23`, `January 17, 2023`, `2023年1月17日`, with a time of day or without. */
function asDay(text: string, { order }: PeriodSpelling): TimePeriod | undefined {
  const date = text.replace(
    /[T ]\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?(?: ?[AP]M| ?Z|[+-]\d{2}:?\d{2})?$/i,
    '',
  )
  const iso = /^(\d{4})[-/年.] ?(\d{1,2})[-/月.] ?(\d{1,2})日?$/.exec(date)
  if (iso) return day(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const slashed = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})$/.exec(date)
  if (slashed) {
    const [, a, mark, b, y] = slashed
    const year = fullYear(y!)
    if (mark === '.' || order === 'dmy') return day(year, Number(b), Number(a))
    return order === 'mdy' ? day(year, Number(a), Number(b)) : undefined
  }
  const words = plain(date)
    .replace(/(?<= )(?:de|del) /g, '')
    .replace(/ г\.?$/, '')
  const dayFirst = /^(\d{1,2})(?:\.|er|º|st|nd|rd|th)?[-/ ](\p{L}+)\.?,?[-/ ](\d{4}|\d{2})$/u.exec(
    words,
  )
  if (dayFirst) return named(dayFirst[3]!, dayFirst[2]!, dayFirst[1]!)
  const monthFirst = /^(\p{L}+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/u.exec(words)
  if (monthFirst) return named(monthFirst[3]!, monthFirst[1]!, monthFirst[2]!)
  return undefined
}

function named(year: string, name: string, date: string): TimePeriod | undefined {
  const number = monthNamed(name)
  return number === undefined ? undefined : day(fullYear(year), number, Number(date))
}

/** A year and a piece of it in words, a range of two such, or a fiscal year. */
function asPhrase(text: string, spelling: PeriodSpelling): TimePeriod | undefined {
  const phrase = plain(text)
  if (isFiscal(phrase)) return fiscal(phrase, spelling)
  const years = [...phrase.matchAll(/(?<!\d)(?:1[5-9]|2[01])\d\d(?!\d)/g)]
  if (years.length === 2) return between(phrase, spelling)
  if (years.length > 2) return undefined
  const [year] = years
  if (year) {
    const [left, right] = [phrase.slice(0, year.index), phrase.slice(year.index + 4)]
    return inYear(Number(year[0]), `${left} ${right.replace(/^\s*[年년]/, ' ')}`)
  }
  const core = phrase.replace(/ ytd$/, '')
  const short =
    /^(.*\p{L}.*?)[-'/ .]{1,2}(\d{2})$/u.exec(core) ?? /^(\d[\p{L}]+)(\d{2})$/u.exec(core)
  if (short) return inYear(fullYear(short[2]!), short[1]! + phrase.slice(core.length))
  const [, month, digits] = /^(\p{L}{3,})(\d{2})$/u.exec(phrase) ?? []
  if (month !== undefined && monthNamed(month)) return inYear(fullYear(digits!), month)
  const turned = /^(\d{2})[-'/ ]{1,2}(\p{L}+)\.?$/u.exec(phrase)
  return turned ? inYear(fullYear(turned[1]!), turned[2]!) : undefined
}

function inYear(year: number, rest: string): TimePeriod | undefined {
  const part = readPart(rewritten(rest), true)
  if (!part) return undefined
  if ('week' in part) return parsePeriod(`${year}-W${String(part.week).padStart(2, '0')}`)
  return monthsFrom(year * 12 + part.month - 1, part.count)
}

/** Marks between two periods, those that stand in no period first. */
const BETWEEN = [/ - | (?:to|bis|до|по|hasta|a|until) |至/g, / ?\/ ?/g, /-/g]

/** From the beginning of one period to the end of another: `Mar 2022 - Sep 2023`. */
function between(text: string, spelling: PeriodSpelling): TimePeriod | undefined {
  const phrase = text.replace(/^(?:from|von|с|с начала|de|du|desde|depuis) /, '')
  for (const mark of BETWEEN) {
    for (const { index, 0: found } of phrase.matchAll(mark)) {
      const from = readPeriod(phrase.slice(0, index), spelling)
      const to = from && readPeriod(phrase.slice(index + found.length), spelling)
      if (from && to && to.last >= from.first) return { first: from.first, last: to.last }
    }
  }
  return undefined
}

function fiscal(phrase: string, { fiscal: offset }: PeriodSpelling): TimePeriod | undefined {
  if (offset === undefined || offset === null) return undefined
  const [, after, before] = FISCAL.exec(phrase) ?? []
  const named = after ?? before
  const year = named === undefined ? splitYear(phrase) : fullYear(named)
  return year === undefined ? undefined : monthsFrom(year * 12 + offset, 12)
}
