import { unitOf } from '../../model/period.ts'
import { unitNamed } from '../codes.ts'
import { AS_WRITTEN, readPeriod } from '../periods/read.ts'
import { roleOfHeader } from '../words.ts'
import {
  columnKind,
  isMonthNumber,
  isYear,
  type Kind,
  kindOf,
  namesColumns,
  TYPED,
} from './cells.ts'
import type { Shape } from './repair.ts'
import { linesTold, toldBy } from './told.ts'

export interface Row {
  cells: string[]
  /** 1-based, as an editor counts. */
  line: number
}

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
}

export const filled = (cells: readonly string[]): number =>
  cells.filter((cell) => cell.trim() !== '').length

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

/** Whether a cell is not what a comma cut off a sentence. */
const isNoRest = (cell: string): boolean => !/^ \S/.test(cell)

/** Names put back together that a comma has cut, where there are more of them than columns: `Trade with Russia, EUR mn`. */
function uncut(cells: string[], width: number): string[] {
  const whole = [...cells]
  for (let i = whole.length - 1; i > 0 && whole.length > width; i--)
    if (!isNoRest(whole[i]!)) whole.splice(i - 1, 2, `${whole[i - 1]},${whole[i]}`)
  return whole.length === width ? whole : cells
}

/** Lines that may describe the columns. */
const MOST_LINES = 15

const FIGURES: ReadonlySet<Kind> = new Set(['number', 'date', 'time'])

const isFigure = (cell: string): boolean => !isYear(cell) && FIGURES.has(kindOf(cell))

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

/** What spreadsheets write in the corners of pivot tables. */
const PIVOT =
  /^(?:(?:sum|count|average|summe|anzahl|somme|nombre|suma|сумма по полю|количество по полю) (?:of|von|de) .*|(?:сумма|количество) по полю .*|求和项:.*|(?:column|row) labels|(?:spalten|zeilen)beschriftungen|étiquettes de (?:colonnes|lignes)|названия (?:столбцов|строк)|[列行]标签)$/i

/** Joins header rows column by column; a blank in an upper row repeats the group to its left, where it heads anything. */
function joined(rows: Row[], width: number, kinds: readonly Kind[]): string[] {
  const names = Array.from({ length: width }, () => [] as string[])
  for (const [r, { cells }] of rows.entries()) {
    let group = ''
    for (let i = 0; i < width; i++) {
      const cell = (cells[i] ?? '').trim().replace(PIVOT, '')
      const isHead = r < rows.length - 1 && i > 0 && !isEmptyBelow(rows, r, i, kinds)
      const name = cell === '' && isHead ? group : cell
      group = name
      if (name !== '') names[i]!.push(name)
    }
  }
  return names.map((parts) => parts.join(' '))
}

const isEmptyBelow = (rows: Row[], r: number, i: number, kinds: readonly Kind[]): boolean =>
  (kinds[i] ?? 'empty') === 'empty' &&
  rows.slice(r + 1).every(({ cells }) => (cells[i] ?? '').trim() === '')

/** Whether a word stands over a column of figures: a body row whose figure is missing has none there. */
const namesFigures = (cells: readonly string[], kinds: readonly Kind[]): boolean =>
  cells.some((cell, i) => FIGURES.has(kinds[i] ?? 'empty') && /^\D*[\p{L}%]/u.test(cell.trim()))

/** Names of a second header row may be numbers where they come again below groups: `11, 1to11, 11, 1to11`. */
function namesGroups(cells: readonly string[], above: readonly string[]): boolean {
  const own = cells.filter((cell) => cell.trim() !== '')
  const figures = own.filter(isFigure)
  const isBlank = (row: readonly string[], i: number) => (row[i] ?? '').trim() === ''
  return (
    isBlank(cells, 0) &&
    !isBlank(above, 0) &&
    cells.some((cell, i) => i > 0 && cell.trim() !== '' && isBlank(above, i)) &&
    (new Set(own).size <= own.length / 2 || new Set(figures).size <= figures.length / 2)
  )
}

