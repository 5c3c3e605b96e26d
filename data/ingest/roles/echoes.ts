import { areOne, type ColumnFacts, type Facts } from '../facts.ts'
import { headerWord, roleOfRoot, rootOf } from '../words.ts'
import type { Settling } from './settling.ts'

/**
 * Leaves out columns that tell no rows apart: those that say once more what another has said (`Year
 * Code` the period, `Item Code (CPC)` the item), and the numbers of the rows.
 */
export function settleEchoes({ facts, roles, says }: Settling): void {
  for (const column of facts.columns) {
    if (roles[column.index] !== undefined || column.filled === 0) continue
    const spoken = roleOfRoot(column.name)
    const root = rootOf(column.name)
    const first = facts.columns.find((other) => {
      const role = roles[other.index]
      if (role === undefined || role === 'ignore') return false
      const isSame = role === spoken || rootOf(other.name) === root
      return isSame && areOne(facts, other.index, column.index)
    })
    if (!first && !isCount(column, facts)) continue
    roles[column.index] = 'ignore'
    if (!first) says.push(`“${column.name}” numbers the rows.`)
  }
}

const COUNTS = new Set('no nr s_no sr_no sl_no line rank row n п_п 序号 번호 lfd_nr'.split(' '))

/** Whether a column that stands first, or is named so, counts the rows. */
function isCount({ name, index }: ColumnFacts, { sample, columns }: Facts): boolean {
  if (index > 0 && !COUNTS.has(headerWord(name))) return false
  const first = Number(sample[0]?.[index])
  if (sample.length < 2 || columns.length < 3 || (first !== 0 && first !== 1)) return false
  return sample.every((row, i) => Number(row[index] || Number.NaN) === first + i)
}
