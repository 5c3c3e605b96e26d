/** How a file separates, quotes and escapes. `quote` is '' where nothing is quoted. */
export interface Dialect {
  delimiter: string
  quote: string
  /** The quote itself where quotes are doubled, else `\` or NUL. */
  escapeChar: string
}

/** One way to read the beginning of a text as a record. */
export interface Split {
  cells: string[]
  /** Lines of the text that it took. */
  lines: number
  /** Quotes that stood where none should: 0 is a clean reading. */
  faults: number
}

interface Field {
  cell: string
  /** Place after the field: of a delimiter, a line end, or the end of the text. */
  end: number
  faults: number
}

const isEnd = (text: string, at: number): boolean => at >= text.length || text[at] === '\n'

/** The place after blanks, where a delimiter or line end may follow a closing quote. */
function afterBlanks(text: string, at: number, delimiter: string): number {
  let place = at
  while (text[place] === ' ' && !text.startsWith(delimiter, place)) place++
  return place
}

/**
 * How strictly a quoted field is read: `clean` takes no stray quote; `patient` takes one as text;
 * `early` also ends at a doubled quote before a delimiter (somebody forgot to double it).
 */
type Mode = 'clean' | 'patient' | 'early'

/** A quoted field from its opening quote; undefined where its end is not in the text. */
function quoted(text: string, open: number, dialect: Dialect, mode: Mode): Field | undefined {
  const { delimiter, quote, escapeChar } = dialect
  let cell = ''
  let faults = 0
  for (let at = open + 1; at < text.length; at++) {
    const char = text[at]
    if (char === escapeChar && text[at + 1] === quote) {
      cell += quote
      at++
      if (mode !== 'early' || escapeChar !== quote) continue
      if (isEnd(text, at + 1) || text.startsWith(delimiter, at + 1)) {
        return { cell, end: at + 1, faults: faults + 1 }
      }
    } else if (char === quote) {
      const next = afterBlanks(text, at + 1, delimiter)
      if (isEnd(text, next) || text.startsWith(delimiter, next)) return { cell, end: next, faults }
      if (mode === 'clean') return undefined
      cell += char
      faults++
    } else if (char === '\n' && mode !== 'clean' && faults > 0) {
      return undefined
    } else {
      cell += char
    }
  }
  return undefined
}

function bare(text: string, start: number, { delimiter }: Dialect): Field {
  const found = text.indexOf(delimiter, start)
  // The end of a line is sought no further than the next delimiter: a line may have very many.
  const upTo = found === -1 ? text.slice(start) : text.slice(start, found)
  const line = upTo.indexOf('\n')
  const cell = line === -1 ? upTo : upTo.slice(0, line)
  return { cell, end: start + cell.length, faults: 0 }
}

const opensQuote = (text: string, open: number, { quote }: Dialect): boolean =>
  quote !== '' && text[open] === quote

/** The cleanest reading of the field at `start`. */
function fieldAt(text: string, start: number, dialect: Dialect): Field {
  const open = afterBlanks(text, start, dialect.delimiter)
  const field = opensQuote(text, open, dialect)
    ? (quoted(text, open, dialect, 'clean') ?? quoted(text, open, dialect, 'patient'))
    : bare(text, start, dialect)
  return field ?? { ...bare(text, start, dialect), faults: 1 }
}

/** All readings of the field at `start`, the cleanest first; never none. */
function fieldsAt(text: string, start: number, dialect: Dialect): Field[] {
  const first = fieldAt(text, start, dialect)
  const open = afterBlanks(text, start, dialect.delimiter)
  if (!opensQuote(text, open, dialect)) return [first]
  const early = quoted(text, open, dialect, 'early')
  const isOther = early !== undefined && early.end !== first.end
  return [first, ...(isOther ? [early] : []), { ...bare(text, start, dialect), faults: 1 }]
}

const newlines = (text: string, from: number, to: number): number => {
  let count = 0
  for (let at = text.indexOf('\n', from); at !== -1 && at < to; at = text.indexOf('\n', at + 1))
    count++
  return count
}

/** The record by the cleanest reading of each field. */
function straight(text: string, dialect: Dialect): Split {
  const cells: string[] = []
  let faults = 0
  for (let at = 0; ; at += dialect.delimiter.length) {
    const field = fieldAt(text, at, dialect)
    cells.push(field.cell)
    faults += field.faults
    at = field.end
    if (isEnd(text, at)) return { cells, lines: newlines(text, 0, at) + 1, faults }
  }
}

/** Readings to look at, cells to look into, and stray quotes, before the straight one is taken. */
const MOST = { readings: 400, cells: 200, faults: 3 }

/** Characters that may still be looked at twice: a file of nothing but stray quotes is read in time, too. */
export interface Patience {
  left: number
}

/**
 * A record over several lines that are records each is a quote that somebody forgot to close; beside a stray
 * quote one such line is enough, and it may be the last.
 */
export function swallows(
  text: string,
  lines: number,
  delimiter: string,
  width: number,
  isStray = false,
): boolean {
  if (lines < (isStray ? 2 : 3) || width < 3) return false
  const inner = text.split('\n', lines).slice(1, isStray ? undefined : -1)
  return inner.some((line) => line.split(delimiter).length === width)
}

/**
 * Reads one record from the beginning of `text` (line ends are `\n`). A stray quote has several
 * readings: the one with `width` cells and the fewest faults is taken, else the one with fewest faults.
 */
export function splitRecord(
  text: string,
  dialect: Dialect,
  width: number | null,
  patience: Patience = { left: 1e7 },
): Split {
  const first = straight(text, dialect)
  if (first.faults > 0) patience.left -= text.length
  const costOf = ({ cells, lines, faults }: Split): number =>
    faults +
    (width === null || cells.length === width ? 0 : 10) +
    (lines > 1 && faults ? 1 : 0) +
    (width !== null && swallows(text, lines, dialect.delimiter, width, faults > 0) ? 12 : 0)
  let best = first
  if (costOf(first) === 0 || first.cells.length > MOST.cells || patience.left <= 0) return first
  let looked = 0
  const visit = (start: number, before: string[], faultsBefore: number, most: number): void => {
    const fields = fieldsAt(text, start, dialect)
    for (const field of fields) {
      const cells = [...before, field.cell]
      const faults = faultsBefore + field.faults
      if (fields.length > 1) patience.left -= field.end - start
      if (looked > MOST.readings || patience.left < 0) return
      if (cells.length > MOST.cells || faults > most) continue
      if (!isEnd(text, field.end)) {
        visit(field.end + dialect.delimiter.length, cells, faults, most)
        continue
      }
      looked++
      const split = { cells, lines: newlines(text, 0, field.end) + 1, faults }
      if (costOf(split) < costOf(best)) best = split
    }
  }
  // Readings of few faults first, or those of one late in the record would never be looked at.
  for (let most = 1; most <= MOST.faults && costOf(best) > most; most++) visit(0, [], 0, most)
  return best
}
