import type { Dimension } from '../client.ts'
import { FREQUENCIES } from '../words.ts'

/** Dimensions that mean the same in every dataset, in the order in which a reader asks for them. */
const SHARED = ['reporter', 'partner', 'flow', 'unit', 'frequency']

export const isShared = (dimension: string): boolean => SHARED.includes(dimension)

const LONGEST_FIRST = Object.keys(FREQUENCIES)

/** Codes with the most series first; frequencies from years to days. */
const codesInOrder = ({ id, codes }: Dimension): Dimension['codes'] =>
  id === 'frequency'
    ? codes.toSorted((a, b) => LONGEST_FIRST.indexOf(a.code) - LONGEST_FIRST.indexOf(b.code))
    : codes.toSorted((a, b) => b.series - a.series || a.label.localeCompare(b.label))

/** Who, with whom and which way first, then what only some datasets have, unit and frequency last. */
const place = (id: string): number => {
  const at = SHARED.indexOf(id)
  return at < 0 ? 3 : at < 3 ? at : at + 1
}

/**
 * Dimensions in the order of a reader, with what is filtered on among them, also where nothing carries
 * it: it must be there to be taken away.
 */
export function facetsOf(
  dimensions: readonly Dimension[],
  chosen: Readonly<Record<string, string>>,
): Dimension[] {
  const missing = Object.keys(chosen).filter((id) => !dimensions.some((one) => one.id === id))
  return [...dimensions, ...missing.map((id): Dimension => ({ id, codes: [] }))]
    .map(({ id, codes }) => {
      const code = chosen[id]
      const isThere = code === undefined || codes.some((one) => one.code === code)
      return { id, codes: isThere ? codes : [...codes, { code, label: '', series: 0 }] }
    })
    .map((dimension) => ({ ...dimension, codes: codesInOrder(dimension) }))
    .sort((a, b) => place(a.id) - place(b.id))
}
