import { flowOfHead } from '../codes/flows.ts'
import { Unreadable } from '../unreadable.ts'
import { type Dialect, splitRecord } from './careful.ts'
import { namesColumns } from './cells.ts'
import { withoutComments } from './comments.ts'
import { detectDialect, sampleRows } from './dialect.ts'
import { type Margins, marginsOf, withoutMargins } from './margins.ts'
import { otherHeader, repair } from './repair.ts'
import { areNumbered, withoutNumbers, withRowNames } from './row-numbers.ts'
import { filled, isFigure, type Row, withBlanks } from './rows.ts'
import type { Aside } from './table.ts'
import { findTable, type Table } from './tables.ts'
import { unwrapped, withBareNames } from './wrapped.ts'

/** What a person may settle about a file's form. */
export interface FormOptions {
  delimiter?: string
  quote?: string
  /** 1-based; 0 where there is no header. */
  headerLine?: number
}

/** A file's form, found on a sample of its beginning. */
export interface Form {
  dialect: Dialect
  /** Left out of the table, and of all records. */
  margins: Margins
  /** The last column of the left margin counts the rows. */
  isNumbered: boolean
  table: Table
  /** One for each column, '' where the file gives no name; columns behind them are empty. */
  columns: string[]
  /** The body begins after this line. */
  bodyAfter: number
  /** Each line is in quotes as a whole. */
  isWrapped: boolean
  /** Lines that begin with # are no rows. */
  hasComments: boolean
  /** What those above the table say, but the names of its columns. */
  comments: readonly Aside[]
  /** A spreadsheet filled all lines up to one width, titles and notes too. */
  isPadded: boolean
  /** Texts that stand alone head the rows below them: they are no notes. */
  hasHeads: boolean
  /** Some cells are written `="0101"` or `'0101`, so that spreadsheets take them for texts. */
  hasFormulas: boolean
}

/** Characters looked at before anything is decided. */
const SAMPLE = 1 << 16

/** The beginning of a text that its form is found on: whole lines, at least some of them. */
export function beginningOf(text: string, whole: boolean): string {
  if (whole && text.length <= SAMPLE) return text
  let end = 0
  for (let lines = 0; lines < 5 || end < SAMPLE; lines++) {
    const next = text.indexOf('\n', end) + 1
    if (next === 0) return whole ? text : text.slice(0, end || text.length)
    if (lines >= 5 && next > SAMPLE) break
    end = next
  }
  return text.slice(0, end)
}

/** The form of a text's beginning (whole lines, line ends `\n`). Undefined where there is nothing to read. */
export function findForm(sample: string, options: FormOptions = {}): Form | undefined {
  const told = separatorLine(sample)
  const bare = unwrapped(sample)
  const { text, above, linesAbove, hasComments } = withoutComments(
    bare ?? withBareNames(told === undefined ? sample : afterFirstLine(sample)),
  )
  const { dialect: found, width } = detectDialect(text, options.delimiter ?? told)
  // Before anything looks at each name of a million.
  if (width > MOST_COLUMNS)
    refuseWide(Math.max(...sampleRows(text, found, width).map(({ cells }) => filled(cells))))
  const margins = marginsOf(text, found, width)
  const { quote } = options
  const dialect = quote === undefined ? found : { ...found, quote, escapeChar: quote }
  const within = withoutMargins(text, dialect, margins)
  const rows = rowsOf(within, dialect, width - margins.left - margins.right)
  const table = rows && tableOf(rows, options)
  if (!table) return undefined
  const header = table.header.length === 0 ? commentedHeader(above, dialect, table) : undefined
  const named = inWords(withRowNames(header ? { ...table, header } : table, rows))
  const isNumbered = areNumbered(named, rows)
  const form: Form = {
    dialect,
    margins,
    isNumbered,
    table: named,
    columns: columnsOf(named),
    bodyAfter: Math.max(
      linesAbove,
      named.headerRows.at(-1)?.line ?? named.preamble.at(-1)?.line ?? 0,
    ),
    isWrapped: bare !== undefined,
    hasComments,
    comments: header ? above.slice(0, -1) : above,
    isPadded: arePadded(rows),
    hasHeads: haveHeads(rows, named),
    hasFormulas: sample.includes('="') || /(?:^|[,;\t|"])'\d[\w.]*(?:[,;\t|"]|$)/m.test(sample),
  }
  return isNumbered ? withoutNumbers(form) : form
}

