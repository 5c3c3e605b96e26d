import { periodText, unitOf } from '../../model/period.ts'
import { quoted } from '../issues.ts'
import { createPeriodEvidence, type PeriodEvidence } from '../periods/evidence.ts'
import { type DateOrder, type PeriodSpelling, readPeriod } from '../periods/read.ts'
import { roleOfHeader } from '../words.ts'
import { cellsOf, lookedAt } from './figures.ts'
import { respread } from './spread.ts'
import { isPlainMonth, isToDate } from './to-date.ts'
import { tellsPeriod } from './told-columns.ts'
import type { Emit, Layout } from './view.ts'

/**
 * Months beside sums since January that only all cells together show to be such, `8/1/2023`, `23-Aug` or the days
 * that a spreadsheet counts, are written as months: such a sum is of those up to one.
 */
export const monthsToDate: Layout = (view, around) => {
  const rows = lookedAt(view.rows)
  const isSaid = view.header.some(isToDate) || rows.some((row) => row.some(isToDate))
  if (!isSaid || around.profile?.rest || tellsPeriod(around)) return undefined
  const [period = -1, more] = view.header.flatMap((name, i) =>
    roleOfHeader(name) === 'period' ? [i] : [],
  )
  const cells = period < 0 || more !== undefined ? [] : cellsOf({ rows }, period)
  if (cells.every(isPlainMonth)) return undefined
  const [spelling, other] = spellingsOf(cells)
  if (!spelling || other) return undefined
  const spread = (row: string[], emit: Emit) => {
    const month = monthIn((row[period] ?? '').trim(), spelling)
    emit(month === undefined ? row : row.with(period, month), -1)
  }
  return {
    ...view,
    ...respread(view, () => spread),
    says: [
      ...view.says,
      `Cells such as ${quoted(cells[0]!)} in ${quoted(view.header[period]!)} are months, the first of them ${monthIn(cells[0]!, spelling)}.`,
    ],
  }
}

function monthIn(cell: string, spelling: PeriodSpelling): string | undefined {
  const period = readPeriod(cell, spelling)
  return period && unitOf(period) === 'M' ? periodText(period) : undefined
}

/** The ways of reading some cells by which all of them are months; two where only the order of day and month would tell. */
function spellingsOf(cells: readonly string[]): PeriodSpelling[] {
  const orders = seen(cells).doubtful() === undefined ? [null] : (['mdy', 'dmy'] as const)
  return orders.flatMap((order) => {
    const evidence = seen(cells, order)
    const spelling = { ...evidence.habits(), ...evidence.daysMean(), order: evidence.order() }
    return cells.every((cell) => monthIn(cell, spelling) !== undefined) ? [spelling] : []
  })
}

function seen(cells: readonly string[], order: DateOrder | null = null): PeriodEvidence {
  const evidence = createPeriodEvidence(order)
  for (const cell of cells) evidence.see(cell)
  return evidence
}
