import { duringPeriod } from '../../compare/line.ts'
import type { SeriesDraft } from '../../model/batch.ts'
import type { Day } from '../../model/day.ts'
import { lookUp } from '../../model/look-up.ts'
import { toldText } from '../../model/numbers.ts'
import type { TimePeriod } from '../../model/period.ts'
import type { Issue } from '../../model/report.ts'
import { selectRelease, tells } from '../../model/select.ts'
import { seriesName } from '../../model/series-name.ts'
import { periodWords } from '../../model/words.ts'
import type { StagedSeries } from '../stage/stage.ts'
import type { StoredSeries } from '../stored.ts'
import type { Telling } from '../telling.ts'

/** The codes of what comparing finds; reading has others. */
export const MERGE_CODES = [
  'kept-otherwise',
  'told-twice',
  'kept',
  'stands',
  'off-scale',
  'off-difference',
  'off-total',
  'swapped',
  'future',
  'year-again',
  'running-sum',
  'part-of-year',
  'called-otherwise',
] as const

/**
 * A file that tells a series otherwise than it is kept, in another unit or with another code: nothing of
 * that series is taken. Reading finds that row by row; this is for what came into the store since.
 */
export function keptOtherwise(stored: StoredSeries, staged: StagedSeries): Issue | undefined {
  const { draft, rows } = staged
  const found = difference(stored, draft)
  if (!found) return undefined
  const [kept, says] = found
  return {
    severity: 'rejected',
    line: rows.line.subarray(0, rows.length).reduce((least, line) => Math.min(least, line)),
    column: null,
    code: 'kept-otherwise',
    message: `“${draft.key}” is kept ${kept}, and this file gives it ${says} (${rows.length} ${rows.length === 1 ? 'row' : 'rows'}). Correct it, or import it into a dataset of its own.`,
    value: null,
  }
}

/** How a series is kept, and how a file gives it; undefined where these are one. */
function difference(stored: StoredSeries, draft: SeriesDraft): [string, string] | undefined {
  if (stored.unit !== null && draft.unit !== null && stored.unit !== draft.unit) {
    return [`in ${stored.unit}`, `in ${draft.unit}`]
  }
  const held = (JSON.parse(stored.draft) as SeriesDraft | null)?.dimensions ?? {}
  const id = Object.keys(draft.dimensions).find(
    (dimension) =>
      (lookUp(held, dimension) ?? draft.dimensions[dimension]) !== draft.dimensions[dimension],
  )
  return id === undefined
    ? undefined
    : [`with the ${id} ${held[id]}`, `with ${draft.dimensions[id]}`]
}

/** A file that only appends and tells a period that is there, with another value. */
export function differs(
  draft: SeriesDraft,
  first: number,
  last: number,
  before: Telling,
  telling: Telling,
): Issue {
  const period = duringPeriod({ first, last }, draft.cumulative ?? false)
  return {
    severity: 'note',
    line: telling.line,
    column: null,
    code: 'kept',
    message: `${seriesName(draft)} stays ${valueText(before)} ${period}; here it is ${valueText(telling)}. Only periods that are not there are taken: import the file to revise, if this is right.`,
    value: telling.value === null ? null : String(telling.value),
  }
}

/**
 * What a file tells of a period otherwise than the store, which goes on to answer because it was published
 * later. Undefined where it says the same, only rounds it, or is an estimate, which replaces no report.
 */
export function stands(
  draft: SeriesDraft,
  period: TimePeriod,
  stood: Telling,
  telling: Telling,
): { message: string; value: string } | undefined {
  if (tells(stood, telling) !== 'revised') return undefined
  const why =
    telling.published === null && telling.known >= stood.known
      ? 'what gives no day of publication counts as the earliest in this dataset'
      : `what stands was published later, on ${dayWords(stood.published ?? stood.known)}`
  const when = duringPeriod(period, draft.cumulative ?? false)
  return {
    message: `${seriesName(draft)} stays ${valueText(stood)} ${when}; here it is ${valueText(telling)}, and ${why}. Both are kept.`,
    value: valueText(telling),
  }
}

const dayWords = (day: Day): string => periodWords({ first: day, last: day }, { form: 'long' })

const valueText = ({ value, decimals, bound }: Telling): string => toldText(value, decimals, bound)

/**
 * Values of one period that nothing in the file tells apart (same source, page and day), and of which
 * none confirms the other as its rounding would. `again` are those that the store held before.
 */
export function toldTwice(
  draft: SeriesDraft,
  first: number,
  last: number,
  tellings: readonly Telling[],
  again: ReadonlySet<Telling>,
): Issue[] {
  const issues: Issue[] = []
  for (const alike of Map.groupBy(tellings, ({ origin }) => origin).values()) {
    const answer = selectRelease(alike)!
    for (const other of alike) {
      if (agree(answer, other) || (again.has(answer) && again.has(other))) continue
      const [before, here] = other.line < answer.line ? [other, answer] : [answer, other]
      issues.push({
        severity: 'warning',
        line: here.line,
        column: null,
        code: 'told-twice',
        message: `${seriesName(draft)} ${duringPeriod({ first, last }, draft.cumulative ?? false)} is ${valueText(before)} in line ${before.line} and ${valueText(here)} here. Both are kept; remove the row that is wrong.`,
        value: here.value === null ? null : String(here.value),
      })
    }
  }
  return issues
}

const agree = (a: Telling, b: Telling): boolean =>
  tells(a, b) === 'confirmed' || tells(b, a) === 'confirmed'
