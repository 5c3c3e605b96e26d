import type { ColumnFacts } from '../facts.ts'
import { mayBeCodes } from './rest.ts'
import type { Settling } from './settling.ts'

/**
 * Whether rows of a table whose columns are periods are named alike but for the number of the row: “Red” below table
 * wine, and again below fine wine. Rows of one period each may be shipments, which are asked about.
 */
export function tellsRowsApart(
  { index }: ColumnFacts,
  { facts, roles, isSpread }: Settling,
): boolean {
  if (!isSpread) return false
  const naming = facts.columns.filter((other) => {
    const role = roles[other.index]
    if (other.index === index) return false
    return role === undefined
      ? mayBeCodes(other)
      : /^(?:dimension:|label:|period|series)/.test(role)
  })
  const numberOf = new Map<string, string>()
  return facts.sample.some((row) => {
    const key = naming.map((other) => row[other.index]).join('\u001f')
    const [told, number] = [numberOf.get(key), row[index]!]
    numberOf.set(key, number)
    return told !== undefined && told !== number
  })
}
