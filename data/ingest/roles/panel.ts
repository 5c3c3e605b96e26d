import { type ColumnFacts, decides, type Facts } from '../facts.ts'
import type { Open } from './settling.ts'

/** Periods of which a panel tells each of its series. */
const FEW = 3
const NAMING = /^(?:dimension:|label:|series$)/

/**
 * Whether columns of numbers are measures of what the other columns name, as in a panel of countries and years: each
 * row is another period of the same names, and no column is decided by the names alone, as a country's number or its
 * distance is, or by the period alone, as the number of a year is.
 */
export function areOfPanel(
  { facts, roles }: { facts: Facts; roles: Open },
  columns: ColumnFacts[],
) {
  const period = [roles.indexOf('period'), roles.indexOf('period_part')].filter((at) => at >= 0)
  const isNaming = ({ index }: ColumnFacts) => {
    const role = roles[index]
    return role === undefined || NAMING.test(role)
  }
  const naming = facts.columns.filter((one) => !columns.includes(one) && isNaming(one))
  if (!roles.includes('period') || naming.length === 0) return false
  const key = (row: string[]) => naming.map(({ index }) => row[index] ?? '').join('\u001f')
  const told = facts.sample.map((row) => [
    key(row),
    period.map((at) => row[at] ?? '').join(' '),
    ...row,
  ])
  const [names, periods] = [0, 1].map((i) => new Set(told.map((row) => row[i])))
  const whole = new Set(told.map((row) => `${row[0]}\u001f${row[1]}`))
  if (periods!.size < FEW || whole.size < told.length) return false
  // One country alone has figures for each year that the year decides.
  const isFree = ({ index }: ColumnFacts) =>
    !decides(filled(told, index + 2), 0, index + 2) &&
    (names!.size === 1 || !decides(filled(told, index + 2), 1, index + 2))
  return columns.every((column) => isFree(column) || isZero(column))
}

/** A column of zeros is of something that nobody has, as yet. */
const isZero = ({ distinct }: ColumnFacts): boolean =>
  distinct.size > 0 && [...distinct.keys()].every((text) => Number(text) === 0)

const filled = (rows: string[][], index: number) => rows.filter((row) => row[index]?.trim())
