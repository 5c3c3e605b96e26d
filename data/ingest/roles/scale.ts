import { sizeNamed } from '../units/unit-phrase.ts'
import type { Settling } from './settling.ts'

const NONE = /^(?:units?|ones?|1)$/i

/** `Scale` beside units, of which every text is a size or says that there is none, says how many of them figures count. */
export function settleScale({ facts, roles, says }: Settling): void {
  if (!roles.includes('unit') || roles.includes('attribute:unit_scale')) return
  const column = facts.columns.find(
    ({ index, name, distinct }) =>
      roles[index] === undefined &&
      /^(?:scale|unit[ _]scale|magnitude|power ?code)$/i.test(name.trim()) &&
      [...distinct.keys()].every((text) => NONE.test(text) || sizeNamed(text) !== undefined),
  )
  if (!column) return
  roles[column.index] = 'attribute:unit_scale'
  says.push(`“${column.name}” says how many of its unit a figure counts.`)
}
