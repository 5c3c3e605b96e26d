import { dateOf, dayOf } from '../../model/day.ts'
import { monthsFrom, parsePeriod, type TimePeriod, unitOf } from '../../model/period.ts'
import { isAsOf, withoutAsOf } from './as-of.ts'
import { asDays } from './day-ranges.ts'
import { asDay, day } from './days.ts'
import { type DayInMonth, standsAs } from './days-in-months.ts'
import { type DecimalYears, inDecimalYear } from './decimal-years.ts'
import { type Era, inOurYears } from './eras.ts'
import {
  fiscalYear,
  fullYear,
  isFiscal,
  isSlashed,
  isSplitYear,
  isWholeSplit,
  yearOfMonths,
} from './fiscal.ts'
import { withoutFootnote, withoutLooseMarks } from './footnotes.ts'
import { type MonthOfQuarter, quarterOf } from './months-of-quarters.ts'
import { hanYears, koreanYears, monthNamed, plain } from './names.ts'
import { inNumberedQuarter } from './numbered-quarters.ts'
import { readPart, rewritten } from './part.ts'
import { inDigits, rolling } from './rolling.ts'
import { serialDay } from './serial-days.ts'
import { inFullMonth } from './short-months.ts'

export type DateOrder = 'dmy' | 'mdy'

/** How a column spells its periods. */
export interface PeriodSpelling extends Era {
  /** Days that stand for the week, month, quarter or year which they begin; null where a day is a day. */
  daysMean: 'week' | 'month' | 'quarter' | 'half-year' | 'year' | null
  /** Such days end it instead. */
  daysEnd?: boolean
  /** Such days are inside of their month instead. */
  dayInMonth?: DayInMonth
  /** Months stand for the quarter of which each is this one. */
  monthOfQuarter?: MonthOfQuarter | undefined
  order: DateOrder | null
  /** Fiscal years: months from January of the year named first to their beginning; null asks. */
  fiscal?: number | null
  /** `2011-12` is a year of two, no month. */
  splitYears?: boolean
  /** `2001/02` is February, in a column that also writes `2001/01`. */
  slashedMonths?: boolean
  /** `2023.1` is October, in a column that also writes `2023.01`. */
  lostZero?: boolean
  /** `2022(1)` is a year, in a column of years. */
  footnotes?: boolean
  /** `197313` is a whole year, in a column that has several such. */
  thirteenths?: boolean
  /** `2301` is a month, in a column of such. */
  shortMonths?: boolean
  /** `1980:1` is a quarter, in a column of nothing else. */
  numberedQuarters?: boolean
  /** `2001.25` is the second quarter of a year, `2001` the first, in a column of such. */
  decimalYears?: DecimalYears | undefined
  /** `45292` is the day that spreadsheets count so. */
  serialDays?: boolean
  /** Days begin at `21:00:00Z` of the one before. */
  nextDay?: boolean
  /** The year of days that are written without one, `23-Jan`; null where it is not known. */
  dayYear?: number | null
}

export const AS_WRITTEN: PeriodSpelling = { daysMean: null, order: null }

/** `01.2023 г.`: Bulgaria's months. */
const YEAR_BEHIND = /(?<=^\d{1,2}\.\d{4}) ?г\.?$/

/** Programs that know no whole numbers write `202301.0`. */
const FLOAT = /^(\d{4}(?:\d{2}){0,2})\.0$/

/** Spreadsheets show the year of a table that they add up as a number: `2,021`. */
const IN_THOUSANDS = /^([12])[,\u00a0\u202f ](\d{3})$/

/** `2022 [YR2022]`, `2023Q1 [2023Q1]`: the World Bank's code behind the name. */
const WORLD_BANK = / \[(?:YR\d{4}|\d{4}[QM]\d{1,2})\]$/

/** `[01] Januari 2023`: Indonesia's number of a month before its name. */
const NUMBER_AHEAD = /^\[(?:0[1-9]|1[0-2])\] (?=\p{L})/u

const LENGTH = { month: 1, quarter: 3, 'half-year': 6, year: 12 } as const
const LONGEST = 60

