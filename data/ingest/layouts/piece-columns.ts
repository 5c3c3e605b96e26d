import type { Question } from '../../model/report.ts'
import { isTotalWord } from '../codes/summaries.ts'
import { isComparison } from '../headings/comparison.ts'
import {
  isFromJanuary,
  isPartHeader,
  isPieceHeader,
  type PartHeader,
  partBeside,
  THIS_MONTH,
  TO_DATE,
} from '../headings/part-header.ts'
import { quoted } from '../issues.ts'
import { withoutLooseMarks } from '../periods/footnotes.ts'
import { inLoneFourths } from '../periods/fourths.ts'
import { plain, unitNamed, yearNamed } from '../periods/names.ts'
import { readPart, rewritten, saidOnce } from '../periods/part.ts'
import { isPeriodText } from '../periods/read.ts'
import { isGrowth, isRelative } from '../units/measured.ts'
import { isCodeName } from '../words.ts'
import { BESIDE, cellsOf, holdsFigures } from './figures.ts'
import { type PeriodColumns, pieceColumn } from './period-column.ts'
import { monthAbove, yearAbove, yearQuestion } from './stated.ts'
import { isFigure, isSumOf } from './sum-of.ts'
import { isToDate, withoutToDate } from './to-date.ts'
import type { Surroundings, View } from './view.ts'

interface PartColumn extends PartHeader {
  index: number
}

const isMonthName = (name: string): boolean => /\p{L}{3}|\d ?[月월]/u.test(name)
const isYearWord = (name: string): boolean => unitNamed(saidOnce(plain(name))) === 'year'
const isMonth = (name: string): boolean => /^(?:[1-9]|1[0-2])$/.test(name.trim())

/** Columns of pieces of a year, alone or each beside a word. */
function parts(view: View): PartColumn[] {
  const header = withRanges(inLoneFourths(view.header))
  const isPart = header.includes('12') && header.includes('1') ? isMonth : isPartHeader
  const alone = header.flatMap((name, index) => {
    // Below a month figures may look like years, below the word for a year they are such.
    const isTold = isPart(name) ? isPieceHeader(name) || !holdsYears(view, index) : false
    const isSum = !isTold && isYearWord(name) && !holdsYears(view, index)
    const part = isSum ? 'year' : name.trim()
    return isTold || isSum ? [{ index, part, rest: '', isSure: isMonthName(name) }] : []
  })
  const pieces = alone.filter(({ part }) => isMonth(part) || isPieceHeader(part))
  if (pieces.length > 1) return ofFigures(view, alone)
  const named = header.map((name) => (isComparison(name) ? undefined : partBeside(name)))
  const told = withEnds(header, named).filter(({ index }) => holdsFigures(view, index))
  const beside = told.filter((one) => !isTotalWord(one.part) || hasPieces(told, one))
  return isTable(beside) ? beside : []
}

/** Those of figures: a bad cell makes no words of a month among months. */
function ofFigures(view: View, columns: PartColumn[]): PartColumn[] {
  const sure = columns.filter(({ index }) => holdsFigures(view, index))
  return sure.length > 1 ? columns.filter(({ index }) => holdsFigures(view, index, BESIDE)) : sure
}

/** Whether a total has pieces of its year beside the same word: that of `Change Total` may be one of flows. */
const hasPieces = (columns: readonly PartColumn[], { rest }: PartColumn): boolean =>
  columns.some((other) => other.rest === rest && isPieceHeader(other.part))

/** `Exports 1-5` beside `Exports 5` is `Exports 1to5`. */
const withRanges = (header: readonly string[]): string[] =>
  header.map((name) =>
    name.replace(/^(.+[^\d ]) 1 ?[-–—] ?(\d{1,2})$/, (whole, rest, last) =>
      header.includes(`${rest} ${last}`) ? `${rest} 1to${last}` : whole,
    ),
  )

/** `Exports 11` beside `Exports 1to11`, or `11 Value` beside `1to11 Value`, is the eleventh month. */
function withEnds(header: readonly string[], found: (PartHeader | undefined)[]): PartColumn[] {
  const ends = new Set(
    found.flatMap((one) => /^1 ?to ?(\d{1,2})$/.exec(one?.part ?? '')?.[1] ?? []),
  )
  return header.flatMap((name, index) => {
    const { rest, month } =
      (
        /^(?<rest>.+[^\d ]) (?<month>\d{1,2})$/.exec(name) ??
        /^(?<month>\d{1,2}) (?<rest>\D+)$/.exec(name)
      )?.groups ?? {}
    const isEnd = rest !== undefined && ends.has(month!) && !/ to$/.test(rest)
    if (isEnd) return [{ index, part: `m${month}`, rest }]
    const one = found[index]
    return one ? [{ ...one, index }] : []
  })
}

