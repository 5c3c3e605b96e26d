import type { SeriesDraft } from '../../model/batch.ts'
import { lookUp } from '../../model/look-up.ts'
import { codeWords } from '../codes/code-words.ts'
import { quoted } from '../issues.ts'
import type { Mapping, ValueColumn } from '../mapping.ts'
import { unitNamed } from '../units/listed-units.ts'
import type { BadCell } from './cells.ts'

/** What a series is held to be; null, or no code, where nobody has said. */
export interface Held {
  unit: string | null
  dimensions: Record<string, string>
}

/** Something that a record says of its series otherwise than it stands. */
export interface Contradiction {
  /** A dimension, or the unit. */
  of: { dimension: string } | 'unit'
  says: string
  held: string
  /** Whether the store holds it so; else other rows of the file do. */
  isStored: boolean
}

/** What a record says of a series otherwise than the store has it, or than other rows of the file. */
export function contradictionsOf(
  draft: SeriesDraft,
  stored: Held | undefined,
  file: Held,
): Contradiction[] {
  const found: Contradiction[] = []
  const unit = stored?.unit ?? file.unit
  if (unit !== null && draft.unit !== null && !isSameUnit(draft.unit, unit)) {
    const isStored = stored !== undefined && stored.unit !== null
    found.push({ of: 'unit', says: draft.unit, held: unit, isStored })
  }
  for (const dimension in draft.dimensions) {
    const says = draft.dimensions[dimension]!
    const stands = lookUp(stored?.dimensions, dimension)
    const held = stands ?? lookUp(file.dimensions, dimension)
    const isStored = stands !== undefined
    if (held !== undefined && held !== says) found.push({ of: { dimension }, says, held, isStored })
  }
  return found
}

/** Whether two texts are one unit: `USD bn` and `billion US dollars`. */
const isSameUnit = (a: string, b: string): boolean =>
  a === b || (unitNamed(a) !== undefined && unitNamed(a) === unitNamed(b))

/** A contradiction as an issue of the cell that says it. */
export function contradictingCell(
  row: string[],
  mapping: Mapping,
  column: ValueColumn,
  draft: SeriesDraft,
  contradiction: Contradiction,
): BadCell {
  const { of, isStored } = contradiction
  const index = of === 'unit' ? unitCell(mapping, column) : codeCell(mapping, column, of.dimension)
  const kind = of === 'unit' ? 'unit' : 'code'
  const code = isStored ? `other-${kind}` : `${kind}-changes`
  const value = index < 0 ? contradiction.says : (row[index] ?? null)
  return { column: index, code, message: words(draft.key, contradiction), value }
}

function unitCell({ unit, unitMult, unitScale }: Mapping, { index, unit: own }: ValueColumn) {
  if (own !== null) return index
  return [unit, unitMult, unitScale].find((cell) => cell >= 0) ?? -1
}

const codeCell = ({ dimensions }: Mapping, { index, codes }: ValueColumn, id: string): number =>
  dimensions.find((dimension) => dimension.id === id)?.index ??
  (codes.some(({ dimension }) => dimension === id) ? index : -1)

function words(key: string, { of, says, held, isStored }: Contradiction): string {
  if (of === 'unit') {
    return isStored
      ? `${quoted(key)} is kept in ${quoted(held)}, and this row gives it in ${quoted(says)}. Convert it, or import it into a dataset of its own.`
      : `${quoted(key)} is in ${quoted(held)} elsewhere in this file, and in ${quoted(says)} here. One series has one unit: convert the figure, or name another series.`
  }
  const { dimension } = of
  const [has, now] = [codeWords(dimension, held), codeWords(dimension, says)]
  const word = dimension.replaceAll('_', ' ')
  return isStored
    ? `${quoted(key)} is kept with the ${word} ${has}, and this row says ${now}. Correct the cell or the name of the series, or import the row into a dataset of its own.`
    : `${quoted(key)} has the ${word} ${has} elsewhere in this file, and ${now} here. Correct the cell, or the name of the series.`
}
