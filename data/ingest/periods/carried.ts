import { dateOf } from '../../model/day.ts'
import { readPart, rewritten } from './part.ts'
import { AS_WRITTEN, readPeriod } from './read.ts'

/** Months of one year. */
interface Months {
  year: number
  month: number
  count: number
}

/**
 * Dates pieces of a year that stand in a row after one with its year, `Jan 2023`, `Feb`, `Mar`: each text
 * as it is, or with a year where it goes on as a calendar does. Backwards only step by step to begin with:
 * `Jan` after `Mar 2023` may be of either year.
 */
export function createCarried(): (text: string) => string {
  let before: Months | undefined
  let step = 0
  return (text) => {
    const told = monthsOf(text)
    if (told) {
      before = told
      return text
    }
    const phrase = rewritten(text)
    const part = phrase === '' ? undefined : readPart(phrase)
    if (!before || !part || !('month' in part) || part.count === 12) {
      before = undefined
      return text
    }
    const { year, month, count } = before
    const isSum = part.count > count && part.month + part.count === month + count
    const isLonger = part.month === month && part.count > count
    if (isSum) return dated(text, year)
    if (isLonger) {
      before = { ...part, year }
      return dated(text, year)
    }
    const next = part.count === count ? following(before, part.month, step) : undefined
    before = next && { ...part, year: next.year }
    if (!next) return text
    step = next.step
    return dated(text, next.year)
  }
}

const dated = (text: string, year: number): string => `${text.trim()} ${year}`

/** The year of a month after another, and which way they go; undefined where both could be. */
function following(
  { year, month, count }: Months,
  next: number,
  step: number,
): { year: number; step: number } | undefined {
  const goes = (next - month) / count
  if (goes > 0 && step >= 0) return { year, step: 1 }
  // Of two halves either may be before the other.
  if ((goes < 0 && step < 0) || (goes === -1 && step === 0 && count < 6)) return { year, step: -1 }
  const isTurn = Math.abs(goes) === 12 / count - 1
  const to = goes < 0 ? 1 : -1
  return isTurn && step === to ? { year: year + to, step } : undefined
}

/** A piece of a year that says its year. */
function monthsOf(text: string): Months | undefined {
  const period = readPeriod(text, AS_WRITTEN)
  if (!period) return undefined
  const [from, to] = [dateOf(period.first), dateOf(period.last + 1)]
  const count = (to.year - from.year) * 12 + to.month - from.month
  if (from.day !== 1 || to.day !== 1 || count >= 12) return undefined
  return { year: from.year, month: from.month, count }
}
