import { fullYear } from './fiscal.ts'

const MONTH = /^(\d\d)(0[1-9]|1[0-2])$/

/** No figure of trade is told for a year after this one. */
const LAST_YEAR = 2100
const FEW = 4

/** Watches texts such as `2301` pass, which are months in a column of nothing else, and not years. */
export interface ShortMonths {
  see(text: string): void
  /** As years they are centuries away, more than one that may be a slip: they are months. */
  areMonths(): boolean
  /** They go from `1912` to `2001`: they are months, unless their heading says years. */
  turnYears(): boolean
}

export function createShortMonths(): ShortMonths {
  let isAll = true
  let turns = false
  let borders = false
  const near = new Set<string>()
  const far = new Set<string>()
  let last: number | undefined
  return {
    see(text) {
      if (!isAll) return
      const [, year, month] = MONTH.exec(text) ?? []
      isAll = year !== undefined
      if (!isAll) return
      const number = Number(year) * 12 + Number(month)
      const step = number - (last ?? number)
      turns ||= step === 1 && month === '01'
      borders ||= step === -1 && month === '12'
      last = number
      const alike = Number(text) > LAST_YEAR ? far : near
      if (alike.size < FEW) alike.add(text)
    },
    areMonths: () =>
      isAll && (far.size > 1 || (far.size === 1 && (near.size === 1 || turns || borders))),
    turnYears: () => isAll && turns && near.size + far.size >= FEW,
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
