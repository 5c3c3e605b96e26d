import { unitOf } from '../../model/period.ts'
import { quoted } from '../issues.ts'
import { AS_WRITTEN, readPeriod } from '../periods/read.ts'
import { cellsOf, holdsFigures, lookedAt } from './figures.ts'
import { type PeriodColumns, pieceColumn } from './period-column.ts'
import { respread } from './spread.ts'
import { tellsPeriod } from './told-columns.ts'
import type { Emit, Layout, View } from './view.ts'

const FEW = 5

const isDayNumber = (text: string): boolean => /^(?:[1-9]|[12]\d|3[01])$/.test(text.trim())

const isMonth = (text: string): boolean => {
  const period = /\D/.test(text) ? readPeriod(text, AS_WRITTEN) : undefined
  return period !== undefined && unitOf(period) === 'M'
}

/** Days as columns, 1 to 31, beside a column of months. */
export function daysBesideMonths(view: View): PeriodColumns | undefined {
  const days = view.header.flatMap((name, index) =>
    isDayNumber(name) && holdsFigures(view, index) ? [{ index, part: name.trim() }] : [],
  )
  if (days.length < FEW) return undefined
  const months = view.header.findIndex((_, index) => {
    const cells = cellsOf(view, index)
    return cells.length > 0 && cells.every(isMonth)
  })
  if (months < 0) return undefined
  const columns = days.map(({ index, part }) => pieceColumn({ index, rest: '' }, part))
  return { columns, year: months, areDays: true, questions: [] }
}

/** Days below their month, which stands alone above them in the same column: `January 2023`, `10`, `11`. */
export const daysBelowMonths: Layout = (view, around) => {
  if (tellsPeriod(around)) return undefined
  const index = view.header.findIndex((_, i) => areBelow(view, i))
  if (index < 0) return undefined
  const split = () => {
    let month = ''
    return (row: string[], emit: Emit) => {
      const cell = (row[index] ?? '').trim()
      if (isDayNumber(cell)) return emit(row.with(index, `${month} ${cell}`), -1)
      if (!isMonth(cell)) return emit(row, -1)
      month = cell
    }
  }
  return {
    ...view,
    roles: view.roles.with(index, 'period'),
    ...respread(view, split),
    says: [
      ...view.says,
      `Rows are of the days of the month that stands above them in ${quoted(view.header[index]!)}.`,
    ],
  }
}

/** Months that stand alone, and days that go up below each. */
function areBelow({ rows }: View, index: number): boolean {
  let last = 0
  let days = 0
  let months = 0
  for (const row of lookedAt(rows)) {
    const cell = (row[index] ?? '').trim()
    if (isMonth(cell)) {
      if (row.some((other, i) => i !== index && other.trim() !== '')) return false
      months++
      last = 0
    } else {
      if (months === 0 || !isDayNumber(cell) || Number(cell) <= last) return false
      last = Number(cell)
      days++
    }
  }
  return months > 0 && days > 1
}
