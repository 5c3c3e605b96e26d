import type { Role } from '../../model/report.ts'
import { hasCode, unitNamed } from '../codes.ts'
import type { ColumnFacts } from '../facts.ts'
import type { Open } from './settling.ts'

/** Of a column of countries so many are in a list of ours. */
const MOST = 0.7

/** What a heading does not say and the cells do: units, or countries. */
export function roleOfCells({ distinct }: ColumnFacts, roles: Open): Role | undefined {
  const texts = [...distinct.keys()]
  if (texts.length === 0 || texts.some((text) => /^\d*$/.test(text))) return undefined
  if (!roles.includes('unit') && texts.every((text) => unitNamed(text) !== undefined)) return 'unit'
  const countries = texts.filter((text) => text.length > 3 && hasCode('reporter', text))
  if (texts.length < 2 || countries.length < texts.length * MOST) return undefined
  const sides: Role[] = ['dimension:reporter', 'dimension:partner']
  return sides.find((role) => !roles.includes(role))
}
