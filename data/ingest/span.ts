import type { ObservationBatch } from '../model/batch.ts'
import { type Frequency, periodText, type TimePeriod, unitOf } from '../model/period.ts'

/** What the observations of a file cover. */
export interface Span {
  first: TimePeriod | null
  last: TimePeriod | null
  /** How many are of which unit of the calendar. */
  units: Map<Frequency, number>
}

/** Days: what is longer counts as one kind. */
const LONGEST = 400

/** Watches periods pass: counts them by their length, and keeps the first of each for its unit. */
export function createSpan(): {
  see(batch: Pick<ObservationBatch, 'first' | 'last' | 'length'>): void
  result(): Span
} {
  const counts = new Uint32Array(LONGEST + 1)
  const firsts = new Map<number, TimePeriod>()
  let first: TimePeriod | null = null
  let last: TimePeriod | null = null
  return {
    see(batch) {
      for (let i = 0; i < batch.length; i++) {
        const from = batch.first[i]!
        const to = batch.last[i]!
        const length = Math.min(to - from, LONGEST)
        if (counts[length]!++ === 0) firsts.set(length, { first: from, last: to })
        if (first === null || from < first.first) first = { first: from, last: to }
        if (last === null || to > last.last) last = { first: from, last: to }
      }
    },
    result() {
      const units = new Map<Frequency, number>()
      for (const [length, period] of firsts) {
        const unit = unitOf(period)
        units.set(unit, (units.get(unit) ?? 0) + counts[length]!)
      }
      return { first, last, units }
    },
  }
}

const WORDS: Record<Frequency, [string, string]> = {
  A: ['year', 'years'],
  S: ['half-year', 'half-years'],
  Q: ['quarter', 'quarters'],
  M: ['month', 'months'],
  W: ['week', 'weeks'],
  D: ['day', 'days'],
  I: ['other interval', 'other intervals'],
}

/** "Its figures are of months: 1947-01 to 2024-01." Undefined where there are none. */
export function spanWords({ first, last, units }: Span): string | undefined {
  if (!first || !last) return undefined
  const sorted = [...units].sort((a, b) => b[1] - a[1])
  const words = sorted.map(([unit, count]) => {
    const name = WORDS[unit][count === 1 ? 0 : 1]
    return sorted.length === 1 ? name : `${count.toLocaleString('en')} ${name}`
  })
  const [from, to] = [periodText(first), periodText(last)]
  return `Its figures are of ${words.join(', ')}: ${from === to ? from : `${from} to ${to}`}.`
}
