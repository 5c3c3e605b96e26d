import { differenceFor } from './difference.ts'
import { amount, during, isPublished, type Line, published, type Say } from './line.ts'
import { agrees } from './months.ts'
import { areTurned, bothNames, sayTurned } from './turned.ts'

/**
 * How far outside of the figures around it a figure must lie, and how far its counterpart may. At an end
 * of a series, where it may have grown, both farther.
 */
const FAR = 1.1
const NEAR = 1.02
const AT_END = { far: 1.25, near: 1.1 }
/** Figures on each side that are looked at, and how far apart they may be: else they prove nothing. */
const SIDE = 2
const SPREAD = 1.6

export interface Flows {
  exports: Line
  imports: Line
}

/**
 * Exports and imports of one period that look exchanged: each fits the other's cumulative figures, or
 * lies among the other's figures around it, and not among its own. Gives the lines of both.
 */
export function swapped({ exports, imports }: Flows, cumulative: Flows | null, say: Say): number[] {
  const lines: number[] = []
  const turned: [number, number][] = []
  for (let i = 0, j = 0; i < exports.length && j < imports.length; ) {
    const order = exports.first[i]! - imports.first[j]! || exports.last[i]! - imports.last[j]!
    if (order < 0) i++
    else if (order > 0) j++
    else {
      if (areTurned(exports, i, imports, j)) turned.push([i, j])
      else if (areExchanged(exports, i, imports, j, cumulative)) {
        lines.push(exports.told[i]!, imports.told[j]!)
        sayExchanged(exports, i, imports, j, say)
      }
      i++
      j++
    }
  }
  if (turned.length > 0) sayTurned(exports, imports, turned, say)
  for (const [i, j] of turned) lines.push(exports.told[i]!, imports.told[j]!)
  return lines
}

function areExchanged(
  exports: Line,
  i: number,
  imports: Line,
  j: number,
  cumulative: Flows | null,
): boolean {
  if (exports.told[i] === 0 && imports.told[j] === 0) return false
  if (
    !cumulative &&
    !(mayLieAmong(exports, i, imports, j) && mayLieAmong(imports, j, exports, i))
  ) {
    return false
  }
  const byDifference = cumulative && fitDifferences(exports, i, imports, j, cumulative)
  return byDifference ?? (liesAmong(exports, i, imports, j) && liesAmong(imports, j, exports, i))
}

function sayExchanged(exports: Line, i: number, imports: Line, j: number, say: Say): void {
  say('swapped', exports.told[i]! || imports.told[j]!, () => ({
    message: `Exports of ${amount(exports, i)} and imports of ${amount(imports, j)} ${during(exports, i)} look exchanged: each fits the other's figures. Look them up, and exchange them if so. ${bothNames(exports, imports)}`,
    value: published(exports, i),
  }))
}

/** Whether each is the difference of the other's cumulative figures; undefined where there are none. */
function fitDifferences(
  exports: Line,
  i: number,
  imports: Line,
  j: number,
  cumulative: Flows,
): boolean | undefined {
  if (!isPublished(exports, i) || !isPublished(imports, j)) return false
  const [first, last] = [exports.first[i]!, exports.last[i]!]
  const ofExports = differenceFor(cumulative.exports, first, last)
  const ofImports = differenceFor(cumulative.imports, first, last)
  if (!ofExports || !ofImports) return undefined
  const apart = (a: number, b: number) => Math.abs(a - b)
  const [x, m] = [exports.value[i]!, imports.value[j]!]
  const asTold = apart(x, ofExports.value) + apart(m, ofImports.value)
  const exchanged = apart(x, ofImports.value) + apart(m, ofExports.value)
  return (
    agrees(exports, i, ofImports) &&
    agrees(imports, j, ofExports) &&
    asTold > 3 * exchanged + 2 * (ofExports.rounded + ofImports.rounded)
  )
}

/** A first look at what `liesAmong` asks, at the figures next to it: it rules nearly all out. */
function mayLieAmong(own: Line, i: number, other: Line, j: number): boolean {
  const value = own.value[i]!
  const isFar = !isNear(value, own, i - 1, FAR) && !isNear(value, own, i + 1, FAR)
  if (!isFar || other.cumulative) return isFar
  const near = SPREAD * AT_END.near
  return isNear(value, other, j - 1, near) || isNear(value, other, j + 1, near)
}

function isNear(value: number, { value: values, length }: Line, at: number, factor: number) {
  if (at < 0 || at >= length) return false
  const other = values[at]!
  return value < factor * other && other < factor * value
}

/** Whether a figure lies far from those around it, and among those of the other line. */
function liesAmong(own: Line, i: number, other: Line, j: number): boolean {
  const value = own.value[i]!
  if (!(value > 0) || own.estimated[i] !== 0 || other.estimated[j] !== 0) return false
  const around = rangeAround(own, i)
  const far = isEnd(own, i) ? AT_END.far : FAR
  if (!around || (value <= around.most * far && value * far >= around.least)) return false
  const among = rangeAround(other, j)
  const near = isEnd(other, j) ? AT_END.near : NEAR
  return among !== undefined && value >= among.least / near && value <= among.most * near
}

const isEnd = ({ cumulative, length }: Line, at: number): boolean =>
  !cumulative && (at === 0 || at === length - 1)

/**
 * Least and most of the figures around a place, of about the same length; in a cumulative line those of
 * the months before and after it. Undefined where there are too few, or they are too far apart.
 */
function rangeAround(line: Line, at: number) {
  const { cumulative, first, last, value, length } = line
  const days = last[at]! - first[at]!
  // At an end of the series one more on the other side.
  const side = cumulative ? 1 : isEnd(line, at) ? SIDE + 1 : SIDE
  const fewest = cumulative ? 2 : SIDE + 1
  let least = Number.POSITIVE_INFINITY
  let most = 0
  let count = 0
  for (let step = -1; step <= 1; step += 2) {
    let taken = 0
    for (let i = at + step; i >= 0 && i < length && taken < side; i += step) {
      const size = value[i]!
      if (!(size > 0)) continue
      const isOther = cumulative
        ? first[i] !== first[at]
        : 8 * Math.abs(last[i]! - first[i]! - days) > days
      if (isOther) continue
      if (size < least) least = size
      if (size > most) most = size
      if (!cumulative && most > SPREAD * least) return undefined
      taken++
    }
    count += taken
  }
  return count >= fewest ? { least, most } : undefined
}
