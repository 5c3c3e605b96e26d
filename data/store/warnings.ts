import type { SeriesDraft } from '../model/batch.ts'
import { periodText } from '../model/period.ts'
import type { Issue } from '../model/report.ts'
import type { StagedSeries } from './stage.ts'
import type { Telling } from './telling.ts'

/** The codes of what comparing finds; reading has others. */
export const MERGE_CODES = [
  'other-unit',
  'told-twice',
  'kept',
  'off-scale',
  'off-difference',
  'off-total',
  'swapped',
] as const

/** A file that tells a known series in another unit: nothing of that series is taken. */
export function otherUnit(unit: string, { draft, rows }: StagedSeries): Issue {
  return {
    severity: 'rejected',
    line: rows.line.subarray(0, rows.length).reduce((least, line) => Math.min(least, line)),
    column: null,
    code: 'other-unit',
    message: `"${draft.key}" is kept in ${unit}, and this file gives it in ${draft.unit} (${rows.length} rows). Convert it, or import it into a dataset of its own.`,
    value: draft.unit,
  }
}

/** A file that only appends and tells a period that is there, with another value. */
export function differs(
  draft: SeriesDraft,
  first: number,
  last: number,
  before: Telling,
  telling: Telling,
): Issue {
  const period = periodText({ first, last }, draft.cumulative)
  return {
    severity: 'warning',
    line: telling.line,
    column: null,
    code: 'kept',
    message: `"${draft.key}" in ${period} stays ${valueText(before)}; here it is ${valueText(telling)}. Only periods that are not there are taken: import the file to revise, if this is right.`,
    value: telling.value === null ? null : String(telling.value),
  }
}

const valueText = ({ value, decimals }: Telling): string =>
  value === null ? 'missing' : value.toFixed(Math.min(Math.max(0, decimals), 20))

/** Values of one period that nothing in the file tells apart: same source, page and day. */
export function toldTwice(
  draft: SeriesDraft,
  first: number,
  last: number,
  tellings: readonly Telling[],
): Issue[] {
  const issues: Issue[] = []
  tellings.forEach((telling, i) => {
    const other = tellings
      .slice(0, i)
      .find(({ origin, value }) => origin === telling.origin && value !== telling.value)
    if (!other) return
    const period = periodText({ first, last }, draft.cumulative)
    issues.push({
      severity: 'warning',
      line: telling.line,
      column: null,
      code: 'told-twice',
      message: `"${draft.key}" in ${period} is ${other.value ?? 'missing'} in line ${other.line} and ${telling.value ?? 'missing'} here. Both are kept; remove the one that is wrong.`,
      value: telling.value === null ? null : String(telling.value),
    })
  })
  return issues
}
