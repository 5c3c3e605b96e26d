import { dateOf, dayOf } from '../model/day.ts'
import { seriesName } from '../model/series-name.ts'
import {
  amount,
  indexFrom,
  isPublished,
  type Line,
  published,
  rounding,
  type Say,
  when,
} from './line.ts'

/** Longest piece of a year in days: a quarter. */
const LONGEST = 92
const FEWEST = 2

/**
 * A year that comes to no more than the months, or quarters, told of it, which do not reach its end: a
 * total to date that is told as the whole year, as of one that goes on.
 */
export function partOfYear(line: Line, say: Say): void {
  const { first, last, told, length } = line
  for (let i = 0; i < length; i++) {
    const { year } = dateOf(first[i]!)
    const isYear = first[i] === dayOf(year, 1, 1) && last[i] === dayOf(year, 12, 31)
    if (!isYear || !isPublished(line, i)) continue
    const pieces = piecesFrom(line, first[i]!)
    const end = pieces.at(-1)
    if (end === undefined || pieces.length < FEWEST || last[end]! >= last[i]!) continue
    const at = told[i]! || told[end]!
    if (at === 0 || !isSum(line, i, pieces)) continue
    const { month } = dateOf(last[end]!)
    say('part-of-year', at, () => ({
      message: `${seriesName(line.draft)} is ${amount(line, i)} in ${year}, which is the sum of what is told of it to ${when(line, end)}. If the year goes on, write its period as ${year}-01/${year}-${String(month).padStart(2, '0')}.`,
      value: published(line, i),
    }))
  }
}

/** Where the shortest periods lie that follow one another from a day on, within its year. */
function piecesFrom(line: Line, day: number): number[] {
  const { first, last, length } = line
  const { year } = dateOf(day)
  const places: number[] = []
  let next = day
  for (let i = indexFrom(line, day); i < length && first[i]! <= dayOf(year, 12, 31); i++) {
    if (first[i] !== next || last[i]! - first[i]! >= LONGEST || dateOf(last[i]!).year !== year)
      continue
    places.push(i)
    next = last[i]! + 1
  }
  return places
}

function isSum(line: Line, year: number, pieces: readonly number[]): boolean {
  if (line.value[year] === 0 || !pieces.every((i) => isPublished(line, i))) return false
  const sum = pieces.reduce((all, i) => all + line.value[i]!, 0)
  const room = [year, ...pieces].reduce((all, i) => all + rounding(line, i), 0)
  return Math.abs(line.value[year]! - sum) <= room
}
