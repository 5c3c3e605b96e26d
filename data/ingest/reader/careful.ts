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
  const line = text.indexOf('\n', start)
  const stop = line === -1 ? text.length : line
  const found = text.indexOf(delimiter, start)
  const end = found === -1 || found > stop ? stop : found
  return { cell: text.slice(start, end), end, faults: 0 }
}

/** The readings of the field at `start`, the cleanest first; never none. */
function fieldsAt(text: string, start: number, dialect: Dialect): Field[] {
  const literal = bare(text, start, dialect)
  const open = afterBlanks(text, start, dialect.delimiter)
  if (dialect.quote === '' || text[open] !== dialect.quote) return [literal]
  const read = (mode: Mode) => quoted(text, open, dialect, mode)
  const fields = [read('clean') ?? read('patient'), read('early'), { ...literal, faults: 1 }]
  return fields.filter((field) => field !== undefined)
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
    const field = fieldsAt(text, at, dialect)[0]!
    cells.push(field.cell)
    faults += field.faults
    at = field.end
    if (isEnd(text, at)) return { cells, lines: newlines(text, 0, at) + 1, faults }
  }
}

/** Readings to look at, and cells to look into, before the straight one is taken. */
const PATIENCE = { readings: 400, cells: 200 }

/**
 * Reads one record from the beginning of `text` (line ends are `\n`). A stray quote has several
 * readings: the one with `width` cells and the fewest faults is taken, else the one with fewest faults.
 */
export function splitRecord(text: string, dialect: Dialect, width: number | null): Split {
  const first = straight(text, dialect)
  const costOf = ({ cells, lines, faults }: Split): number =>
    faults + (width === null || cells.length === width ? 0 : 10) + (lines > 1 && faults ? 1 : 0)
  let best = first
  if (costOf(first) === 0 || first.cells.length > PATIENCE.cells) return first
  let looked = 0
  const visit = (start: number, before: string[], faultsBefore: number): void => {
    for (const field of fieldsAt(text, start, dialect)) {
      const cells = [...before, field.cell]
      const faults = faultsBefore + field.faults
      if (looked > PATIENCE.readings || cells.length > PATIENCE.cells || faults > 3) return
      if (!isEnd(text, field.end)) {
        visit(field.end + dialect.delimiter.length, cells, faults)
        continue
      }
      looked++
      const split = { cells, lines: newlines(text, 0, field.end) + 1, faults }
      if (costOf(split) < costOf(best)) best = split
    }
  }
  visit(0, [], 0)
  return best
}
