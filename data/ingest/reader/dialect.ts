import { type Dialect, splitRecord } from './careful.ts'
import { kindOf } from './cells.ts'

/** Delimiters to try; what seldom separates must fit better to be taken. */
const DELIMITERS: [string, number][] = [
  [',', 1],
  [';', 1],
  ['\t', 1],
  ['|', 1],
  ['\u001f', 1],
  ['^', 0.9],
  ['~', 0.9],
  [':', 0.6],
  [' ', 0.6],
]

/** Lines of the sample that are tried. */
const ROWS = 120

const count = (text: string, part: string): number => text.split(part).length - 1

/** The quote in use: the one that stands at both edges of fields, and may hold a delimiter. */
function quoteOf(text: string, delimiter: string): string {
  const edges = (quote: string) => {
    const opening =
      count(text, `${delimiter}${quote}`) +
      count(text, `${delimiter} ${quote}`) +
      count(text, `\n${quote}`)
    const closing = count(text, `${quote}${delimiter}`) + count(text, `${quote}\n`)
    return { both: Math.min(opening, closing), either: opening + closing }
  }
  const [double, single] = [edges('"'), edges("'")]
  if (single.both > double.either && single.both > 1) return "'"
  return double.either === 0 && single.either > 1 && holdsDelimiter(text, delimiter) ? "'" : '"'
}

/** Whether apostrophes enclose a delimiter from edge to edge of a field. */
const holdsDelimiter = (text: string, delimiter: string): boolean =>
  text.split('\n').some((line) => {
    const open = line.startsWith("'") ? 0 : line.indexOf(`${delimiter}'`) + delimiter.length
    const inner = line.indexOf(delimiter, open + 1)
    const close = line.indexOf("'", open + 1)
    const isOpen = line[open] === "'" && inner !== -1 && close > inner
    return isOpen && (close === line.length - 1 || line.startsWith(delimiter, close + 1))
  })

/** Whether a field begins at a place. */
const isEdge = (text: string, at: number, delimiter: string): boolean =>
  at === 0 || text[at - 1] === '\n' || text.startsWith(delimiter, at - delimiter.length)

function beforeBlanks(text: string, at: number): number {
  let place = at
  while (text[place - 1] === ' ') place--
  return place
}

/** Doubled quotes inside fields: those that are a whole field are an empty one. */
function doubledIn(text: string, quote: string, delimiter: string): number {
  const twice = quote + quote
  let found = 0
  for (let at = text.indexOf(twice); at !== -1; at = text.indexOf(twice, at + 2)) {
    const opens = isEdge(text, at, delimiter) || isEdge(text, beforeBlanks(text, at), delimiter)
    const after = at + 2
    const closes = after >= text.length || text[after] === '\n' || text.startsWith(delimiter, after)
    if (!opens || !closes) found++
  }
  return found
}

function escapeOf(text: string, quote: string, delimiter: string): string {
  const doubled = doubledIn(text, quote, delimiter)
  for (const escapeChar of ['\\', '\0']) {
    const escaped = count(text, escapeChar + quote)
    if (escaped > 1 && escaped >= doubled / 2) return escapeChar
  }
  return quote
}

/** Signs that stand in texts, too. */
const LOOSE: ReadonlySet<string> = new Set([' ', ':'])
const MOST_BY_CHANCE = 3

/** How often a sign stands between two quotes. */
const huggedBy = (text: string, delimiter: string): number => count(text, `"${delimiter}"`)

interface Fit {
  dialect: Dialect
  score: number
  width: number
}

/** Splits the sample's first rows; the cells of each, without the blanks that some programs fill columns up with. */
export function sampleRows(
  text: string,
  dialect: Dialect,
  width: number | null,
  most = ROWS,
): { cells: string[]; line: number; faults: number }[] {
  const rows: { cells: string[]; line: number; faults: number }[] = []
  const lines = text.split('\n')
  if (lines.at(-1) === '') lines.pop()
  for (let at = 0; at < lines.length && rows.length < most; ) {
    const {
      cells,
      lines: taken,
      faults,
    } = splitRecord(lines.slice(at, at + 40).join('\n'), dialect, width)
    rows.push({ cells: cells.map((cell) => cell.trimEnd()), line: at + 1, faults })
    at += taken
  }
  return rows
}

