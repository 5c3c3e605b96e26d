import { isTotalWord } from '../codes/summaries.ts'
import { isPieceHeader } from '../headings/part-header.ts'
import { quoted } from '../issues.ts'
import { yearNamed } from '../periods/names.ts'
import { readPart, rewritten } from '../periods/part.ts'
import { cellsOf } from './figures.ts'
import { after, spreadRows } from './spread.ts'
import { isFigure, isSumOf } from './sum-of.ts'
import type { Layout, Spread, View } from './view.ts'

/**
 * Below the months of years that are columns a `Total` is none of its year where it is the sum of some of
 * the months, and `YTD` never: then they are left out.
 */
export const partTotals: Layout = (view) => {
  const years = view.header.flatMap((name, i) => (yearNamed(name) === undefined ? [] : [i]))
  const pieces = years.length === 0 ? -1 : view.header.findIndex((_, i) => isTotalled(view, i))
  if (pieces < 0) return undefined
  const leaveOut = (see: (year: number) => void): Spread => {
    const told = new Map<number, { cells: string[]; months: number }>()
    return (row, emit) => {
      const piece = (row[pieces] ?? '').trim()
      if (isUpToNow(piece)) {
        const sums = years.filter((i) => isFigure(row[i]))
        if (!sums.every((i) => isSumOf(row[i]!, told.get(i)?.cells ?? []))) return emit(row, -1)
        for (const i of sums) see(i)
        return undefined
      }
      if (!isTotalWord(piece)) {
        for (const i of years) {
          if (!isFigure(row[i])) continue
          const { cells, months } = told.get(i) ?? { cells: [], months: 0 }
          told.set(i, { cells: [...cells, row[i]!], months: months + monthsIn(piece) })
        }
        return emit(row, -1)
      }
      const isOpen = (i: number, cell: string) => {
        const { cells, months } = told.get(i) ?? { cells: [], months: 0 }
        return cells.length > 0 && months < 12 && isFigure(cell) && isSumOf(cell, cells)
      }
      const kept = row.map((cell, i) => (years.includes(i) && isOpen(i, cell) ? '' : cell))
      for (const i of years) if (kept[i] !== row[i]) see(i)
      told.clear()
      emit(kept, -1)
    }
  }
  const open = new Set<number>()
  const rows = spreadRows(
    view.rows,
    leaveOut((year) => open.add(year)),
  )
  if (open.size === 0) return undefined
  const names = [...open].map((i) => quoted(view.header[i]!)).join(', ')
  return {
    ...view,
    rows,
    spread: after(
      view.spread,
      leaveOut(() => {}),
    ),
    says: [
      ...view.says,
      `The total of ${names} is left out: it is the sum of some months of the year.`,
    ],
  }
}

/** `YTD`: of whatever months were told. */
const isUpToNow = (piece: string): boolean =>
  /^(?:ytd|year[- ]to[- ]date|с начала года|累计)$/i.test(piece)

const isSum = (piece: string): boolean => isTotalWord(piece) || isUpToNow(piece)

const monthsIn = (piece: string): number => {
  const part = readPart(rewritten(piece))
  return part && 'count' in part ? part.count : 0
}

/** Months or quarters, and totals of them, in one column. */
function isTotalled(view: View, index: number): boolean {
  const told = cellsOf(view, index)
  return (
    told.some(isSum) &&
    told.some(isPieceHeader) &&
    told.every((cell) => isSum(cell) || isPieceHeader(cell))
  )
}
