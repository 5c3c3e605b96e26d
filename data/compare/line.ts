import type { SeriesDraft } from '../model/batch.ts'
import { withDecimals } from '../model/numbers.ts'
import type { TimePeriod } from '../model/period.ts'
import { precision } from '../model/select.ts'
import { periodWords } from '../model/words.ts'

/**
 * A series as it stands after an import, in columns of the same length and in order of first day, then
 * last day: what the checks of this folder look at.
 */
export interface Line {
  draft: SeriesDraft
  cumulative: boolean
  length: number
  first: Int32Array
  last: Int32Array
  /** NaN where it is missing, or only a bound: nothing to compare with. */
  value: Float64Array
  decimals: Uint8Array
  /** 1 where it is an estimate, or was derived: no witness against what was published. */
  estimated: Uint8Array
  /** Line of the file that tells it; 0 where the store held it before. */
  told: Uint32Array
  /** What stood there before the file revised it; NaN where it did not, null where it revised nothing. */
  before: Float64Array | null
}

/** Says what looks wrong at a line of the file; the words are asked for only where they will be read. */
export type Say = (
  code: string,
  line: number,
  words: () => { message: string; value: string },
) => void

/** Whether there is a published number at a place. */
export const isPublished = (line: Line, i: number): boolean =>
  !Number.isNaN(line.value[i]!) && line.estimated[i] === 0

const HALVES = Float64Array.from({ length: 256 }, (_, decimals) => 0.5 * 10 ** -decimals)

/**
 * How far a published number may be from the one that was rounded to it; zeros at the end of a whole
 * number count as rounding, as they do where releases are selected.
 */
export function rounding({ value, decimals }: Line, i: number): number {
  const digits = decimals[i]!
  if (digits > 0 || value[i]! % 10 !== 0) return HALVES[digits]!
  return 0.5 * 10 ** -precision(value[i]!, 0)
}

/** A value as it was published. */
export const published = ({ value, decimals }: Line, i: number): string =>
  withDecimals(value[i]!, decimals[i]!)

/** "20.10 USD bn". */
export const amount = (line: Line, i: number): string =>
  `${published(line, i)}${line.draft.unit === null ? '' : ` ${line.draft.unit}`}`

/** "January–February 2024", "the first half of 2023": as it stands inside a sentence. */
const inSentence = (period: TimePeriod, cumulative: boolean): string =>
  periodWords(period, { form: 'long', cumulative }).replace(
    /^[A-Z]\w+(?= (?:half|quarter) of)/,
    (ordinal) => `the ${ordinal.toLowerCase()}`,
  )

export const when = ({ first, last, cumulative }: Line, i: number): string =>
  inSentence({ first: first[i]!, last: last[i]! }, cumulative)

/** "in January–February 2024", "on 1 March 2024". */
export const duringPeriod = (period: TimePeriod, cumulative: boolean): string =>
  `${period.first === period.last ? 'on' : 'in'} ${inSentence(period, cumulative)}`

export const during = ({ first, last, cumulative }: Line, i: number): string =>
  duringPeriod({ first: first[i]!, last: last[i]! }, cumulative)

/** Where a period stands in a line; -1 where it does not. */
export function indexOf(line: Line, first: number, last: number): number {
  const at = indexFrom(line, first, last)
  return at < line.length && line.first[at] === first && line.last[at] === last ? at : -1
}

/** The first place in a line of a period from a day, or from a period, on. */
export function indexFrom(line: Line, first: number, last = first): number {
  let low = 0
  let high = line.length
  while (low < high) {
    const middle = (low + high) >> 1
    const order = line.first[middle]! - first || line.last[middle]! - last
    if (order < 0) low = middle + 1
    else high = middle
  }
  return low
}
