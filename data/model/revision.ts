import { numberText, roundTo } from './numbers.ts'
import type { Change } from './report.ts'

const isPercent = (unit: string | null): boolean => unit === 'percent'

/** Whether the new value is the old one with more decimals. */
export const isFiner = ({ before, after, ...change }: Change): boolean =>
  before !== null &&
  after !== null &&
  change.beforeBound === change.bound &&
  change.afterDecimals > change.beforeDecimals &&
  roundTo(after, change.beforeDecimals) === before

/**
 * How far a revision goes, or would go: "+1.4 %" of an amount, "+0.3 points" of a percentage, "no longer a bound"
 * where only that changes. Empty for other changes, and where there is no number on one side.
 */
export function revisionWords(change: Change): string {
  const { kind, before, after, unit, beforeDecimals, afterDecimals } = change
  if (
    (kind !== 'revised' && kind !== 'kept') ||
    before === null ||
    after === null ||
    isFiner(change)
  )
    return ''
  if (before === after) return boundWords(change)
  const by = after - before
  const decimals = Math.min(2, Math.max(1, beforeDecimals, afterDecimals))
  if (isPercent(unit)) return `${numberText(by, { decimals, sign: true })} points`
  return before === 0 || before * after < 0
    ? numberText(by, { decimals, sign: true })
    : percentWords((by / before) * 100)
}

/** With a digit that says something: a small correction is not "less than 0.05 %". */
function percentWords(percent: number): string {
  const decimals = Math.abs(percent) < 0.1 ? Math.ceil(-Math.log10(Math.abs(percent))) : 1
  return numberText(percent, { decimals: Math.min(decimals, 9), sign: true, unit: '%' })
}

function boundWords({ beforeBound, bound }: Change): string {
  if (beforeBound === bound) return ''
  if (bound === null) return 'no longer a bound'
  return beforeBound === null ? 'now a bound' : 'another bound'
}
