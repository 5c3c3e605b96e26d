import type { Bound } from './observation.ts'

export const MINUS = '\u2212'
/** Between thousands and before a unit, so that one form serves every language. */
export const NARROW_SPACE = '\u202f'

const BOUND_SIGNS: Readonly<Record<Bound, string>> = {
  '>': '>',
  '<': '<',
  '>=': '≥',
  '<=': '≤',
  '~': '≈',
}

/** `>`, `≥`, `≈`, ... as a reader sees a bound; "" where there is none. */
export const boundSign = (bound: Bound | null): string => (bound === null ? '' : BOUND_SIGNS[bound])

/** The shortest text that reads back as the same number: plain ASCII, for JSON and CSV. */
export const shortest = (value: number): string => (value === 0 ? '0' : String(value))

/** Rounded to decimals as written, halves away from zero: 1.005 gives 1.01, which binary rounding misses. */
export function roundTo(value: number, decimals: number): number {
  // Where no half is near, digits need not be looked at: a quotient by a power of ten is exact to the last.
  const units = Math.abs(value) * 10 ** decimals
  if (decimals >= 0 && decimals <= 22 && units < 1e15 && Math.abs((units % 1) - 0.5) > 1e-3) {
    return (Math.sign(value) * Math.round(units)) / 10 ** decimals
  }
  const text = String(Math.abs(value))
  if (text.includes('e')) return Number(value.toFixed(Math.min(100, Math.max(0, decimals))))
  return Math.sign(value) * Number(`${Math.round(Number(`${text}e${decimals}`))}e${-decimals}`)
}

/** Digits after the point of a plain number. */
export function decimalsOf(text: string): number {
  const point = text.indexOf('.')
  return point === -1 ? 0 : text.length - point - 1
}

/**
 * A number for a file: plain ASCII with its published decimals (5.0 stays 5.0); the shortest form where
 * it is computed (decimals -1) or has more digits than that; empty where it is missing.
 */
export function fileNumber(value: number | null, decimals: number): string {
  if (value === null || Number.isNaN(value)) return ''
  const short = shortest(value)
  if (short.includes('e')) {
    const text = value.toFixed(Math.max(0, decimals))
    return Number(text) === value ? text : short
  }
  const zeros = decimals - decimalsOf(short)
  if (zeros <= 0) return short
  return short + (short.includes('.') ? '' : '.') + '0'.repeat(zeros)
}

/** A value with so many decimals, 20 at most: 20.10. */
export const withDecimals = (value: number, decimals: number): string =>
  value.toFixed(Math.min(Math.max(0, decimals), 20))

/** A value as it was told, with signs that a keyboard has: `> 90.0`, `missing`. */
export const toldText = (value: number | null, decimals: number, bound: Bound | null): string =>
  value === null
    ? 'missing'
    : `${bound === null ? '' : `${bound} `}${withDecimals(value, decimals)}`

/** Decimals to show: what is wanted (1 in charts and prose), never more than published; -1 is computed. */
export const shownDecimals = (published: number, wanted = 1): number =>
  published < 0 ? wanted : Math.min(published, wanted)

/** `USD bn` and `bn` give `bn`, `percent` gives `%`, `units` gives nothing; others stay. */
export function unitMark(unit: string | null): string {
  if (unit === null) return ''
  const scale = /^(?:[A-Z]{3} )?(bn|billion|m|million|k|thousand)$/i.exec(unit)?.[1]?.toLowerCase()
  if (scale) return { billion: 'bn', million: 'm', thousand: 'k' }[scale] ?? scale
  if (/^(percent|per cent|pct|%)$/i.test(unit)) return '%'
  return /^(units?|index)$/i.test(unit) ? '' : unit
}

export interface NumberForm {
  /** Digits after the point, fixed. */
  decimals?: number
  /** Write `+` before a positive one, for changes. */
  sign?: boolean
  bound?: Bound | null
  /** As the store has it or as it is written (`USD bn`, `bn`); see `unitMark`. */
  unit?: string | null
  /** What stands for a missing value. */
  missing?: string
}

/**
 * A number for a reader: `1 056 000`, `+26.7 %`, `−3.1`, `> 90 %`, `≈ 40`. Every space is U+202F and the
 * minus U+2212. What would round to zero is written `< 0.05` (`> −0.05` below zero); a bound keeps
 * enough digits not to.
 */
export function numberText(value: number | null, form: NumberForm = {}): string {
  const { decimals = 1, sign = false, bound = null, unit = null, missing = 'no data' } = form
  if (value === null || Number.isNaN(value)) return missing
  const mark = unitMark(unit)
  const tail = mark === '' ? '' : NARROW_SPACE + mark
  let size = Math.abs(roundTo(value, decimals)).toFixed(decimals)
  let before = boundSign(bound)
  if (value !== 0 && Number(size) === 0) {
    if (bound === null) {
      before = value > 0 ? '<' : '>'
      size = (0.5 / 10 ** decimals).toFixed(decimals + 1)
    } else size = shortest(Math.abs(value))
  }
  const isTiny = bound === null && before !== ''
  const prefix = value < 0 ? MINUS : sign && value > 0 && !isTiny ? '+' : ''
  return (before === '' ? '' : before + NARROW_SPACE) + prefix + grouped(size) + tail
}

/** `1056000.5` with a narrow space after each three digits of its whole part. */
function grouped(size: string): string {
  const [whole = '', fraction] = size.split('.')
  const text = whole.replace(/\B(?=(\d{3})+$)/g, NARROW_SPACE)
  return fraction === undefined ? text : `${text}.${fraction}`
}
