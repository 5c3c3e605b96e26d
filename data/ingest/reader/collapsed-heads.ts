import { isPieceHeader } from '../headings/part-header.ts'
import type { Row } from './rows.ts'

const isBlank = (cell: string | undefined): boolean => (cell ?? '').trim() === ''

/**
 * Two rows of names, the upper as wide as the lower again: a table taken out of a document gives a heading over
 * several columns one cell, so that the names behind it stand too far to the left, over quarters that are none of
 * theirs, and as many cells at the end are empty.
 */
export function withHeadsSpread(rows: Row[], width: number): Row[] {
  const [upper, lower, more] = rows
  if (!upper || !lower || more) return rows
  const told = lower.cells.flatMap((cell, i) => (isBlank(cell) ? [] : [i]))
  const [first = 0, last = 0] = [told[0], told.at(-1)]
  const gap = told.length - 1
  const end = width - gap
  const isRun = gap > 0 && last - first === gap
  const isFull = upper.cells.slice(first, end).every((cell) => !isBlank(cell))
  const isShort = end > first + 1 && upper.cells.slice(end).every(isBlank)
  const arePieces = told.every(
    (i) => isPieceHeader(`Q ${lower.cells[i]!.trim()}`) || isPieceHeader(lower.cells[i]!),
  )
  if (!isRun || !isFull || !isShort || !arePieces) return rows
  const cells = [
    ...upper.cells.slice(0, first + 1),
    ...Array.from({ length: gap }, () => ''),
    ...upper.cells.slice(first + 1, end),
  ]
  return [{ ...upper, cells }, lower]
}
