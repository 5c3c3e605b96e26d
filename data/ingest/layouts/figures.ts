import { loneFlags } from '../dressed.ts'
import { missingStatus } from '../missing.ts'
import { isNumberText } from '../number-evidence.ts'
import type { View } from '../view.ts'

const MOST_LOOKED_AT = 200

/** Cells below a header, those of the first `most` rows, the empty ones left out. */
export const cellsOf = (
  { rows }: { rows: readonly (readonly string[])[] },
  index: number,
  most = MOST_LOOKED_AT,
): string[] => rows.slice(0, most).flatMap((row) => row[index]?.trim() || [])

/** Share of cells that are figures in a column of figures. */
const SURE = 0.9

/** Figures, or marks where there are none; a column that is empty so far may hold some. */
export const holdsFigures = (view: View, index: number, share = SURE): boolean => {
  const cells = cellsOf(view, index)
  const figures = cells.filter(
    (cell) =>
      isNumberText(cell) || missingStatus(cell) !== undefined || loneFlags(cell) !== undefined,
  )
  return figures.length >= cells.length * share
}
