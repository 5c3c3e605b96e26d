import type { Question } from '../../model/report.ts'
import { loneFlags } from '../dressed.ts'
import { quoted } from '../issues.ts'
import { missingStatus } from '../missing.ts'
import { isNumberText } from '../number-evidence.ts'
import { withoutFootnotes } from '../periods/footnotes.ts'
import { readPart, rewritten } from '../periods/part.ts'
import { AS_WRITTEN, readPeriod } from '../periods/read.ts'
import type { Surroundings, View } from '../view.ts'
import { roleOfHeader } from '../words.ts'
import { isComparison } from './comparison.ts'
import {
  isFromJanuary,
  isPartHeader,
  isPieceHeader,
  type PartHeader,
  partBeside,
  THIS_MONTH,
  TO_DATE,
} from './part-header.ts'
import { type PeriodHeader, periodHeader } from './period-header.ts'
import { monthAbove, yearAbove, yearNamed, yearQuestion } from './stated.ts'
import { besideMonths, withoutToDate } from './to-date.ts'
import { upToMonths } from './year-to-date.ts'

/** A column whose header names the period of its cells. */
export interface PeriodColumn extends PeriodHeader {
  index: number
  /** Column of the flags of these cells, and of notes on them, as the FAO writes them; -1 where there is none. */
  flags: number
  notes: number
}

export interface PeriodColumns {
  columns: PeriodColumn[]
  /** Column of the years that the headers lack; -1 where they name them. */
  year: number
  questions: Question[]
}

/** The columns whose headers name periods: whole, or pieces of a year that a column, a line above or a person says. */
export function periodColumns(view: View, around: Surroundings): PeriodColumns | undefined {
  const found =
    besideYears(view) ??
    monthsAndYear(view) ??
    wholePeriods(view, around) ??
    piecesOfYear(view, around) ??
    monthsAndSums(view, around)
  return found && found.columns.length > 0 ? found : undefined
}

/** The source is known to name the period in a column of this table: `PRODUCT_CPA2008` is a product. */
const namesPeriod = ({ header }: View, { profile }: Surroundings): boolean =>
  header.some((name) => profile?.columns?.[name] === 'period')

const MOST_LOOKED_AT = 200

/** Cells below a header, the empty ones left out. */
const cellsOf = ({ rows }: View, index: number): string[] =>
  rows.slice(0, MOST_LOOKED_AT).flatMap((row) => row[index]?.trim() || [])

/** Share of cells that are figures: of a column of figures, and of one beside columns that are. */
const SURE = 0.9
const BESIDE = 0.5

/** Figures, or marks where there are none; a column that is empty so far may hold some. */
const holdsFigures = (view: View, index: number, share = SURE): boolean => {
  const cells = cellsOf(view, index)
  const figures = cells.filter(
    (cell) =>
      isNumberText(cell) || missingStatus(cell) !== undefined || loneFlags(cell) !== undefined,
  )
  return figures.length >= cells.length * share
}

const isPeriodCell = (cell: string): boolean => readPeriod(cell, AS_WRITTEN) !== undefined

const isFlagWord = (rest: string): boolean => /^(?:f|flags?|status|symbol|footnotes?)$/i.test(rest)
const isNoteWord = (rest: string): boolean => /^(?:n|notes?)$/i.test(rest)