/** Whether a row of few cells tells apart names of the row below that come again: years over months, flows over years. */
function tellsApart(groups: readonly string[], names: readonly string[]): boolean {
  const own = names.map((cell) => cell.trim())
  const told = own.filter((cell) => cell !== '')
  if (groups.length !== names.length || new Set(told).size === told.length) return false
  const isNumber = (cell: string) => isFigure(cell) && !isMonthNumber(cell)
  if (own.some(isFigure) || groups.some(isNumber)) return false
  const isNamed = (i: number) => own[i] !== ''
  const isHead = (cell: string) => cell.trim() !== ''
  // The heading of the names at the left may stand in the upper row.
  if (groups.some((cell, i) => i > 0 && isHead(cell) && !isNamed(i))) return false
  if (groups.every((cell, i) => isHead(cell) || !isNamed(i))) return false
  let group = ''
  const whole = own.map((name, i) => {
    group = groups[i]!.trim() || group
    return name === '' ? '' : `${group}\n${name}`
  })
  return new Set(whole.filter(Boolean)).size === told.length
}

/** Whether years alone stand below words: `eksport, import, eksport, import` over `2022, 2022, 2023, 2023`. */
function namesYears(cells: readonly string[], above: readonly string[]): boolean {
  const told = cells.flatMap((cell, i) => (cell.trim() === '' ? [] : [i]))
  return (
    told.length > 1 &&
    // Programs name the row of years at its left.
    (told[0] !== 0 || kindOf(cells[told.shift()!]!) === 'text') &&
    told.every((i) => isYear(cells[i]!)) &&
    told.every((i) => (above[i] ?? '').trim() !== '' && !isYear(above[i]!) && !isFigure(above[i]!))
  )
}

/** `In Actual Dollars` in one cell below the names is the unit of all figures. */
function isUnitOfAll(cells: readonly string[]): boolean {
  const told = cells.filter((cell) => cell.trim() !== '')
  return (
    told.length === 1 && (cells[0] ?? '').trim() === '' && unitNamed(told[0]!.trim()) !== undefined
  )
}

/** Whether a row numbers the days of the months that stand above them: `January 2023, , , February 2023` over `10, 11, 1, 2`. */
function numbersDays(cells: readonly string[], above: readonly string[]): boolean {
  const months = above.slice(1).filter((cell) => cell.trim() !== '')
  if (months.length === 0 || !months.every(isMonth) || (above[1] ?? '').trim() === '') return false
  if (filled(cells.slice(1)) <= months.length) return false
  let last = 0
  return cells.slice(1).every((cell, i) => {
    if (cell.trim() === '') return true
    if ((above[i + 1] ?? '').trim() !== '') last = 0
    const isNext = /^\s*\d{1,2}\s*$/.test(cell) && Number(cell) > last && Number(cell) <= 31
    last = Number(cell)
    return isNext
  })
}

function isMonth(cell: string): boolean {
  const period = readPeriod(cell, AS_WRITTEN)
  return period !== undefined && unitOf(period) === 'M'
}

/** Whether commas have cut a sentence right above names: blanks follow them, as they do nowhere among the names. */
function isSentence(cells: readonly string[], names: readonly string[]): boolean {
  const [first = '', ...rest] = cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1)
  return (
    /\S \S/.test(first) &&
    rest.length > 0 &&
    rest.every((cell) => /^ \S/.test(cell)) &&
    filled(names) > 1 &&
    names.every((cell) => !cell.startsWith(' ') && !isYear(cell) && !isFigure(cell))
  )
}

/** The names with that of the rows, which programs write alone below the names of the columns. */
function withRowName(
  names: string[],
  headerRows: readonly Row[],
  below: Row | undefined,
): string[] {
  const name = below && filled(below.cells) === 1 ? (below.cells[0] ?? '').trim() : ''
  const isName = name !== '' && headerRows.length > 1 && roleOfHeader(name) !== undefined
  return isName ? [name, ...names.slice(1)] : names
}

/** What data services write at the left of lines that describe the series below their names. */
const DESCRIBES =
  /^(?:\.\w+|units?|frequency|source|series (?:id|code)|scale|last (?:update|value)|back to contents|sourcekey|security|start date|end date|period|currency|ticker|name|code|频率|单位|来源|指标id)$/i

/** Whether lines of their own describe each column, two or more of them: they are no names over two rows. */
const areDescribed = (rows: readonly Row[]): boolean =>
  rows.filter(({ cells }) => DESCRIBES.test((cells[0] ?? '').trim())).length > 1

