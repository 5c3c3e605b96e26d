import { type Frequency, unitOf } from '../../model/period.ts'
import { AS_WRITTEN, readPeriod } from '../periods/read.ts'
import { headerWord } from '../words.ts'

const WORDS: Record<string, Frequency> = {
  annual: 'A',
  yearly: 'A',
  half: 'S',
  semi: 'S',
  quarterly: 'Q',
  monthly: 'M',
  weekly: 'W',
  daily: 'D',
}

/**
 * Whether an empty cell of a record is of another frequency than its series, which says its own: a year
 * has no figure in the monthly series, and none is missing. Undefined where no column says it.
 */
export function otherFrequency(
  header: readonly string[],
  periods: readonly string[],
): ((row: readonly string[], period: number) => boolean) | undefined {
  const at = header.findIndex((name) => /^freq(?:uency)?(?:_code)?$/.test(headerWord(name)))
  const units = periods.map((text) => {
    const period = readPeriod(text, AS_WRITTEN)
    return period && unitOf(period)
  })
  if (at < 0 || new Set(units).size < 2) return undefined
  return (row, period) => {
    const text = (row[at] ?? '').trim().toLowerCase()
    const own = WORDS[/^[a-z]+/.exec(text)?.[0] ?? ''] ?? text.charAt(0).toUpperCase()
    return units[period] !== undefined && units[period] !== own
  }
}
