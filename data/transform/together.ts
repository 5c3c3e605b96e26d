import { byPeriod, type TimePeriod } from '../model/period.ts'
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
export function requireOneUnit(lines: readonly Pick<Line, 'unit'>[], name: string): void {
  const units = [...new Set(lines.map(({ unit }) => unit ?? 'no unit'))]
  if (units.length < 2) return
  throw new TransformError(
    'different-units',
    `${name} needs series in one unit; these are in ${units.join(' and ')}.`,
  )
}

/**
 * Figures computed from several lines in each interval that any of them tells: `compute` gives as many
 * as there are results, from one amount of each line. Missing, saying whose figure is, where a line has
 * none; but an interval that is missing only because another line told it within a longer one, for
 * which there is a result, is left to that one.
 */
export function inEachPeriod(
  lines: readonly Line[],
  compute: (period: TimePeriod, amounts: Amount[]) => Figure[],
): Figure[][] {
  const lookups = lines.map(lookup)
  const periods = new Map<string, TimePeriod>()
  for (const { figures } of lines) {
    for (const { period } of figures) periods.set(`${period.first}/${period.last}`, period)
  }
  const told: Figure[][] = []
  const untold: { period: TimePeriod; lacking: Line[] }[] = []
  for (const period of [...periods.values()].sort(byPeriod)) {
    const amounts = lookups.map(({ amount }) => amount(period))
    const lacking = lines.filter((_, i) => !amounts[i])
    if (lacking.length > 0) untold.push({ period, lacking })
    else told.push(compute(period, amounts as Amount[]))
  }
  const results = told[0]?.length ?? lines.length
  const isTold = within(told.map(([figure]) => figure!.period))
  const gone = untold
    .filter(({ period }) => !isTold(period))
    .map(({ period, lacking }) => missing(period, lackingWords(period, lacking, lines.length)))
  return Array.from({ length: results }, (_, i) => [...told.map((row) => row[i]!), ...gone])
}

function lackingWords(period: TimePeriod, lacking: readonly Line[], count: number): string {
  const [line] = lacking
  const some = lacking.length > 1 ? `${lacking.length} of the ${count} series, such as ` : ''
  return `no figure for ${said(period, line!)} of ${some}"${line!.title}"`
}

/** Whether an interval lies inside one of these; both are asked and given in order. */
function within(periods: readonly TimePeriod[]): (period: TimePeriod) => boolean {
  let at = 0
  let reach = Number.NEGATIVE_INFINITY
  return ({ first, last }) => {
    for (; at < periods.length && periods[at]!.first <= first; at++) {
      reach = Math.max(reach, periods[at]!.last)
    }
    return last <= reach
  }
}
