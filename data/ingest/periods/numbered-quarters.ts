const NUMBERED = /^((?:1[5-9]|2[01])\d\d)([:.\-/ ]?)([1-4])$/

/** Numbers that end with four in fewer years may be those of the first months of each. */
const YEARS = 3

/** Watches texts such as `1980:1` pass, which are quarters in a column that knows no fifth. */
export interface NumberedQuarters {
  see(text: string): void
  areQuarters(): boolean
}

export function createNumberedQuarters(): NumberedQuarters {
  let isAll = true
  let usual: string | undefined
  const years = new Set<string>()
  const numbers = new Set<string>()
  return {
    see(text) {
      if (!isAll) return
      const [, year, mark, number] = NUMBERED.exec(text) ?? []
      usual ??= mark
      isAll = year !== undefined && mark === usual
      if (!isAll) return
      if (years.size < YEARS) years.add(year!)
      numbers.add(number!)
    },
    // Programs that write a colon give a month two digits.
    areQuarters: () => isAll && (usual === ':' || (numbers.size === 4 && years.size === YEARS)),
  }
}

/** `1980:1` as `1980-Q1`; other texts as they are. */
export const inNumberedQuarter = (text: string): string => text.replace(NUMBERED, '$1-Q$3')

/** Headings such as `2010.1, 2010.2, ...` as quarters, where they are such. */
export function inNumberedQuarters(headings: readonly string[]): string[] {
  const quarters = createNumberedQuarters()
  const numbered = headings.filter((heading) => /^\d{4}[:.\-/ ]\d{1,2}$/.test(heading.trim()))
  for (const heading of numbered) quarters.see(heading.trim())
  return headings.map((heading) =>
    quarters.areQuarters() ? inNumberedQuarter(heading.trim()) : heading,
  )
}
