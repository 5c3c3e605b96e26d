import { statusOf } from '../status-cells.ts'
import type { Settling } from './settling.ts'

/** A column that its heading calls one of flags, and that holds none, says nothing of figures: pictures of flags. */
export function settleStatus({ facts, roles, options, says }: Settling): void {
  const column = facts.columns[roles.indexOf('status')]
  if (!column || column.filled === 0 || options.columns?.[column.name] !== undefined) return
  const { index, name, distinct } = column
  const isStatus = (text: string) =>
    'letters' in statusOf(text, index, { cumulativeC: true, statuses: {} })
  if ([...distinct.keys()].some(isStatus)) return
  roles[index] = 'ignore'
  says.push(`“${name}” holds no status of figures: it is not read.`)
}
