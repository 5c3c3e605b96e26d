import { cellsOf } from './figures.ts'
import { respread } from './spread.ts'
import type { Layout } from './view.ts'

/** Letters that no other language has. */
const VIETNAMESE = /[ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/iu

const MONTH = /(?<![\p{L}\d])T\.?(\d{1,2})(?=[/-]\d{4}(?!\d))/gu

const inWords = (text: string): string => text.replace(MONTH, 'tháng $1')

/** `T1/2023` is a month in Vietnamese, for `tháng 1/2023`, and a quarter in French. */
export const vietnameseMonths: Layout = (view, { above }) => {
  if (![...view.header, ...above].some((line) => VIETNAMESE.test(line))) return undefined
  const header = view.header.map(inWords)
  const columns = view.header.flatMap((_, i) => {
    const cells = cellsOf(view, i)
    return cells.length > 0 && cells.every((cell) => inWords(cell) !== cell) ? [i] : []
  })
  if (columns.length === 0 && header.every((name, i) => name === view.header[i])) return undefined
  const told = () => (row: string[], emit: (row: string[], column: number) => void) =>
    emit(
      row.map((cell, i) => (columns.includes(i) ? inWords(cell) : cell)),
      -1,
    )
  return { ...view, header, ...(columns.length > 0 && respread(view, told)) }
}
