import { isSummaryWord } from '../codes/summaries.ts'
import { isPieceHeader } from '../headings/part-header.ts'
import { quoted } from '../issues.ts'
import { yearNamed } from '../periods/names.ts'
import { cellsOf } from './figures.ts'
import { respread } from './spread.ts'
import type { Emit, Layout } from './view.ts'

/** A year that stands over its months, in the first column, as ports publish them. */
export const yearInCorner: Layout = (view) => {
  const year = yearNamed(view.header[0] ?? '')
  const cells = cellsOf(view, 0)
  const pieces = cells.filter((cell) => /\p{L}/u.test(cell) && isPieceHeader(cell))
  const isOther = (cell: string) => !pieces.includes(cell) && !isSummaryWord(cell)
  if (year === undefined || pieces.length === 0 || cells.some(isOther)) return undefined
  const spread = (row: string[], emit: Emit) => {
    const cell = (row[0] ?? '').trim()
    emit(isPieceHeader(cell) ? row.with(0, `${year} ${cell}`) : row, -1)
  }
  return {
    ...view,
    header: view.header.with(0, 'period'),
    roles: view.roles.with(0, 'period'),
    ...respread(view, () => spread),
    says: [...view.says, `Rows are of the year ${quoted(year)}, which heads their months.`],
  }
}
