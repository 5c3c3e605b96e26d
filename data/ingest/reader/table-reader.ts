import type { Dialect } from './careful.ts'
import { namesColumns } from './cells.ts'
import { detectDialect, sampleRows } from './dialect.ts'
import { readRecords, type TableRecord } from './records.ts'
import { otherHeader, repair } from './repair.ts'
import { filled, findTable, type Row, type Table } from './tables.ts'

/** What a person may settle about a file's form. */
export interface FormOptions {
  delimiter?: string
  quote?: string
  /** 1-based; 0 where there is no header. */
  headerLine?: number
  /** Which of several tables, from 1. */
  table?: number
}

/** A file's form, found on a sample of its beginning. */
export interface Form {
  dialect: Dialect
  table: Table
}

/** Characters looked at before anything is decided. */
export const SAMPLE = 1 << 16

/** All line ends as `\n`: CRLF, CR alone and mixtures of them. A CR at the end of a piece waits for the next. */
export function lineEnds(): (piece: string, last?: boolean) => string {
  let held = ''
  return (piece, last = false) => {
    let text = held + piece
    held = ''
    if (!text.includes('\r')) return text
    if (!last && text.endsWith('\r')) {
      held = '\r'
      text = text.slice(0, -1)
    }
    return text.replace(/\r\n?/g, '\n')
  }
}

/** The form of a text's beginning (whole lines, line ends `\n`). Undefined where there is nothing to read. */
export function findForm(sample: string, options: FormOptions = {}): Form | undefined {
  const { dialect: found, width } = detectDialect(sample, options.delimiter)
  const dialect =
    options.quote === undefined
      ? found
      : { ...found, quote: options.quote, escapeChar: options.quote }
  const raw = sampleRows(sample, dialect, width)
  const first = findTable(raw)
  if (!first) return undefined
  const lines = sample.split('\n')
  const top = raw.find(({ cells }) => filled(cells) > 0)?.line
  const rows: Row[] = raw.map(({ cells, line }) => {
    const text = lines[line - 1] ?? ''
    const mended =
      filled(cells) === 0
        ? undefined
        : line === top && cells.length === 1
          ? otherHeader(text, dialect, first.shape)
          : repair(text, cells, dialect, first.shape)
    return { cells: mended ?? cells, line }
  })
  const { headerLine } = options
  if (headerLine === undefined) return { dialect, table: findTable(rows) ?? first }
  const from = rows.findIndex(({ line }) => line >= headerLine)
  if (headerLine > 0 && from > 0) {
    const below = findTable(rows.slice(from), 1) ?? first
    return { dialect, table: { ...below, preamble: rows.slice(0, from), body: from + below.body } }
  }
  const table = findTable(rows, headerLine === 0 ? 0 : 1) ?? first
  return { dialect, table: headerLine === 0 ? { ...table, header: [], headerRows: [] } : table }
}

/** A line under or over a table that is no row of it. */
export interface Aside {
  line: number
  text: string
}

export interface Body {
  records: TableRecord[]
  asides: Aside[]
  /** Line at which another table begins, where it does: reading stops there. */
  nextTable: number | null
}

/** Words of the header come again, or words stand where the columns hold figures: another table begins. */
function beginsTable({ cells }: Row, { header, shape }: Table): boolean {
  if (header.length === 0 || filled(cells) < 2) return false
  const names = new Set(header.map((name) => name.trim().toLowerCase()))
  const again = cells.filter((cell) => cell.trim() && names.has(cell.trim().toLowerCase())).length
  return (
    again >= Math.max(2, Math.min(filled(cells), header.length) / 2) &&
    namesColumns(cells, shape.kinds)
  )
}

const isNote = (cells: readonly string[], width: number): boolean =>
  width >= 3 && filled(cells) === 1 && (cells[0] ?? '').trim() !== '' && cells.length !== width

/**
 * The body of a file's table, in batches: blank lines left out, notes told apart, ended where another
 * table begins. `pieces` is the text from its very beginning, line ends `\n`.
 */
export async function* readBody(
  pieces: AsyncIterable<string> | Iterable<string>,
  { dialect, table }: Form,
): AsyncGenerator<Body> {
  const last = table.headerRows.at(-1)?.line ?? table.preamble.at(-1)?.line ?? 0
  for await (const batch of readRecords(pieces, dialect, table.shape)) {
    const body: Body = { records: [], asides: [], nextTable: null }
    for (const record of batch) {
      if (record.line <= last || filled(record.cells) === 0) continue
      if (beginsTable(record, table)) {
        body.nextTable = record.line
        break
      }
      if (isNote(record.cells, table.shape.width))
        body.asides.push({ line: record.line, text: record.cells.join(' ').trim() })
      else body.records.push(record)
    }
    yield body
    if (body.nextTable !== null) return
  }
}
