import { areDescribed } from '../headings/describing.ts'
import type { Levels } from '../layouts/view.ts'
import { unitNamed } from '../units/listed-units.ts'
import { columnKind, isYear, type Kind, kindOf, namesColumns, TYPED } from './cells.ts'
import {
  isBelowGroups,
  isSecondOfNames,
  isTitleAndUnit,
  isUnitOfAll,
  joined,
  linesInCorner,
  namesFigures,
  uncut,
  withoutCorner,
  withRowName,
} from './header-rows.ts'
import { type Levelled, levelledNames } from './levels.ts'
import type { Shape } from './repair.ts'
import { filled, isFigure, isNoRest, type Row } from './rows.ts'
import { linesTold, toldBy } from './told.ts'

/** A table found in a sample: which rows are its header, and how its body looks. */
export interface Table {
  /** Rows above the header: titles, notes, blank lines. */
  preamble: Row[]
  /** Names of the columns, several header rows joined by a blank; empty where there is no header. */
  header: string[]
  headerRows: Row[]
  /** Index of the first row of the body in the sample. */
  body: number
  shape: Shape
  levels?: Levels
}

/**
 * A line above a table as it was meant: a comma before a blank belongs to a sentence that it has cut, a key
 * stands before its value.
 */
export function lineOf(cells: readonly string[]): string {
  const told = toldBy(cells)
  const isWritten = filled(cells) === 1 && told?.isSure
  if (told && told.value !== '' && !isWritten) return `${told.key}: ${told.value}`
  return cells
    .reduce((line, cell) => line + (line && /^ \S/.test(cell) ? ',' : ' ') + cell, '')
    .trim()
}

/** What a line above a table says, each key with its value by itself: `Reporter: China; Partner: Russia`. */
export function sayingsOf(cells: readonly string[]): string[] {
  const own = cells.map((cell) => cell.trim()).filter(Boolean)
  const areKeys = own.length > 1 && own.every((cell) => toldBy([cell])?.isSure)
  // `январь-май 2024 г.;;;млн долл. США`: a unit stands apart.
  const unit = cells.find((cell, i) => cells[i - 1] === '' && unitNamed(cell) !== undefined)
  if (unit !== undefined && own.length > 1 && !toldBy(cells))
    return [lineOf(cells.map((cell) => (cell === unit ? '' : cell))), unit]
  const lines = areKeys ? own : lineOf(cells).split(/;\s+(?=\p{L}[^:;]{1,30}:\s)/u)
  return lines.filter(Boolean)
}

/** Lines that may describe the columns. */
const MOST_LINES = 15

/** The number that comes most often; of several the greatest. */
function mode(values: number[]): number {
  const counts = new Map<number, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].reduce(
    (a, b) => (b[1] > a[1] || (b[1] === a[1] && b[0] > a[0]) ? b : a),
    [0, 0],
  )[0]
}

/** The kind of each column, by the rows of the usual width where there are some. */
function kindsOf(rows: Row[], width: number): Kind[] {
  const whole = rows.filter(({ cells }) => cells.length === width)
  const told = whole.length >= Math.min(3, rows.length) ? whole : rows
  return Array.from({ length: width }, (_, i) =>
    columnKind(told.map(({ cells }) => cells[i] ?? '')),
  )
}

/** Which columns hold years. */
const yearsIn = (rows: Row[], width: number): boolean[] =>
  Array.from({ length: width }, (_, i) => {
    const cells = rows.map(({ cells }) => cells[i] ?? '').filter((cell) => kindOf(cell) !== 'empty')
    return cells.length > 0 && cells.every(isYear)
  })

const textOf = ({ cells }: Row): string => cells.join('\n')

/** Into more a comma or two do not cut a sentence. */
const FEW_PIECES = 3
/** `March 28, 2024`, and the thousand of `(US$1,000)`. */
const CUT = [/\p{L}{3,} \d{1,2}\n (?:19|20)\d\d(?!\d)/u, /[(（][^()（）\n]*\d\n000(?!\d)/]

/** Whether a comma has cut a date or a number in two, which it parts from nothing. */
const isCutInside = (cells: readonly string[]): boolean =>
  CUT.some((cut) => cut.test(cells.join('\n')))

/** Whether commas have cut a sentence right above names: blanks follow them, as they do nowhere among the names. */
function isSentence(cells: readonly string[], names: readonly string[]): boolean {
  const told = cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1)
  const [first = '', ...rest] = told
  if (filled(names) > 1 && told.length <= FEW_PIECES && isCutInside(told)) return true
  return (
    /\S \S/.test(first) &&
    rest.length > 0 &&
    rest.every((cell) => /^ \S/.test(cell)) &&
    filled(names) > 1 &&
    names.every((cell) => !cell.startsWith(' ') && !isFigure(cell)) &&
    (/\p{L}/u.test(names[0] ?? '') ||
      !names.some(isYear) ||
      (told.length < names.length && unitNamed(rest.at(-1)!) !== undefined))
  )
}

