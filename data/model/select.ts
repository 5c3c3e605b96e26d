import { BOUNDS } from './batch.ts'
import type { Day } from './day.ts'
import type { Bound, Release } from './observation.ts'
import { isEstimated, WITHDRAWN } from './status.ts'

/**
 * Powers of ten that a number is told to, below the point as positive: 218.17 to 2, 218 to 0. Zeros at
 * the end of a whole number count as rounding while their unit is at most a twentieth of the number:
 * 687 000 is told to thousands, but 100 is not told to hundreds, or 60 % could not be revised to 100 %.
 */
export function precision(value: number, decimals: number): number {
  if (decimals > 0 || value === 0 || !Number.isInteger(value)) return decimals
  let digits = 0
  for (let unit = 10; value % unit === 0 && unit * 20 <= Math.abs(value); unit *= 10) digits--
  return digits
}

/** Whether `next` is `current` with digits cut or rounded off: 53.84 and 53.85 are both 53.845. */
function isRoundingOf(
  current: number,
  currentDecimals: number,
  next: number,
  nextDecimals: number,
): boolean {
  const fine = precision(current, currentDecimals)
  const coarse = precision(next, nextDecimals)
  if (coarse >= fine) return false
  // In whole units of the finer one, so that 0.1 + 0.2 has nothing to say in it.
  const scale = 10 ** Math.max(0, fine)
  const unit = 10 ** (Math.max(0, fine) - coarse)
  const a = Math.round(current * scale)
  const b = Math.round(next * scale)
  const cut = a - b
  return 2 * Math.abs(cut) <= unit || (cut * Math.sign(a) >= 0 && Math.abs(cut) < unit)
}

/** Whether a bare number is what a bound says of it: 95.2 is more than 90. */
function satisfies(value: number, bound: Bound, limit: number): boolean {
  if (bound === '>') return value > limit
  if (bound === '<') return value < limit
  if (bound === '>=') return value >= limit
  if (bound === '<=') return value <= limit
  return value === limit
}

/**
 * Whether the next telling of a period takes the place of the current one (design, section 1). It does,
 * unless it is
 * - an estimate over a reported value,
 * - only the current one rounded or cut: fewer decimals, or zeros at the end of a whole number,
 * - a bound that the current bare number satisfies: "more than 90" says nothing against 95.2.
 *
 * A missing value (NaN) that follows a number withdraws it and takes its place, like any other
 * revision; a number always takes the place of a missing one. Bounds are indices into `BOUNDS`. On
 * bare numbers, so that it can run over millions of rows without an object.
 */
function replaces(
  value: number,
  decimals: number,
  estimated: boolean,
  nextValue: number,
  nextDecimals: number,
  nextEstimated: boolean,
  bound = 0,
  nextBound = 0,
): boolean {
  if (Number.isNaN(value)) return true
  if (nextEstimated && !estimated) return false
  if (Number.isNaN(nextValue)) return true
  if (bound === 0 && nextBound !== 0 && satisfies(value, BOUNDS[nextBound]!, nextValue)) {
    return false
  }
  if (bound !== 0 && bound !== nextBound) return true
  return !isRoundingOf(value, decimals, nextValue, nextDecimals)
}

/** What of a release decides which one is selected. */
export type Telling = Pick<Release, 'value' | 'decimals' | 'status' | 'bound'>

/** Whether a telling takes the place of the one before it: `replaces`, of releases. */
export const takesPlace = (current: Telling, next: Telling): boolean =>
  replaces(
    current.value ?? Number.NaN,
    current.decimals,
    isEstimated(current.status),
    next.value ?? Number.NaN,
    next.decimals,
    isEstimated(next.status),
    BOUNDS.indexOf(current.bound),
    BOUNDS.indexOf(next.bound),
  )

/**
 * What a telling does to the one before it: `revised` where a reader then sees another value, missing
 * or bound; `confirmed` where the value stands, be it that the newer telling is the one selected
 * (38.8 provisional, then 38.8 final).
 */
export const tells = (current: Telling, next: Telling): 'revised' | 'confirmed' =>
  takesPlace(current, next) && (current.value !== next.value || current.bound !== next.bound)
    ? 'revised'
    : 'confirmed'

/** Whether a telling takes out what was told before it. */
export const isWithdrawal = ({ status }: Pick<Telling, 'status'>): boolean => status === WITHDRAWN

/** The releases that were told after the last withdrawal: those that count. */
export function standing<R extends Telling & Told>(releases: readonly R[]): R[] {
  let since = Number.NEGATIVE_INFINITY
  for (const release of releases) {
    if (isWithdrawal(release) && release.import > since) since = release.import
  }
  return releases.filter((release) => release.import > since)
}

/** What of a release says when it was told. */
export type Told = Pick<Release, 'published' | 'known' | 'import' | 'line'>

/**
 * Order of telling: day published, then import, then line. One without a day counts as published on the
 * day that its import says (`known`), or before all others where the dataset says so.
 */
export function byTelling(undated: 'earliest' | 'import' = 'import') {
  const day = ({ published, known }: Told): Day =>
    published ?? (undated === 'earliest' ? Number.NEGATIVE_INFINITY : known)
  return (a: Told, b: Told): number => {
    const [left, right] = [day(a), day(b)]
    if (left !== right) return left < right ? -1 : 1
    return a.import - b.import || a.line - b.line
  }
}

/**
 * The release that answers for a period when nobody asks for another; undefined where none was told, or
 * none since a withdrawal. Any order in.
 */
export function selectRelease<R extends Telling & Told>(
  releases: readonly R[],
  undated: 'earliest' | 'import' = 'import',
): R | undefined {
  let selected: R | undefined
  for (const release of standing(releases).sort(byTelling(undated))) {
    if (!selected || takesPlace(selected, release)) selected = release
  }
  return selected
}
