import { fullYear } from './fiscal.ts'

const MONTH = /^(\d\d)(0[1-9]|1[0-2])$/

/** No figure of trade is told for a year after this one. */
const LAST_YEAR = 2100
const FEW = 4

/** Watches texts such as `2301` pass, which are months in a column of nothing else, and not years. */
export interface ShortMonths {
  see(text: string): void
  /** As years they are centuries away: they are months. */
  areMonths(): boolean
  /** They go from `1912` to `2001`: they are months, unless their heading says years. */
  turnYears(): boolean
}

export function createShortMonths(): ShortMonths {
  let isAll = true
  let isFar = false
  let turns = false
  const seen = new Set<string>()
  let last: number | undefined
  return {
    see(text) {
      if (!isAll) return
      const [, year, month] = MONTH.exec(text) ?? []
      isAll = year !== undefined
      if (!isAll) return
      isFar ||= Number(text) > LAST_YEAR
      const number = Number(year) * 12 + Number(month)
      turns ||= last !== undefined && number === last + 1 && month === '01'
      last = number
      if (seen.size < FEW) seen.add(text)
    },
    areMonths: () => isAll && isFar && seen.size > 1,
    turnYears: () => isAll && turns && seen.size >= FEW,
  }
}

/** `2301` as `2023-01`; other texts as they are. */
export const inFullMonth = (text: string): string =>
  text.replace(MONTH, (_, year: string, month: string) => `${fullYear(year)}-${month}`)

/** Headings such as `2301, 2302, ...` as whole months, where they are such. */
export function inFullMonths(headings: readonly string[]): string[] {
  const months = createShortMonths()
  const short = headings.filter((heading) => MONTH.test(heading.trim()))
  for (const heading of short) months.see(heading.trim())
  return months.areMonths() ? headings.map((heading) => inFullMonth(heading.trim())) : [...headings]
}
