import { unitMark } from '../model/numbers.ts'
import { periodText, type TimePeriod } from '../model/period.ts'
import { shiftPeriod } from '../model/shift.ts'
import { type Amount, computed, flipped, missing, said } from './amount.ts'
import type { Figure, Line } from './line.ts'
import { lookup } from './lookup.ts'

/** A figure from what is there and what it is compared with. */
export type Comparison = (period: TimePeriod, now: Amount, base: Amount) => Figure

/** Percent by which one amount is above another; missing where that is zero or less. */
export const growth: Comparison = (period, now, base) =>
  base.value > 0
    ? computed(
        period,
        (now.value / base.value - 1) * 100,
        `${now.words} over ${base.words}`,
        [now, base],
        // Dividing by "more than" gives less than; a negative amount turns that round again.
        [...now.bounds, ...(now.value < 0 ? base.bounds : flipped(base.bounds))],
      )
    : missing(
        period,
        `no growth on ${base.words}, which is ${base.value < 0 ? 'below zero' : 'zero'}`,
      )

/** Each figure of the line against that of another interval, looked up by `baseOf`. */
export function compareEach(
  line: Line,
  baseOf: (period: TimePeriod) => TimePeriod,
  compare: Comparison,
): Figure[] {
  const { amount } = lookup(line)
  return line.figures.map(({ period, value }) => {
    if (value === null) return missing(period, `no figure for ${said(period, line)}`)
    const base = amount(baseOf(period))
    return base
      ? compare(period, amount(period)!, base)
      : missing(period, `no figure for ${said(baseOf(period), line)} to compare with`)
  })
}

/**
 * Each figure against the same stretch of the year before. Where that year told two months together
 * and this one apart (China's January-February), the months are added up and compared together: one
 * figure for the joint interval stands in place of theirs.
 */
export function compareWithYearBefore(line: Line, compare: Comparison): Figure[] {
  const { amount, fill } = lookup(line)
  const yearBefore = (period: TimePeriod): TimePeriod => shiftPeriod(period, -12)
  const figures = compareEach(line, yearBefore, compare)
  const there = new Map(figures.map((figure) => [periodText(figure.period), figure]))
  for (const { period } of line.figures) {
    const joint = shiftPeriod(period, 12)
    const parts = there.has(periodText(joint)) ? undefined : fill(joint)
    const base = amount(period)
    if (!parts || !base || parts.length < 2) continue
    const apart = parts.map((part) => periodText(part.period))
    if (apart.some((text) => there.get(text)?.value !== null)) continue
    for (const text of apart) there.delete(text)
    there.set(periodText(joint), compare(joint, amount(joint)!, base))
  }
  return [...there.values()]
}

/** A rate or share in per cent, or a difference of such. */
export const isPercent = ({ unit }: Pick<Line, 'unit'>): boolean =>
  ['%', 'points'].includes(unitMark(unit))
