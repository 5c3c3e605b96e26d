import { isPeriods, isPlainlyPeriods } from '../facts.ts'
import { isYearOfMake } from '../periods/makes.ts'
import { dimensionOf } from '../words.ts'
import type { Settling } from './settling.ts'

/** Years of models tell what is counted apart, where another column says when it was: cars of 2025 are sold in 2026, too. */
export function settleMakes({ facts, roles, says }: Settling): void {
  for (const column of facts.columns) {
    const { index, name } = column
    if (roles[index] !== undefined || !isPeriods(column) || !isYearOfMake(name)) continue
    const isDated = facts.columns.some(
      (other) =>
        roles[other.index] === 'period' ||
        (other !== column && roles[other.index] === undefined && isPlainlyPeriods(other)),
    )
    if (!isDated) continue
    roles[index] = `dimension:${dimensionOf(name)}`
    says.push(`“${name}” says when goods were made: it tells series apart, and is no period.`)
  }
}
