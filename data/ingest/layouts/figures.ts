import { loneFlags } from '../numbers/dressed.ts'
import { missingStatus } from '../numbers/missing.ts'
import { isNumberText } from '../numbers/number-evidence.ts'
import type { View } from './view.ts'

const MOST_LOOKED_AT = 500

type Row = readonly string[]

/** The first rows: so many show how a table is laid out. */
export const lookedAt = <R extends Row>(rows: readonly R[]): R[] => rows.slice(0, MOST_LOOKED_AT)

/** Cells of the first rows below a header, the empty ones left out. */
export const cellsOf = ({ rows }: { rows: readonly Row[] }, index: number): string[] =>
  lookedAt(rows).flatMap((row) => row[index]?.trim() || [])

/** Share of cells that are figures in a column of figures. */
const SURE = 0.9
/** The same in a column beside others that hold nothing else. */
export const BESIDE = 0.5

/** Figures, or marks where there are none; a column that is empty so far may hold some. */
export const holdsFigures = (view: View, index: number, share = SURE): boolean => {
  const cells = cellsOf(view, index)
  const figures = cells.filter(
    (cell) =>
      isNumberText(cell) || missingStatus(cell) !== undefined || loneFlags(cell) !== undefined,
  )
  return figures.length >= cells.length * share
}
