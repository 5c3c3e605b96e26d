import { dimensionOfRole } from '../../model/report.ts'
import type { Levels } from '../layouts/view.ts'
import { roleOfHeader } from '../words.ts'
import type { Row } from './rows.ts'

const MOST_ROWS = 4

const isBlank = (cell: string | undefined): boolean => (cell ?? '').trim() === ''

/** Rows of names in levels, and the one row of names that they come to. */
export interface Levelled {
  levels: Levels
  headerRows: Row[]
  header: Row
}

/**
 * The names of columns in levels, as pandas writes them: the name of each level over the columns of names at the left,
 * and the names of these in a row below, `flow, X, X` and `partner, China, India` above `date, , `.
 */
export function levelledNames(rows: Row[]): Levelled | undefined {
  const at = rows.slice(0, MOST_ROWS).findIndex((row, i) => i > 0 && namesLeft(row))
  if (at < 1) return undefined
  const left = rows[at]!.cells.findIndex(isBlank)
  const above = rows.slice(0, at)
  const isLevel = ({ cells }: Row) =>
    cells.slice(0, left).filter((cell) => !isBlank(cell)).length <= 1 &&
    !cells.slice(left).some(isBlank)
  if (left + at < 3 || !above.every(isLevel)) return undefined
  const names = above.map(({ cells }) => cells.slice(0, left).join('').trim())
  if (!names.some(tellsApart)) return undefined
  const codes = above.map(({ cells }) => cells.slice(left).map((cell) => cell.trim()))
  const columns = codes[0]!.map((_, i) => codes.map((level) => level[i] ?? '').join(' '))
  return {
    levels: { left, names, codes },
    headerRows: rows.slice(0, at + 1),
    header: { cells: [...rows[at]!.cells.slice(0, left), ...columns], line: rows[0]!.line },
  }
}

/** Whether a row names columns at its left, in words that we know, and none of the others. */
function namesLeft({ cells }: Row): boolean {
  const first = cells.findIndex(isBlank)
  const names = cells.slice(0, first)
  return (
    first > 0 &&
    cells.slice(first).every(isBlank) &&
    names.every((name) => roleOfHeader(name) !== undefined)
  )
}

/** Whether a level is of a dimension or of periods. */
function tellsApart(name: string): boolean {
  const role = roleOfHeader(name)
  return role !== undefined && (role === 'period' || dimensionOfRole(role) !== undefined)
}