function wholePeriods(view: View, around: Surroundings): PeriodColumns | undefined {
  if (namesPeriod(view, around)) return undefined
  const { options } = around
  const columns: PeriodColumn[] = []
  const doubtful: PeriodColumn[] = []
  const headings = withoutFootnotes(view.header)
  for (const [index, name] of view.header.entries()) {
    const role = options.columns?.[name]
    if (role !== undefined && role !== 'value') continue
    const last = columns.at(-1)
    if (last && /^column \d+$/.test(name) && isFlags(view, index)) last.flags = index
    const header = isComparison(name) ? undefined : periodHeader(headings[index]!)
    if (!header) continue
    const isSame = last?.period === header.period
    if (isSame && isFlagWord(header.rest)) last.flags = index
    else if (isSame && isNoteWord(header.rest)) last.notes = index
    else {
      const isSure = holdsFigures(view, index)
      const isLikely = isSure || (header.rest === '' && holdsFigures(view, index, BESIDE))
      if (isLikely) (isSure ? columns : doubtful).push({ ...header, index, flags: -1, notes: -1 })
    }
  }
  const periods = new Set(columns.map(({ period }) => period))
  if (periods.size > 1) {
    // A bad cell makes no dimension of a year among years: it is an issue there.
    const all = [...columns, ...doubtful].sort((a, b) => a.index - b.index)
    return { year: -1, ...upToMonths(all, view.header, around) }
  }
  const isLong = view.header.some((_, index) => {
    const cells = cellsOf(view, index)
    return cells.length > 0 && !columns.some((c) => c.index === index) && cells.every(isPeriodCell)
  })
  if (periods.size === 0 || isLong) return undefined
  const isNamed = view.header.some((name) => roleOfHeader(name) === 'period')
  const isTold = columns.every(({ rest }) => rest === '') || (columns.length > 1 && !isNamed)
  return isTold ? { columns, year: -1, questions: [] } : undefined
}

/** A column without a heading beside one of figures may hold their flags, as older exports of Eurostat have it. */
const isFlags = (view: View, index: number): boolean =>
  cellsOf(view, index).every((cell) => loneFlags(cell) !== undefined)

interface PartColumn extends PartHeader {
  index: number
}

const column = ({ index, rest }: PartColumn, period: string): PeriodColumn => ({
  index,
  period,
  rest,
  flag: '',
  flags: -1,
  notes: -1,
})

const isMonthName = (name: string): boolean => /\p{L}{3}|\d ?[月월]/u.test(name)
const isMonth = (name: string): boolean => /^(?:[1-9]|1[0-2])$/.test(name.trim())

/** Columns of pieces of a year, alone or each beside a word. */
function parts(view: View): PartColumn[] {
  const isPart = view.header.includes('12') && view.header.includes('1') ? isMonth : isPartHeader
  const alone = view.header.flatMap((name, index) =>
    isPart(name) && !holdsYears(view, index)
      ? [{ index, part: name.trim(), rest: '', isSure: isMonthName(name) }]
      : [],
  )
  const pieces = alone.filter(({ part }) => isMonth(part) || isPieceHeader(part))
  if (pieces.length > 1) return alone.filter(({ index }) => holdsFigures(view, index))
  const named = view.header.map((name) => (isComparison(name) ? undefined : partBeside(name)))
  const beside = withEnds(view, named).filter(({ index }) => holdsFigures(view, index))
  return isTable(beside) ? beside : []
}