/**
 * Finds the first table in a sample's rows: skips titles and blank lines above it, tells header rows
 * from body rows by what the columns hold. `most` header rows are looked for (three).
 */
export function findTable(rows: Row[], most = 3): Table | undefined {
  const told = linesTold(rows)
  const table = tableIn(rows.slice(told), most)
  if (!table || told === 0) return table
  const preamble = [...rows.slice(0, told), ...table.preamble]
  return { ...table, preamble, body: table.body + told }
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
  let start = rows.findIndex(
    ({ cells }) => filled(cells) >= enough && cells.length >= Math.min(width, 2),
  )
  if (start === -1) start = rows.findIndex(({ cells }) => filled(cells) > 0)
  // A title may fill two cells of ten: the table begins where rows are as full as a header is.
  const full = rows.findIndex(
    ({ cells }, i) => i >= start && filled(cells) >= Math.max(enough, wide * 0.6),
  )
  const above = rows.slice(start, Math.max(start, full))
  const isTitle = above.every(({ cells }) => filled(cells.filter(isNoRest)) < wide * 0.4)
  // A comma splits a title too: it is narrower than the table, and a blank line parts them.
  const isParted =
    filled(above.at(-1)?.cells ?? ['-']) === 0 &&
    above.every(({ cells }) => cells.length < width || filled(cells) === 0)
  if (full > start && (isTitle || isParted)) {
    start = full
    const [upper, lower] = [rows[full - 1]!.cells, rows[full]!.cells]
    if (tellsApart(upper, lower) || numbersDays(lower, upper)) start = full - 1
  }
  if (isSentence(rows[start]!.cells, rows[start + 1]?.cells ?? [])) start++
  const rest = rows.slice(start)
  const blank = rest.findIndex(({ cells }, i) => i > 1 && filled(cells) === 0)
  const block = blank === -1 ? rest : rest.slice(0, blank)
  const bodyAfter = (n: number) => block.slice(n).filter(({ cells }) => filled(cells) >= enough)
  const described = areDescribed(rest.slice(0, MOST_LINES))
  let headers = 0
  while (headers < (described ? Math.min(1, most) : most) && headers < rest.length) {
    // Rows that may still be header rows say nothing of the body, where there are others.
    const below = bodyAfter(Math.max(most, headers + 1))
    const body = below.length ? below : bodyAfter(headers + 1)
    const kinds = kindsOf(body.length ? body.slice(0, 60) : [], width)
    const { cells } = rest[headers]!
    const named = body.length
      ? namesColumns(cells, kinds, yearsIn(body, width))
      : headers === 0 && cells.every((cell) => ['text', 'empty', 'code'].includes(kindOf(cell)))
    // A second header row has words only: a figure makes it a body row that lost a cell.
    const above = rest[headers - 1]?.cells ?? []
    const isSecond =
      (headers > 0 && [namesGroups, numbersDays, namesYears].some((isSo) => isSo(cells, above))) ||
      tellsApart(above, cells)
    const isHead = filled(cells) === 1 && (cells[0] ?? '').trim() !== '' && filled(above) > 1
    const isBody = headers > 0 && (cells.some(isFigure) || !namesFigures(cells, kinds) || isHead)
    if (!isSecond && (!named || isBody)) break
    headers++
  }
  // A table of words alone has nothing to tell its header by: then the first row is it.
  const kinds = kindsOf(bodyAfter(headers).slice(0, 60), width)
  if (headers === 0 && !kinds.some((kind) => TYPED.has(kind))) headers = 1
  const headerRows = rest
    .slice(0, headers)
    .map(({ cells, line }) => ({ cells: uncut(cells, width), line }))
  const units = headerRows.filter(({ cells }, i) => i > 0 && isUnitOfAll(cells))
  const named = headerRows.filter((row) => !units.includes(row))
  const names = headerRows.length ? Math.max(...headerRows.map(({ cells }) => cells.length)) : 0
  return {
    preamble: [...rows.slice(0, start), ...units],
    header: withRowName(joined(named, names, kinds), headerRows, rest[headers]),
    headerRows,
    body: start + headers,
    shape: { width: Math.max(width, headers ? Math.min(names, width) : 0), kinds },
  }
}
