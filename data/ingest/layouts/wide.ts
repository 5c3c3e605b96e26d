import type { Question, Role } from '../../model/report.ts'
import { hasCode } from '../codes.ts'
import { loneFlags } from '../dressed.ts'
import { flowIn } from '../flows.ts'
import { quoted } from '../issues.ts'
import type { Emit, Layout, Surroundings, View } from '../layout.ts'
import { missingStatus } from '../missing.ts'
import { isNumberText } from '../number-evidence.ts'
import { AS_WRITTEN, readPeriod } from '../periods/read.ts'
import { after } from '../spread.ts'
import { isPartHeader, isPieceHeader, type PeriodHeader, periodHeader } from './period-header.ts'

/** A column whose header names the period of its cells. */
interface PeriodColumn extends PeriodHeader {
  index: number
  /** Column of the flags of these cells, as the FAO writes them; -1 where there is none. */
  flags: number
}

/** Periods as columns: years, quarters, months, also with a word beside each, also without their year. */
export const wide: Layout = (view, around) => {
  if (view.header.length > MOST_COLUMNS) return undefined
  const found = yearColumn(view) ?? periodColumns(view, around)
  if (!found || found.columns.length === 0) return undefined
  const { columns, year } = found
  const rest = restOf(columns)
  const taken = new Set(columns.flatMap(({ index, flags }) => [index, flags]))
  if (year >= 0) taken.add(year)
  const fixed = view.header.flatMap((_, i) => (taken.has(i) ? [] : [i]))
  const estimates = view.header.indexOf(around.profile?.estimatesAfter ?? '')
  const years = estimates < 0 ? [] : columns.map(({ period }) => Number.parseInt(period, 10))
  const hasFlags = estimates >= 0 || columns.some(({ flag, flags }) => flag !== '' || flags >= 0)
  const made: [string, Role][] = [
    ...(rest.dimension ? [[rest.dimension, `dimension:${rest.dimension}`] as [string, Role]] : []),
    ['period', 'period'],
    ['value', 'value'],
    ...(hasFlags ? [['status', 'status'] as [string, Role]] : []),
  ]
  const spread = (row: string[], emit: Emit) => {
    const long = fixed.map((i) => row[i] ?? '')
    const base = long.length
    const before = year >= 0 ? `${(row[year] ?? '').trim()} ` : ''
    for (let i = 0; i < columns.length; i++) {
      const { index, flag, flags, period } = columns[i]!
      let at = base
      if (rest.dimension) long[at++] = rest.codes[i]!
      long[at++] = before + period
      long[at++] = row[index] ?? ''
      if (estimates >= 0) long[at] = years[i]! > Number(row[estimates] || Infinity) ? 'E' : ''
      else if (hasFlags) long[at] = flags < 0 ? flag : (row[flags] ?? '')
      emit(long, index)
    }
  }
  const names = fixed.map((i) => view.header[i]!)
  return {
    ...view,
    header: [...names, ...made.map(([name]) => unlike(name, names))],
    roles: [...fixed.map((i) => view.roles[i]), ...made.map(([, role]) => role)],
    from: [...fixed.map((i) => view.from[i]!), ...made.map(() => -1)],
    rows: view.rows.flatMap((row) => {
      const long: string[][] = []
      spread(row, (one) => long.push([...one]))
      return long
    }),
    spread: after(view.spread, spread),
    fan: view.fan * columns.length,
    spent: new Map([
      ...view.spent,
      ...columns.flatMap(({ index, flags }): [number, Role][] => [
        [view.from[index]!, 'value'],
        ...(flags >= 0 ? [[view.from[flags]!, 'status'] as [number, Role]] : []),
      ]),
      ...(year >= 0 ? [[view.from[year]!, 'period'] as [number, Role]] : []),
    ]),
    constants: { ...view.constants, ...rest.constants },
    says: [
      ...view.says,
      saysOf(view, columns, year),
      ...rest.says,
      ...(estimates < 0
        ? []
        : [`Figures after the year in ${quoted(view.header[estimates]!)} are estimates.`]),
    ],
    questions: [...view.questions, ...found.questions],
  }
}

interface Found {
  columns: PeriodColumn[]
  /** Column of the years that the headers lack; -1 where they name them. */
  year: number
  questions: Question[]
}

const MOST_LOOKED_AT = 200
/** A table of more columns is none that a person made. */
const MOST_COLUMNS = 20_000

/** Cells below a header, the empty ones left out. */
const cellsOf = ({ rows }: View, index: number): string[] =>
  rows.slice(0, MOST_LOOKED_AT).flatMap((row) => row[index]?.trim() || [])

/** Figures, or marks where there are none; a column that is empty so far may hold some. */
const holdsFigures = (view: View, index: number): boolean => {
  const cells = cellsOf(view, index)
  const figures = cells.filter(
    (cell) =>
      isNumberText(cell) || missingStatus(cell) !== undefined || loneFlags(cell) !== undefined,
  )
  return figures.length >= cells.length * 0.9
}

const isPeriodCell = (cell: string): boolean => readPeriod(cell, AS_WRITTEN) !== undefined

