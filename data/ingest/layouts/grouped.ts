import { isTotalWord } from '../codes/summaries.ts'
import { isPieceHeader } from '../headings/part-header.ts'
import { quoted } from '../issues.ts'
import { yearNamed } from '../periods/names.ts'
import { lookedAt } from './figures.ts'
import { respread } from './spread.ts'
import { isFigure, isSumOf } from './sum-of.ts'
import { tellsPeriod } from './told-columns.ts'
import type { Layout, Spread, View } from './view.ts'

const isYear = (cell: string): boolean => yearNamed(cell) !== undefined
/** `в том числе: январь`: the first of the months of a year. */
const LEAD =
  /^(?:в том числе|в т\. ?ч\.|из них|of which|including|у тому числі|其中)\s*[:：,]?\s*/iu
const bare = (cell: string): string => cell.replace(LEAD, '')
const isPiece = (cell: string): boolean => /\p{L}/u.test(cell) && isPieceHeader(bare(cell))

const columnOf = ({ rows }: View, index: number): string[] =>
  lookedAt(rows).map((row) => (row[index] ?? '').trim())

/**
 * Months below their year: the year stands once and the cells below it are empty, or in one column with
 * its months. Rows of nothing but the year are headings.
 */
export const grouped: Layout = (view, around) => {
  if (tellsPeriod(around)) return undefined
  const indexes = view.header.map((_, index) => index)
  const one = indexes.find((index) => isMixed(columnOf(view, index)))
  const two = one === undefined && indexes.some((index) => isPieces(columnOf(view, index)))
  const year = two ? indexes.find((index) => isBlankBelow(columnOf(view, index))) : one
  if (year === undefined) return undefined
  const areSums = one !== undefined && areSumsOfSome(view.rows, one)
  const fill = (): Spread => {
    let last = ''
    return (row, emit) => {
      const cell = (row[year] ?? '').trim()
      last = yearNamed(cell) ?? last
      if (isYear(cell) && (areSums || row.every((other, i) => i === year || other.trim() === '')))
        return
      if (one !== undefined && isTotalWord(cell)) return emit(row, -1)
      const period =
        cell === '' ? last : one !== undefined && isPiece(cell) ? `${last} ${bare(cell)}` : cell
      emit(row.toSpliced(year, 1, period), -1)
    }
  }
  return {
    ...view,
    roles: view.roles.map((role, i) => (i === one ? 'period' : role)),
    ...respread(view, fill),
    says: [
      ...view.says,
      `Rows are of the year that stands above them in ${quoted(view.header[year]!)}.`,
      ...(areSums
        ? [
            'Figures beside the years are the sums of the months below them, not of whole years: they are left out.',
          ]
        : []),
    ],
  }
}

/** Whether a year of less than twelve months is told as their sum, as pivot tables have it. */
function areSumsOfSome(rows: readonly string[][], index: number): boolean {
  const years: { row: readonly string[]; parts: string[][] }[] = []
  for (const row of lookedAt(rows)) {
    const cell = (row[index] ?? '').trim()
    if (isYear(cell)) years.push({ row, parts: [] })
    else if (isPiece(cell)) years.at(-1)?.parts.push(row)
  }
  return years.some(({ row, parts }) => {
    const figures = row.flatMap((cell, i) => (i !== index && isFigure(cell) ? [i] : []))
    const below = (i: number) => parts.flatMap((part) => part[i] || [])
    const isSum = (i: number) => below(i).length > 1 && isSumOf(row[i]!, below(i))
    return (
      parts.length < 12 && figures.length > 0 && figures.every(isSum) && !areQuarters(parts, index)
    )
  })
}

/** Four quarters are all of a year. */
const areQuarters = (parts: readonly string[][], index: number): boolean =>
  parts.length === 4 && parts.every((part) => /q|кв|季|quart|trim/i.test(part[index] ?? ''))

/** Years and pieces of them in one column, each year before its own. */
function isMixed(cells: string[]): boolean {
  const told = cells.filter((cell) => cell !== '' && !isTotalWord(cell))
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
