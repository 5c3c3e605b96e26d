import type { SeriesColumns } from './model/columns.ts'
import { parsePeriod, type TimePeriod } from './model/period.ts'
import { pointedAt } from './model/sources.ts'

/** The columns with the periods that pass; what speaks of none of them any more is left out. */
export function keepPeriods(
  columns: SeriesColumns,
  passes: (period: TimePeriod) => boolean,
): SeriesColumns {
  const places = columns.periods.flatMap((text, i) => (passes(parsePeriod(text)!) ? i : []))
  if (places.length === columns.periods.length) return columns
  const pick = <T>(column: T[]): T[] => places.map((i) => column[i]!)
  const { bounds, notes, others, ...rest } = columns
  const kept: SeriesColumns = {
    ...rest,
    periods: pick(columns.periods),
    values: pick(columns.values),
    decimals: pick(columns.decimals),
    status: pick(columns.status),
    ...only('bounds', bounds && pick(bounds)),
    ...only('notes', notes && pick(notes)),
    ...only('others', others && pick(others)),
    ...keepSources(columns.sources, pick(columns.sourceOf)),
  }
  if (kept.assumed !== undefined && !kept.sourceOf.includes(-1)) {
    kept.assumed = kept.sourceOf.filter((of) => kept.sources[of]!.published === null).length
  }
  return kept
}

/** A column where it says anything. */
const only = <T>(name: string, column: (T | null)[] | undefined) =>
  column?.some((item) => item !== null) ? { [name]: column } : {}

/** The sources that are still pointed at; all of them where a value was computed from several. */
const keepSources = (
  sources: SeriesColumns['sources'],
  sourceOf: number[],
): Pick<SeriesColumns, 'sources' | 'sourceOf'> =>
  sourceOf.includes(-1) ? { sources, sourceOf } : pointedAt(sources, sourceOf)
