import { dateOf, dayOf, parseDay } from '../../model/day.ts'
import type { TimePeriod } from '../../model/period.ts'
import { isWebAddress } from '../../model/web-address.ts'
import { isSummaryWord } from '../codes/summaries.ts'
import { quoted } from '../issues.ts'
import type { Mapping } from '../mapping.ts'
import { missingStatus } from '../numbers/missing.ts'
import { asDay } from '../periods/days.ts'
import { yearNamed } from '../periods/names.ts'
import { pieceBelow } from '../periods/part.ts'
import { AS_WRITTEN, type DateOrder, type PeriodSpelling, readPeriod } from '../periods/read.ts'

/** A cell that cannot be taken: why, in a stable word and a sentence. */
export interface BadCell {
  column: number
  code: string
  message: string
  value: string | null
}

/** The row is no record of a period, and nothing is wrong with it. */
export const SUMMARY = 'summary-row'

export const isBad = (read: unknown): read is BadCell =>
  typeof read === 'object' && read !== null && 'message' in read

/**
 * The period of a record, from one column, from a year and a piece of it, or from its first and last day;
 * else its cells that are wrong.
 */
export function periodOf(row: string[], mapping: Mapping): TimePeriod | BadCell[] {
  const { periodStart, periodEnd, endsBefore, period, periodPart, spelling } = mapping
  if (periodPart >= 0) return periodOfParts(row, mapping)
  if (periodStart < 0 || periodEnd < 0) return alone(periodIn(row[period] ?? '', period, spelling))
  const from = periodIn(row[periodStart] ?? '', periodStart, spelling)
  const to = periodIn(row[periodEnd] ?? '', periodEnd, spelling)
  if (isBad(from) || isBad(to)) return [from, to].filter(isBad)
  const last = endsBefore ? to.first - 1 : to.last
  if (last >= from.first) return { first: from.first, last }
  const message = `The period ends on ${row[periodEnd]!.trim()}, before it begins on ${row[periodStart]!.trim()}.`
  return [{ column: periodEnd, code: 'end-before-start', message, value: row[periodEnd]! }]
}

const alone = (read: TimePeriod | BadCell): TimePeriod | BadCell[] => (isBad(read) ? [read] : read)

function periodOfParts(
  row: string[],
  { period, periodPart, spelling, header, isSpread }: Mapping,
): TimePeriod | BadCell[] {
  if (isSummaryWord(row[period] ?? '')) return alone(periodIn(row[period]!, period, spelling))
  // A total among months of a year that is not over is none of the year.
  const isTotal = !isSpread && isSummaryWord(row[periodPart] ?? '')
  if (isTotal) return [summaryRow(row[periodPart]!, periodPart)]
  const [year, part] = [
    yearNamed(row[period] ?? '') ?? (row[period] ?? '').trim().replace(/\.0$/, ''),
    pieceBelow(header[periodPart]!, (row[periodPart] ?? '').trim()),
  ]
  const whole = readPeriod(`${year} ${part}`, spelling)
  if (whole) return whole
  const isYear = /^\d{4}$/.test(year)
  const wrong = isYear ? [] : [noPeriod(row[period] ?? '', period, 'year')]
  // Beside a year that cannot be read a piece is judged by one that can.
  const isPart = readPeriod(`${isYear ? year : 2020} ${part}`, spelling) !== undefined
  return isPart ? wrong : [...wrong, noPeriod(row[periodPart] ?? '', periodPart, 'piece of a year')]
}

const summaryRow = (value: string, column: number): BadCell => {
  const message = `${quoted(value.trim())} is no period: the row sums up others, and was left out.`
  return { column, code: SUMMARY, message, value }
}

/** A cell that is not what its column should hold. */
function noPeriod(value: string, column: number, what: string): BadCell {
  if (value.trim() === '') return missingPeriod(value, column)
  const message = `${quoted(value)} is no ${what} that can be read. Write 2023 for a year, and 11, Nov or Q4 for a piece of it.`
  return { column, code: 'bad-period', message, value }
}

const missingPeriod = (value: string, column: number): BadCell => ({
  column,
  code: 'missing-field',
  message: 'The period is missing: say which one the figure is for.',
  value,
})

/** Nobody kept figures of trade before; a year that begins with a zero is mistyped. */
const YEAR_1000 = dayOf(1000, 1, 1)

function periodIn(value: string, column: number, spelling: PeriodSpelling): TimePeriod | BadCell {
  const period = readPeriod(value, spelling)
  if (period && period.first >= YEAR_1000) return period
  if (period) {
    const message = `${quoted(value)} is of the year ${dateOf(period.first).year}: write the year with its four digits.`
    return { column, code: 'bad-period', message, value }
  }
  if (value.trim() === '') return missingPeriod(value, column)
  if (isSummaryWord(value)) {
    return summaryRow(value, column)
  }
  if (spelling.daysMean && readPeriod(value, { ...spelling, daysMean: null })) {
    const place = spelling.dayInMonth
      ? `is not the ${spelling.dayInMonth} of`
      : spelling.daysEnd
        ? 'does not end'
        : 'does not begin'
    const message = `${quoted(value)} ${place} a ${spelling.daysMean}, as every day in this column should.`
    return { column, code: 'bad-period', message, value }
  }
  if (/^\s*\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}\s*$/.test(value)) {
    const message = `There is no day ${quoted(value)}: correct it, or name the month alone.`
    return { column, code: 'no-such-day', message, value }
  }
  const message = `${quoted(value)} is no period that can be read. Write 2023, 2023-Q4, 2023-11 or 2023-12-17.`
  return { column, code: 'bad-period', message, value }
}

/** The day of publication, in the order of the file's other days; null where the cell is empty. */
export function publishedOf(
  value: string,
  column: number,
  order: DateOrder | null,
): { day: number | null } | BadCell {
  const text = value.trim()
  if (text === '') return { day: null }
  const day = parseDay(text.slice(0, 10))
  if (day !== undefined) return { day }
  const orders = order ? [order] : (['dmy', 'mdy'] as const)
  const days = new Set(
    orders.flatMap((one) => asDay(text, { ...AS_WRITTEN, order: one })?.first ?? []),
  )
  if (days.size === 1) return { day: [...days][0]! }
  const what = days.size > 1 ? 'may be two days' : 'is no day of publication'
  const message = `${quoted(text)} ${what}. Write it as 2023-12-17.`
  return { column, code: 'bad-date', message, value }
}

/** The address of a source; empty where the cell is, or says that there is none. */
export function addressOf(value: string, column: number): { text: string } | BadCell {
  const text = value.trim()
  if (isWebAddress(text)) return { text }
  if (missingStatus(text) !== undefined) return { text: '' }
  const message = `${quoted(text)} is no address on the web: write it whole, from http:// or https:// on, or read the column as a note.`
  return { column, code: 'bad-address', message, value }
}