/** Rows from the first on that holds a figure which is no year: above one row of figures stand names alone. */
function fromFigures(rows: Row[]): Row[] {
  const first = rows.findIndex(({ cells }) => cells.some((cell) => isFigure(cell) && !isYear(cell)))
  return rows.slice(Math.max(first, 0))
}

/** How many rows right above lines that describe series name these at the right alone, as the ECB writes one of them. */
function namelessAbove(above: readonly Row[], lines: readonly Row[], width: number): number {
  if (!areDescribed(lines.slice(0, MOST_LINES).map(({ cells }) => cells))) return 0
  const isNames = ({ cells }: Row) =>
    cells.length === width && (cells[0] ?? '').trim() === '' && filled(cells) === width - 1
  return above.length - 1 - above.findLastIndex((row) => !isNames(row))
}

/**
 * Finds the first table in a sample's rows: skips titles and blank lines above it, tells header rows
 * from body rows by what the columns hold. `most` header rows are looked for (three).
 */
export function findTable(rows: Row[], most = 3): Table | undefined {
  const blank = Math.max(
    rows.findIndex(({ cells }) => filled(cells) > 0),
    0,
  )
  const told = blank + linesTold(rows.slice(blank))
  const below = rows.slice(told)
  const levelled = levelledNames(below)
  const table = levelled ? tableBelow(levelled, below) : tableIn(below, most)
  if (!table || told === 0) return table
  const preamble = [...rows.slice(0, told), ...table.preamble]
  return { ...table, preamble, body: table.body + told }
}

/** The table whose names stand in levels. */
function tableBelow({ levels, header, headerRows }: Levelled, rows: Row[]): Table | undefined {
  const above = headerRows.length
  const table = tableIn([header, ...rows.slice(above)], 1)
  return table && { ...table, levels, headerRows, body: table.body + above - 1 }
}

