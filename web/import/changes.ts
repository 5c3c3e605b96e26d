import { numberText } from '../../data/model/numbers.ts'
import { parsePeriod, periodText } from '../../data/model/period.ts'
import type { Change } from '../../data/model/report.ts'
import { isFiner, revisionWords } from '../../data/model/revision.ts'
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
  /** How far a revision goes: "+1.4 %"; empty where it goes nowhere. */
  change: string
  /** Where it is not the unit of most rows. */
  unit: string | null
  tag: 'new' | 'finer' | 'revised' | 'taken out' | 'kept'
}

function tagOf(change: Change): ChangeRow['tag'] {
  if (change.kind === 'added') return 'new'
  if (change.kind === 'removed') return 'taken out'
  if (change.kind === 'kept') return 'kept'
  return isFiner(change) ? 'finer' : 'revised'
}

/** Spelled by months from January though a calendar unit would fit: only a cumulative series does so. */
export function periodWordsOf(text: string): string {
  const period = parsePeriod(text)
  return spelledPeriod(text, period !== undefined && periodText(period) !== text)
}

const isPercent = (unit: string | null): boolean => unit === 'percent'

const figure = (
  value: number | null,
  decimals: number,
  bound: Change['bound'],
  unit: string | null,
): string =>
  numberText(value, {
    decimals: Math.max(0, decimals),
    unit: isPercent(unit) ? '%' : null,
    bound,
    missing: 'no value',
  })

const before = ({ kind, before, beforeDecimals, beforeBound, unit }: Change): string =>
  kind === 'added' ? 'none' : figure(before, beforeDecimals, beforeBound, unit)

const after = ({ kind, after, afterDecimals, bound, unit }: Change): string =>
  kind === 'removed' ? 'none' : figure(after, afterDecimals, bound, unit)

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
    before: before(change),
    after: after(change),
    change: revisionWords(change),
    unit:
      change.unit === main || isPercent(change.unit) || change.unit === null
        ? null
        : unitWords(change.unit),
    tag: tagOf(change),
  }))
}

/** "Billion US dollars unless said otherwise." */
export function unitSentence(changes: readonly Change[]): string {
  if (changes.length === 0) return ''
  const main = mainUnit(changes)
  const others = changes.some(({ unit }) => unit !== main)
  if (main === null) return others ? 'Without a unit unless one is said.' : 'No unit is told.'
  const words = isPercent(main) ? 'per cent' : unitWords(main)
  const sentence = words.charAt(0).toUpperCase() + words.slice(1)
  return `${sentence}${others ? ' unless said otherwise' : ''}.`
}
