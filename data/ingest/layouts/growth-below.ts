import { quoted } from '../issues.ts'
import { splitUnit } from '../units/units.ts'
import { cellsOf } from './figures.ts'
import { respread } from './spread.ts'
import { tellsColumns } from './told-columns.ts'
import type { Emit, Layout, View } from './view.ts'

const VALUE = 'value'

/** Rows of growth, `y/y, %`, that come again below rows of other names are of the row above them. */
export const growthBelow: Layout = (view, around) => {
  if (tellsColumns(around) || view.header.length < 2) return undefined
  const word = wordBelow(view)
  if (word === undefined) return undefined
  const split = () => {
    let name = ''
    return (row: string[], emit: Emit) => {
      const isBelow = (row[0] ?? '').trim() === word
      if (!isBelow) name = row[0] ?? ''
      emit([name, ...row.slice(1), isBelow ? word : VALUE], -1)
    }
  }
  return {
    ...view,
    header: [...view.header, 'measure'],
    roles: [...view.roles, 'dimension:measure'],
    from: [...view.from, -1],
    ...respread(view, split),
    says: [...view.says, `Rows of ${quoted(word)} are of what stands above them.`],
  }
}

/** The only text of the first column that comes again: a growth, never twice in turn, with other names between. */
function wordBelow(view: View): string | undefined {
  const cells = cellsOf(view, 0)
  const times = new Map<string, number>()
  for (const cell of cells) times.set(cell, (times.get(cell) ?? 0) + 1)
  const again = [...times].filter(([, count]) => count > 1)
  const [word] = again[0] ?? []
  if (word === undefined || again.length > 1 || cells[0] === word) return undefined
  const isPercent = splitUnit(word).unit === 'percent'
  const isInTurn = cells.every((cell, i) => cell !== word || cells[i - 1] !== word)
  return isPercent && isInTurn ? word : undefined
}
