import { parseDressed } from '../numbers/dressed.ts'
import { missingStatus } from '../numbers/missing.ts'
import { isNumberText } from '../numbers/number-evidence.ts'
import { type DecimalMark, isFailed } from '../numbers/numbers.ts'

/** Whether a cell tells a number, and no mark for a missing one or for one that failed. */
export const isFigure = (cell = ''): boolean =>
  missingStatus(cell) === undefined && isNumberText(cell) && !isFailed(cell.trim())

/** Whether a figure is the sum of others, as they are rounded, by either decimal mark; zeros prove nothing. */
export const isSumOf = (total: string, parts: readonly string[]): boolean =>
  addsUp(total, parts, '.') || addsUp(total, parts, ',')

function addsUp(total: string, parts: readonly string[], mark: DecimalMark): boolean {
  const [whole, ...all] = [total, ...parts].map((text) => parseDressed(text, mark))
  let sum = 0
  let decimals = Number.POSITIVE_INFINITY
  for (const one of all) {
    if (!('value' in one)) return false
    sum += one.value
    decimals = Math.min(decimals, one.decimals)
  }
  if (!whole || !('value' in whole) || whole.value === 0) return false
  const step = 10 ** -Math.min(decimals, whole.decimals)
  return Math.abs(whole.value - sum) <= (step * (parts.length + 1)) / 2
}
