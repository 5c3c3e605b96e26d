import type { Question } from '../../model/report.ts'
import { flowIn } from '../codes/flows.ts'
import { isStatusWord } from '../codes/status-words.ts'
import { isTotalWord } from '../codes/summaries.ts'
import { bareName, isNameless } from '../column-names.ts'
import { isBetweenYears, isComparison } from '../headings/comparison.ts'
import { isPartHeader, withoutThisMonth } from '../headings/part-header.ts'
import { isRemarkOn } from '../headings/remarks.ts'
import { quoted } from '../issues.ts'
import { loneFlags } from '../numbers/dressed.ts'
import { inOurHeadings } from '../periods/eras.ts'
import { withoutFootnotes } from '../periods/footnotes.ts'
import { inFourths } from '../periods/fourths.ts'
import { inNumberedQuarters } from '../periods/numbered-quarters.ts'
import { isPeriodText } from '../periods/read.ts'
import { romanPeriod, romansIn } from '../periods/romans.ts'
import { inFullMonths } from '../periods/short-months.ts'
import { saidOf } from '../profile.ts'
import { isRelative } from '../units/measured.ts'
import { splitUnit } from '../units/units.ts'
import { roleOfHeader } from '../words.ts'
import { daysBesideMonths } from './days-of-months.ts'
import { BESIDE, cellsOf, holdsFigures } from './figures.ts'
import { ofHeadingsAgain, withoutCounts } from './headings-again.ts'
import { ofMonthsAbove } from './months-above.ts'
import { type PeriodColumn, type PeriodColumns, pieceColumn } from './period-column.ts'
import { periodHeader, withStatus } from './period-header.ts'
import { besideYears, monthsAndYear, piecesOfYear } from './piece-columns.ts'
import { besideMonths, withoutToDate } from './to-date.ts'
import type { Surroundings, View } from './view.ts'
import { toItsMonth, upToMonths } from './year-to-date.ts'

/** The columns whose headers name periods: whole, or pieces of a year that a column, a line above or a person says. */
export function periodColumns(view: View, around: Surroundings): PeriodColumns | undefined {
  const found =
    daysBesideMonths(view) ??
    besideYears(view) ??
    monthsAndYear(view) ??
    wholePeriods(view, around) ??
    monthsAndSums(view, around) ??
    piecesOfYear(view, around)
  return found && found.columns.length > 0 ? found : undefined
}

/** The source is known to name the period in a column of this table: `PRODUCT_CPA2008` is a product. */
const namesPeriod = ({ header }: View, { profile }: Surroundings): boolean =>
  header.some((name) => saidOf(profile?.columns, name) === 'period')

const isFlagWord = (rest: string): boolean => /^(?:f|flags?|status|symbol|footnotes?)$/i.test(rest)
const isNoteWord = (rest: string): boolean => /^(?:n|notes?)$/i.test(rest)

const isStatusCell = (cell: string): boolean => isStatusWord(cell) || loneFlags(cell) !== undefined

/** What a column says of the figures of the one before it, which is of the same period; undefined where it has its own. */
function remarkOn(
  { rest, flags }: PeriodColumn,
  heading: string,
  cells: () => string[],
): 'flags' | 'notes' | undefined {
  if (isFlagWord(heading)) return 'flags'
  if (isNoteWord(heading)) return 'notes'
  if (!isRemarkOn(rest, heading)) return undefined
  return flags < 0 && cells().every(isStatusCell) ? 'flags' : 'notes'
}

/** Whether a heading of flags comes again, as it does behind each period: `2022, Flag, 2023, Flag`. */
const flagsAgain = (header: readonly string[], name: string): boolean =>
  isFlagWord(bareName(name)) &&
  header.filter((other) => bareName(other) === bareName(name)).length > 1

/** `value (1800)` is the column `value` come again so often, and of no year. */
function isRepeated(name: string, names: ReadonlySet<string>): boolean {
  const bare = bareName(name)
  return bare !== name && names.has(bare) && periodHeader(bare) === undefined
}

