import { createParser } from './parse.ts'
import type { Dialect } from './table.ts'

const DELIMITERS = [',', ';', '\t', '|']
const RECORDS = 200

/**
 * Delimiter, quote and header line of a table from its first text. The delimiter is the one that cuts
 * most records into the same number of fields, and into most of them; the header is the first record
 * of that width.
 */
export function detectDialect(
  text: string,
  whole: boolean,
  options: { delimiter?: string; headerLine?: number },
): Omit<Dialect, 'encoding'> {
  const candidates = options.delimiter ? [options.delimiter] : DELIMITERS
  const judged = candidates.map((delimiter) => judge(text, whole, delimiter))
  const best = judged.reduce((a, b) => (b.score > a.score ? b : a))
  return {
    delimiter: best.delimiter,
    quote: '"',
    headerLine: options.headerLine ?? best.headerLine,
  }
}

function judge(text: string, whole: boolean, delimiter: string) {
  const { rows, lines } = createParser({ delimiter, quote: '"' })(text, whole)
  const widths = rows.slice(0, RECORDS).map((row) => row.length)
  const tally = new Map<number, number>()
  for (const width of widths) tally.set(width, (tally.get(width) ?? 0) + 1)
  const [width = 1, times = 0] = [...tally].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? []
  const share = widths.length === 0 ? 0 : times / widths.length
  // Some offices end every record but the header with a delimiter more.
  const least = width > 3 ? width - 1 : width
  const header = widths.findIndex((w) => w >= least)
  return {
    delimiter,
    headerLine: lines[Math.max(header, 0)] ?? 1,
    score: width === 1 ? 0 : share * share * Math.min(width, 40),
  }
}
