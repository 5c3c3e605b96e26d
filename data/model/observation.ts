import type { Day } from './day.ts'
import type { Frequency, TimePeriod } from './period.ts'

/** What a sum of a series' values means: flows add over time, stocks keep the last, rates do neither. */
export type Additive = 'sum' | 'last' | 'none'

/** How a source hedged a number: more than, less than, at least, at most, about. */
export type Bound = '>' | '<' | '>=' | '<=' | '~'

/** What is known of a period: a value (or missing), its decimals as published, and the doubts about it. */
export interface Observation {
  period: TimePeriod
  /** null is missing and stays missing. */
  value: number | null
  /** Digits after the point as the source gave them, so that 5.0 is not 5. */
  decimals: number
  /** SDMX CL_OBS_STATUS letters, a set: `A`, `P`, `bu`. */
  status: string
  bound: Bound | null
  note: string | null
}

/** One telling of an observation, with where it came from. */
export interface Release extends Observation {
  source: string | null
  sourceUrl: string | null
  /** The day the source published it; null where it does not say. */
  published: Day | null
  /** The day from which `asOf` sees it: published, else the day that its import or dataset assumes. */
  known: Day
  import: number
  file: string
  line: number
}

/** The figure that a list tells of a series. */
export interface Latest extends Omit<Observation, 'period' | 'note'> {
  /** `2024`, `2023-01/2023-02`. */
  period: string
  value: number
}

/** A series as a list shows it. `dataset/key` is its id in every URL. */
export interface Series {
  id: string
  dataset: string
  key: string
  title: string
  unit: string | null
  frequency: Frequency
  additive: Additive
  cumulative: boolean
  /** Dimension ids are lower case (`reporter`, `partner`, `flow`, `measure`, ...), codes are text. */
  dimensions: Record<string, string>
  observations: number
  releases: number
  first: string | null
  last: string | null
  /** Of the periods that have a value the one that ends last, and of several the shortest. */
  latest: Latest | null
}
