import { withDecimals } from '../model/numbers.ts'
import { seriesName } from '../model/series-name.ts'
import { amount, during, isPublished, type Line, published, rounding, type Say } from './line.ts'

/** Share of the largest figure by which parts published at other times may miss their total. */
const CORRECTIONS = 0.01

/** A line that should be the sum of others. */
export interface Total {
  total: Line
  /** `sign` times each. */
  parts: { line: Line; sign: 1 | -1 }[]
  /** Whether a period counts only where every part is told. */
  needsAll: boolean
  /** "exports and imports", "10 of the 12 series by partner beside it": so many tell the period. */
  words(told: number): string
}

/** A period in which a total is not the sum of its parts. */
export interface Miss {
  of: Total
  at: number
  sum: number
  /** Parts that tell it. */
  count: number
  line: number
}

/** Compares a total with its parts: how many periods fit, and those that the file tells and do not. */
export function compareTotal(of: Total): { fitting: number; misses: Miss[] } {
  const { total, parts, needsAll } = of
  const { length } = total
  const [sum, room, size] = [0, 1, 2].map(() => new Float64Array(length))
  const [told, count] = [0, 1].map(() => new Uint32Array(length))
  for (const { line, sign } of parts) {
    for (let at = 0, i = 0; at < length && i < line.length; ) {
      const order = line.first[i]! - total.first[at]! || line.last[i]! - total.last[at]!
      if (order === 0) {
        sum![at]! += isPublished(line, i) ? sign * line.value[i]! : Number.NaN
        room![at]! += rounding(line, i)
        size![at] = Math.max(size![at]!, Math.abs(line.value[i]!))
        told![at] ||= line.told[i]!
        count![at]!++
      }
      if (order <= 0) i++
      if (order >= 0) at++
    }
  }
  const misses: Miss[] = []
  let fitting = 0
  for (let at = 0; at < length; at++) {
    const value = total.value[at]!
    const isTold = count![at]! > 1 && (!needsAll || count![at] === parts.length)
    if (!isTold || !isPublished(total, at) || Number.isNaN(sum![at]!)) continue
    const most = 1.01 * (room![at]! + rounding(total, at))
    const off = Math.abs(sum![at]! - value)
    const line = total.told[at]! || told![at]!
    if (off <= most + CORRECTIONS * Math.max(size![at]!, Math.abs(value))) fitting++
    else if (line > 0) misses.push({ of, at, sum: sum![at]!, count: count![at]!, line })
  }
  return { fitting, misses }
}

export function sayMiss(
  { of: { total, words, parts }, at, sum, count, line }: Miss,
  say: Say,
): void {
  say('off-total', line, () => {
    const decimals = parts.map((part) => part.line.decimals[0] ?? 0)
    const digits = Math.max(total.decimals[at]!, ...decimals)
    return {
      message: `${seriesName(total.draft)} is ${amount(total, at)} ${during(total, at)}, and ${words(count)} come to ${withDecimals(sum, digits)}. Look up which of them is wrong.`,
      value: published(total, at),
    }
  })
}
