import { dayOf } from '../../model/day.ts'
import { monthOf, wholeMonths } from '../../model/period.ts'

/**
 * Periods in order, first and last day in turn, as runs of equal ones that follow one another: three
 * numbers a run, however long. `[1, month, 145]` is 145 months, `[-7, day, 52]` 52 times seven days;
 * months are counted from January of the year 0.
 */
export function runsOf(days: Int32Array): Int32Array {
  const runs: number[] = []
  let size = 0
  let start = 0
  let count = 0
  // The next period of the run, if it goes on.
  let first = Number.NaN
  let last = Number.NaN
  for (let i = 0; i < days.length; i += 2) {
    const a = days[i]!
    const b = days[i + 1]!
    if (a === first && b === last) count++
    else {
      if (count > 0) runs.push(size, start, count)
      size = wholeMonths({ first: a, last: b }) ?? a - b - 1
      start = size > 0 ? monthOf(a) : a
      count = 1
    }
    first = b + 1
    last = size > 0 ? firstOf(start + size * (count + 1)) - 1 : b - size
  }
  if (count > 0) runs.push(size, start, count)
  return Int32Array.from(runs)
}

/** The periods that `runsOf` made runs of. */
export function daysOf(runs: Int32Array): Int32Array {
  let length = 0
  for (let run = 2; run < runs.length; run += 3) length += runs[run]!
  const days = new Int32Array(2 * length)
  let i = 0
  for (let run = 0; run < runs.length; run += 3) {
    const size = runs[run]!
    const start = runs[run + 1]!
    const count = runs[run + 2]!
    let first = size > 0 ? firstOf(start) : start
    for (let n = 1; n <= count; n++) {
      const next = size > 0 ? firstOf(start + size * n) : first - size
      days[i++] = first
      days[i++] = next - 1
      first = next
    }
  }
  return days
}

/** The first day of a month. */
const firstOf = (month: number): number => dayOf(0, month + 1, 1)
