import type { ColumnFacts } from '../facts.ts'
import { quoted } from '../issues.ts'
import { isRelative } from '../units/measured.ts'
import type { Deciding } from './deciding.ts'

/** How often a number of so many nines must stand in a file to be no figure: `-99` and a lone `-999` are figures. */
const ENOUGH = [Infinity, Infinity, Infinity, 2, 1]

/**
 * The number that stands for no figure: it is made of nines, and nothing else in its column is negative.
 * Null where there is none; shares and changes may be nearly minus a hundred.
 */
export function absentIn(
  { name, numbers }: ColumnFacts,
  isPercent: boolean,
  values: readonly ColumnFacts[],
  { says }: Deciding,
): number | null {
  const { negative, nines } = numbers.lows()
  const [value, times] = nines.size === 1 ? [...nines][0]! : [0, 0]
  if (times === 0 || times !== negative || isPercent || isRelative(name)) return null
  const digits = String(value).replace(/\D/g, '').length
  const inAll = values.reduce((sum, one) => sum + (one.numbers.lows().nines.get(value) ?? 0), 0)
  if (inAll < ENOUGH[Math.min(digits, 4)]!) return null
  says.push(`${value} in ${quoted(name)} is no figure: no other number there is negative.`)
  return value
}
