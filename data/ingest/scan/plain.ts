import type { Run } from './words.ts'

/** A table of one record a line that is cut by its bytes, and which of its columns say what. */
export interface Plain {
  path: string
  encoding: string
  /** Where its first record begins. */
  start: { byte: number; line: number }
  delimiter: string
  /** Empty where nothing is quoted. */
  quote: string
  width: number
  /** Columns of values with their decimal mark; '' where a number that has one is to go the usual way. */
  values: { index: number; mark: string }[]
  /** Columns that name the period, whatever else a record says. */
  periods: number[]
  /** Columns that say nothing. */
  ignored: number[]
}

/** What a column says of a record. */
export type Kind = 'value' | 'period' | 'saying' | 'ignored'

/** Columns of a kind side by side as one; a value always alone. */
export function runsOf({ width, values, periods, ignored }: Plain): (Run & { kind: Kind })[] {
  const kinds = Array.from({ length: width }, (_, i): Kind => {
    if (values.some(({ index }) => index === i)) return 'value'
    return periods.includes(i) ? 'period' : ignored.includes(i) ? 'ignored' : 'saying'
  })
  const runs: (Run & { kind: Kind })[] = []
  kinds.forEach((kind, i) => {
    const last = runs.at(-1)
    if (last?.kind === kind && kind !== 'value') last.end = i + 1
    else runs.push({ kind, first: i, end: i + 1 })
  })
  return runs
}
