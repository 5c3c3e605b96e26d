import { seriesName } from '../model/series-name.ts'
import { amount, during, type Line, published, rounding, type Say } from './line.ts'

/** Share by which exports and imports must differ, so that to exchange them says something. */
const APART = 0.02

/** Whether a file says of exports and imports of a period what the store had of the other. */
export function areTurned(exports: Line, i: number, imports: Line, j: number): boolean {
  const [x, m] = [exports.value[i]!, imports.value[j]!]
  const isOther = (line: Line, at: number, other: Line, of: number) =>
    Math.abs(line.value[at]! - (other.before?.[of] ?? Number.NaN)) <= 1.01 * rounding(line, at)
  return (
    isOther(exports, i, imports, j) &&
    isOther(imports, j, exports, i) &&
    Math.abs(x - m) > APART * Math.max(Math.abs(x), Math.abs(m))
  )
}

/** "The series are “Exports” (X) and “Imports” (M)." */
export const bothNames = (exports: Line, imports: Line): string =>
  `The series are ${seriesName(exports.draft)} and ${seriesName(imports.draft)}.`

/** Says all such periods of two series at once. */
export function sayTurned(
  exports: Line,
  imports: Line,
  turned: readonly [number, number][],
  say: Say,
): void {
  const [[i, j] = [0, 0]] = turned
  say('swapped', exports.told[i]!, () => {
    const both = `exports of ${amount(exports, i)} and imports of ${amount(imports, j)} ${during(exports, i)}`
    const many = `Exports and imports of ${turned.length} periods are exchanged with what stood before, first ${both}.`
    const one = `${both.charAt(0).toUpperCase()}${both.slice(1)} are what imports and exports were before.`
    const said = turned.length === 1 ? one : many
    return {
      message: `${said} Look up which is right. ${bothNames(exports, imports)}`,
      value: published(exports, i),
    }
  })
}