/** No trade table is wider, and no spreadsheet. */
const MOST_COLUMNS = 16_384

/** Throws `Unreadable` where a table has more columns than any. */
export function refuseWide(columns: number): void {
  if (columns <= MOST_COLUMNS) return
  const [count, most] = [columns, MOST_COLUMNS].map((n) => n.toLocaleString('en'))
  throw new Unreadable(
    'too-many-columns',
    `The table has ${count} columns, and ${most} is the most that is read. Put what they stand for into rows.`,
  )
}

/** The delimiter that a first line `sep=;` tells spreadsheets. */
const separatorLine = (sample: string): string | undefined => {
  const [, told] = /^"?sep=(.|\\t)"?[;,\t]*(?:\n|$)/i.exec(sample) ?? []
  return told === '\\t' ? '\t' : told
}

const afterFirstLine = (sample: string): string => {
  const end = sample.indexOf('\n')
  return end === -1 ? '' : sample.slice(end)
}

/** The sample's rows, those mended that have another width than the table. */
function rowsOf(sample: string, dialect: Dialect, width: number): Row[] | undefined {
  const lines = sample.split('\n')
  const split = sampleRows(sample, dialect, width)
  const top = split.find(({ cells }) => filled(cells) > 0)?.line ?? 0
  // A first line that a blank one follows is a title, however many commas stand inside its quotes.
  const isTitle = (lines[top] ?? '-').trim() === ''
  const raw = withWholeTitles(
    split.map((row) =>
      isTitle && row.line === top
        ? { ...row, ...splitRecord(lines[top - 1]!, dialect, null) }
        : row,
    ),
    lines,
    dialect,
  )
  const first = findTable(raw)
  if (!first) return undefined
  // Names in the way of the table below a line make that line a title, whatever its blanks would part.
  const isNamed = first.headerRows.some(({ line }) => line > top)
  // So do commas of a title make two cells of it, and no row of the table.
  const header = first.headerRows[0]?.line ?? 0
  const parted = raw.findLast(({ cells, line }) => line < header && filled(cells) === 0)?.line ?? 0
  // Nor is a line of a title over a blank one, or over words for all columns: `Product: 2709 oil` has three words.
  const isHeader = first.headerRows[0]?.cells.every((cell) => cell !== '' && !isFigure(cell))
  const isAbove = (cells: string[], line: number) =>
    (line < header && cells.some((cell) => /^ \S/.test(cell))) ||
    (line < (isHeader ? header : parted) && cells.length === 1)
  return raw.map(({ cells, line }) => {
    const text = lines[line - 1] ?? ''
    const mended =
      filled(cells) === 0 ||
      isAbove(cells, line) ||
      (line === top && cells.length === 1 && (isTitle || isNamed))
        ? undefined
        : line === top && cells.length === 1
          ? otherHeader(text, dialect, first.shape)
          : repair(text, cells, dialect, first.shape)
    return { cells: mended ?? cells, line }
  })
}

/** First lines that are one text in quotes are titles where names stand below them, also where their commas would part as many cells as those have. */
function withWholeTitles(rows: Row[], lines: readonly string[], dialect: Dialect): Row[] {
  const whole = rows.map(({ cells, line }) => {
    const clean = splitRecord(lines[line - 1] ?? '', dialect, null)
    return clean.faults === 0 && clean.cells.length === 1 ? clean.cells : cells
  })
  const last = whole.findIndex(({ length }) => length > 1) - 1
  if (!rows.some(({ cells }, i) => i <= last && cells.length > 1)) return rows
  const titled = rows.map((row, i) => (i <= last ? { ...row, cells: whole[i]! } : row))
  const header = findTable(titled)?.headerRows[0]?.line ?? 0
  return header > rows[last]!.line ? titled : rows
}

