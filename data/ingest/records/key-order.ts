import type { DatasetDescription } from '../../model/dataset.ts'
import { dimensionOfRole, type Role } from '../../model/report.ts'

/** A part of a series' key, and what it is of: a dimension, `unit` or `frequency`. */
export type KeyPart = [word: string, part: string]

/** What a column gives to the keys of series; undefined where nothing. */
export function keyWordOf(role: Role): string | undefined {
  return role === 'unit' || role === 'frequency' ? role : dimensionOfRole(role)
}

/**
 * The order in which a dataset makes its keys: a later file may tell in headings what the first one had in
 * a column, and its series have the same names all the same.
 */
export const keyOrderOf = ({ keyed, columns }: DatasetDescription): readonly string[] =>
  keyed ?? Object.values(columns).flatMap((role) => keyWordOf(role) ?? [])

/** The parts of a key in the order of a dataset; what it does not have comes last. */
export function inOrder(parts: readonly KeyPart[], order: readonly string[]): string[] {
  const place = ([word]: KeyPart): number => {
    const at = order.indexOf(word)
    return at < 0 ? order.length : at
  }
  const sorted = order.length === 0 ? parts : parts.toSorted((a, b) => place(a) - place(b))
  return sorted.map(([, part]) => part)
}