const isBlank = (cells: string[]): boolean => cells.every((cell) => cell.trim() === '')

/**
 * How well a dialect explains the sample: rows agree on their number of cells, and cells look like
 * something (a number, a date, a code, words), after van den Burg and others, "Wrangling messy CSV files" (2019).
 */
function fitOf(text: string, delimiter: string, prior: number): Fit {
  const quote = quoteOf(text, delimiter)
  const dialect = { delimiter, quote, escapeChar: escapeOf(text, quote, delimiter) }
  const rows = sampleRows(text, dialect, null).filter(({ cells }) => !isBlank(cells))
  const widths = new Map<number, number>()
  for (const { cells } of rows) widths.set(cells.length, (widths.get(cells.length) ?? 0) + 1)
  let pattern = 0
  let width = 1
  for (const [cells, n] of widths) {
    pattern += (n / rows.length) ** 2 * ((cells - 0.95) / cells)
    if (n > (widths.get(width) ?? 0)) width = cells
  }
  let known = 0
  let all = 0
  for (const { cells, faults } of rows) {
    for (const cell of cells) {
      all++
      const kind = kindOf(cell)
      if (kind !== 'text') known++
      else if (!/[\t;|"]|\d,\d/.test(cell)) known += 0.8
      else known += 0.2
    }
    known -= faults
  }
  return { dialect, score: rows.length ? pattern * Math.max(known / all, 0.01) * prior : 0, width }
}

/** `, ` rather than `,` where a blank follows nearly every comma, also before quotes. */
function withBlank(text: string, { dialect, width, score }: Fit): Fit {
  const { delimiter } = dialect
  if (delimiter === ' ' || delimiter === '\t') return { dialect, width, score }
  const wide = { ...dialect, delimiter: `${delimiter} ` }
  const split = (by: Dialect) => sampleRows(text, by, null).filter(({ cells }) => !isBlank(cells))
  const narrow = new Map(split(dialect).map(({ line, cells }) => [line, cells.length]))
  const rows = split(wide)
  const agreeing = rows.filter(({ line, cells }) => cells.length === narrow.get(line)).length
  return width > 1 && agreeing >= rows.length * 0.9
    ? { dialect: wide, width, score }
    : { dialect, width, score }
}

/**
 * Finds how a sample (whole lines, line ends `\n`) separates, quotes and escapes, and how many cells most rows have.
 * A file of one column has the delimiter `,`.
 */
export function detectDialect(
  text: string,
  delimiter?: string,
): { dialect: Dialect; width: number } {
  const tried = delimiter
    ? [[delimiter, 1] as [string, number]]
    : DELIMITERS.filter(([d]) => text.includes(d))
  // Quotes that stand at another sign say what parts cells: words are parted by blanks in every text.
  const isHugged = tried.some(([d]) => !LOOSE.has(d) && huggedBy(text, d) > MOST_BY_CHANCE)
  const fits = tried
    .filter(
      ([d]) =>
        delimiter !== undefined || !isHugged || !LOOSE.has(d) || huggedBy(text, d) > MOST_BY_CHANCE,
    )
    .map(([d, prior]) => fitOf(text, d, prior))
  const best = fits.reduce<Fit | null>((a, b) => (a && a.score >= b.score ? a : b), null)
  if (!best || (best.width === 1 && !delimiter)) {
    const escapeChar = '"'
    return {
      dialect: { delimiter: best?.dialect.delimiter ?? ',', quote: '"', escapeChar },
      width: best?.width ?? 1,
    }
  }
  const { dialect, width } = delimiter ? best : withBlank(text, best)
  return { dialect, width }
}
