import { dateOf } from '../../model/day.ts'
import { unitOf } from '../../model/period.ts'
import type { Question } from '../../model/report.ts'
import { quoted } from '../issues.ts'
import { monthName } from '../periods/names.ts'
import { AS_WRITTEN, readPeriod } from '../periods/read.ts'
import type { PeriodColumn } from './period-column.ts'
import { monthAbove } from './stated.ts'
import { isToDate, withoutToDate } from './to-date.ts'
import type { Surroundings } from './view.ts'

/**
 * `YTD 2024` is no whole year but counts up to a month: that which the columns beside it name, a line
 * above, or a person.
 */
export function upToMonths(
  columns: PeriodColumn[],
  header: readonly string[],
  around: Surroundings,
): { columns: PeriodColumn[]; questions: Question[] } {
  const isSum = ({ rest, period }: PeriodColumn) =>
    wholeYear(period) !== undefined && isToDate(rest)
  const sums = columns.filter(isSum)
  if (sums.length === 0) return { columns, questions: [] }
  const others = columns.filter((column) => !isSum(column))
  const months = monthsBeside(others)
  const told = around.options.answers?.['month-to-date']
  const above = monthAbove(around)?.slice(5)
  const monthOf = (year: string): number | undefined => {
    if (told !== undefined) return Number(told)
    // Where another year tells its months, `2024年1-8月累计`, one that tells none may be whole.
    const all = others.some(isFromJanuary) ? new Set<number>() : new Set(months.values())
    const beside = months.get(year) ?? (all.size === 1 ? [...all][0] : undefined)
    return beside ?? (above === undefined ? undefined : Number(above))
  }
  const isOpen = sums.some(({ period }) => monthOf(wholeYear(period)!) === undefined)
  if (isOpen) return { columns, questions: [monthQuestion(header[sums[0]!.index]!)] }
  return {
    columns: columns.map((column) => {
      if (!isSum(column)) return column
      const year = wholeYear(column.period)!
      const month = String(monthOf(year)).padStart(2, '0')
      const period = `${year}-01/${year}-${month}`
      return { ...column, period, rest: withoutToDate(column.rest) }
    }),
    questions: [],
  }
}

/** The year that a period fills: `2024`, `2024년`, `CY2024`. */
function wholeYear(text: string): string | undefined {
  const period = readPeriod(text, AS_WRITTEN)
  return period && unitOf(period) === 'A' ? String(dateOf(period.first).year) : undefined
}

/** Whether a column is of several months from January on. */
function isFromJanuary({ period }: PeriodColumn): boolean {
  const read = readPeriod(period, AS_WRITTEN)
  if (!read || unitOf(read) === 'A') return false
  const [from, to] = [dateOf(read.first), dateOf(read.last)]
  return from.year === to.year && from.month === 1 && to.month > 1
}

/** `2023-09 cumulative` counts up to its month; `Jan-Sep 2023` says so by itself. */
export function toItsMonth(column: PeriodColumn): PeriodColumn {
  const period = isToDate(column.rest) ? readPeriod(column.period, AS_WRITTEN) : undefined
  if (!period) return column
  const [from, to] = [dateOf(period.first), dateOf(period.last)]
  const isPiece = from.year === to.year && to.month < 12 && unitOf(period) !== 'D'
  if (from.month === to.month && isPiece) {
    const month = String(to.month).padStart(2, '0')
    const text = `${to.year}-01/${to.year}-${month}`
    return { ...column, period: text, rest: withoutToDate(column.rest) }
  }
  const isSaidTwice = from.month === 1 && isPiece && withoutToDate(column.rest) === ''
  return isSaidTwice ? { ...column, rest: '' } : column
}

/** The last month of each year that columns name: their own, or the one that they count to from January. */
function monthsBeside(columns: readonly PeriodColumn[]): Map<string, number> {
  const months = new Map<string, number>()
  for (const { period } of columns) {
    const read = readPeriod(period, AS_WRITTEN)
    if (!read) continue
    const [from, to] = [dateOf(read.first), dateOf(read.last)]
    const isMonth = from.month === to.month && from.year === to.year
    if (!isMonth && (from.month !== 1 || to.month === 12)) continue
    const year = String(to.year)
    months.set(year, Math.max(months.get(year) ?? 0, to.month))
  }
  return months
}

const monthQuestion = (example: string): Question => ({
  code: 'month-to-date',
  column: null,
  message: `${quoted(example)} counts from January, and nothing says up to which month. Which is it?`,
  options: Array.from({ length: 12 }, (_, i) => ({
    value: String(i + 1),
    label: monthName(i + 1),
  })),
})
