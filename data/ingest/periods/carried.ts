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
 * as it is, or with the year of the one before, where it follows that as a calendar does, forwards or
 * backwards, or ends with it as its sum. Past the turn of a year, or where a piece is left out, nothing
 * is known.
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
    const part = readPart(rewritten(text))
    if (before && part && 'month' in part && part.count < 12 && rewritten(text) !== '') {
      const { year, month, count } = before
      const isSum = part.count > count && part.month + part.count === month + count
      const isLonger = part.month === month && part.count > count
      const goes = (part.month - month) / count
      const isNext = part.count === count && Math.abs(goes) === 1 && (step === 0 || goes === step)
      if (isSum || isLonger || isNext) {
        if (isNext) step = goes
        if (!isSum) before = { ...part, year }
        return `${text.trim()} ${year}`
      }
    }
    before = undefined
    return text
  }
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
