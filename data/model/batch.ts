import type { Additive } from './observation.ts'

/** What a file says of a series: enough to find it in the store or to make it. */
export interface SeriesDraft {
  key: string
  title: string
  unit: string | null
  additive: Additive
  /** The file declares it cumulative; else the periods decide. */
  cumulative?: boolean
  dimensions: Record<string, string>
  /** What the file calls those of its codes that no list of ours has, by dimension. */
  names?: Record<string, string>
}

/** Where tellings come from. Few in a file: kept once and pointed at. */
export interface OriginDraft {
  source: string | null
  sourceUrl: string | null
  /** Days since 1970-01-01. */
  published: number | null
}

/**
 * Validated observations in columns, a few thousand at a time: what reading hands to the store. Typed
 * arrays pass between threads without copying and hold a million rows in 40 MB.
 */
export interface ObservationBatch {
  length: number
  /** Index of a `SeriesDraft`, an `OriginDraft`, and texts, in the order in which they were added to the stage. */
  series: Int32Array
  origin: Int32Array
  /** -1 where there is none. */
  note: Int32Array
  status: Int32Array
  first: Int32Array
  last: Int32Array
  /** NaN is missing. */
  value: Float64Array
  decimals: Uint8Array
  /** Index into `BOUNDS`. */
  bound: Uint8Array
  line: Uint32Array
}

export const BOUNDS = [null, '>', '<', '>=', '<=', '~'] as const
