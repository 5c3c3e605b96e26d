import { withDecimals } from '../model/numbers.ts'
import { seriesName } from '../model/series-name.ts'
import { amount, during, type Line, published, rounding, type Say } from './line.ts'

/** Figures on each side that are looked at, and how many there must be in all. */
const SIDE = 3
export const FEWEST = 4
/** Times its rounding that a figure must be: 0.0002 may be 0.00025, and tells of no factor. */
const EXACT = 10

/** How far the figures around may be apart, so that a factor can be told from their own ups and downs. */
const FACTORS = [
  { factor: 10, spread: 1.5 },
  { factor: 100, spread: 2 },
  { factor: 1000, spread: 3 },
] as const
const WIDEST = 3

/** A jump is a figure so many times that before it. */
const JUMP = 4
/** Other jumps up to which one says something: another slip makes two. Small trade goes up and down. */
const USUAL = 2
const USUAL_SHARE = 0.05

let sizes = new Float64Array(1024)
/** Figures around a place, from small to large. */
const sorted = new Float64Array(2 * SIDE)

/**
 * A figure that is 10, 100 or 1000 times as large, or as small, as all figures around it: a slipped
 * decimal mark, or another unit. A level that stays is none, nor is one jump among many.
 */
export function offScale(line: Line, say: Say): void {
  const { told, length } = line
  if (sizes.length < length) sizes = new Float64Array(2 * length)
  measure(line, sizes)
  let jumps = -1
  for (let i = 0; i < length; i++) {
    const size = sizes[i]!
    const before = i > 0 ? sizes[i - 1]! : 0
    const after = i + 1 < length ? sizes[i + 1]! : 0
    // Most figures are near the one before them, or the one after.
    if (isNear(size, before) || isNear(size, after)) continue
    if (told[i] === 0 || !isExact(line, i)) continue
    const near = around(line, i)
    const found = near && factorOf(size, near.least, near.most)
    if (!found) continue
    if (jumps < 0) jumps = countJumps(length)
    if (jumps - jumpsAt(i, length) > Math.max(USUAL, length * USUAL_SHARE)) continue
    const { factor, isLarge } = found
    say('off-scale', told[i]!, () => {
      const typical = withDecimals((line.value[i]! * near.typical) / size, line.decimals[i]!)
      return {
        message: `${seriesName(line.draft)} is ${amount(line, i)} ${during(line, i)}, about ${factor} times as ${isLarge ? 'large' : 'small'} as the figures around it (about ${typical}). Is the decimal mark, or the unit, another one here?`,
        value: published(line, i),
      }
    })
  }
}

const isNear = (a: number, b: number): boolean => a < JUMP * b && b < JUMP * a

/** How many figures of the series are far from the one before them; zeros and gaps are neither. */
function countJumps(length: number): number {
  let jumps = 0
  for (let i = 1; i < length; i++) jumps += jumpTo(i)
  return jumps
}

/** Those to and from a place. */
const jumpsAt = (i: number, length: number): number =>
  (i > 0 ? jumpTo(i) : 0) + (i + 1 < length ? jumpTo(i + 1) : 0)

function jumpTo(i: number): 0 | 1 {
  const [before, size] = [sizes[i - 1]!, sizes[i]!]
  return before > 0 && size > 0 && !isNear(before, size) ? 1 : 0
}

/** What is compared: the amount a day where amounts add up, so that months compare with years. */
function measure(line: Line, into: Float64Array): void {
  for (let i = 0; i < line.length; i++) into[i] = sizeAt(line, i)
}

/** The same of one place. */
export function sizeAt({ draft, value, first, last }: Line, i: number): number {
  const size = Math.abs(value[i]!)
  return draft.additive === 'sum' ? size / (last[i]! - first[i]! + 1) : size
}

/** A year of what does not add up is no witness against a month: they may be amounts for all we know. */
const areAlike = ({ draft, first, last }: Line, a: number, b: number): boolean => {
  const days = last[a]! - first[a]!
  return draft.additive === 'sum' || 8 * Math.abs(last[b]! - first[b]! - days) <= days
}

export const isExact = (line: Line, i: number): boolean =>
  Math.abs(line.value[i]!) >= EXACT * rounding(line, i)

/**
 * The least and the most around a place; undefined where they prove nothing. Of many one may be off
 * itself: a mark that slips does so twice.
 */
function around(line: Line, at: number) {
  const { length } = line
  let count = 0
  for (let step = -1; step <= 1; step += 2) {
    // At an end of the series one more on the other side.
    const side = at - step >= 0 && at - step < length ? SIDE : FEWEST
    let taken = 0
    for (let i = at + step; i >= 0 && i < length && taken < side; i += step) {
      if (!(sizes[i]! > 0)) continue
      taken++
      if (!areAlike(line, at, i)) continue
      if (!isExact(line, i)) return undefined
      insert(sizes[i]!, count++)
    }
  }
  let [first, last] = [0, count - 1]
  if (count > FEWEST && !isNarrow(first, last)) {
    // The first or the last, whichever is farther from the one beside it.
    if (sorted[1]! / sorted[0]! > sorted[last]! / sorted[last - 1]!) first++
    else last--
  }
  if (last - first + 1 < FEWEST || !isNarrow(first, last)) return undefined
  const [least, most] = [sorted[first]!, sorted[last]!]
  return { least, most, typical: Math.sqrt(least * most) }
}

/** Puts one more among so many, where it belongs. */
function insert(size: number, count: number): void {
  let place = count
  for (; place > 0 && sorted[place - 1]! > size; place--) sorted[place] = sorted[place - 1]!
  sorted[place] = size
}

const isNarrow = (first: number, last: number): boolean => sorted[last]! <= WIDEST * sorted[first]!

/** The factor by which a size is larger, or smaller, than sizes near each other. */
export function factorOf(size: number, least: number, most: number) {
  const isLarge = size > most
  for (const { factor, spread } of FACTORS) {
    const scaled = isLarge ? size / factor : size * factor
    if (most <= spread * least && scaled >= least / 1.25 && scaled <= most * 1.25) {
      return { factor, isLarge }
    }
  }
  return undefined
}
