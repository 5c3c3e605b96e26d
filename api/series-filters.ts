import { codeOf } from '../data/codes.ts'

interface Asked {
  [name: string]: string | number | undefined
}

type Named = 'q' | 'dataset' | 'unit' | 'frequency'

/** The filters of a query of series; what is no word of ours is a dimension, its codes spelled in any known way. */
export function filtersOf({
  q,
  dataset,
  unit,
  frequency,
  ...codes
}: Asked & Partial<Record<Named, string>>) {
  return { q, dataset, unit, frequency, codes: read(codes) }
}

/** Names and aliases as the codes that they stand for. */
const read = (codes: Asked): Record<string, string> =>
  Object.fromEntries(
    Object.entries(codes).map(([dimension, text]) => [
      dimension,
      codeOf(dimension, String(text)).code,
    ]),
  )
