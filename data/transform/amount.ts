import { roundTo } from '../model/numbers.ts'
import type { Bound } from '../model/observation.ts'
import type { TimePeriod } from '../model/period.ts'
import { worstStatus } from '../model/status.ts'
import { periodWords } from '../model/words.ts'
import type { Figure, Line } from './line.ts'

/** What a line gives for an interval: one figure of it, or the sum of several that fill it. */
export interface Amount {
  value: number
  /** Published decimals of the finest part; -1 where a part is computed. */
  decimals: number
  status: string
  /** Bounds of the parts; none where all are exact. */
  bounds: Bound[]
  source: number
  /** "Jan–Feb 2023", "Jan 2022 + Feb 2022". */
  words: string
}

const sameSource = (sources: readonly number[]): number =>
  sources.every((source) => source === sources[0]) ? (sources[0] ?? -1) : -1

/** Sums of published decimals have no more of them: takes the machine's 0.1 + 0.2 out again. */
export const clean = (value: number, decimals: readonly number[]): number =>
  decimals.every((count) => count >= 0)
    ? roundTo(value, Math.max(0, ...decimals))
    : Number(value.toPrecision(14))

/** The sum of figures that have values. */
export function amountOf(figures: readonly Figure[], cumulative: boolean): Amount {
  const decimals = figures.map((figure) => figure.decimals)
  const sum = figures.reduce((total, { value }) => total + (value ?? 0), 0)
  return {
    value: figures.length === 1 ? sum : clean(sum, decimals),
    decimals: decimals.includes(-1) ? -1 : Math.max(0, ...decimals),
    status: worstStatus(figures.map(({ status }) => status)),
    bounds: figures.flatMap(({ bound }) => bound ?? []),
    source: sameSource(figures.map(({ source }) => source)),
    words: wordsOf(figures, cumulative),
  }
}

function wordsOf(figures: readonly Figure[], cumulative: boolean): string {
  const count = figures.length
  const named = count <= 3 ? figures : [figures[0]!, figures[count - 1]!]
  const words = named.map(({ period }) => periodWords(period, { cumulative }))
  return count <= 3 ? words.join(' + ') : `${words.join(' + … + ')} (${count} figures)`
}

const FLIPPED: Readonly<Record<Bound, Bound>> = {
  '>': '<',
  '<': '>',
  '>=': '<=',
  '<=': '>=',
  '~': '~',
}

/** Bounds of a result that falls when its input rises: more than 90 below the line is less than. */
export const flipped = (bounds: readonly Bound[]): Bound[] => bounds.map((bound) => FLIPPED[bound])

/**
 * The bound of a result from those of all that went into it, as they bear on it: null where all are
 * exact, undefined where they pull apart ("more than" plus "less than" says nothing).
 */
function resultBound(bounds: readonly Bound[]): Bound | null | undefined {
  const only = (...kinds: Bound[]): boolean => bounds.every((bound) => kinds.includes(bound))
  if (bounds.length === 0) return null
  if (only('~')) return '~'
  if (only('>', '>=')) return bounds.includes('>') ? '>' : '>='
  if (only('<', '<=')) return bounds.includes('<') ? '<' : '<='
  return undefined
}

/** A figure that cannot be had, and why. */
export const missing = (period: TimePeriod, note: string): Figure => ({
  period,
  value: null,
  decimals: -1,
  status: 'O',
  bound: null,
  note,
  source: -1,
})

/**
 * A computed figure: the gravest doubt of its inputs for a status, its formula for a note. `bounds` are
 * those of the inputs as they bear on it; where they pull apart it is missing.
 */
export function computed(
  period: TimePeriod,
  value: number,
  formula: string,
  inputs: readonly Amount[],
  bounds: readonly Bound[],
): Figure {
  const bound = resultBound(bounds)
  if (bound === undefined)
    return missing(period, `not known: ${formula}, of bounds that pull apart`)
  return {
    period,
    value: value === 0 ? 0 : value,
    decimals: -1,
    status: worstStatus(inputs.map(({ status }) => status)),
    bound,
    note: formula,
    source: sameSource(inputs.map(({ source }) => source)),
  }
}

/** The words of an interval in a line. */
export const said = (period: TimePeriod, { cumulative }: Pick<Line, 'cumulative'>): string =>
  periodWords(period, { cumulative })
