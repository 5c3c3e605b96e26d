import type { Columns } from '../../data/model/columns.ts'
import { gaps } from '../../data/model/gaps.ts'
import { parsePeriod } from '../../data/model/period.ts'
import { periodWords } from '../../data/model/words.ts'
import type { SeriesDetail } from '../client.ts'

/** Times as many periods missing as there are, from which on nobody meant to tell them all. */
const MOSTLY = 3

/** Periods missing between the first and the last, in words, long lists cut. */
export function missingWords(
  series: Pick<SeriesDetail, 'frequency' | 'cumulative'>,
  columns: Columns | null,
): string {
  const one = columns?.series[0]
  if (!one) return '…'
  const there = one.periods.flatMap((text, i) =>
    one.values[i] === null ? [] : (parsePeriod(text) ?? []),
  )
  const missing = gaps(there, series.frequency, series.cumulative)
  // Statements of single days or months, years apart, are no series with holes.
  if (missing.length > MOSTLY * there.length) return 'not known: single statements'
  if (missing.length === 0) return series.frequency === 'I' ? 'not known' : 'none'
  const words = missing
    .slice(0, 6)
    .map((period) => periodWords(period, { cumulative: series.cumulative }))
  return words.join(', ') + (missing.length > 6 ? ` and ${missing.length - 6} more` : '')
}
