import { dateOf } from '../../model/day.ts'
import { monthsFrom, periodText, type TimePeriod, unitOf } from '../../model/period.ts'
import { AS_WRITTEN, type DateOrder, readPeriod } from '../periods/read.ts'

const MONTHS: readonly [RegExp, number][] = [
  [/^(?:half|semi|semestr|halbjahr)/i, 6],
  [/^(?:quarter|q$|trimestr|vierteljahr|季)/i, 3],
  [/^(?:annual|year|a$|anual|annuel|jahr|jährlich|年)/i, 12],
  [/^(?:month|m$|mensu|monat|月)/i, 1],
]

/** Gives the text of a period as a series means it; undefined where the series has none there. */
export type OwnPeriod = (text: string, isEmpty: boolean) => string | undefined

const monthOf = ({ first }: TimePeriod): number => {
  const { year, month } = dateOf(first)
  return year * 12 + month - 1
}

/** The order of day and month in which all texts are periods; undefined where both, or none, will do. */
function orderOf(texts: readonly string[]): DateOrder | null | undefined {
  const read = (order: DateOrder | null) =>
    texts.map((text) => readPeriod(text, { ...AS_WRITTEN, order }))
  if (read(null).every(Boolean)) return null
  const [first, ...others] = (['dmy', 'mdy'] as const).filter((order) => read(order).every(Boolean))
  return others.length === 0 ? first : undefined
}

/**
 * The periods of a series that says how often it is told: a quarter is written as its last month, or its first, a
 * month as a day of it. `told` are those at hand, `of` those that have a figure. Undefined where they are what they say.
 */
export function ownPeriod(
  frequency: string,
  told: readonly string[],
  of: readonly string[],
): OwnPeriod | undefined {
  const [, months] = MONTHS.find(([word]) => word.test(frequency)) ?? []
  const order = orderOf(told)
  if (months === undefined || order === undefined) return undefined
  const read = (text: string) => readPeriod(text, { ...AS_WRITTEN, order })
  const known = of.map(read).filter((period) => period !== undefined)
  const starts = new Set(known.map(monthOf))
  const places = new Set(known.map((period) => monthOf(period) % months))
  const [place] = places
  // Months of months are what they say.
  if (months === 1 && known.every((period) => unitOf(period) === 'M')) return undefined
  const isEach = known.every((period) => /^[MD]$/.test(unitOf(period)))
  // Each begins its period, or ends it; no two are of one month.
  if (!isEach || place === undefined || places.size > 1 || starts.size < known.length)
    return undefined
  const isEnd = months === 12 ? place !== 0 : place === months - 1
  if (!isEnd && place !== 0) return undefined
  return (text, isEmpty) => {
    const period = read(text)
    if (!period || !/^[MD]$/.test(unitOf(period))) return text
    const month = monthOf(period)
    if (month % months !== place) return isEmpty ? undefined : text
    return periodText(monthsFrom(isEnd ? month - months + 1 : month, months))
  }
}
