import { amount, during, isPublished, type Line, published, type Say } from './line.ts'
import { sizeAt } from './scale.ts'
import type { Flows } from './swapped.ts'
import { bothNames } from './turned.ts'

/** Figures of the store that show the level of a flow, and how far apart the two levels must be. */
const SHOWN = 6
const FEWEST = 4
const APART = 1.1
/** How far from the other's level the figures that are added may be. */
const NEAR = 1.15

/**
 * Exports and imports that a file adds at the end, all of them at the level of the other: a file whose
 * flows are exchanged as a whole. One period alone is for others to tell. Gives the lines of both.
 */
export function exchangedAtEnd({ exports, imports }: Flows, say: Say): number[] {
  const count = addedAtEnd(exports)
  if (count < 2 || addedAtEnd(imports) !== count) return []
  const [own, other] = [levelBefore(exports, count), levelBefore(imports, count)]
  if (!own || !other || !areApart(own, other)) return []
  const lines: number[] = []
  for (let n = 1; n <= count; n++) {
    const [i, j] = [exports.length - n, imports.length - n]
    const isSame = exports.first[i] === imports.first[j] && exports.last[i] === imports.last[j]
    if (!isSame || !isAt(other, exports, i) || !isAt(own, imports, j)) return []
    lines.push(exports.told[i]!, imports.told[j]!)
  }
  const [i, j] = [exports.length - count, imports.length - count]
  say('swapped', exports.told[i]!, () => ({
    message: `Exports and imports of ${count} periods look exchanged, first exports of ${amount(exports, i)} and imports of ${amount(imports, j)} ${during(exports, i)}: each is at the level that the other had before. Look them up, and exchange them if so. ${bothNames(exports, imports)}`,
    value: published(exports, i),
  }))
  return lines
}

interface Level {
  least: number
  most: number
}

/** How many figures at the end of a line the file adds; 0 where it revises one of them. */
function addedAtEnd({ told, before, length }: Line): number {
  let count = 0
  while (count < length && told[length - 1 - count] !== 0) {
    if (before && !Number.isNaN(before[length - 1 - count]!)) return 0
    count++
  }
  return count
}

/** Least and most a day of the figures that stand before those that are added. */
function levelBefore(line: Line, added: number): Level | undefined {
  let [least, most, count] = [Number.POSITIVE_INFINITY, 0, 0]
  for (let i = line.length - 1 - added; i >= 0 && count < SHOWN; i--) {
    const size = sizeAt(line, i)
    if (!isPublished(line, i) || !(size > 0)) continue
    least = Math.min(least, size)
    most = Math.max(most, size)
    count++
  }
  return count >= FEWEST ? { least, most } : undefined
}

const areApart = (a: Level, b: Level): boolean =>
  a.most * APART < b.least || b.most * APART < a.least

function isAt({ least, most }: Level, line: Line, i: number): boolean {
  const size = sizeAt(line, i)
  return isPublished(line, i) && size >= least / NEAR && size <= most * NEAR
}
