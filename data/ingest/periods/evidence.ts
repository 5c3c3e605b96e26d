import { dateOf } from '../../model/day.ts'
import { isAsOf } from './as-of.ts'
import { createDaysInMonths } from './days-in-months.ts'
import { createDecimalYears } from './decimal-years.ts'
import { isBuddhistYear, isCroatianMonth } from './eras.ts'
import { fiscalYearIn, isSlashed, isSplitYear } from './fiscal.ts'
import { createYearsSeen } from './footnotes.ts'
import { createMidnights, type Midnights } from './midnights.ts'
import { createMonthsOfQuarters } from './months-of-quarters.ts'
import { createNumberedQuarters } from './numbered-quarters.ts'
import { type DateOrder, type PeriodSpelling, readPeriod } from './read.ts'
import { serialDay } from './serial-days.ts'
import { createShortMonths } from './short-months.ts'
import { createUndated, type Undated } from './undated.ts'
import { createWeekdays, type Weekdays } from './weeks.ts'

/** What the cells of a period column say about its spelling, as they pass by. */
export interface PeriodEvidence {
  /** Whether the text is a period in either order of day and month, or a fiscal year. */
  see(text: string): boolean
  /** Null where the order of day and month is open. */
  order(): DateOrder | null
  /** A date that has two readings, where no other decides; undefined where all is clear. */
  doubtful(): string | undefined
  /** A year that may begin in any month. */
  fiscal(): string | undefined
  /** How years of two, months that lost their zero, and years of others are written here. */
  habits(): Pick<
    PeriodSpelling,
    | 'splitYears'
    | 'slashedMonths'
    | 'lostZero'
    | 'isBuddhist'
    | 'isDutch'
    | 'isCroatian'
    | 'footnotes'
    | 'serialDays'
    | 'shortMonths'
    | 'numberedQuarters'
    | 'decimalYears'
    | 'thirteenths'
  >
  /** Texts such as `1912` and `2001` follow each other as months do. */
  turnYears(): boolean
  /** What the cells say of a number beside a month, `23-Jan`; undefined where there are none. */
  undated(): ReturnType<Undated['result']>
  /** What the days stand for where each begins, or each ends, a month; null where days are days. */
  daysMean(): Pick<PeriodSpelling, 'daysMean' | 'daysEnd' | 'dayInMonth' | 'monthOfQuarter'>
  /** The month that all months seen are of, one a year and no January; undefined where they are not. */
  onceAYear(): number | undefined
  /** The weekday that all days are; undefined where they are not. */
  weekday: Weekdays['result']
  /** A text of those that are all of one hour in UTC, which is midnight elsewhere; undefined for others. */
  midnights: Midnights['result']
  /** Where in its month the only day, or the few days, stand of which more rows may tell whether they stand for it; undefined where there are none. */
  place(): Pick<PeriodSpelling, 'daysEnd' | 'dayInMonth'> | undefined
}

const SLASHED = /^(\d{1,2})[/-](\d{1,2})[/-](?:\d{4}|\d{2})(?:[T ].*)?$/
const ENOUGH = 400
const LONGEST_MONTH = 31
/** No period has a fraction after so many digits. */
const AMOUNT = /^-?\d{5,}[.,](?!0$)\d+$/

/** Months that the days seen begin or end, while all of them do. */
interface Edges {
  all: boolean
  months: Set<number>
}

