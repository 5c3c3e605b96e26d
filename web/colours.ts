const FLOWS = new Set(['X', 'M', 'B', 'T'])
const CODES = new Set(['CHN', 'RUS', 'USA', 'EU', 'JPN', 'KOR', 'TUR', 'KAZ', 'HKG'])

/** The style sheet's colour of a code or flow; that of totals where it has none. */
export function colourOf(code: string | undefined): string {
  if (code && FLOWS.has(code)) return `var(--flow-${code.toLowerCase()})`
  if (code && CODES.has(code)) return `var(--code-${code.toLowerCase()})`
  return code === 'other' ? 'var(--code-oth)' : 'var(--flow-t)'
}
