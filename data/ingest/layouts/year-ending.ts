import { quoted } from '../issues.ts'
import { AS_WRITTEN, readPeriod } from '../periods/read.ts'
import { respread } from './spread.ts'
import type { Layout, Spread } from './view.ts'

const ENDING = /^(?:(?:the )?year|(?:12|twelve) months)[ _-](?:to|ended|ending)$/i

/** Months below `Year to` or `12 months ending`: each is the year that ends with it. */
export const yearEnding: Layout = (view) => {
  const at = view.header.findIndex((name) => ENDING.test(name.trim()))
  const heading = view.header[at]?.trim().replace(/[_-]/g, ' ')
  if (heading === undefined) return undefined
  const whole = (cell: string): string => (cell.trim() === '' ? '' : `${heading} ${cell.trim()}`)
  const cells = view.rows.map((row) => whole(row[at] ?? '')).filter(Boolean)
  if (cells.length === 0 || !cells.every((cell) => readPeriod(cell, AS_WRITTEN))) return undefined
  const spread: Spread = (row, emit) => emit(row.with(at, whole(row[at] ?? '')), -1)
  return {
    ...view,
    ...respread(view, () => spread),
    says: [
      ...view.says,
      `Each month in ${quoted(view.header[at]!)} ends a year, of which the figures are.`,
    ],
  }
}
