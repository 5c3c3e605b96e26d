import { dimensionOfRole } from '../../model/report.ts'
import { quoted } from '../issues.ts'
import { isCodeName, roleOfHeader } from '../words.ts'
import { cellsOf } from './figures.ts'
import { respread } from './spread.ts'
import type { Emit, Layout } from './view.ts'

const FLOAT = /^(\d+)\.0$/

/** `8703.0`, `156.0`: codes of a column that a program took for numbers, since some of its cells were empty. */
export const wholeCodes: Layout = (view) => {
  const columns = new Set(
    view.header.flatMap((name, i) => {
      const isOfCodes = isCodeName(name) || dimensionOfRole(roleOfHeader(name)) !== undefined
      const cells = isOfCodes ? cellsOf(view, i) : []
      return cells.length > 0 && cells.every((cell) => FLOAT.test(cell.trim())) ? [i] : []
    }),
  )
  if (columns.size === 0) return undefined
  const whole = (row: string[], emit: Emit) =>
    emit(
      row.map((cell, i) => (columns.has(i) ? cell.trim().replace(FLOAT, '$1') : cell)),
      -1,
    )
  const names = view.header.filter((_, i) => columns.has(i)).map(quoted)
  const says = [
    ...view.says,
    `Codes in ${names.join(', ')} are whole numbers, written without their “.0”.`,
  ]
  return { ...view, ...respread(view, () => whole), says }
}
