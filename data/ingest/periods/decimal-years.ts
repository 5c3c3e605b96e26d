/** What a year and a fraction of it are in a column of such: `2001.25` the second quarter, `2001.083` February. */
export type DecimalYears = 'quarter' | 'month'

const DECIMAL = /^((?:1[5-9]|2[01])\d\d)(?:\.(\d{1,12}))?$/
/** Programs round a twelfth to two digits or more. */
const NEAR = 0.006

/** How many twelfths of a year a fraction is; undefined where it is none of them. */
function twelfths(fraction: string): number | undefined {
  const value = Number(`0.${fraction}`) * 12
  const whole = Math.round(value)
  return Math.abs(value - whole) < NEAR * 12 && whole < 12 ? whole : undefined
}

/** A fraction that numbers no month: `.25`, `.083`, `.917`, but not `.5`, `.08`. */
const isNoMonth = (fraction: string): boolean =>
  fraction.length > 2 || (fraction.length === 2 && Number(fraction) > 12)

/** Watches years and fractions of them pass. */
export interface DecimalsSeen {
  see(text: string): boolean
  result(): DecimalYears | undefined
}

export function createDecimalYears(): DecimalsSeen {
  let isAll = true
  let isFound = false
  let areQuarters = true
  return {
    /** Whether the text is a year and a fraction that is no month. */
    see(text) {
      if (!isAll) return false
      const [whole, , fraction = ''] = DECIMAL.exec(text) ?? []
      const part = whole === undefined ? undefined : twelfths(fraction)
      isAll = part !== undefined
      if (!isAll) return false
      areQuarters &&= part! % 3 === 0
      const isOne = isNoMonth(fraction)
      isFound ||= isOne
      return isOne
    },
    result: () => (isAll && isFound ? (areQuarters ? 'quarter' : 'month') : undefined),
  }
}

/** `2001.25` as `2001-Q2`, `2001.083` as `2001-02`, and `2001` as the first of its year; other texts as they are. */
export function inDecimalYear(text: string, unit: DecimalYears): string {
  const [, year, fraction = ''] = DECIMAL.exec(text) ?? []
  const part = year === undefined ? undefined : twelfths(fraction)
  if (part === undefined) return text
  return unit === 'quarter'
    ? `${year}-Q${Math.floor(part / 3) + 1}`
    : `${year}-${String(part + 1).padStart(2, '0')}`
}
