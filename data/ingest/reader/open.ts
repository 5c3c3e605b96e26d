import { statSync } from 'node:fs'
import { type Issue, type ReadingOptions, tableTold } from '../../model/report.ts'
import { uniqueNames } from '../column-names.ts'
import { quoted } from '../issues.ts'
import { Unreadable } from '../unreadable.ts'
import { createBody } from './body.ts'
import { CHUNK, firstBytes, surveyOf } from './bytes.ts'
import { createDecoder } from './encoding.ts'
import { encodingOf, encodingWords, refuseWrongEncoding } from './encodings.ts'
import { type Form, type FormOptions, refuseWide } from './form.ts'
import type { Several } from './judge.ts'
import { refuseOtherFormats } from './magic.ts'
import { rewritingOf } from './rewriting.ts'
import { formWords } from './says.ts'
import { beginAt, lineOfTable, onlyOfFigures, tableQuestion } from './several.ts'
import type { Aside, RecordBatch, Table } from './table.ts'
import { sayingsOf } from './tables.ts'
import { textOf } from './text.ts'

/** What a person may say of a file's bytes before it is read. */
export type ReadingHints = Pick<
  ReadingOptions,
  'encoding' | 'delimiter' | 'headerLine' | 'table' | 'answers'
>

/** Bytes that are read at a time. */
export const SAMPLE_BYTES = CHUNK

/** The characters of the longest name of a column; what is longer has lost the end of its line or quote. */
const LONGEST_NAME = 1000
/** The characters that are kept of a line above the header. */
const LONGEST_LINE = 1000

/**
 * A file as a table. Throws `Unreadable` where it is none, and `OpenQuestion` where a person must say
 * something first: its encoding, or which of its tables is meant.
 */
export function openTable(path: string, hints: ReadingHints = {}): Table {
  const { size } = statSync(path)
  const first = firstBytes(path)
  refuseOtherFormats(first)
  const told = hints.encoding ?? hints.answers?.encoding
  if (told !== undefined) refuseWrongEncoding(told, first)
  const survey = surveyOf(path)
  const { encoding, decodings } = encodingOf(first, survey, told)
  const { readAs, says } = rewritingOf(createDecoder(encoding)(first, true), hints.delimiter)
  const source = { path, encoding, readAs: readAs ?? asWritten }
  const { delimiter, headerLine } = hints
  const options: FormOptions = { delimiter, headerLine }
  const which = tableMeant(hints)
  const several: Several = which === undefined ? 'ask' : which === 'all' ? 'all' : 'one'
  const line = typeof which === 'number' ? lineOfTable(source, which, options) : 1
  const begun = beginAt(source, line, options)
  if (!begun) throw new Unreadable('empty-file', 'The file holds nothing but blanks.')
  const { form, text, whole } = begun
  refuseWide(form.columns.length)
  refuseLongNames(form)

  const body = createBody(form, several)
  const question = () => tableQuestion(source, options)
  const sample = body.reader(line)(text, whole)
  if (sample.next && several !== 'one') {
    const only = which === undefined ? onlyOfFigures(source, options) : undefined
    if (only === undefined) throw question()
    return openTable(path, { ...hints, table: only })
  }

  return {
    dialect: {
      encoding,
      delimiter: form.dialect.delimiter,
      quote: form.dialect.quote,
      headerLine: form.table.headerRows[0]?.line ?? 0,
    },
    header: uniqueNames(form.columns, form.margins.left),
    levels: form.table.levels,
    width: Math.max(form.columns.length, form.table.shape.width) + form.margins.right,
    preamble: preambleOf(form),
    sample,
    whole: whole || sample.next !== null,
    bytes: size,
    decodings,
    says: [...formWords(form, encodingWords(encoding, first, survey), which), ...says],
    plain: !readAs && several === 'ask' && isPlain(form) && !beginsWithNotes(sample),
    *records(watch) {
      const read = createBody(form, several).reader(line)
      let before = slippedNames(form)
      for (const piece of textOf(source, line)) {
        watch?.(piece.chunk)
        const batch = read(piece.text, piece.last)
        batch.notes.unshift(...before)
        before = []
        if (batch.next && several !== 'one') throw question()
        if (batch.rows.length > 0 || batch.notes.length > 0) yield batch
        if (batch.next) return
      }
    },
    ...body,
    question,
  }
}

const asWritten = (text: string): string => text

const tableMeant = (hints: ReadingHints): number | 'all' | undefined => {
  const told = tableTold(hints)
  if (told === undefined || told === 'all') return told
  const n = Number(told)
  if (Number.isInteger(n) && n > 0) return n
  throw new Unreadable('no-such-table', `“${told}” names no table: give its number, or “all”.`)
}

/** Lines that are no records stand between the header and the first one. */
const beginsWithNotes = ({ notes, lines }: RecordBatch): boolean =>
  notes.some(({ line }) => line !== null && line < (lines[0] ?? 0))

const isPlain = ({ dialect, margins, columns, table, isWrapped, hasFormulas }: Form): boolean =>
  !isWrapped &&
  margins.left === 0 &&
  dialect.delimiter.length === 1 &&
  (dialect.quote === '' || dialect.escapeChar === dialect.quote) &&
  columns.length <= table.shape.width &&
  table.header.length >= columns.length &&
  !hasFormulas

/** A header with fewer names than there are columns may have lost one in its middle. */
function slippedNames({ table, columns }: Form): Issue[] {
  const { header, headerRows } = table
  const line = headerRows[0]?.line
  if (line === undefined || header.length >= columns.length) return []
  return [
    {
      severity: 'warning',
      line,
      column: null,
      code: 'short-header',
      message: `The header has ${header.length} names and the records have ${columns.length} fields: check that each name stands over its column.`,
      value: header.join(' '),
    },
  ]
}

function refuseLongNames({ columns, table }: Form): void {
  const longest = columns.find((name) => name.length > LONGEST_NAME)
  if (longest === undefined) return
  const [count, most] = [longest.length, LONGEST_NAME].map((n) => n.toLocaleString('en'))
  throw new Unreadable(
    'long-name',
    `The name of a column that begins with ${quoted(longest)} has ${count} characters, and ${most} are the most. Is a quote or the end of a line missing there?`,
    table.headerRows[0]?.line,
  )
}

const preambleOf = ({ table, comments }: Form): Aside[] => [
  ...comments.map(({ line, text }) => ({ line, text: text.slice(0, LONGEST_LINE) })),
  ...table.preamble.flatMap(({ line, cells }) =>
    sayingsOf(cells).map((text) => ({ line, text: text.slice(0, LONGEST_LINE) })),
  ),
]
