import { isPieceHeader } from '../headings/part-header.ts'
import { quoted } from '../issues.ts'
import { isPeriodText } from '../periods/read.ts'
import { lookedAt } from './figures.ts'
import { respread } from './spread.ts'
import { tellsColumns } from './told-columns.ts'
import type { Layout, Spread } from './view.ts'

/** Names of rows, each with those above it that stand further left. */
function createPaths(): (cell: string) => string[] {
  let above: { depth: number; name: string }[] = []
  return (cell) => {
    const name = cell.trim()
    const depth = cell.length - cell.trimStart().length
    above = [...above.filter((one) => one.depth < depth), { depth, name }]
    return above.map((one) => one.name)
  }
}

/** Figures are set to the right, too, and periods are told by those above them in their own way. */
const isName = (cell: string): boolean =>
  /\p{L}{2}/u.test(cell) && !isPieceHeader(cell.trim()) && !isPeriodText(cell)

/** Names that come again below others: `Goods` of exports and of imports. */
function namesAgain(cells: readonly string[]): ReadonlySet<string> {
  const told = cells.filter((cell) => cell.trim() !== '')
  if (!told.some((cell) => /^\s{2}/.test(cell)) || !told.every(isName)) return new Set()
  const paths = told.map(createPaths())
  const names = paths.map((path) => path.at(-1)!)
  const whole = new Set(paths.map((path) => path.join('\n')))
  return new Set(whole.size < told.length ? [] : names.filter((name, i) => names.indexOf(name) < i))
}

/**
 * Rows whose names stand further right than those that they are parts of, and come again below another:
 * they are told apart by the names above them.
 */
export const indented: Layout = (view, around) => {
  if (tellsColumns(around)) return undefined
  const rows = lookedAt(view.rows)
  const found = view.header.flatMap((_, index) => {
    const again = namesAgain(rows.map((row) => row[index] ?? ''))
    return again.size > 0 ? [{ index, again }] : []
  })
  const [column] = found
  if (!column) return undefined
  const { index, again } = column
  const nest = (): Spread => {
    const pathOf = createPaths()
    return (row, emit) => {
      const cell = row[index] ?? ''
      const path = cell.trim() === '' ? [] : pathOf(cell)
      emit(again.has(path.at(-1) ?? '') ? row.toSpliced(index, 1, path.join(', ')) : row, -1)
    }
  }
  return {
    ...view,
    ...respread(view, nest),
    says: [
      ...view.says,
      `Names that come again in ${quoted(view.header[index]!)} are told apart by those above them that stand further left.`,
    ],
  }
}