/** `Exports 11` beside `Exports 1to11` is the eleventh month. */
function withEnds({ header }: View, found: (PartHeader | undefined)[]): PartColumn[] {
  const ends = new Set(
    found.flatMap((one) => /^1 ?to ?(\d{1,2})$/.exec(one?.part ?? '')?.[1] ?? []),
  )
  return header.flatMap((name, index) => {
    const one = found[index]
    if (one) return [{ ...one, index }]
    const [, rest, month] = /^(.+) (\d{1,2})$/.exec(name) ?? []
    return rest !== undefined && ends.has(month!) ? [{ index, part: `m${month}`, rest }] : []
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

const isYear = (cell: string): boolean => /^(?:1[89]|20|21)\d\d$/.test(cell)

/** The word for a year stands above years, or above the sums of its months. */
const holdsYears = (view: View, index: number): boolean => {
  const cells = cellsOf(view, index)
  return cells.length > 0 && cells.every(isYear)
}

/** Months or quarters as columns beside a column of years. */
function besideYears(view: View): PeriodColumns | undefined {
  const found = parts(view)
  if (found.length < 2 || found.some(({ part }) => part === THIS_MONTH || part === TO_DATE))
    return undefined
  const year = view.header.findIndex((_, index) => {
    return !found.some((one) => one.index === index) && holdsYears(view, index)
  })
  if (year < 0) return undefined
  return { columns: found.map((one) => column(one, one.part)), year, questions: [] }
}

/** Months or quarters as columns, and the year that they come to, which says of which year they are. */
function monthsAndYear(view: View): PeriodColumns | undefined {
  const years = view.header.flatMap((name, index) =>
    yearNamed(name) !== undefined && holdsFigures(view, index) ? [{ name, index }] : [],
  )
  const [year] = years
  const found = parts(view)
  if (!year || years.length > 1 || found.length < 3 || found.some(({ rest }) => rest !== ''))
    return undefined
  const whole = { index: year.index, part: '', rest: '' }
  const columns = [...found, whole]
    .map((one) => column(one, `${yearNamed(year.name)} ${one.part}`.trim()))
    .sort((a, b) => a.index - b.index)
  return { columns, year: -1, questions: [] }
}

/** Months or quarters as columns, and no year in the table: above it, in the name of the file, or asked for. */
function piecesOfYear(view: View, around: Surroundings): PeriodColumns | undefined {
  const found = parts(view)
  const isDated = found.some(({ part }) => part === THIS_MONTH || part === TO_DATE)
  if (isDated) return datedAbove(found, around)
  const isFew = found.filter(({ part }) => isPieceHeader(part)).length < 3
  const isSure = found.some(({ part, rest, isSure }) => isSure || rest || /to|^1-\d/.test(part))
  if (isFew && !isSure) return undefined
  const { options } = around
  const year = options.answers?.year ?? options.constants?.year ?? yearAbove(around)
  const isBefore = ofYearBefore(found, around)
  const periodOf = (one: PartColumn, i: number) =>
    year === undefined ? one.part : `${Number(year) - Number(isBefore(i))} ${one.part}`
  return {
    columns: found.map((one, i) => column(one, periodOf(one, i))),
    year: -1,
    questions: year === undefined ? [yearOfColumns(view.header[found[0]!.index]!)] : [],
  }
}

const monthOf = ({ part }: PartHeader): number | undefined => {
  const read = readPart(rewritten(part), true)
  return read && 'count' in read && read.count === 1 ? read.month : undefined
}

/**
 * Which columns are of the year before the one that is said: months after the month that a line above names,
 * and those before the turn of the year, `11月, 12月, 1月`.
 */
function ofYearBefore(
  found: readonly PartColumn[],
  around: Surroundings,
): (column: number) => boolean {
  const months = found.map(monthOf)
  const above = monthAbove(around)
  const turn = months.findIndex((month, i) => month === 1 && months[i - 1] === 12)
  return (i) => {
    const month = months[i]
    if (month === undefined) return false
    return above === undefined ? i < turn : month > Number(above.slice(5))
  }
}

/** The month that a line above names, and the year up to its end. */
function datedAbove(found: PartColumn[], around: Surroundings): PeriodColumns | undefined {
  const month = monthAbove(around)
  if (month === undefined) return undefined
  const periods: Record<string, string> = {
    [THIS_MONTH]: month,
    [TO_DATE]: `${month.slice(0, 4)}-01/${month}`,
  }
  const year = Number(month.slice(0, 4))
  const isBefore = ofYearBefore(found, around)
  const columns = found.map((one, i) =>
    column(one, periods[one.part] ?? `${year - Number(isBefore(i))} ${one.part}`),
  )
  return { columns, year: -1, questions: [] }
}

/** Figures of months beside figures of the year up to them, each under its heading. */
function monthsAndSums(view: View, around: Surroundings): PeriodColumns | undefined {
  const found = besideMonths(view, around)
  if (!found) return undefined
  const columns = found.columns.map(({ index, isToDate, name }) =>
    column({ index, part: '', rest: isToDate ? withoutToDate(name) : name }, isToDate ? 'ytd' : ''),
  )
  return { columns, year: found.period, questions: [] }
}

const yearOfColumns = (example: string): Question =>
  yearQuestion(`The columns are pieces of a year, such as ${quoted(example)}`)
