import { quoted } from '../issues.ts'
import { createCarried } from '../periods/carried.ts'
import { isPeriodText } from '../periods/read.ts'
import { cellsOf } from './figures.ts'
import { respread } from './spread.ts'
import type { Layout, View } from './view.ts'

/** As columns of the same name are told apart. */
const NUMBERED = / \(\d+\)$/

/** A year that only the first of its months or quarters says, in headings or in rows, holds for those after it. */
export const carriedYear: Layout = (view) => inRows(view) ?? inHeadings(view)

function inHeadings(view: View): View | undefined {
  const carry = createCarried()
  const header = view.header.map((name) => {
    const bare = name.replace(NUMBERED, '')
    const dated = carry(bare)
    return dated !== bare && isPeriodText(dated) ? dated : name
  })
  const at = header.findIndex((name, i) => name !== view.header[i])
  const isChanged = at >= 0 && new Set(header).size === header.length
  return isChanged ? saying({ ...view, header }, view.header[at]!, header[at]!) : undefined
}

function inRows(view: View): View | undefined {
  const column = view.header.findIndex((_, i) => {
    const carry = createCarried()
    const cells = cellsOf(view, i)
    const areBare = cells.some((cell) => !isPeriodText(cell))
    return areBare && cells.every((cell) => isPeriodText(carry(cell)))
  })
  if (column < 0) return undefined
  const begin = () => {
    const carry = createCarried()
    return (row: string[], emit: (row: string[], column: number) => void) => {
      const cell = row[column] ?? ''
      emit(cell.trim() === '' ? row : row.with(column, carry(cell)), -1)
    }
  }
  const spread = respread(view, begin)
  const bare = cellsOf(view, column).find((cell) => !isPeriodText(cell))!
  const place = cellsOf(view, column).indexOf(bare)
  return saying({ ...view, ...spread }, bare, cellsOf(spread, column)[place]!)
}

const saying = (view: View, bare: string, dated: string): View => ({
  ...view,
  says: [
    ...view.says,
    `Months or quarters without a year are of the year before them: ${quoted(bare.trim())} is ${quoted(dated)}.`,
  ],
})