/** The table of some rows; where a person says where its header begins, the one that has it there. */
function tableOf(rows: Row[], { headerLine }: FormOptions): Table | undefined {
  if (headerLine === undefined) return findTable(withoutSpacing(rows))
  const first = findTable(rows)
  const from = rows.findIndex(({ line }) => line >= headerLine)
  if (from < 0) throw noSuchLine(headerLine, rows.at(-1)?.line ?? 0)
  if (headerLine === 0) {
    const table = findTable(rows, 0) ?? first
    return table && { ...table, header: [], headerRows: [] }
  }
  // Rows of names below that line are of the header as they are where nobody says a line.
  const begins = (table: Table | undefined) => table?.headerRows[0]?.line === headerLine
  const found = findTable(withoutSpacing(rows))
  if (begins(found)) return found
  const below = rows.slice(from)
  const table = [findTable(below)].find(begins) ?? findTable(below, 1) ?? first
  return table && { ...table, preamble: [...rows.slice(0, from), ...table.preamble] }
}

const noSuchLine = (line: number, last: number): Unreadable =>
  new Unreadable(
    'no-such-line',
    `No header stands on line ${line}: it is looked for in the first ${last} lines. Give one of them, or 0 where there is none.`,
    line,
  )

/** Blank lines say nothing where one follows every row. */
function withoutSpacing(rows: Row[]): Row[] {
  const used = rows.filter(({ cells }) => filled(cells) > 0)
  return rows.length > 6 && used.length <= rows.length * 0.6 ? used : rows
}

/** Names that stand in the last comment above the body. */
function commentedHeader(
  comments: readonly Aside[],
  dialect: Dialect,
  { shape, headerRows }: Table,
): string[] | undefined {
  const last = comments.at(-1)
  if (last === undefined || headerRows.length > 0) return undefined
  const { cells } = splitRecord(last.text, dialect, shape.width)
  const names = cells.map((cell) => cell.trim())
  return names.length === shape.width && namesColumns(names, shape.kinds) ? names : undefined
}

/** Whether a spreadsheet filled all lines up to one width, but for blank ones that stand around them. */
function arePadded(rows: Row[]): boolean {
  const told = rows.filter(({ cells }) => cells.length > 1 || filled(cells) > 0)
  return (
    told.every(({ cells }) => cells.length === told[0]!.cells.length) &&
    told.some(({ cells }) => filled(cells) < 2)
  )
}

/** Whether texts stand alone at the left above rows that come again below another such text, or name flows. */
function haveHeads(rows: Row[], { shape, headerRows }: Table): boolean {
  const last = headerRows.at(-1)?.line ?? 0
  const body = rows.filter(({ cells, line }) => line > last && filled(cells) > 0)
  const groups: Set<string>[] = []
  const flows = new Set<string | undefined>()
  for (const { cells } of body) {
    const first = (cells[0] ?? '').trim()
    const isWide = cells.length === shape.width || cells.length === 1
    if (isWide && filled(cells) === 1 && first !== '') {
      groups.push(new Set())
      flows.add(flowOfHead(first))
    } else groups.at(-1)?.add(first)
  }
  const isShared = (group: Set<string>) =>
    groups.some((other) => other !== group && !other.isDisjointFrom(group))
  flows.delete(undefined)
  return shape.width > 2 && (flows.size > 1 || groups.some(isShared))
}

/** The table with its names and titles as they are compared. */
function inWords(table: Table): Table {
  const told = (rows: Row[]) =>
    rows.map(({ cells, line }) => ({ cells: cells.map(withBlanks), line }))
  const [preamble, headerRows] = [told(table.preamble), told(table.headerRows)]
  return { ...table, preamble, headerRows, header: table.header.map(withBlanks) }
}

/** A name for each column; those behind the last that has a name or a filled cell are none, where there is a header. */
function columnsOf({ header, shape }: Table): string[] {
  let width = Math.max(header.length, shape.width)
  const isEmpty = (i: number) =>
    (header[i] ?? '').trim() === '' && (shape.kinds[i] ?? 'empty') === 'empty'
  while (header.length > 0 && width > 1 && isEmpty(width - 1)) width--
  return Array.from({ length: width }, (_, i) => header[i] ?? '')
}
