const ROMANS = 'I II III IV V VI VII VIII IX X XI XII'.split(' ')
const QUARTERS = 4

/** `2022 II`, `2022 (I-VI)`. */
const BEHIND = /^((?:19|20)\d\d)[ ./]{1,2}\(?([IVX]+)(?: ?[-–—] ?([IVX]+))?\)?(?: ?[rг]\.?)?$/
/** `II 2022`, `I-VI 2022 r.`: as Poland and Mongolia write them. */
const AHEAD = /^([IVX]+)(?: ?[-–—] ?([IVX]+))?[ ./]{1,2}((?:19|20)\d\d)(?: ?[rг]\.?)?$/

/** What stands beside a year: one number, or the first and the last of several. */
interface Found {
  heading: string
  year: string
  from: number
  to: number
}

function inRomans(heading: string): Found | undefined {
  const text = heading.trim()
  const [, year, first, last] = BEHIND.exec(text) ?? []
  const [, ahead, end, behind] = year === undefined ? (AHEAD.exec(text) ?? []) : []
  const from = ROMANS.indexOf(first ?? ahead ?? '') + 1
  const to = ROMANS.indexOf(last ?? end ?? first ?? ahead ?? '') + 1
  return from > 0 && to >= from ? { heading, year: year ?? behind!, from, to } : undefined
}

/** Headings such as `2022 I`, of which the numbers are quarters, months, or either. */
export interface RomanHeadings {
  meant: 'quarters' | 'months' | 'open'
  example: string
}

/** What Roman numbers beside years count: up to XII they are months, up to IV quarters; undefined where there are none. */
export function romansIn(headings: readonly string[]): RomanHeadings | undefined {
  const found = headings.flatMap((heading) => inRomans(heading) ?? [])
  const hasRange = found.some(({ from, to }) => to > from)
  // Exports are called X, values V, and imports I somewhere.
  const isCounted = found.some(({ from }) => ROMANS[from - 1]!.length > 1)
  if (!hasRange && (found.length < 2 || !isCounted)) return undefined
  const last = Math.max(...found.map(({ to }) => to))
  const isYear = last === QUARTERS && !hasRange
  const meant = last > QUARTERS ? 'months' : isYear ? 'quarters' : 'open'
  return {
    meant,
    example: (hasRange ? found.find(({ from, to }) => to > from) : found[0])!.heading,
  }
}

const inDigits = (month: number): string => String(month).padStart(2, '0')

/** `2022 II` as `2022-Q2` or `2022-02`, `I-VI 2022` as `2022-01/2022-06`; other headings as they are. */
export function romanPeriod(heading: string, meant: 'quarters' | 'months'): string {
  const found = inRomans(heading)
  if (!found) return heading
  const { year, from, to } = found
  if (from === to) return meant === 'quarters' ? `${year}-Q${from}` : `${year}-${inDigits(from)}`
  const length = meant === 'quarters' ? 3 : 1
  const [first, last] = [(from - 1) * length + 1, to * length]
  return last > 12 ? heading : `${year}-${inDigits(first)}/${year}-${inDigits(last)}`
}

/** `i-vi` as the months of a year, which no quarters can be; undefined where they may be. */
export function romanMonths(phrase: string): { month: number; count: number } | undefined {
  const [, first, last] = /^([ivx]+)-([ivx]+)$/.exec(phrase) ?? []
  const [from, to] = [first, last].map((text) => ROMANS.indexOf(text?.toUpperCase() ?? '') + 1)
  const isOfMonths = from! > 0 && to! > from! && to! > QUARTERS
  return isOfMonths ? { month: from!, count: to! - from! + 1 } : undefined
}
