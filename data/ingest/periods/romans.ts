const ROMANS = 'I II III IV V VI VII VIII IX X XI XII'.split(' ')
const QUARTERS = 4

const HEADING = /^((?:19|20)\d\d) ([IVX]+)$/

/** Headings such as `2022 I`, of which the numbers are quarters, months, or either. */
export interface RomanHeadings {
  meant: 'quarters' | 'months' | 'open'
  example: string
}

/** What Roman numbers behind years count: up to XII they are months, up to IV quarters; undefined where there are none. */
export function romansIn(headings: readonly string[]): RomanHeadings | undefined {
  const found = headings.flatMap((heading) => {
    const number = ROMANS.indexOf(HEADING.exec(heading.trim())?.[2] ?? '') + 1
    return number > 0 ? [{ heading, number }] : []
  })
  if (found.length < 2) return undefined
  const last = Math.max(...found.map(({ number }) => number))
  const meant = last > QUARTERS ? 'months' : last === QUARTERS ? 'quarters' : 'open'
  return { meant, example: found[0]!.heading }
}

/** `2022 II` as `2022-Q2` or `2022-02`; other headings as they are. */
export function romanPeriod(heading: string, meant: 'quarters' | 'months'): string {
  const [, year, roman] = HEADING.exec(heading.trim()) ?? []
  const number = ROMANS.indexOf(roman ?? '') + 1
  if (number === 0) return heading
  return meant === 'quarters' ? `${year}-Q${number}` : `${year}-${String(number).padStart(2, '0')}`
}
