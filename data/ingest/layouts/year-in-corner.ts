import { isSummaryWord } from '../codes/summaries.ts'
import { bareName } from '../column-names.ts'
import { isPieceHeader } from '../headings/part-header.ts'
import { quoted } from '../issues.ts'
import { yearNamed } from '../periods/names.ts'
import { cellsOf, lookedAt } from './figures.ts'
import { respread } from './spread.ts'
import type { Emit, Layout, Spread } from './view.ts'

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

/** `1986, January, February` over regions, and `1987, January, February` over the same: each year heads its rows. */
export const yearsInCorners: Layout = (view) => {
  const [first, ...names] = [yearNamed(view.header[0] ?? ''), ...view.header.slice(1)]
  const isHead = ([corner = '', ...row]: readonly string[]) =>
    yearNamed(corner) !== undefined &&
    names.every((name, i) => bareName(name) === (row[i] ?? '').trim())
  if (first === undefined || !lookedAt(view.rows).some(isHead)) return undefined
  const below = (): Spread => {
    let year = first
    return (row, emit) => {
      if (isHead(row)) year = yearNamed(row[0]!)!
      else emit([...row, year], -1)
    }
  }
  return {
    ...view,
    header: [...view.header.with(0, 'column 1'), 'period'],
    roles: [...view.roles, 'period'],
    from: [...view.from, -1],
    ...respread(view, below),
    says: [
      ...view.says,
      'Rows are of the year that stands above them in the corner of their names.',
    ],
  }
}
