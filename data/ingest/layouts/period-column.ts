import type { Question } from '../../model/report.ts'
import type { PeriodHeader } from './period-header.ts'

/** A column whose header names the period of its cells. */
export interface PeriodColumn extends PeriodHeader {
  index: number
  /** Column of the flags of these cells, and of notes on them, as the FAO writes them; -1 where there is none. */
  flags: number
  notes: number
}

export interface PeriodColumns {
  columns: PeriodColumn[]
  /** Column of the years that the headers lack; -1 where they name them. */
  year: number
  /** They are days, and that column says of which month. */
  areDays?: boolean
  questions: Question[]
}

/** A column of a period that its heading does not name whole. */
export const pieceColumn = (
  { index, rest }: Pick<PeriodColumn, 'index' | 'rest'>,
  period: string,
): PeriodColumn => ({
  index,
  period,
  rest,
  flag: '',
  flags: -1,
  notes: -1,
})
