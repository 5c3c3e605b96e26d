import { withDecimals } from '../model/numbers.ts'
import { type Frequency, unitOf } from '../model/period.ts'
import { seriesName } from '../model/series-name.ts'
import {
  amount,
  during,
  indexFrom,
  isPublished,
  type Line,
  published,
  rounding,
  type Say,
  when,
} from './line.ts'

/** Share of a figure by which its months, corrected later or never, may miss it. */
const CORRECTIONS = 0.05
/** Pieces of a longer period: the days of a year. */
const MOST = 366
const LONGER: readonly Frequency[] = ['A', 'S', 'Q']

/**
 * A year, half-year or quarter that is not the sum of the months, or quarters, that the same series has
 * of it, all of them. What is said of a line already is not said again.
 */
export function offPieces(line: Line, said: ReadonlySet<number>, say: Say): void {
  for (let i = 0; i < line.length; i++) {
    if (!isPublished(line, i) || !LONGER.includes(unitAt(line, i))) continue
    const found = piecesOf(line, i)
    if (!found) continue
    const { places, sum, rounded } = found
    const told = line.told[i]! || line.told[places.find((at) => line.told[at] !== 0) ?? i]!
    const room = 1.01 * (rounded + rounding(line, i)) + CORRECTIONS * Math.abs(line.value[i]!)
    if (told === 0 || said.has(told) || Math.abs(sum - line.value[i]!) <= room) continue
    say('off-total', told, () => {
      const [first, last] = [places[0]!, places.at(-1)!]
      const decimals = Math.max(line.decimals[i]!, ...places.map((at) => line.decimals[at]!))
      return {
        message: `${seriesName(line.draft)} is ${amount(line, i)} ${during(line, i)}, and its ${places.length} figures from ${when(line, first)} to ${when(line, last)} come to ${withDecimals(sum, decimals)}. Look up which of them is wrong.`,
        value: published(line, i),
      }
    })
  }
}

const unitAt = ({ first, last }: Line, i: number): Frequency =>
  unitOf({ first: first[i]!, last: last[i]! })

/** The shortest figures that follow one another from the first day of a period to its last. */
function piecesOf(line: Line, at: number) {
  const places: number[] = []
  let [sum, rounded] = [0, 0]
  for (let day = line.first[at]!; day <= line.last[at]!; ) {
    const next = indexFrom(line, day)
    const isPiece =
      next < line.length && line.first[next] === day && line.last[next]! <= line.last[at]!
    if (!isPiece || next === at || !isPublished(line, next) || places.length === MOST)
      return undefined
    places.push(next)
    sum += line.value[next]!
    rounded += rounding(line, next)
    day = line.last[next]! + 1
  }
  return { places, sum, rounded }
}
