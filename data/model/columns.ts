import type { Additive, Bound, Series } from './observation.ts'
import type { Frequency } from './period.ts'
import type { SeriesQuery } from './query.ts'

export interface Source {
  source: string | null
  url: string | null
  /** The day of publication as `2023-12-07`; null where the source does not say. */
  published: string | null
}

/** All that the page of a series says beside its figures. */
export interface SeriesDetail extends Series {
  /** Those of all releases, each once, the one with most of them first. */
  sources: (Source & { releases: number })[]
  related: Series[]
}

/**
 * One series of an answer, in columns: index i of every array speaks of the same period. This is what
 * `read.ts` gives, what `/api/data` sends, what charts draw and what downloads write.
 */
export interface SeriesColumns {
  /** The expression that named it in the query: an id, or `yoy(id)`. */
  id: string
  title: string
  unit: string | null
  frequency: Frequency
  additive: Additive
  cumulative: boolean
  dimensions: Record<string, string>
  /** Day of the newest release in it, `2026-03-10`. */
  updated: string | null
  /** Spelled by `periodText`, in order of first day, then last day. */
  periods: string[]
  values: (number | null)[]
  /** Published decimals of each value; -1 where computed (show what the inputs allow). */
  decimals: number[]
  status: string[]
  /** The three below only where there is any. */
  bounds?: (Bound | null)[]
  notes?: (string | null)[]
  /** Values of the other releases of the period that differ from the selected one. */
  others?: (number[] | null)[]
  /** Every source drawn on; `sourceOf[i]` is an index into it, -1 for computed values of several. */
  sources: Source[]
  sourceOf: number[]
  /** Periods that straddle `start` or `end` and were therefore left out. */
  straddling: number
  /** With asOf: how many of the releases read stand on an assumed day of publication. */
  assumed?: number
}

export interface Columns {
  query: SeriesQuery
  series: SeriesColumns[]
}
