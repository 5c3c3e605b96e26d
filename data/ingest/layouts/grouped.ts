import { quoted } from '../issues.ts'
import { yearNamed } from '../periods/names.ts'
import { after, spreadRows } from '../spread.ts'
import type { Layout, Spread, View } from '../view.ts'
import { isPieceHeader } from './part-header.ts'

const MOST_LOOKED_AT = 500

const isYear = (cell: string): boolean => yearNamed(cell) !== undefined
const isPiece = (cell: string): boolean => /\p{L}/u.test(cell) && isPieceHeader(cell)

const cellsOf = ({ rows }: View, index: number): string[] =>
  rows.slice(0, MOST_LOOKED_AT).map((row) => (row[index] ?? '').trim())

/**
 * Months below their year: the year stands once and the cells below it are empty, or in one column with
 * its months. Rows of nothing but the year are headings.
 */
export const grouped: Layout = (view, { options }) => {
  if (Object.values(options.columns ?? {}).some((role) => role.startsWith('period')))
    return undefined
  const indexes = view.header.map((_, index) => index)
  const one = indexes.find((index) => isMixed(cellsOf(view, index)))
  const two = one === undefined && indexes.some((index) => isPieces(cellsOf(view, index)))
  const year = two ? indexes.find((index) => isBlankBelow(cellsOf(view, index))) : one
  if (year === undefined) return undefined
  const fill = (): Spread => {
    let last = ''
    return (row, emit) => {
      const cell = (row[year] ?? '').trim()
      last = yearNamed(cell) ?? last
      if (isYear(cell) && row.every((other, i) => i === year || other.trim() === '')) return
      const period =
        cell === '' ? last : one !== undefined && isPiece(cell) ? `${last} ${cell}` : cell
      emit(row.toSpliced(year, 1, period), -1)
    }
  }
  return {
    ...view,
    roles: view.roles.map((role, i) => (i === one ? 'period' : role)),
    rows: spreadRows(view.rows, fill()),
    spread: after(view.spread, fill()),
    says: [
      ...view.says,
      `Rows are of the year that stands above them in ${quoted(view.header[year]!)}.`,
    ],
  }
}

/** Years and pieces of them in one column, each year before its own. */
function isMixed(cells: string[]): boolean {
  const told = cells.filter((cell) => cell !== '')
  const years = told.flatMap((cell, i) => (isYear(cell) ? [i] : []))
  if (!isYear(cells[0] ?? '') || !told.every((cell) => isYear(cell) || isPiece(cell))) return false
  return years.length < told.length && years.every((i) => isPiece(told[i + 1] ?? ''))
}

const isPieces = (cells: string[]): boolean => {
  const told = cells.filter((cell) => cell !== '')
  return told.length > 1 && told.every(isPiece)
}

const isBlankBelow = (cells: string[]): boolean =>
  isYear(cells[0] ?? '') &&
  cells.some((cell) => cell === '') &&
  cells.every((cell) => cell === '' || isYear(cell))
