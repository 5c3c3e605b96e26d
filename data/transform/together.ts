import { byPeriod, periodText, type TimePeriod } from '../model/period.ts'
import { type Amount, missing, said } from './amount.ts'
import { TransformError } from './error.ts'
import type { Figure, Line } from './line.ts'
import { lookup } from './lookup.ts'

/** What several lines say together of where their figures come from, and of which periods they are. */
export const origins = (
  lines: readonly Line[],
): Pick<Line, 'cumulative' | 'updated' | 'straddling' | 'assumed'> => {
  const assumed = lines.flatMap((line) => line.assumed ?? [])
  return {
    cumulative: lines.every(({ cumulative }) => cumulative),
    updated:
      lines
        .flatMap(({ updated }) => updated ?? [])
        .sort()
        .at(-1) ?? null,
    straddling: Math.max(...lines.map(({ straddling }) => straddling)),
    ...(assumed.length > 0 && { assumed: assumed.reduce((sum, count) => sum + count, 0) }),
  }
}

/** Refuses lines that are not in one unit. */
export function requireOneUnit(lines: readonly Line[], name: string): void {
  const units = [...new Set(lines.map(({ unit }) => unit ?? 'no unit'))]
  if (units.length < 2) return
  throw new TransformError(
    'different-units',
    `${name} needs series in one unit; these are in ${units.join(' and ')}.`,
  )
}

/**
 * Figures of several lines in each interval that any of them tells, where all have an amount; a missing
 * one, saying whose is missing, where not. An interval that is missing only because another line told
 * it within a longer one, for which there is a result, is left to that one.
 */
export function inEachPeriod(
  lines: readonly Line[],
  compute: (period: TimePeriod, amounts: Amount[]) => Figure,
): Figure[] {
  const lookups = lines.map(lookup)
  const periods = new Map<string, TimePeriod>()
  for (const { figures } of lines) {
    for (const { period } of figures) periods.set(periodText(period), period)
  }
  const told: Figure[] = []
  const untold: Figure[] = []
  for (const period of [...periods.values()].sort(byPeriod)) {
    const amounts = lookups.map(({ amount }) => amount(period))
    const lacking = amounts.indexOf(undefined)
    if (lacking < 0) told.push(compute(period, amounts as Amount[]))
    else untold.push(missing(period, lack(lines[lacking]!, period)))
  }
  const isTold = coveredBy(told)
  return [...told, ...untold.filter(({ period }) => !isTold(period))]
}

const lack = (line: Line, period: TimePeriod): string =>
  `no figure for ${said(period, line)} of "${line.title}"`

/** Whether an interval lies inside one of these, which are in order. */
function coveredBy(figures: readonly Figure[]): (period: TimePeriod) => boolean {
  const reach: TimePeriod[] = []
  for (const { period } of figures) {
    const before = reach.at(-1)
    if (!before || period.last > before.last) reach.push(period)
  }
  return ({ first, last }) => reach.some((one) => one.first <= first && one.last >= last)
}