function wholePeriods(view: View, around: Surroundings): PeriodColumns | undefined {
  if (namesPeriod(view, around)) return undefined
  const { options } = around
  const columns: PeriodColumn[] = []
  const doubtful: PeriodColumn[] = []
  const romans = romansIn(view.header)
  const answer = options.answers?.[ROMANS]
  const meant = answer === 'quarters' || answer === 'months' ? answer : romans?.meant
  const isOpen = romans !== undefined && meant === 'open'
  const ours = inFullMonths(withoutFootnotes(inOurHeadings(withoutCounts(view.header))))
  const headings = inNumberedQuarters(inFourths(ours)).map((heading) =>
    romans && meant !== 'open' && meant !== undefined ? romanPeriod(heading, meant) : heading,
  )
  const names = new Set(view.header)
  for (const [index, name] of view.header.entries()) {
    const role = options.columns?.[name]
    if (role !== undefined && role !== 'value') continue
    const last = columns.at(-1)
    const isOwn = last?.index === index - 1 && flagsAgain(view.header, name)
    if (last && (isNameless(name) || isOwn) && isFlags(view, index)) last.flags = index
    const isOther =
      isComparison(name) || isBetweenYears(name, view.header) || isRepeated(name, names)
    const header = isOther ? undefined : periodHeader(headings[index]!)
    if (!header) continue
    const remark =
      last?.period === header.period
        ? remarkOn(last, header.rest, () => cellsOf(view, index))
        : undefined
    if (last && remark) last[remark] = index
    else {
      const isSure = holdsFigures(view, index)
      const isLikely = isSure || holdsFigures(view, index, BESIDE)
      if (isLikely) (isSure ? columns : doubtful).push({ ...header, index, flags: -1, notes: -1 })
    }
  }
  // A bad cell makes no dimension of a year among years: it is an issue there.
  const isFlow = ({ rest }: PeriodColumn) => flowIn(rest) !== undefined
  const isBeside = (one: PeriodColumn) =>
    one.rest === '' ||
    columns.some((column) => column.rest === one.rest || (isFlow(column) && isFlow(one)))
  const all = withStatuses([...columns, ...doubtful.filter(isBeside)])
    .sort((a, b) => a.index - b.index)
    .map(toItsMonth)
  const periods = new Set(all.map(({ period }) => period))
  if (periods.size > 1 || isOpen) {
    const once = ofHeadingsAgain(all, view, around)
    const upTo = upToMonths(once.columns, view.header, around)
    const { columns, questions } = ofMonthsAbove(upTo, view, around)
    const open = [...once.questions, ...questions]
    const asked = isOpen ? [...open, romanQuestion(romans.example)] : open
    return { year: -1, columns, questions: asked }
  }
  const isLong = view.header.some((_, index) => {
    const cells = cellsOf(view, index)
    return cells.length > 0 && !columns.some((c) => c.index === index) && cells.every(isPeriodText)
  })
  // Words below another year: the cells of the table are not parted where they should be.
  const isTorn = headings.some(
    (heading, i) =>
      !columns.some(({ index }) => index === i) &&
      periodHeader(heading)?.rest === '' &&
      cellsOf(view, i).length > 0,
  )
  if (periods.size === 0 || isLong || isTorn) return undefined
  const isNamed = view.header.some(
    (name, index) => roleOfHeader(name) === 'period' && !holdsPieces(view, index),
  )
  // `Exports in 2023` alone is of that year; `in 2015 prices` would be of any.
  const areFlows = columns.every(isFlow)
  const isTold =
    columns.every(({ rest }) => rest === '') || ((columns.length > 1 || areFlows) && !isNamed)
  if (!isTold) return undefined
  return { columns: areFlows ? withOtherFlows(columns, view) : columns, year: -1, questions: [] }
}

/** `Exports forecast 2025` beside `Exports 2024` is of the same, where no other column is of that and its period. */
function withStatuses(columns: PeriodColumn[]): PeriodColumn[] {
  const told = columns.map((one) => ({ ...one, ...withStatus(one) }))
  const names = new Set(told.map(({ period, rest }) => `${period}\u001f${rest}`))
  return names.size === told.length ? told : columns
}

/** `Exports 2023` beside `Imports`: the flows beside the only one that names a period are of that, too. */
function withOtherFlows(columns: PeriodColumn[], view: View): PeriodColumn[] {
  const { period } = columns[0]!
  const others = view.header.flatMap((name, index) => {
    const isOther = columns.every((one) => one.index !== index) && !isRelative(name)
    const isFlow = flowIn(splitUnit(name).stem) !== undefined && cellsOf(view, index).length > 0
    return isOther && isFlow && holdsFigures(view, index)
      ? [pieceColumn({ index, rest: name }, period)]
      : []
  })
  return [...columns, ...others].sort((a, b) => a.index - b.index)
}

/** Whether a column holds months or quarters in words: of the year in the headings, where there is one. */
const holdsPieces = (view: View, index: number): boolean => {
  const cells = cellsOf(view, index)
  return cells.length > 0 && cells.every((cell) => /\p{L}/u.test(cell) && isPieceOrTotal(cell))
}

const isPieceOrTotal = (cell: string): boolean => isPartHeader(cell) || isTotalWord(cell)

const ROMANS = 'roman-numbers'

const romanQuestion = (example: string): Question => ({
  code: ROMANS,
  column: null,
  message: `${quoted(example)} and the headings beside it may be quarters or months of their year. Which are they?`,
  options: [
    { value: 'quarters', label: 'Quarters' },
    { value: 'months', label: 'Months' },
  ],
})

/** A column without a heading beside one of figures may hold their flags, as older exports of Eurostat have it. */
const isFlags = (view: View, index: number): boolean =>
  cellsOf(view, index).every((cell) => loneFlags(cell) !== undefined)

/** Figures of months beside figures of the year up to them, each under its heading. */
function monthsAndSums(view: View, around: Surroundings): PeriodColumns | undefined {
  const found = besideMonths(view, around)
  if (!found) return undefined
  const columns = found.columns.map(({ index, isToDate, name }) =>
    isToDate
      ? pieceColumn({ index, rest: withoutToDate(name) }, 'ytd')
      : pieceColumn({ index, rest: withoutThisMonth(name) }, ''),
  )
  return { columns, year: found.period, questions: [] }
}
