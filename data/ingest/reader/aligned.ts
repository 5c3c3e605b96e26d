/** What parts the columns of a table that blanks align: names of two words have one blank. */
const GAP = / {2,}/g
/** Another sign parts cells, or stands at their edge where blanks fill them up: no comma of a number or of a name. */
const PARTED = /[;|]|(?<!\d),(?! )|,(?![\d ])|^[,:]|[,:]$/

/** Lines that a table has at least, and of how many of ten the columns are as many. */
const LINES = 3
const MOST = 0.9

/**
 * Whether blanks align the columns of a text and nothing else parts them, as terminals and reports print tables;
 * not where a person says that another sign than a tab parts them.
 */
export function isAligned(text: string, delimiter = '\t'): boolean {
  if (delimiter !== '\t' || text.includes('\t') || !text.includes('  ')) return false
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const rows = lines.map((line) => inTabs(line).split('\t')).filter(({ length }) => length > 1)
  // Titles and notes have no gap.
  if (rows.length < LINES || rows.length * 2 < lines.length) return false
  const widths = [...Map.groupBy(rows, ({ length }) => length).values()]
  const most = Math.max(...widths.map(({ length }) => length))
  const isParted = (row: string[]) => row.some((cell) => PARTED.test(cell))
  return most >= rows.length * MOST && !rows.some(isParted)
}

/** The lines of such a text with tabs between their columns. */
export const inTabs = (text: string): string =>
  text
    .replace(/(?<! ) +$/gm, '')
    .replace(/^ (?! )/gm, '')
    .replace(GAP, '\t')
