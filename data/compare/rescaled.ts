import { shortest } from '../model/numbers.ts'
import { seriesName } from '../model/series-name.ts'
import { amount, during, type Line, published, type Say } from './line.ts'

const FACTORS = [10, 100, 1000, 1_000_000]
/** How far from a factor a revision may be: an office that gives another unit rounds otherwise, too. */
const NEAR = 0.02

/**
 * Figures that the file revises by a power of ten: one whose decimal mark slipped, or all of a series that
 * is told in another unit now, which is said once. Gives their lines.
 */
export function rescaled(line: Line, say: Say): number[] {
  const { before, told, length } = line
  if (!before) return []
  const places = new Map<number, number[]>()
  for (let i = 0; i < length; i++) {
    const factor = told[i] === 0 ? undefined : factorOf(line.value[i]! / before[i]!)
    if (!factor) continue
    const known = places.get(factor)
    if (known) known.push(i)
    else places.set(factor, [i])
  }
  for (const [factor, at] of places) sayRescaled(line, factor, at, say)
  return [...places.values()].flat().map((i) => told[i]!)
}

/** 1000, or 0.001; undefined where it is none, or no number. */
function factorOf(ratio: number): number | undefined {
  const isLarge = ratio > 1
  const found = FACTORS.find((factor) => {
    const part = isLarge ? ratio / factor : ratio * factor
    return Math.abs(part - 1) <= NEAR
  })
  return found && (isLarge ? found : 1 / found)
}

function sayRescaled(line: Line, factor: number, places: readonly number[], say: Say): void {
  const [at = 0] = places
  const times = factor > 1 ? `${factor} times as large` : `${Math.round(1 / factor)} times as small`
  say('off-scale', line.told[at]!, () => {
    const before = shortest(line.before![at]!)
    const value = published(line, at)
    const name = seriesName(line.draft)
    const message =
      places.length === 1
        ? `${name} is ${amount(line, at)} ${during(line, at)}, ${times} as before (${before}). Is the decimal mark, or the unit, another one here?`
        : `${places.length} figures of ${name} are ${times} as before, from ${amount(line, at)} ${during(line, at)} (${before}) on. Is the file in another unit? If so, convert it and import it again.`
    return { message, value }
  })
}
