import type { ValueColumn } from '../mapping.ts'
import type { Understood } from '../read.ts'
import { splitUnit } from '../units/units.ts'
import { headerWord } from '../words.ts'

/**
 * The file with one series named by its whole heading, `Total_TEUs`, as a store has it that is older than
 * what is known of the unit at its end; undefined where it has none.
 */
export function withWhole(understood: Understood, at: number): Understood | undefined {
  const { mapping } = understood.mapped
  const value = named(mapping.values[at]!)
  if (value === mapping.values[at]) return undefined
  const values = mapping.values.with(at, value)
  return { ...understood, mapped: { ...understood.mapped, mapping: { ...mapping, values } } }
}

function named(value: ValueColumn): ValueColumn {
  const { name, codes } = value
  const { stem } = splitUnit(name)
  const [told, ...more] = codes
  if (stem === name || value.named || more.length > 0) return value
  if (!told) return { ...value, named: { key: name, title: stem } }
  if (told.dimension !== 'measure') return value
  const code = told.code === stem ? name : headerWord(name)
  return { ...value, codes: [{ dimension: 'measure', code }] }
}
