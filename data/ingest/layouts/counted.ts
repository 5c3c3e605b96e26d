import { isTotalWord } from '../codes/summaries.ts'
import { respread } from './spread.ts'
import type { Layout } from './view.ts'

/**
 * A total whose word stands in the column that numbers the rows, `Total, , 1185` below `1, China, 350`: it
 * belongs to the names beside the numbers.
 */
export const counted: Layout = (view) => {
  const isTotal = (row: readonly string[]) =>
    isTotalWord(row[0] ?? '') && (row[1] ?? '').trim() === ''
  const numbered = view.rows.filter((row) => !isTotal(row))
  if (numbered.length < 2 || numbered.length === view.rows.length) return undefined
  const isNumbered = (row: readonly string[], i: number) =>
    row[0]?.trim() === String(i + 1) && /\p{L}/u.test(row[1] ?? '')
  if (view.roles[0] !== undefined || !numbered.every(isNumbered)) return undefined
  return {
    ...view,
    ...respread(view, () => (row, emit) => {
      emit(isTotal(row) ? ['', row[0]!, ...row.slice(2)] : row, -1)
    }),
  }
}
