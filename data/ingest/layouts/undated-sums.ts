import { dateOf } from '../../model/day.ts'
import type { Question } from '../../model/report.ts'
import { bareName } from '../column-names.ts'
import { isComparison } from '../headings/comparison.ts'
import { isFromJanuary, isPieceHeader, partBeside } from '../headings/part-header.ts'
import { quoted } from '../issues.ts'
import { inOurHeadings } from '../periods/eras.ts'
import { readPart, rewritten } from '../periods/part.ts'
import { AS_WRITTEN, isPeriodText, readPeriod } from '../periods/read.ts'
import { isRelative } from '../units/measured.ts'
import { cellsOf, holdsFigures } from './figures.ts'
import { periodHeader } from './period-header.ts'
import { yearQuestion } from './stated.ts'
import { isToDate, withoutToDate } from './to-date.ts'
import { tellsColumns } from './told-columns.ts'
import type { Layout, View } from './view.ts'

/** A column whose heading names a period with its year. */
interface Dated {
  index: number
  year: number
  /** The last of its months. */
  month: number
  isWhole: boolean
}

/**
 * `September 2023` beside `YTD`, `с начала года` or `Exports January-September`: a sum from January that names
 * no year is of that of the month before it, where the years beside leave no doubt; else it is asked.
 */
export const undatedSums: Layout = (view, around) => {
  const { options, profile } = around
  if (profile?.rest || tellsColumns(around)) return undefined
  const sums = inOurHeadings(view.header).flatMap((name, i) =>
    isSum(name) && areFigures(view, i) ? [i] : [],
  )
  const dated = sums.length === 0 ? [] : datedIn(view)
  if (dated.length === 0 || tellsPeriods(view, sums, dated)) return undefined
  const told = options.answers?.year
  const header = [...view.header]
  const questions: Question[] = []
  for (const i of sums) {
    const { name, year = told && Number(told) } = yearOf(i, sums, dated, view.header)
    if (year) header[i] = withPeriod(name, year, columnBefore(i, dated).month)
    else if (questions.length === 0)
      questions.push(yearQuestion(`${quoted(name)} counts from January of a year`))
  }
  const at = header.findIndex((name, i) => name !== view.header[i])
  if (new Set(header).size < header.length || (at < 0 && questions.length === 0)) return undefined
  const says =
    at < 0 ? [] : [`${quoted(view.header[at]!)} is of the year beside it: ${quoted(header[at]!)}.`]
  return {
    ...view,
    header,
    says: [...view.says, ...says],
    questions: [...view.questions, ...questions],
  }
}

const areFigures = (view: View, index: number): boolean =>
  cellsOf(view, index).length > 0 && holdsFigures(view, index)

/** Whether a heading counts from January and names no year; growth of such a sum is none. */
function isSum(heading: string): boolean {
  const name = bareName(heading)
  if (/[%％]/.test(name) || isRelative(name) || isComparison(name) || periodHeader(name))
    return false
  const part = partBeside(name)
  return isToDate(name) || isFromJanuary(name) || (part !== undefined && isFromJanuary(part.part))
}

const datedIn = (view: View): Dated[] =>
  view.header.flatMap((name, index) => {
    const heading = isComparison(name) ? undefined : periodHeader(bareName(name))
    const period = heading && readPeriod(heading.period, AS_WRITTEN)
    // `YTD 2023` tells its month no more than the others.
    if (!period || isToDate(heading.rest) || !areFigures(view, index)) return []
    const [from, to] = [dateOf(period.first), dateOf(period.last)]
    if (from.year !== to.year) return []
    return [
      { index, year: from.year, month: to.month, isWhole: from.month === 1 && to.month === 12 },
    ]
  })

/** Whether rows tell their periods, of which such sums are. */
const tellsPeriods = (view: View, sums: readonly number[], dated: readonly Dated[]): boolean =>
  view.header.some((_, i) => {
    const cells = cellsOf(view, i)
    const isOther = !sums.includes(i) && !dated.some(({ index }) => index === i)
    return isOther && cells.length > 0 && cells.every(isPeriodText)
  })

const columnBefore = (sum: number, dated: readonly Dated[]): Dated =>
  dated.findLast(({ index }) => index < sum) ?? dated[0]!

/** The name of a sum and its year: of the month before it, where that is the last year or each year has a sum of its own. */
function yearOf(
  sum: number,
  sums: readonly number[],
  dated: readonly Dated[],
  header: readonly string[],
): { name: string; year?: number } {
  const before = columnBefore(sum, dated)
  const years = dated.map(({ year }) => year)
  const name = bareName(header[sum]!)
  const alike = sums.filter((i) => bareName(header[i]!) === name)
  const isLast = before.year === Math.max(...years)
  const isOfEach = alike.length > 1 && alike.length === new Set(years).size
  return !before.isWhole && (isLast || isOfEach) ? { name, year: before.year } : { name }
}

const YEAR_BEFORE =
  /(?<!\p{L})(?:(?:of )?(?:the )?(?:previous|prior|last)(?: year)?|(?:прошл|предыдущ)\p{L}+ год\p{L}|n-1)(?!\p{L})|去年同期|上年同期|去年|上年|同期|전년/iu

/** What a heading says beside its sum, and the last month of that; up to `last` where it names none. */
function sumOf(name: string, last: number): { rest: string; month: number } {
  const words = withoutToDate(name)
  const beside = [name, words].flatMap((text) => partBeside(text) ?? [])
  for (const { part, rest } of [{ part: name, rest: '' }, { part: words, rest: '' }, ...beside]) {
    const read = isPieceHeader(part) ? readPart(rewritten(part)) : undefined
    if (read && 'count' in read) return { rest, month: read.month + read.count - 1 }
  }
  return { rest: words, month: last }
}

/** A heading whose sum has its year: `Exports 2023-01/2023-09`. */
function withPeriod(name: string, year: number, last: number): string {
  const isBefore = YEAR_BEFORE.test(name)
  const { rest, month } = sumOf(name.replace(YEAR_BEFORE, ' ').trim(), last)
  const of = isBefore ? year - 1 : year
  return `${rest} ${of}-01/${of}-${String(month).padStart(2, '0')}`.trim()
}
