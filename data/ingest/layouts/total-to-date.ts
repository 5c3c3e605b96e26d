import { dateOf } from '../../model/day.ts'
import { isTotalWord } from '../codes/summaries.ts'
import { AS_WRITTEN, readPeriod } from '../periods/read.ts'
import type { PeriodColumn } from './period-column.ts'
import { isFigure, isSumOf } from './sum-of.ts'
import { isToDate } from './to-date.ts'
import type { View } from './view.ts'

/** The year and the months, from 1, that a column is of; the year is any where a column of the table says it. */
interface Months {
  year: number
  from: number
  to: number
}

/** Any leap year stands for the one that a row says. */
const ANY_YEAR = '2000'

const TOTAL =
  /(?<!\p{L})(?:totals?|totaal|totalt|totale|всего|итого|insgesamt|gesamt|summe|summa|toplam|razem|ogółem|celkem|yhteensä|合计|总计|합계)(?!\p{L})/iu

function monthsOf({ period }: PeriodColumn, hasYear: boolean): Months | undefined {
  const read = readPeriod(hasYear ? `${ANY_YEAR} ${period}` : period, AS_WRITTEN)
  if (!read) return undefined
  const [first, last] = [dateOf(read.first), dateOf(read.last)]
  return first.year === last.year
    ? { year: first.year, from: first.month, to: last.month }
    : undefined
}

/**
 * A total that is the sum of the months told beside it counts to the last of them: the period, as a column
 * writes it, of such a cell; undefined for any other. Where a month is not told, other rows say how far totals
 * count. `hasYear` where a column of the table says the year.
 */
export function totalToDate(
  columns: readonly PeriodColumn[],
  { header, rows }: Pick<View, 'header' | 'rows'>,
  hasYear: boolean,
): (row: readonly string[], column: number) => string | undefined {
  const months = columns.map((column) => monthsOf(column, hasYear))
  const parts = columns.map(({ rest, index }, i) => {
    const own = months[i]
    const isYear = own?.from === 1 && own.to === 12
    if (!isYear || !(hasYear || TOTAL.test(header[index]!))) return []
    const word = isTotalWord(rest) ? '' : rest
    return columns.flatMap((other, j) => {
      const piece = months[j]
      const isPart = piece && piece.year === own.year && piece.to - piece.from < 11
      return isPart && other.rest === word ? [{ ...piece, index: other.index }] : []
    })
  })
  /** The last month that the total of a row counts to; undefined where it counts all or nobody knows. */
  const lastOf = (row: readonly string[], column: number): number | undefined => {
    const told = parts[column]!.filter(({ index }) => isFigure(row[index]))
    const last = Math.max(...told.map(({ to }) => to))
    if (told.length === 0 || last === 12 || !isUnbroken(told, last)) return undefined
    // `YTD` says by itself that it goes no further than the months told.
    const isSaid = isToDate(header[columns[column]!.index]!)
    return isSaid || isSum(row, columns[column]!, told) ? last : undefined
  }
  const usual = columns.map((_, column) => {
    const all = parts[column]!.length === 0 ? [] : rows.map((row) => lastOf(row, column))
    const [last] = new Set(all.filter((one) => one !== undefined))
    const isUsual = all.filter((one) => one === last).length * 2 > all.length
    return isUsual ? last : undefined
  })
  return (row, column) => {
    if (parts[column]!.length === 0) return undefined
    const isWhole = parts[column]!.every(({ index }) => isFigure(row[index]))
    const last = lastOf(row, column) ?? (isWhole ? undefined : usual[column])
    if (last === undefined) return undefined
    const { year } = parts[column]![0]!
    return hasYear ? `1-${last} months` : `${year}-01/${year}-${String(last).padStart(2, '0')}`
  }
}

/** Months where they are told, else the longer pieces of the year. */
function isSum(
  row: readonly string[],
  { index }: PeriodColumn,
  told: readonly (Months & { index: number })[],
): boolean {
  const shortest = Math.min(...told.map(({ from, to }) => to - from))
  const parts = told.filter(({ from, to }) => to - from === shortest)
  const total = row[index] ?? ''
  return (
    isFigure(total) &&
    isSumOf(
      total,
      parts.map((part) => row[part.index]!),
    )
  )
}

/** Whether all months up to the last are told. */
const isUnbroken = (told: readonly Months[], last: number): boolean =>
  Array.from({ length: last }, (_, i) => i + 1).every((month) =>
    told.some(({ from, to }) => from <= month && month <= to),
  )
