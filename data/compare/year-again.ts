import { dateOf, dayOf } from '../model/day.ts'
import { seriesName } from '../model/series-name.ts'
import { isPublished, type Line, published, type Say, when } from './line.ts'

/** Figures of a year: months, months with January and February as one, quarters. */
const YEARS = [12, 11, 4]
/** Figures in a row that must be those of a year before, and how many different ones among them. */
const FEWEST = 4
const DIFFERENT = 3

/** Figures that are those of a year before, one by one: a year that is labelled as the next. */
export function yearAgain(line: Line, say: Say): void {
  for (const back of YEARS) {
    for (let from = back; from < line.length; ) {
      let to = from
      while (to < line.length && isAgain(line, to, back)) to++
      if (to - from >= FEWEST) sayAgain(line, from, to, say)
      from = to + 1
    }
  }
}

function isAgain(line: Line, i: number, back: number): boolean {
  const { value, told, first, last } = line
  return (
    value[i] === value[i - back] &&
    told[i] !== 0 &&
    value[i] !== 0 &&
    isPublished(line, i) &&
    aYearBefore(first[i]!) === first[i - back] &&
    aYearBefore(last[i]! + 1) === last[i - back]! + 1
  )
}

function aYearBefore(day: number): number {
  const date = dateOf(day)
  return dayOf(date.year - 1, date.month, date.day)
}

function sayAgain(line: Line, from: number, to: number, say: Say): void {
  const values = line.value.subarray(from, to)
  if (new Set(values).size < DIFFERENT) return
  say('year-again', line.told[from]!, () => ({
    message: `The ${to - from} figures of ${seriesName(line.draft)} from ${when(line, from)} to ${when(line, to - 1)} are those of a year before. Is the year right?`,
    value: published(line, from),
  }))
}
