import type { Role } from '../../model/report.ts'
import type { Surroundings, View } from './view.ts'

/** What a person says of columns where that is another thing than the layouts do. */
const told = ({ options, isAsLaid }: Surroundings): Role[] =>
  isAsLaid ? [] : Object.values(options.columns ?? {})

/** Whether a person says otherwise of any column: who does knows how the table is laid out. */
export const tellsColumns = (around: Surroundings): boolean => told(around).length > 0

/** The same of the column of the periods. */
export const tellsPeriod = (around: Surroundings): boolean =>
  told(around).some((role) => role.startsWith('period'))

/** The same of the months or quarters of a year. */
export const tellsPeriodPart = (around: Surroundings): boolean =>
  told(around).includes('period_part')

/**
 * Whether a column can have the role that a person gives it where a table is laid out so: one that a layout
 * makes, or says nothing of, can have any, and another has what it is read as.
 */
export function agrees(
  [name, role]: [name: string, role: Role],
  ofFile: readonly string[],
  { header, roles, from, spent }: View,
): boolean {
  const at = header.indexOf(name)
  if (at >= 0) return from[at]! < 0 || (roles[at] ?? role) === role
  const index = ofFile.indexOf(name)
  const read = spent.get(index) ?? (from.includes(index) ? role : 'ignore')
  return index < 0 || read === role
}