/** Whether the same pieces stand beside each word, and there are some. */
function isTable(columns: PartColumn[]): boolean {
  const pieces = new Set(columns.map(({ part }) => part))
  const isDated = pieces.has(THIS_MONTH) || pieces.has(TO_DATE)
  const ranges = columns.filter(({ part }) => isFromJanuary(part) && /to|-/.test(part))
  if (isDated || ranges.length > 0) return columns.length > 1
  const told = [...pieces].filter(isPieceHeader)
  const isOfOne = new Set(columns.map(({ rest }) => rest)).size === 1
  return told.length > (isOfOne ? 1 : 2) || columns.some(({ isSure }) => isSure)
}

const isYear = (cell: string): boolean => /^(?:1[89]|20|21)\d\d$/.test(withoutLooseMarks(cell))

/** The word for a year stands above years, or above the sums of its months; below years may be their growth. */
const holdsYears = (view: View, index: number): boolean => {
  const cells = cellsOf(view, index)
  return cells.some(isYear) && cells.every((cell, i) => isYear(cell) || (i > 0 && isGrowth(cell)))
}

/** Months or quarters as columns beside a column of years. */
export function besideYears(view: View): PeriodColumns | undefined {
  const pieces = parts(view).filter(({ isOfYearBefore }) => !isOfYearBefore)
  const found = withSums(view, pieces)
  const last = lastMonth(found)
  const isOpen = ({ part }: PartColumn) =>
    part === THIS_MONTH || (part === TO_DATE && last === undefined)
  if (found.length < 2 || found.some(isOpen)) return undefined
  const year = view.header.findIndex((_, index) => {
    return !found.some((one) => one.index === index) && holdsYears(view, index)
  })
  if (year < 0) return undefined
  const partOf = ({ part }: PartColumn) => (part === TO_DATE ? `1-${last} months` : part)
  return { columns: found.map((one) => pieceColumn(one, partOf(one))), year, questions: [] }
}

/** Pieces of a year, and `YTD` alone beside one or more. */
function withSums(view: View, pieces: readonly PartColumn[]): PartColumn[] {
  const sums = view.header.flatMap((name, index) => {
    const isSum = isToDate(name) && withoutToDate(name) === '' && holdsFigures(view, index)
    return isSum && pieces.every((one) => one.index !== index)
      ? [{ index, part: TO_DATE, rest: '' }]
      : []
  })
  const alone = view.header.flatMap((name, index) =>
    isPieceHeader(name) && holdsFigures(view, index)
      ? [{ index, part: name.trim(), rest: '' }]
      : [],
  )
  const told = pieces.length > 0 || sums.length === 0 ? pieces : alone
  return [...told, ...(told.length > 0 ? sums : [])].sort((a, b) => a.index - b.index)
}

/** The last month that columns name, up to which `YTD` beside them counts. */
function lastMonth(found: readonly PartColumn[]): number | undefined {
  const ends = found.flatMap(({ part }) => {
    const read = readPart(rewritten(part), true)
    const isTold = part !== TO_DATE && read && 'count' in read && read.count < 12
    return isTold ? [read.month + read.count - 1] : []
  })
  return ends.length === 0 ? undefined : Math.max(...ends)
}

/** Months or quarters as columns, and the year that they come to, which says of which year they are. */
export function monthsAndYear(view: View): PeriodColumns | undefined {
  const years = view.header.flatMap((name, index) =>
    yearNamed(name) !== undefined && holdsFigures(view, index) ? [{ name, index }] : [],
  )
  const [year] = years
  const found = parts(view)
  if (!year || years.length > 1 || found.length < 3 || found.some(({ rest }) => rest !== ''))
    return undefined
  const whole = { index: year.index, part: toLastMonth(view, found, year.index), rest: '' }
  const columns = [...found, whole]
    .map((one) => pieceColumn(one, `${yearNamed(year.name)} ${one.part}`.trim()))
    .sort((a, b) => a.index - b.index)
  return { columns, year: -1, questions: [] }
}

/**
 * The months that a year is the sum of in every row that tells all of them, where they are not all of it:
 * `1-3 months`; '' where it is whole.
 */
function toLastMonth(view: View, found: readonly PartColumn[], year: number): string {
  const months = found.map(monthOf)
  const isUnbroken = months.length < 12 && months.every((month, i) => month === i + 1)
  const rows = view.rows.filter((row) => isFigure(row[year]))
  const isSum = (row: readonly string[]) => {
    const parts = found.flatMap(({ index }) => (isFigure(row[index]) ? [row[index]!] : []))
    return isSumOf(row[year]!, parts)
  }
  const isTold = (row: readonly string[]) => found.every(({ index }) => isFigure(row[index]))
  const areSums = rows.some(isSum) && rows.every((row) => isSum(row) || !isTold(row))
  return isUnbroken && areSums ? `1-${months.length} months` : ''
}

