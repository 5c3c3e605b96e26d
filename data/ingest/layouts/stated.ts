import { dateOf } from '../../model/day.ts'
import { type TimePeriod, unitOf } from '../../model/period.ts'
import type { Surroundings } from '../layout.ts'
import { AS_WRITTEN, readPeriod } from '../periods/read.ts'
import { periodHeader } from './period-header.ts'

/** The only year in the lines above a table, else in the name of its file. */
export const yearAbove = ({ above, fileName }: Surroundings): string | undefined =>
  onlyYear(above.join(' ')) ?? onlyYear(fileName)

function onlyYear(text: string): string | undefined {
  const years = new Set(text.match(/(?<!\d)(?:19|20)\d\d(?!\d)/g) ?? [])
  return years.size === 1 ? [...years][0] : undefined
}

/** The only month that the lines above a table name, else the name of its file: `2023-11`. */
export const monthAbove = ({ above, fileName }: Surroundings): string | undefined =>
  onlyMonth(above) ?? onlyMonth([fileName.replace(/\.\w+$/, '').replaceAll('_', ' ')])

function onlyMonth(lines: readonly string[]): string | undefined {
  const months = new Set(lines.flatMap((line) => monthIn(line) ?? []))
  return months.size === 1 ? [...months][0] : undefined
}

function monthIn(line: string): string | undefined {
  const [han] = /\d{4}年\d{1,2}月/.exec(line) ?? []
  const text = han ?? periodHeader(line)?.period
  const period = text === undefined ? undefined : readPeriod(text, AS_WRITTEN)
  return period && endOf(period)
}

/** A month, or the last one of a range of months. */
function endOf(period: TimePeriod): string | undefined {
  const unit = unitOf(period)
  if (unit === 'A' || unit === 'D' || unit === 'W') return undefined
  const { year, month } = dateOf(period.last)
  return `${year}-${String(month).padStart(2, '0')}`
}
