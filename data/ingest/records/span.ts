import type { ObservationBatch } from '../../model/batch.ts'
import { type Frequency, periodText, type TimePeriod, unitOf } from '../../model/period.ts'

/** What the observations of a file cover. */
export interface Span {
  first: TimePeriod | null
  last: TimePeriod | null
  /** How many are of which unit of the calendar. */
  units: Map<Frequency, number>
}

/** Days that a period may have to be told from others that begin with it; a year and more is one kind. */
const LENGTHS = 512

/** Watches periods pass, and counts them. */
export function createSpan(): {
  see(batch: Pick<ObservationBatch, 'first' | 'last' | 'length'>): void
  result(): Span
} {
  const counts = new Map<number, number>()
  let [from, fromLast] = [Number.POSITIVE_INFINITY, 0]
  let [to, toFirst] = [Number.NEGATIVE_INFINITY, 0]
  return {
    see({ first, last, length }) {
      for (let i = 0; i < length; i++) {
        const begin = first[i]!
        const end = last[i]!
        const days = end - begin < LENGTHS ? end - begin : LENGTHS - 1
        const period = begin * LENGTHS + days
        counts.set(period, (counts.get(period) ?? 0) + 1)
        if (begin < from) [from, fromLast] = [begin, end]
        if (end > to) [to, toFirst] = [end, begin]
      }
    },
    result() {
      const units = new Map<Frequency, number>()
      for (const [period, count] of counts) {
        const begin = Math.floor(period / LENGTHS)
        const unit = unitOf({ first: begin, last: period - begin * LENGTHS + begin })
        units.set(unit, (units.get(unit) ?? 0) + count)
      }
      const isEmpty = counts.size === 0
      return {
        first: isEmpty ? null : { first: from, last: fromLast },
        last: isEmpty ? null : { first: toFirst, last: to },
        units,
      }
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
  if (sorted.length === 1 && sorted[0]![1] === 1) {
    return `Its one figure is of the ${words[0]!.replace('other ', '')} ${from}.`
  }
  return `Its figures are of ${words.join(', ')}: ${from === to ? from : `${from} to ${to}`}.`
}