/** A period as a column spells it; undefined where the text names none, or no such day exists. */
export function readPeriod(text: string, spelling: PeriodSpelling): TimePeriod | undefined {
  if (isAsOf(text)) return dayOnly(readPeriod(withoutAsOf(text), { ...spelling, daysMean: null }))
  const whole = withoutLooseMarks(
    hanYears(koreanYears(text.trim()))
      .replace(FLOAT, '$1')
      .replace(IN_THOUSANDS, '$1$2')
      .replace(WORLD_BANK, '')
      .replace(NUMBER_AHEAD, '')
      .replace(YEAR_BEHIND, ''),
  )
  if (spelling.decimalYears) return parsePeriod(inDecimalYear(text.trim(), spelling.decimalYears))
  const noted = spelling.footnotes ? withoutFootnote(whole) : whole
  const full = spelling.shortMonths ? inFullMonth(noted) : noted
  const own = spelling.numberedQuarters ? inNumberedQuarter(full) : full
  const [, before] = (text.length > LONGEST ? null : YEAR_TO_DATE.exec(text)) ?? []
  if (before !== undefined) return fromJanuary(readPeriod(before, spelling))
  const serial = spelling.serialDays ? serialDay(own) : undefined
  const period =
    serial === undefined
      ? asSpelled(inOurYears(own, spelling), spelling)
      : { first: serial, last: serial }
  if (period && spelling.monthOfQuarter) return quarterOf(period, spelling.monthOfQuarter)
  if (!period || spelling.daysMean === null || period.first !== period.last) return period
  if (spelling.daysMean === 'week') return weekOf(period.first, spelling.daysEnd === true)
  const length = LENGTH[spelling.daysMean]
  if (spelling.dayInMonth) return monthsUntil(period.first, length, spelling.dayInMonth)
  const { year, month, day } = dateOf(spelling.daysEnd ? period.last + 1 : period.first)
  if (day !== 1 || (month - 1) % length !== 0) return undefined
  return monthsFrom(year * 12 + month - 1 - (spelling.daysEnd ? length : 0), length)
}

const dayOnly = (period: TimePeriod | undefined): TimePeriod | undefined =>
  period?.first === period?.last ? period : undefined

/** Whether a text is a period, as it is written. */
export const isPeriodText = (text: string): boolean => readPeriod(text, AS_WRITTEN) !== undefined

const ORDERS: readonly DateOrder[] = ['dmy', 'mdy']

/** A text as a period, whatever the order of its day and month. */
export const inEitherOrder = (text: string): TimePeriod | undefined => {
  for (const order of ORDERS) {
    const period = readPeriod(text, { ...AS_WRITTEN, order })
    if (period) return period
  }
  return undefined
}

/** So many months, of which the last holds the day. */
function monthsUntil(day: number, length: number, as: DayInMonth): TimePeriod | undefined {
  const { year, month } = dateOf(day)
  if (!standsAs(day, as) || month % length !== 0) return undefined
  return monthsFrom(year * 12 + month - length, length)
}

/** Seven days: a week need not begin on a Monday. */
const weekOf = (day: number, isLast: boolean): TimePeriod =>
  isLast ? { first: day - 6, last: day } : { first: day, last: day + 6 }

/** `2023-11 YTD`: how a layout writes the months up to one, too. */
const YEAR_TO_DATE = /^(.*\d.*\S) +ytd$/i

function fromJanuary(period: TimePeriod | undefined): TimePeriod | undefined {
  if (!period || unitOf(period) === 'A') return undefined
  const { year } = dateOf(period.first)
  return { first: dayOf(year, 1, 1), last: period.last }
}

/** INSEE's `2023-T1` is a quarter: SDMX's thirds of a year are nowhere in use. */
function asSpelled(text: string, spelling: PeriodSpelling): TimePeriod | undefined {
  if (text.length < 4 || text.length > LONGEST || !/\d/.test(text)) return undefined
  if (/^[+-]?[\d.,]+$/.test(text) && text.length > 4) return ofDigits(text, spelling)
  // `2023-T1`, and Korea's `2023.1/4`.
  const trimester = /^(\d{4})(?:-?T([1-4])|[. ] ?([1-4])\/4)$/i.exec(text)
  if (trimester) return quarter(Number(trimester[1]), Number(trimester[2] ?? trimester[3]))
  // `2024-01/02`, `2024.1-5`, `2024-01...05`: the end of an interval without the year that both have.
  const [, own, from, to] =
    /^(\d{4})-(\d{2})\/(\d{2})$/.exec(text) ??
    /^(\d{4})\.(\d{1,2})[-–~](\d{1,2})$/.exec(text) ??
    /^(\d{4})-(\d{2})(?:\.{2,3}|…)(\d{2})$/.exec(text) ??
    /^(\d{4}) ?\(?(0?1)[-–](\d{1,2})\)?$/.exec(text) ??
    []
  if (own !== undefined) return monthsOf(Number(own), Number(from), Number(to))
  // `6T2024`: six months in Vietnamese; up to four may be quarters of others.
  const [, count, whole] = /^([5-9]|1[0-2])T[/ ]?(\d{4})$/.exec(text) ?? []
  if (count !== undefined) return monthsOf(Number(whole), 1, Number(count))
  // `1-6/2024`, `01-06 2024`
  const [, january, end, behind] = /^(0?1)[-–](\d{1,2})[/. ](\d{4})$/.exec(text) ?? []
  if (january !== undefined) return monthsOf(Number(behind), 1, Number(end))
  if (spelling.slashedMonths && isSlashed(text)) return parsePeriod(text.replace('/', '-'))
  const split = isWholeSplit(text) || (spelling.splitYears === true && isSplitYear(text))
  const usual = split ? undefined : parsePeriod(text)
  if (usual) return usual
  return (split ? undefined : (asDay(text, spelling) ?? asDays(text))) ?? asPhrase(text, spelling)
}

