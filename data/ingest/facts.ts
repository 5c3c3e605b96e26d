import { isSummaryWord } from './codes/summaries.ts'
import { bareName } from './column-names.ts'
import { copyOf } from './copy.ts'
import { loneFlags } from './numbers/dressed.ts'
import { missingStatus } from './numbers/missing.ts'
import { createNumberEvidence, type NumberEvidence } from './numbers/number-evidence.ts'
import { isFailed } from './numbers/numbers.ts'
import { createPeriodEvidence, type PeriodEvidence } from './periods/evidence.ts'

const DISTINCT = 2000
const EXAMPLES = 3

/** What a text reads as. A lone flag, such as `p`, is neither a figure nor against one, `Total` no period nor against one. */
interface Read {
  number: boolean
  period: boolean
  flag: boolean
  summary: boolean
}

/** What the cells of one column are like, as far as they were seen. */
export interface ColumnFacts {
  name: string
  index: number
  /** Cells that hold something other than a mark for missing. */
  filled: number
  /** Different texts up to a bound, with what each of them reads as. */
  distinct: Map<string, Read>
  /** Cells that read as a number, in some reading, as a period, as flags without a figure, and as the word for a total. */
  numeric: number
  periods: number
  flags: number
  summaries: number
  /** Cells such as `0101`: digits that are a code. */
  zeroLed: number
  numbers: NumberEvidence
  spelling: PeriodEvidence
  examples: string[]
  /** Where another column of its name stands before it: which is the first of these, and whether all cells are alike. */
  namesake?: { first: number; isAlike: boolean }
}

export interface Facts {
  rows: number
  columns: ColumnFacts[]
  /** The first records, to compare columns with each other. */
  sample: string[][]
  see(rows: string[][]): void
}

const KEPT_ROWS = 500

/** Gathers what the cells say, column by column; memory does not grow with what it sees. */
export function createFacts(header: string[]): Facts {
  const bare = header.map(bareName)
  const columns: ColumnFacts[] = header.map((name, index) => ({
    name,
    index,
    filled: 0,
    distinct: new Map(),
    numeric: 0,
    periods: 0,
    flags: 0,
    summaries: 0,
    zeroLed: 0,
    numbers: createNumberEvidence(),
    spelling: createPeriodEvidence(),
    examples: [],
    ...(bare.indexOf(bare[index]!) < index && {
      namesake: { first: bare.indexOf(bare[index]!), isAlike: true },
    }),
  }))
  const facts: Facts = {
    rows: 0,
    columns,
    sample: [],
    see(rows) {
      facts.rows += rows.length
      facts.sample.push(
        ...rows
          .slice(0, KEPT_ROWS - facts.sample.length)
          .map((row) => row.map((cell) => cell.trim())),
      )
      for (const column of columns) {
        for (const row of rows) seeCell(column, row[column.index] ?? '')
        if (column.namesake?.isAlike) column.namesake.isAlike = isAlike(rows, column)
      }
    },
  }
  return facts
}

const isAlike = (rows: string[][], { index, namesake }: ColumnFacts): boolean =>
  rows.every((row) => (row[index] ?? '').trim() === (row[namesake!.first] ?? '').trim())

function seeCell(column: ColumnFacts, cell: string): void {
  const text = cell.trim()
  if (ZERO_LED.test(text)) column.zeroLed++
  let read = column.distinct.get(text)
  if (!read) {
    if (missingStatus(cell) !== undefined) return
    const number = column.numbers.see(text) || isFailed(text)
    const period = column.spelling.see(text)
    const [flag, summary] = [!number && isFlag(text), !period && isSummaryWord(text)]
    read = { number, period, flag, summary }
    if (column.distinct.size < DISTINCT) column.distinct.set(copyOf(text), read)
    if (column.examples.length < EXAMPLES) column.examples.push(copyOf(text))
  }
  column.filled++
  if (read.number) column.numeric++
  if (read.period) column.periods++
  if (read.flag) column.flags++
  if (read.summary) column.summaries++
}

const isFlag = (text: string): boolean => loneFlags(text) !== undefined

const ZERO_LED = /^0\d+$/

export const isNumeric = ({ filled, numeric, flags, zeroLed }: ColumnFacts): boolean =>
  numeric > 0 && zeroLed === 0 && numeric + flags === filled

/** Half of its cells or more are numbers: a column of figures where what stands beside it says so. */
export const isHalfNumeric = ({ filled, numeric, flags, zeroLed }: ColumnFacts): boolean =>
  filled === 1 || (numeric > zeroLed && (numeric - zeroLed + flags) * 2 >= filled)

export const isPeriods = ({ filled, periods, summaries }: ColumnFacts): boolean =>
  periods > 0 && periods + summaries === filled

const FEW = 3

/** A year, a day with points, or more than digits. */
const PLAINLY = /^(?:1[89]|20)\d\d$|^\d{1,2}\.\d{1,2}\.\d{4}$|^(?:19|20)\d\d\.\d\d\.\d\d$|[^\d.]/

/** Months or days run together: `202301`, `20230117`. */
const RUN_TOGETHER = /^(?:19|20)\d{4}$|^(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])$/

/**
 * Digits are periods only where they are years, which values may be too, or months or days one after another,
 * which values and codes hardly are.
 */
export function isPlainlyPeriods(facts: ColumnFacts): boolean {
  if (!isPeriods(facts)) return false
  const texts = [...facts.distinct.keys()]
  const isTogether = texts.length > FEW && texts.every((text) => RUN_TOGETHER.test(text))
  const isDecimal = texts.length > FEW && facts.spelling.habits().decimalYears !== undefined
  return isTogether || isDecimal || texts.every((text) => PLAINLY.test(text))
}

/** Whether two columns say the same thing in two ways: each code has one label, each label one code. */
export const areOne = ({ sample }: Facts, a: number, b: number): boolean =>
  decides(sample, a, b) && decides(sample, b, a)

/** Whether what one column says decides what another does: beside the same text there is the same one. */
export function decides(rows: readonly (readonly string[])[], one: number, other: number): boolean {
  const told = new Map<string, string>()
  return rows.every((row) => {
    const [text, beside] = [row[one] ?? '', row[other] ?? '']
    if (!told.has(text)) told.set(text, beside)
    return told.get(text) === beside
  })
}