function periodColumns(view: View, around: Surroundings): Found | undefined {
  const { options } = around
  const columns: PeriodColumn[] = []
  for (const [index, name] of view.header.entries()) {
    const role = options.columns?.[name]
    if (role !== undefined && role !== 'value') continue
    const header = periodHeader(name)
    if (!header) continue
    const last = columns.at(-1)
    if (last?.period === header.period && isFlagWord(header.rest)) last.flags = index
    else if (holdsFigures(view, index)) columns.push({ ...header, index, flags: -1 })
  }
  const periods = new Set(columns.map(({ period }) => period))
  if (periods.size > 1) return { columns, year: -1, questions: [] }
  const isLong = view.header.some((_, index) => {
    const cells = cellsOf(view, index)
    return cells.length > 0 && !columns.some((c) => c.index === index) && cells.every(isPeriodCell)
  })
  if (periods.size === 1 && !isLong && columns.every(({ rest }) => rest === '')) {
    return { columns, year: -1, questions: [] }
  }
  return partColumns(view, around)
}

const isFlagWord = (rest: string): boolean => /^(?:f|flags?|status|symbol|footnotes?)$/i.test(rest)

const isYear = (cell: string): boolean => /^(?:1[89]|20|21)\d\d$/.test(cell)

const isMonth = (name: string): boolean => /^(?:[1-9]|1[0-2])$/.test(name.trim())

const ALONE = { rest: '', flag: '', flags: -1 }

/** Months or quarters as columns beside a column of years. */
function yearColumn(view: View): Found | undefined {
  const isPart = view.header.includes('12') && view.header.includes('1') ? isMonth : isPartHeader
  const parts = view.header.flatMap((name, index) => (isPart(name) ? [index] : []))
  if (parts.filter((index) => isPart === isMonth || isPieceHeader(view.header[index]!)).length < 2)
    return undefined
  const year = view.header.findIndex((_, index) => {
    const cells = cellsOf(view, index)
    return !parts.includes(index) && cells.length > 0 && cells.every(isYear)
  })
  if (year < 0) return undefined
  const columns = parts
    .filter((index) => holdsFigures(view, index))
    .map((index) => ({ index, period: view.header[index]!.trim(), ...ALONE }))
  return columns.length < 2 ? undefined : { columns, year, questions: [] }
}

/** Months or quarters as columns, and no year in the table: above it, in the name of the file, or asked for. */
function partColumns(view: View, { options, above, fileName }: Surroundings): Found | undefined {
  const parts = view.header.flatMap((name, index) =>
    isPartHeader(name) && holdsFigures(view, index) ? [index] : [],
  )
  if (parts.filter((index) => isPieceHeader(view.header[index]!)).length < 3) return undefined
  const told = options.answers?.year ?? options.constants?.year
  const year = told ?? onlyYear(above.join(' ')) ?? onlyYear(fileName)
  const columns = parts.map((index) => ({
    index,
    period:
      year === undefined ? view.header[index]!.trim() : `${year} ${view.header[index]!.trim()}`,
    ...ALONE,
  }))
  const questions = year === undefined ? [yearQuestion(view.header[parts[0]!]!)] : []
  return { columns, year: -1, questions }
}

function onlyYear(text: string): string | undefined {
  const years = new Set(text.match(/(?<!\d)(?:19|20)\d\d(?!\d)/g) ?? [])
  return years.size === 1 ? [...years][0] : undefined
}

const LAST_YEARS = 6

export function yearQuestion(example: string): Question {
  const now = new Date().getUTCFullYear()
  return {
    code: 'year',
    column: null,
    message: `The columns are pieces of a year, such as ${quoted(example)}, and nothing says of which. Which year is it?`,
    options: Array.from({ length: LAST_YEARS }, (_, i) => {
      const value = String(now - i)
      return { value, label: value }
    }),
  }
}

/** What the headers say beside their periods: nothing, a word for all, or a dimension. */
function restOf(columns: PeriodColumn[]) {
  const rests = [...new Set(columns.map(({ rest }) => rest))]
  const constants: Record<string, string> = {}
  const says: string[] = []
  if (rests.length === 1) {
    const [rest = ''] = rests
    const flow = flowIn(rest)
    if (flow) constants.flow = flow
    if (rest !== '') {
      const meaning = flow ? `: the flow is ${flow}` : ''
      says.push(`Every period stands beside ${quoted(rest)}${meaning}.`)
    }
    return { dimension: null, codes: [], constants, says }
  }
  const flows = rests.map(flowIn)
  const isFlow = flows.every((flow) => flow !== undefined) && new Set(flows).size === rests.length
  const isArea = rests.every((rest) => hasCode('partner', rest))
  const dimension = isFlow ? 'flow' : isArea ? 'partner' : 'measure'
  says.push(
    `Beside the periods stand ${rests.slice(0, 4).map(quoted).join(', ')}: they are the dimension ${dimension}.`,
  )
  const codes = columns.map(({ rest }) => (isFlow ? flowIn(rest)! : rest || 'value'))
  return { dimension, codes, constants, says }
}

function saysOf({ header }: View, columns: PeriodColumn[], year: number): string {
  const [first, last] = [columns[0]!, columns.at(-1)!]
  const names = `${quoted(header[first.index]!.trim())} to ${quoted(header[last.index]!.trim())}`
  const beside = year < 0 ? '' : `, of the year in ${quoted(header[year]!)}`
  return `Periods are columns: ${columns.length} of them, ${names}${beside}.`
}

/** A name that no column has yet. */
const unlike = (name: string, names: string[]): string =>
  names.includes(name) ? unlike(`${name}_`, names) : name