function tableIn(rows: Row[], most: number): Table | undefined {
  const used = rows.filter(({ cells }) => filled(cells) > 0)
  if (!used.length) return undefined
  // Titles and notes fill one cell, and may be more than the rows.
  const several = used.filter(({ cells }) => filled(cells) > 1)
  const telling = several.length > Math.max(2, used.length / 4) ? several : used
  const width = mode(telling.map(({ cells }) => cells.length))
  const usual = telling.filter(({ cells }) => cells.length === width)
  const wide = mode(usual.map(({ cells }) => filled(cells)))
  const enough = Math.min(2, wide)
  const whole = rows.findIndex(({ cells }) => cells.length === width)
  const parted = rows.slice(0, whole).findLastIndex(({ cells }) => filled(cells) === 0)
  // A sentence that a comma cuts, with a blank line between it and the table.
  const isCut = (cells: readonly string[], i: number) =>
    i < parted && cells.length < width && cells.slice(1).every((cell) => /^ \S/.test(cell))
  // R names the only column of a series, and none of its periods: `"", "x"`.
  const isNamedBehind = ({ cells: [first = '-', second = '', ...more] }: Row) =>
    width === 2 && more.length === 0 && first.trim() === '' && /^\p{L}/u.test(second)
  let start = rows.findIndex(
    (row, i) =>
      isNamedBehind(row) ||
      (filled(row.cells) >= enough &&
        row.cells.length >= Math.min(width, 2) &&
        !isCut(row.cells, i)),
  )
  if (start === -1) start = rows.findIndex(({ cells }) => filled(cells) > 0)
  // A title may fill two cells of ten: the table begins where rows are as full as a header is.
  const full = rows.findIndex(
    ({ cells }, i) => i >= start && filled(cells) >= Math.max(enough, wide * 0.6),
  )
  const isBelowNames = full > start && isBelowGroups(rows, full)
  const head = isBelowNames ? full - 1 : full
  const above = rows.slice(start, Math.max(start, head))
  const isTitle = above.every(({ cells }) => filled(cells.filter(isNoRest)) < wide * 0.4)
  // A comma splits a title too: it is narrower than the table, and a blank line parts them.
  const isParted =
    filled(above.at(-1)?.cells ?? ['-']) === 0 &&
    above.every(({ cells }) => cells.length < width || filled(cells) === 0)
  if (head > start && (isTitle || isParted)) start = head
  const [top, next = []] = [rows[start]!.cells, rows[start + 1]?.cells]
  if (isSentence(top, next) || isTitleAndUnit(top, next)) start++
  start -= namelessAbove(rows.slice(0, start), rows.slice(start), width)
  const rest = rows.slice(start)
  // A blank line may part names over two rows from their figures, too, or the first of these from others.
  const hasFigures = ({ cells }: Row) => cells.some(isFigure)
  const isGoneOn = (i: number) => {
    const next = rest[i + 1]
    return i <= most && next?.cells.length === rest[i - 1]!.cells.length && hasFigures(next)
  }
  const isEnd = ({ cells }: Row, i: number) =>
    i > 1 && filled(cells) === 0 && rest.slice(0, i).some(hasFigures) && !isGoneOn(i)
  const blank = rest.findIndex(isEnd)
  const block = blank === -1 ? rest : rest.slice(0, blank)
  // Names that come again on each page say nothing of what the columns hold.
  const firsts = new Set(block.slice(0, most).map(textOf))
  const bodyAfter = (n: number) =>
    block
      .slice(n)
      .filter((row, i) => filled(row.cells) >= enough && (n + i < most || !firsts.has(textOf(row))))
  const described = areDescribed(rest.slice(0, MOST_LINES).map(({ cells }) => cells))
  let headers = 0
  while (headers < (described ? Math.min(1, most) : most) && headers < rest.length) {
    // Rows that may still be header rows say nothing of the body, where there are others.
    const below = bodyAfter(Math.max(most, headers + 1))
    const body = below.length ? below : fromFigures(bodyAfter(headers + 1))
    const kinds = kindsOf(body.length ? body.slice(0, 60) : [], width)
    const { cells } = rest[headers]!
    const named = body.length
      ? namesColumns(cells, kinds, yearsIn(body, width))
      : headers === 0 && cells.every((cell) => ['text', 'empty', 'code'].includes(kindOf(cell)))
    // A second header row has words only: a figure makes it a body row that lost a cell.
    const above = rest[headers - 1]?.cells ?? []
    const isSecond = headers > 0 && isSecondOfNames(cells, above)
    const isHead = filled(cells) === 1 && (cells[0] ?? '').trim() !== '' && filled(above) > 1
    const isUnit = headers > 0 && isUnitOfAll(cells)
    const isBody =
      headers > 0 && !isUnit && (cells.some(isFigure) || !namesFigures(cells, kinds) || isHead)
    const isAgain = rest.slice(0, headers).some((row) => textOf(row) === textOf(rest[headers]!))
    if (isAgain || (!isSecond && !isUnit && (!named || isBody))) break
    headers++
  }
  // A table of words alone has nothing to tell its header by: then the first row is it.
  const kinds = kindsOf(bodyAfter(headers).slice(0, 60), width)
  if (headers === 0 && !kinds.some((kind) => TYPED.has(kind))) headers = 1
  const headerRows = rest
    .slice(0, headers)
    .map(({ cells, line }) => ({ cells: uncut(cells, width), line }))
  const units = headerRows.filter(({ cells }, i) => i > 0 && isUnitOfAll(cells))
  const corner = linesInCorner(headerRows)
  const named = (corner.length > 0 ? headerRows.map(withoutCorner) : headerRows).filter(
    (_, i) => !units.includes(headerRows[i]!),
  )
  const names = headerRows.length ? Math.max(...headerRows.map(({ cells }) => cells.length)) : 0
  return {
    preamble: [...rows.slice(0, start), ...corner, ...units],
    header: withRowName(joined(named, names, kinds), headerRows, rest[headers]),
    headerRows,
    body: start + headers,
    shape: { width: Math.max(width, headers ? Math.min(names, width) : 0), kinds },
  }
}
