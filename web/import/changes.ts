import { numberText, roundTo } from '../../data/model/numbers.ts'
import { parsePeriod, periodText } from '../../data/model/period.ts'
import type { Change } from '../../data/model/report.ts'
import { spelledPeriod, unitWords } from '../words.ts'

/** Rows whose title is that of the row above: it need not be said again. */
export const repeatsTitle = (rows: readonly { series: string }[], at: number): boolean =>
  at > 0 && rows[at]!.series === rows[at - 1]!.series

/** A change as its row says it. */
export interface ChangeRow {
  series: string
  title: string
  period: string
  before: string
  after: string
  /** How far a revision goes: "+1.4 %" of an amount, "+0.3 points" of a share; empty for all else. */
  change: string
  /** Where it is not the unit of most rows. */
  unit: string | null
  tag: 'new' | 'finer' | 'revised' | 'taken out'
}

/** Whether the new value is the old one with more decimals. */
const isFiner = ({ before, after, beforeDecimals, afterDecimals }: Change): boolean =>
  before !== null &&
  after !== null &&
  afterDecimals > beforeDecimals &&
  roundTo(after, beforeDecimals) === before

function tagOf(change: Change): ChangeRow['tag'] {
  if (change.kind === 'added') return 'new'
  if (change.kind === 'removed') return 'taken out'
  return isFiner(change) ? 'finer' : 'revised'
}

/** Spelled by months from January though a calendar unit would fit: only a cumulative series does so. */
export function periodWordsOf(text: string): string {
  const period = parsePeriod(text)
  return spelledPeriod(text, period !== undefined && periodText(period) !== text)
}

const isPercent = (unit: string | null): boolean => unit === 'percent'

/** From the old value to the new one, in proportion; in points where the value is a percentage itself. */
function distanceOf({ before, after, unit, beforeDecimals, afterDecimals }: Change): string {
  if (before === null || after === null || before === after) return ''
  const by = after - before
  const decimals = Math.min(2, Math.max(1, beforeDecimals, afterDecimals))
  if (isPercent(unit)) return `${numberText(by, { decimals, sign: true })} points`
  return before === 0 || before * after < 0
    ? numberText(by, { decimals, sign: true })
    : numberText((by / before) * 100, { sign: true, unit: '%' })
}

const figure = (value: number | null, decimals: number, change: Change, isAfter: boolean): string =>
  numberText(value, {
    decimals: Math.max(0, decimals),
    unit: isPercent(change.unit) ? '%' : null,
    bound: isAfter ? change.bound : null,
    missing: 'no value',
  })

/** The unit of most changes; null where none has one. */
export function mainUnit(changes: readonly Change[]): string | null {
  const tally = new Map<string | null, number>()
  for (const { unit } of changes) tally.set(unit, (tally.get(unit) ?? 0) + 1)
  return [...tally].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null
}

/** Changes as a reader will see them: published decimals, periods in words, the unit where it is another. */
export function changeRows(changes: readonly Change[]): ChangeRow[] {
  const main = mainUnit(changes)
  return changes.map((change) => ({
    series: change.series,
    title: change.title,
    period: periodWordsOf(change.period),
    before:
      change.kind === 'added'
        ? 'none'
        : figure(change.before, change.beforeDecimals, change, false),
    after:
      change.kind === 'removed' ? 'none' : figure(change.after, change.afterDecimals, change, true),
    change: change.kind === 'revised' && !isFiner(change) ? distanceOf(change) : '',
    unit:
      change.unit === main || isPercent(change.unit) || change.unit === null
        ? null
        : unitWords(change.unit),
    tag: tagOf(change),
  }))
}

/** "Billion US dollars unless said otherwise." */
export function unitSentence(changes: readonly Change[]): string {
  const main = mainUnit(changes)
  if (main === null) return ''
  const words = isPercent(main) ? 'per cent' : unitWords(main)
  const others = changes.some(({ unit }) => unit !== main)
  const sentence = words.charAt(0).toUpperCase() + words.slice(1)
  return `${sentence}${others ? ' unless said otherwise' : ''}.`
}
