import { seriesName } from '../model/series-name.ts'
import { amount, during, type Line, published, type Say } from './line.ts'
import { FEWEST, factorOf, isExact, sizeAt } from './scale.ts'

/** Figures of the file that are held against those of the store; one alone is looked at by `offScale`. */
const SIDE = 3

/**
 * Figures that the file adds at an end of a series and that are all 10, 100 or 1000 times as large, or as
 * small, as those that the store has beside them: a file in another unit. Said once.
 */
export function offLevel(line: Line, say: Say): void {
  const { told, length } = line
  if (told[0] === 0) lookFrom(line, length - 1, -1, say)
  else if (told[length - 1] === 0) lookFrom(line, 0, 1, say)
}

/** From an end of a series inwards: what the file tells, then what the store has. */
function lookFrom(line: Line, end: number, step: 1 | -1, say: Say): void {
  const { told, length } = line
  let seam = end
  while (seam >= 0 && seam < length && told[seam] !== 0) seam += step
  const count = Math.abs(seam - end)
  if (count < 2) return
  const stood = sizesFrom(line, seam, step, FEWEST)
  const added = sizesFrom(line, seam - step, -step as 1 | -1, Math.min(SIDE, count))
  if (stood.length < FEWEST || added.length < 2) return
  const [least, most] = [Math.min(...stood), Math.max(...stood)]
  const found = added.map((size) => factorOf(size, least, most))
  const [one] = found
  if (
    !one ||
    !found.every((other) => other?.factor === one.factor && other.isLarge === one.isLarge)
  )
    return
  // Rates and shares fall to a tenth by themselves, and no unit of theirs is a tenth of another.
  if (one.factor === 10 && line.draft.additive !== 'sum') return
  const at = Math.min(end, seam - step)
  say('off-scale', told[at]!, () => ({
    message: `${count} figures of ${seriesName(line.draft)}, from ${amount(line, at)} ${during(line, at)} on, are about ${one.factor} times as ${one.isLarge ? 'large' : 'small'} as those beside them (${amount(line, seam)} ${during(line, seam)}). Is the file in another unit? If so, convert it and import it again.`,
    value: published(line, at),
  }))
}

/** Sizes of so many figures from a place on, leaving out what is missing or zero; none where one proves nothing. */
function sizesFrom(line: Line, from: number, step: 1 | -1, most: number): number[] {
  const sizes: number[] = []
  for (let i = from; i >= 0 && i < line.length && sizes.length < most; i += step) {
    const size = sizeAt(line, i)
    if (!(size > 0)) continue
    if (!isExact(line, i)) return []
    sizes.push(size)
  }
  return sizes
}