/** `told` is the order of day and month, and `nextDay` that days begin in UTC's day before, where a person has said so. */
export function createPeriodEvidence(
  told: DateOrder | null = null,
  nextDay = false,
): PeriodEvidence {
  let dayFirst = 0
  let monthFirst = 0
  let doubtful: string | undefined
  let fiscal: string | undefined
  const slashes: { year?: string; months: boolean } = { months: false }
  const splits = { all: true, count: 0, noMonth: false }
  const dotted = { zero: false, one: false }
  const buddhist = { all: true, some: false }
  let isCroatian = false
  const dutch = { sure: false, quarters: true, years: new Set<string>() }
  const serial = { all: true, some: false }
  // A single one is a slip.
  const thirteenths = new Set<string>()
  const undated = createUndated()
  const years = createYearsSeen()
  const short = createShortMonths()
  const numbered = createNumberedQuarters()
  const decimals = createDecimalYears()
  const begins: Edges = { all: true, months: new Set() }
  const ends: Edges = { all: true, months: new Set() }
  const inside = createDaysInMonths()
  const quarterly = createMonthsOfQuarters()
  const weekdays = createWeekdays()
  const midnights = createMidnights()
  const order = () =>
    told ?? (dayFirst === monthFirst ? null : dayFirst > monthFirst ? 'dmy' : 'mdy')
  const seeSlashed = (text: string): boolean => {
    const [, first, second] = SLASHED.exec(text) ?? []
    if (first === undefined) return false
    const [a, b] = [Number(first), Number(second)]
    if (a > 12 && b <= 12) dayFirst++
    else if (b > 12 && a <= 12) monthFirst++
    else if (a !== b) doubtful ??= text
    return true
  }
  return {
    place() {
      if (begins.all && begins.months.size > 0) return {}
      if (ends.all && ends.months.size > 0) return { daysEnd: true }
      const as = inside.as()
      return as === undefined ? undefined : { dayInMonth: as }
    },
    order,
    doubtful: () => (order() === null ? doubtful : undefined),
    fiscal: () =>
      fiscal ??
      (slashes.months ? undefined : slashes.year) ??
      (isSplit(splits) ? '2011-12' : undefined),
    habits: () => ({
      splitYears: isSplit(splits),
      slashedMonths: slashes.months,
      lostZero: dotted.zero && dotted.one,
      footnotes: years.haveFootnotes(),
      shortMonths: short.areMonths(),
      numberedQuarters: numbered.areQuarters(),
      decimalYears: decimals.result(),
      thirteenths: thirteenths.size > 1,
      isBuddhist: buddhist.some && buddhist.all,
      serialDays: serial.some && serial.all,
      isCroatian,
      isDutch: dutch.quarters && (dutch.sure || dutch.years.size > 1),
    }),
    turnYears: short.turnYears,
    onceAYear: quarterly.onceAYear,
    weekday: weekdays.result,
    midnights: midnights.result,
    undated: undated.result,
    see(cell) {
      const text = cell.trim().replace(/ ytd$/, '')
      if (text.length < 4 || text.length > 60) return false
      if (AMOUNT.test(text)) {
        buddhist.all = false
        splits.all = false
        return false
      }
      if (thirteenths.size < 2 && /^\d{4}13$/.test(text)) thirteenths.add(text)
      undated.see(text)
      midnights.see(text)
      years.see(text)
      short.see(text)
      numbered.see(text)
      if (decimals.see(text)) return true
      const isOther = isBuddhistYear(text)
      buddhist.all &&= isOther
      buddhist.some ||= isOther
      isCroatian ||= isCroatianMonth(text)
      seeDutch(dutch, text)
      const counted = serialDay(text)
      serial.all &&= counted !== undefined
      serial.some ||= counted !== undefined
      if (counted !== undefined && serial.all) {
        seeEdge(begins, counted)
        seeEdge(ends, counted + 1)
        inside.see(counted)
        weekdays.see(counted)
        return false
      }
      const slashed = seeSlashed(text)
      const usual = order() ?? 'dmy'
      const other = usual === 'dmy' ? 'mdy' : 'dmy'
      const period = readPeriod(text, { daysMean: null, order: usual, nextDay })
      const isOfTwo = isSplitYear(text)
      splits.all &&= isOfTwo
      if (isOfTwo) {
        splits.count++
        splits.noMonth ||= period === undefined
      }
      if (!period) {
        const ofFiscal = fiscalYearIn(text)
        if (ofFiscal !== undefined) {
          if (isSlashed(text)) slashes.year ??= text
          else fiscal ??= ofFiscal
          return true
        }
        return slashed && readPeriod(text, { daysMean: null, order: other }) !== undefined
      }
      slashes.months ||= isSlashed(text)
      if (/^\d{4}\.0\d$/.test(text)) dotted.zero = true
      if (/^\d{4}\.1$/.test(text)) dotted.one = true
      quarterly.see(period)
      const isDay = period.first === period.last && !isAsOf(text)
      // A total of a year stands among months that are called by their first days.
      if (period.last - period.first >= LONGEST_MONTH) return true
      seeEdge(begins, isDay ? period.first : undefined)
      seeEdge(ends, isDay ? period.last + 1 : undefined)
      inside.see(isDay ? period.first : undefined)
      weekdays.see(isDay ? period.first : undefined)
      return true
    },
    daysMean() {
      if (begins.all && begins.months.size > 1) return { daysMean: spacing(begins.months) }
      if (ends.all && ends.months.size > 1) {
        return { daysMean: spacing(ends.months), daysEnd: true }
      }
      const found = inside.result()
      if (found) return { daysMean: spacing(found.next), dayInMonth: found.as }
      return { daysMean: null, monthOfQuarter: quarterly.result() }
    },
  }
}

const isSplit = ({ all, count, noMonth }: { all: boolean; count: number; noMonth: boolean }) =>
  all && (noMonth || count > 2)

/** `KW` is a quarter where no number is above four, and years and months stand beside it, or it is of several years. */
function seeDutch(
  dutch: { sure: boolean; quarters: boolean; years: Set<string> },
  text: string,
): void {
  const [, year, unit, number] = /^(\d{4})(MM|JJ|KW)(\d\d)$/.exec(text) ?? []
  if (year === undefined) return
  if (unit !== 'KW') dutch.sure = true
  else if (Number(number) > 4) dutch.quarters = false
  else if (dutch.years.size < 2) dutch.years.add(year)
}

function seeEdge(edges: Edges, day: number | undefined): void {
  if (!edges.all) return
  if (day === undefined || dateOf(day).day !== 1) {
    edges.all = false
    return
  }
  const { year, month } = dateOf(day)
  if (edges.months.size < ENOUGH) edges.months.add(year * 12 + month - 1)
}

function spacing(months: Set<number>): PeriodSpelling['daysMean'] {
  const sorted = [...months].sort((a, b) => a - b)
  const on = (length: number) => sorted.every((month) => month % length === 0)
  const usual = Math.min(...sorted.slice(1).map((month, i) => month - sorted[i]!))
  if (usual % 12 === 0 && on(12)) return 'year'
  // Once a year in April or June is no quarter, nor half a year.
  if (usual % 12 === 0) return 'month'
  if (usual % 6 === 0 && on(6)) return 'half-year'
  return usual % 3 === 0 && usual % 6 !== 0 && on(3) ? 'quarter' : 'month'
}
