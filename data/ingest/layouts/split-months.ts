import { unitOfHeading } from '../periods/names.ts'
import { pieceBelow, readPart, rewritten } from '../periods/part.ts'
import { roleOfHeader } from '../words.ts'
import { cellsOf } from './figures.ts'
import { respread } from './spread.ts'
import { isToDate } from './to-date.ts'
import { tellsColumns } from './told-columns.ts'
import type { Emit, Layout, View } from './view.ts'

/** Year and month in two columns beside sums since January are put together: such a sum is of both. */
export const splitMonths: Layout = (view, around) => {
  const { profile } = around
  if (profile?.rest || tellsColumns(around)) return undefined
  if (!view.header.some(isToDate)) return undefined
  const year = columnOf(view, (_, cell) => /^(?:19|20)\d\d$/.test(cell))
  const month = columnOf(view, (name, cell) => monthIn(name, cell) !== undefined)
  if (year < 0 || month < 0) return undefined
  const without = <T>(all: readonly T[]): T[] => all.filter((_, i) => i !== month)
  const name = view.header[month]!
  const spread = (row: string[], emit: Emit) => {
    const number = monthIn(name, (row[month] ?? '').trim())
    const text =
      number === undefined ? ` ${row[month] ?? ''}` : `-${String(number).padStart(2, '0')}`
    emit(without(row.with(year, `${(row[year] ?? '').trim()}${text}`.trim())), -1)
  }
  return {
    ...view,
    header: without(view.header),
    roles: without(view.roles),
    from: without(view.from),
    ...respread(view, () => spread),
    spent: new Map([...view.spent, [view.from[month]!, 'period_part']]),
    says: [...view.says, `The period is named by “${view.header[year]}” and “${name}” together.`],
  }
}

/** The only column that calls itself a period and whose cells are all such; -1 where there is none. */
function columnOf(view: View, is: (name: string, cell: string) => boolean): number {
  const found = view.header.flatMap((name, i) => {
    const cells = roleOfHeader(name) === 'period' ? cellsOf(view, i) : []
    return cells.length > 0 && cells.every((cell) => is(name, cell)) ? [i] : []
  })
  return found.length === 1 ? found[0]! : -1
}

/** The month that a cell names below a heading of months. */
function monthIn(heading: string, cell: string): number | undefined {
  if ((unitOfHeading(heading) ?? 'month') !== 'month') return undefined
  const part = readPart(rewritten(pieceBelow(heading, cell)), true)
  return part && 'month' in part && part.count === 1 ? part.month : undefined
}
