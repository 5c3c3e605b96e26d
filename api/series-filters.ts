import { codesOf } from '../data/codes.ts'
import type { SeriesFilter } from '../data/store/search/asked.ts'

type Named = Omit<SeriesFilter, 'codes'>

/** The filters of a query of series; what is no word of ours is a dimension, its codes spelled in any known way. */
export const filtersOf = ({
  q,
  dataset,
  unit,
  frequency,
  ...codes
}: Named & Record<string, string | undefined>): SeriesFilter => ({
  q,
  dataset,
  unit,
  frequency,
  codes: codesOf(codes as Record<string, string>),
})