const quarter = (year: number, number: number): TimePeriod =>
  monthsFrom(year * 12 + number * 3 - 3, 3)

const month = (year: number, number: number): TimePeriod | undefined =>
  number >= 1 && number <= 12 ? monthsFrom(year * 12 + number - 1) : undefined

const monthsOf = (year: number, from: number, to: number): TimePeriod | undefined =>
  from > 0 && from < to && to <= 12 ? monthsFrom(year * 12 + from - 1, to - from + 1) : undefined

/** `202301`, `20230117`, `2023.01`, `01.2023`, `17.01.2023`. */
function ofDigits(text: string, { lostZero, thirteenths }: PeriodSpelling): TimePeriod | undefined {
  if (text.length > 11) return undefined
  const run = /^(\d{4})(\d{2})(\d{2})?$/.exec(text)
  if (run) {
    const [y, m, d] = run.slice(1).map(Number)
    if (run[3] !== undefined) return day(y!, m!, d!)
    // A whole year is week or month 52 to Comext and UN Comtrade, month 13 to the EIA.
    const isYear = m === 52 || (m === 13 && thirteenths)
    return isYear ? monthsFrom(y! * 12, 12) : month(y!, m!)
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

/** `23-Jan` and `Jan 23`: a day, or a year and its month. */
const DAY_OF_MONTH = /^(?<date>\d{1,2})[-'/ ._]{1,2}(?<name>\p{L}{3,})\.?$/u
const BEFORE_DAY = /^(?<name>\p{L}{3,})[-'/ ._]{1,2}(?<date>\d{1,2})$/u

/** The month and the number beside it of `23-Jan` or `Jan 23`; undefined for other texts. */
export function numberAndMonth(text: string): { number: string; month: number } | undefined {
  const phrase = plain(text)
  const { date, name } = DAY_OF_MONTH.exec(phrase)?.groups ?? BEFORE_DAY.exec(phrase)?.groups ?? {}
  const month = name === undefined ? undefined : monthNamed(name)
  return month === undefined ? undefined : { number: date!, month }
}

/** `янв. 23 г.`: the year says what it is. */
const OF_YEAR = /(?<=\p{L}.*\d\d) ?[гр]\.?$/u

/** A year and a piece of it in words, a range of two such, or a fiscal year. */
function asPhrase(text: string, spelling: PeriodSpelling): TimePeriod | undefined {
  const phrase = inDigits(plain(text))
  const back = rolling(phrase)
  if (back) return monthsUpTo(readPeriod(back.end, spelling), back.count)
  if (isFiscal(phrase)) return fiscalYear(phrase, spelling.fiscal)
  const ofMonths = yearOfMonths(phrase)
  if (ofMonths) return ofMonths
  const years = [...phrase.matchAll(/(?<!\d)(?:1[5-9]|2[01])\d\d(?!\d)/g)]
  if (years.length === 2) return between(phrase, spelling)
  if (years.length > 2) return undefined
  const [year] = years
  if (year) {
    const [left, right] = [phrase.slice(0, year.index), phrase.slice(year.index + 4)]
    return inYear(Number(year[0]), `${left} ${right.replace(/^\s*[年년]/, ' ')}`)
  }
  const core = phrase.replace(/ ytd$/, '').replace(OF_YEAR, '')
  if (spelling.dayYear !== undefined) {
    const found = numberAndMonth(core)
    if (found && spelling.dayYear === null) return undefined
    if (found) return day(spelling.dayYear!, found.month, Number(found.number))
  }
  const short =
    /^(.*\p{L}.*?)[-'/ ._]{1,2}(\d{2})$/u.exec(core) ?? /^(\d{1,2}\p{L}+)(\d{2})$/u.exec(core)
  if (short) return inYear(fullYear(short[2]!), short[1]! + phrase.slice(core.length))
  const [, month, digits] = /^(\p{L}{3,})(\d{2})$/u.exec(phrase) ?? []
  if (month !== undefined && monthNamed(month)) return inYear(fullYear(digits!), month)
  const turned =
    /^(\d{2})[-'/ ]{1,2}(\p{L}+)\.?$/u.exec(phrase) ??
    /^(\d{2})[년年] ?(\d{1,2}(?:-\d{1,2})?[월月]\D*)$/.exec(phrase)
  return turned ? inYear(fullYear(turned[1]!), turned[2]!) : undefined
}

/** So many months up to one, or to its last day. */
function monthsUpTo(end: TimePeriod | undefined, count: number): TimePeriod | undefined {
  if (!end || (unitOf(end) !== 'M' && unitOf(end) !== 'D')) return undefined
  const { year, month, day } = dateOf(end.last + 1)
  return day === 1 ? monthsFrom(year * 12 + month - 1 - count, count) : undefined
}

function inYear(year: number, rest: string): TimePeriod | undefined {
  const inside = /^\s*[(（](.+)[)）]\s*$/.exec(rest)?.[1]
  const part = readPart(rewritten(inside ?? rest), true)
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
