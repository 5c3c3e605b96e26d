import { dateOf, dayOf, monthEnd } from '../model/day.ts'
import { parsePeriod, type TimePeriod } from '../model/period.ts'

export type DateOrder = 'dmy' | 'mdy'

/** How a column spells its periods. */
export interface PeriodSpelling {
  /** Days that stand for the month, quarter or year which they begin; null where a day is a day. */
  daysMean: 'month' | 'quarter' | 'year' | null
  order: DateOrder | null
}

export const AS_WRITTEN: PeriodSpelling = { daysMean: null, order: null }

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const LENGTH = { month: 1, quarter: 3, year: 12 } as const

const months = (year: number, month: number, length = 1): TimePeriod | undefined =>
  month >= 1 && month + length <= 13
    ? { first: dayOf(year, month, 1), last: monthEnd(year, month + length - 1) }
    : undefined

function day(year: number, month: number, date: number): TimePeriod | undefined {
  const first = dayOf(year, month, date)
  const back = dateOf(first)
  return back.month === month && back.day === date ? { first, last: first } : undefined
}

/** `23` is 2023, `69` is 1969, as spreadsheets have it. */
const fullYear = (text: string): number => {
  const year = Number(text)
  return text.length === 4 ? year : year + (year < 69 ? 2000 : 1900)
}

function monthNamed(name: string): number {
  const index = MONTHS.indexOf(name.slice(0, 3).toLowerCase())
  return index + 1
}

type Reader = (parts: string[], spelling: PeriodSpelling) => TimePeriod | undefined

/** The spellings beside those of `parsePeriod`: a shape, and what its parts are. */
const SHAPES: [RegExp, Reader][] = [
  [/^(\d{4})(\d{2})$/, ([y, m]) => months(Number(y), Number(m))],
  [/^(\d{4})(\d{2})(\d{2})$/, ([y, m, d]) => day(Number(y), Number(m), Number(d))],
  [/^(\d{4})[-/. ](\d{1,2})$/, ([y, m]) => months(Number(y), Number(m))],
  [/^(\d{1,2})[-/. ](\d{4})$/, ([m, y]) => months(Number(y), Number(m))],
  [/^([a-z]{3,9})\.?[-/ ']{1,2}(\d{2}|\d{4})$/i, ([m, y]) => months(fullYear(y!), monthNamed(m!))],
  [/^(\d{4}|\d{2})[-/ ]([a-z]{3,9})\.?$/i, ([y, m]) => months(fullYear(y!), monthNamed(m!))],
  [/^Q([1-4])[-/ ]?(\d{4})$/i, ([q, y]) => months(Number(y), Number(q) * 3 - 2, 3)],
  [/^(\d{4})[/ ]?Q([1-4])$/i, ([y, q]) => months(Number(y), Number(q) * 3 - 2, 3)],
  [/^(\d{4})-?A1?$/i, ([y]) => months(Number(y), 1, 12)],
  [
    /^(\d{4})-(\d{2})-(\d{2})[T ]\d{2}:\d{2}.*$/,
    ([y, m, d]) => day(Number(y), Number(m), Number(d)),
  ],
  [/^(\d{4})[/.](\d{1,2})[/.](\d{1,2})$/, ([y, m, d]) => day(Number(y), Number(m), Number(d))],
  [/^(\d{1,2})\.(\d{1,2})\.(\d{4})$/, ([d, m, y]) => day(Number(y), Number(m), Number(d))],
  [
    /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/,
    ([a, b, y], { order }) =>
      order === 'mdy'
        ? day(Number(y), Number(a), Number(b))
        : order === 'dmy'
          ? day(Number(y), Number(b), Number(a))
          : undefined,
  ],
]

/** A period as a column spells it; undefined where the text names none, or no such day exists. */
export function readPeriod(text: string, spelling: PeriodSpelling): TimePeriod | undefined {
  const period = asSpelled(text.trim(), spelling)
  if (!period || spelling.daysMean === null || period.first !== period.last) return period
  const { year, month, day: date } = dateOf(period.first)
  const length = LENGTH[spelling.daysMean]
  return date === 1 && (month - 1) % length === 0 ? months(year, month, length) : undefined
}

function asSpelled(text: string, spelling: PeriodSpelling): TimePeriod | undefined {
  if (text.length < 4 || text.length > 40) return undefined
  const usual = parsePeriod(text)
  if (usual) return usual
  for (const [shape, read] of SHAPES) {
    const match = shape.exec(text)
    if (match) return read(match.slice(1), spelling)
  }
  return undefined
}

/** What the cells of a period column say about its spelling, as they pass by. */
export interface PeriodEvidence {
  /** Whether the text is a period in either order of day and month. */
  see(text: string): boolean
  /** Null where the order of day and month is open. */
  order(): DateOrder | null
  /** A date that has two readings, where no other decides; undefined where all is clear. */
  doubtful(): string | undefined
  /** What the days stand for where each begins a month; null where days are days. */
  daysMean(): PeriodSpelling['daysMean']
  /** A single first of a month was seen, which more rows may tell from a day. */
  onlyOneFirst(): boolean
}

const SLASHED = /^(\d{1,2})[/-](\d{1,2})[/-]\d{4}$/
const ENOUGH = 400

/** `told` is the order of day and month, where a person has said it. */
export function createPeriodEvidence(told: DateOrder | null = null): PeriodEvidence {
  let dayFirst = 0
  let monthFirst = 0
  let doubtful: string | undefined
  let onlyFirsts = true
  const begins = new Set<number>()
  const order = () =>
    told ?? (dayFirst === monthFirst ? null : dayFirst > monthFirst ? 'dmy' : 'mdy')
  return {
    onlyOneFirst: () => onlyFirsts && begins.size === 1,
    order,
    doubtful: () => (order() === null ? doubtful : undefined),
    see(cell) {
      const text = cell.trim()
      const slashed = SLASHED.exec(text)
      if (slashed) {
        const [a, b] = [Number(slashed[1]), Number(slashed[2])]
        if (a > 12 && b <= 12) dayFirst++
        else if (b > 12 && a <= 12) monthFirst++
        else if (a !== b) doubtful ??= text
      }
      const usual = order() ?? 'dmy'
      const other = usual === 'dmy' ? 'mdy' : 'dmy'
      const period = readPeriod(text, { daysMean: null, order: usual })
      if (!period)
        return slashed !== null && readPeriod(text, { daysMean: null, order: other }) !== undefined
      if (!onlyFirsts || period.first !== period.last) return true
      const { year, month, day: date } = dateOf(period.first)
      onlyFirsts = date === 1
      if (begins.size < ENOUGH) begins.add(year * 12 + month - 1)
      return true
    },
    daysMean() {
      if (!onlyFirsts || begins.size < 2) return null
      const sorted = [...begins].sort((a, b) => a - b)
      const gaps = sorted.slice(1).map((month, i) => month - sorted[i]!)
      const on = (length: number) => sorted.every((month) => month % length === 0)
      const usual = Math.min(...gaps)
      if (usual % 12 === 0 && on(12)) return 'year'
      return usual % 3 === 0 && on(3) ? 'quarter' : 'month'
    },
  }
}
