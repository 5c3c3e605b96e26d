import { dateOf, dayOf } from '../model/day.ts'
import { seriesName } from '../model/series-name.ts'
import { amount, during, isPublished, type Line, published, type Say } from './line.ts'

/** Figures of a year that must rise so, and how far apart their steps may be. */
const BESIDE_OTHERS = { fewest: 4, spread: 2.5 }
/** The same where no figure before them shows what a month comes to. */
const ALONE = { fewest: 6, spread: 1.6 }
/** Longest period in days: January and February together. */
const LONGEST = 62

/**
 * Months that rise from January on by about a month each, as sums from January do: cumulative figures
 * that are told as if each were of its last month. Beside other years the month before must be as large as
 * January, or as many times as large as the sum of a year is.
 */
export function runningSum(line: Line, say: Say): void {
  const { value, length } = line
  for (let from = 0; from + 3 < length; from++) {
    // A first look, at values alone, rules nearly all out.
    const second = value[from + 1]!
    if (!(second > 1.2 * value[from]! && value[from + 2]! > second)) continue
    if (!(value[from + 3]! > value[from + 2]!)) continue
    const to = endOfRise(line, from)
    if (isSum(line, from, to)) sayRunning(line, from, to, say)
    from = to - 1
  }
}

/** Where figures that rise from January on end: months in a row of one year, told by the file. */
function endOfRise(line: Line, from: number): number {
  const { first, last, value, length } = line
  const { year } = dateOf(first[from]!)
  if (first[from] !== dayOf(year, 1, 1) || !isTold(line, from) || !(value[from]! > 0))
    return from + 1
  let to = from + 1
  while (
    to < length &&
    isTold(line, to) &&
    first[to] === last[to - 1]! + 1 &&
    last[to]! < dayOf(year + 1, 1, 1) &&
    value[to]! > value[to - 1]!
  )
    to++
  return to
}

const isTold = (line: Line, i: number): boolean =>
  line.told[i] !== 0 && isPublished(line, i) && line.last[i]! - line.first[i]! < LONGEST

const monthsOf = ({ first, last }: Line, i: number): number =>
  Math.max(1, Math.round((last[i]! - first[i]! + 1) / 30.4))

function isSum(line: Line, from: number, to: number): boolean {
  const { value, first, last } = line
  const { fewest, spread } = last[from - 1] === first[from]! - 1 ? BESIDE_OTHERS : ALONE
  if (to - from < fewest) return false
  // A sum begins anew in January: what goes on from there is growth.
  if (first[to] === last[to - 1]! + 1 && value[to]! * 2 > value[to - 1]!) return false
  const january = value[from]! / monthsOf(line, from)
  let [least, most] = [january, january]
  for (let i = from + 1; i < to; i++) {
    const step = (value[i]! - value[i - 1]!) / monthsOf(line, i)
    least = Math.min(least, step)
    most = Math.max(most, step)
  }
  if (most > spread * least) return false
  if (fewest === ALONE.fewest) return true
  const before = value[from - 1]! / monthsOf(line, from - 1)
  return (
    (before > january / 2 && before < 2 * january) ||
    (before > 8 * january && before < 30 * january)
  )
}

function sayRunning(line: Line, from: number, to: number, say: Say): void {
  say('running-sum', line.told[from]!, () => ({
    message: `${seriesName(line.draft)} rises from ${amount(line, from)} ${during(line, from)} to ${amount(line, to - 1)} ${during(line, to - 1)}, by about a month each time. Do its figures count from January? If so, write their periods so, such as ${periodsOf(line, to - 1)}.`,
    value: published(line, from),
  }))
}

/** `2024-01/2024-11` */
function periodsOf({ last }: Line, i: number): string {
  const { year, month } = dateOf(last[i]!)
  return `${year}-01/${year}-${String(month).padStart(2, '0')}`
}
