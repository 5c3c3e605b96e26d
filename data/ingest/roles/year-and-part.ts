import { isSummaryWord } from '../codes/summaries.ts'
import { isNameless } from '../column-names.ts'
import { type ColumnFacts, type Facts, isPeriods } from '../facts.ts'
import { inOurYears, isBuddhistYear } from '../periods/eras.ts'
import { isFiscalYear } from '../periods/fiscal.ts'
import { unitOfHeading, yearNamed } from '../periods/names.ts'
import { pieceBelow, readPart, rewritten } from '../periods/part.ts'
import { roleOfHeader } from '../words.ts'

/** What stands in a column, but for the words of sums: `Total` below years. */
export const told = ({ distinct }: ColumnFacts): string[] =>
  [...distinct.keys()].filter((text) => !isSummaryWord(text))

/** The column that tells the most apart. */
export const finestOf = (columns: readonly ColumnFacts[]): ColumnFacts =>
  columns.reduce((a, b) => (b.distinct.size > a.distinct.size ? b : a))

/** Whether every cell is a year. */
export const isYears = (column: ColumnFacts): boolean =>
  told(column).length > 0 &&
  told(column).every(
    (text) =>
      /^(?:1[5-9]|20|21)\d\d(?:\.0)?$/.test(text) ||
      (isNamedPeriod(column) && /^2[4-6]\d\d$/.test(text) && isBuddhistYear(text)) ||
      yearNamed(text) !== undefined ||
      yearNamed(inOurYears(text, {})) !== undefined,
  )

/** Years that begin in any month, `2023-24`, beside their quarters or the names of their months: a number may count from either. */
export const areFiscal = ({ filled, distinct }: ColumnFacts, part: ColumnFacts): boolean =>
  filled > 0 &&
  [...distinct.keys()].every(isFiscalYear) &&
  (unitOfHeading(part.name) === 'quarter' ||
    [...part.distinct.keys()].every((text) => /\p{L}/u.test(text)))

/** Whether most cells are pieces of a year: a column of months is no dimension for a word among them. */
export const areMostlyParts = ({ name, distinct }: ColumnFacts): boolean => {
  const cells = [...distinct.keys()]
  return 2 * cells.filter((text) => partIn(name, text) !== undefined).length > cells.length
}

/** Whether every cell is a piece of a year, such as `1`, `Jan`, `Q3` or `52` for the whole of it. */
export const isParts = ({ name, filled, distinct }: ColumnFacts): boolean =>
  filled > 0 && [...distinct.keys()].every((text) => partIn(name, text) !== undefined)

const partIn = (heading: string, cell: string) =>
  readPart(rewritten(pieceBelow(heading, cell)), true)

/** A column of years and one of the months or quarters in them, where no column says both. */
export function splitPeriod(
  facts: Facts,
  candidates: ColumnFacts[],
): { year: ColumnFacts; part: ColumnFacts } | undefined {
  const years = facts.columns.filter(
    (column) =>
      (isYears(column) && (candidates.includes(column) || isNamedPeriod(column))) ||
      candidates.some((part) => part !== column && areFiscal(column, part)),
  )
  const [year] = years
  if (!year || years.length > 1) return undefined
  const others = facts.columns.filter(
    (column) =>
      column !== year &&
      (candidates.includes(column) ||
        isNamedPeriod(column) ||
        areMonthNames(column) ||
        areMonthsBeside(column, year)),
  )
  if (others.some((column) => isPeriods(column) && !isYears(column))) return undefined
  const whole = others.filter(isParts)
  const parts = whole.length > 0 ? whole : others.filter(areMostlyParts)
  return parts.length === 0 ? undefined : { year, part: finestOf(parts) }
}

/** `01` to `12` right beside the year, in a file without names. */
const areMonthsBeside = (column: ColumnFacts, year: ColumnFacts): boolean =>
  isNameless(column.name) &&
  Math.abs(column.index - year.index) === 1 &&
  column.zeroLed > 0 &&
  told(column).every((text) => /^(?:0[1-9]|1[0-2])$/.test(text))

const MONTHS_OF_MOST = 6

/**
 * Every cell names a month or a quarter in words, which says what a heading does not; among many months there
 * may be other words: `MY Sep-Aug`.
 */
function areMonthNames(column: ColumnFacts): boolean {
  const parts = told(column).map((text) =>
    /\p{L}/u.test(text) ? readPart(rewritten(text)) : undefined,
  )
  const pieces = parts.filter((part) => part !== undefined && ('week' in part || part.count < 12))
  return parts.includes(undefined)
    ? pieces.length >= MONTHS_OF_MOST && pieces.length * 2 > parts.length
    : pieces.length > 0
}

export const isNamedPeriod = ({ name }: ColumnFacts): boolean => roleOfHeader(name) === 'period'
