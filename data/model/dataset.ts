import type { Additive } from './observation.ts'
import type { ReadingOptions, Role } from './report.ts'

/** How a dataset's files are read: `dataset.json` beside the shipped files, kept with the dataset. */
export interface DatasetDescription {
  id: string
  title: string
  description: string
  source: string
  licence: string
  /** Role by column name. */
  columns: Record<string, Role>
  /** What the keys of its series are made of, in their order: dimensions, `unit`, `frequency`. */
  keyed?: string[]
  /** What a person settled for its files, beyond the columns; files that look the same are read by it too. */
  settled?: Pick<ReadingOptions, 'constants' | 'decimalMark' | 'codes' | 'answers'>
  /** Additive by unit; `default` for the rest. */
  additive: Record<string, Additive>
  /** What an undated release is: told before all dated ones, or on the day of its import. */
  undated: 'earliest' | 'import'
  /** For `asOf`: days after the period's end on which an undated release counts as known. */
  undatedLag?: number
}

/** A dataset as a list shows it. */
export interface DatasetSummary {
  id: string
  title: string
  description: string
  source: string
  licence: string
  series: number
  observations: number
  /** Every telling of every period, the selected ones included. */
  releases: number
  /** The first and the last day that any period covers, `2008-01-01`. */
  first: string | null
  last: string | null
  /** Day of the newest release, as published or, where the source does not say, as imported. */
  updated: string | null
  /** Day of the last import that stands; null where none does. */
  imported: string | null
}
