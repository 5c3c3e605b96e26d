import { roleOfHeader } from '../words.ts'
import type { Row } from './rows.ts'

const MOST_ROWS = 4

const isBlank = (cell: string | undefined): boolean => (cell ?? '').trim() === ''

/**
 * Rows of names without the names of their levels, which programs write over the last of several columns of names at
 * the left: `, year, 2021, 2022` above `reporter, partner, , `.
 */
export function withoutAxisNames(rows: Row[]): Row[] {
  const at = rows.slice(0, MOST_ROWS).findIndex((row, i) => i > 0 && namesLeft(row))
  if (at < 1) return rows
  const left = rows[at]!.cells.filter((cell) => !isBlank(cell)).length
  const above = rows.slice(0, at)
  const isLevel = ({ cells }: Row) =>
    cells.length > left &&
    cells.slice(0, left - 1).every(isBlank) &&
    !cells.slice(left).some(isBlank)
  if (left < 2 || !above.every(isLevel)) return rows
  return rows.map((row, i) => (i < at ? { ...row, cells: row.cells.with(left - 1, '') } : row))
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