/** Months or quarters as columns, and no year in the table: above it, in the name of the file, or asked for. */
export function piecesOfYear(view: View, around: Surroundings): PeriodColumns | undefined {
  const told = parts(view)
  const found = told.length > 0 ? told : sumsBesideMonth(view)
  const isDated = found.some(({ part }) => part === THIS_MONTH || part === TO_DATE)
  const last = lastMonth(found)
  if (isDated && (last === undefined || monthAbove(around))) return datedAbove(found, around)
  const isFew = found.filter(({ part }) => isPieceHeader(part)).length < 3
  const isSure = found.some(({ part, rest, isSure }) => isSure || rest || /to|^1-\d/.test(part))
  if (isFew && !isSure) return undefined
  const { options } = around
  const year =
    options.answers?.year ?? options.constants?.year ?? yearInCorner(view) ?? yearAbove(around)
  const isOther = (index: number) => found.every((one) => one.index !== index)
  if (year === undefined && view.header.some((_, i) => isOther(i) && holdsPeriods(view, i)))
    return undefined
  const isBefore = ofYearBefore(found, year, around)
  const partOf = ({ part }: PartColumn) =>
    part === TO_DATE ? `1-${last} months` : part === THIS_MONTH ? `m${last}` : part
  const periodOf = (one: PartColumn, i: number) =>
    year === undefined ? partOf(one) : `${Number(year) - Number(isBefore(i))} ${partOf(one)}`
  return {
    columns: found.map((one, i) => pieceColumn(one, periodOf(one, i))),
    year: -1,
    questions: year === undefined ? [yearOfColumns(view.header[found[0]!.index]!)] : [],
  }
}

/** `1986, January, February`: the year of the months stands over the names of their rows. */
function yearInCorner(view: View): string | undefined {
  const [corner = ''] = view.header
  const areNames = cellsOf(view, 0).every((cell) => /\p{L}/u.test(cell))
  return areNames ? yearNamed(corner) : undefined
}

/** `累计金额` beside `金额`, of no period in a row: sums up to the month that a line above names, and figures of that. */
function sumsBesideMonth(view: View): PartColumn[] {
  if (view.header.some((_, i) => holdsPeriods(view, i) || holdsYears(view, i))) return []
  const isOther = (name: string) => isRelative(name) || isComparison(name) || isCodeName(name)
  const found = view.header.flatMap((name, index): PartColumn[] => {
    if (!holdsFigures(view, index) || isOther(name)) return []
    const isSum = isToDate(name)
    return [{ index, part: isSum ? TO_DATE : THIS_MONTH, rest: isSum ? withoutToDate(name) : name }]
  })
  return found.some(({ part }) => part === TO_DATE) ? found : []
}

/** Beside days `3 months` are those that a bond has to run. */
const holdsPeriods = (view: View, index: number): boolean => {
  const cells = cellsOf(view, index)
  return cells.length > 0 && cells.every(isPeriodText) && !cells.every(isYear)
}

const monthOf = ({ part }: PartHeader): number | undefined => {
  const read = readPart(rewritten(part), true)
  return read && 'count' in read && read.count === 1 ? read.month : undefined
}

/**
 * Which columns are of the year before `year`: months after the one that a line above names, where that is
 * among them and they do not go up one by one, and those before the turn of the year, `11月, 12月, 1月`.
 */
function ofYearBefore(
  found: readonly PartColumn[],
  year: string | undefined,
  around: Surroundings,
): (column: number) => boolean {
  const months = found.map(monthOf)
  const turn = months.findIndex((month, i) => month === 1 && months[i - 1] === 12)
  const above = monthAbove(around)
  const last = above?.startsWith(`${year}-`) ? Number(above.slice(5)) : undefined
  const told = months.filter((month) => month !== undefined)
  const isUnbroken = told.every((month, i) => i === 0 || [0, 1].includes(month - told[i - 1]!))
  const isOfLast = last !== undefined && told.includes(last) && !isUnbroken
  return (i) => {
    const month = months[i]
    if (found[i]!.isOfYearBefore) return true
    return month !== undefined && (isOfLast ? month > last : i < turn)
  }
}

/** The month that a line above names, and the year up to its end. */
function datedAbove(found: PartColumn[], around: Surroundings): PeriodColumns | undefined {
  const month = monthAbove(around)
  if (month === undefined) return undefined
  const year = month.slice(0, 4)
  const periodOf = ({ part, isOfYearBefore }: PartColumn): string | undefined => {
    const ofYear = isOfYearBefore ? Number(year) - 1 : year
    const last = `${ofYear}${month.slice(4)}`
    return part === THIS_MONTH ? last : part === TO_DATE ? `${ofYear}-01/${last}` : undefined
  }
  const isBefore = ofYearBefore(found, year, around)
  const columns = found.map((one, i) =>
    pieceColumn(one, periodOf(one) ?? `${Number(year) - Number(isBefore(i))} ${one.part}`),
  )
  return { columns, year: -1, questions: [] }
}

const yearOfColumns = (example: string): Question =>
  yearQuestion(`The columns are pieces of a year, such as ${quoted(example)}`)
