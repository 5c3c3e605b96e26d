import type { Question } from '../../model/report.ts'
import { OpenQuestion, Unreadable } from '../unreadable.ts'
import { createBody } from './body.ts'
import { beginningOf, type Form, type FormOptions, findForm } from './form.ts'
import type { Several } from './judge.ts'
import { refuseOtherText } from './magic.ts'
import { refuseEndless } from './records.ts'
import { lineOf } from './tables.ts'
import { beginningAt, type Source, textOf } from './text.ts'

/** The form of the table that begins on a line of a file, and the text that it was found on. */
export interface Begun {
  line: number
  form: Form
  text: string
  whole: boolean
}

/** Looks at what begins on a line. Undefined where nothing follows that could be a table. */
export function beginAt(source: Source, line: number, options: FormOptions): Begun | undefined {
  const { text, whole } = beginningAt(source, line)
  if (line === 1) refuseOtherText(text, whole)
  refuseEndless(text, 0, line)
  const above = line - 1
  const { headerLine } = options
  const told = headerLine !== undefined && headerLine > above ? headerLine - above : headerLine
  const form = findForm(beginningOf(text, whole), { ...options, headerLine: told })
  return form && { line, form: below(form, above), text, whole }
}

/** The form with lines as the file counts them, where the text began `above` lines later. */
function below(form: Form, above: number): Form {
  if (above === 0) return form
  const moved = <T extends { line: number }>(rows: T[]): T[] =>
    rows.map((row) => ({ ...row, line: row.line + above }))
  const { table } = form
  const preamble = moved(table.preamble)
  const headerRows = moved(table.headerRows)
  return { ...form, bodyAfter: form.bodyAfter + above, table: { ...table, preamble, headerRows } }
}

/** Tables that a question offers. */
const MOST = 20

interface Found extends Begun {
  alike: boolean
}

/** The tables of a file one after the other, at most so many. Reads the file once for each. */
function* tablesOf(source: Source, options: FormOptions, most = MOST): Generator<Found> {
  let line = 1
  let alike = false
  for (let i = 0; i < most; i++) {
    const begun = beginAt(source, line, i === 0 ? options : { ...options, headerLine: undefined })
    if (!begun) return
    yield { ...begun, alike }
    const next = nextAfter(source, begun, 'one')
    if (!next) return
    line = next.line
    alike = next.alike
  }
}

function nextAfter(source: Source, { form, line }: Begun, several: Several) {
  const read = createBody(form, several).reader(line)
  for (const { text, last } of textOf(source, line)) {
    const { next } = read(text, last)
    if (next) return next
  }
  return null
}

/** The line on which table `n` (from 1) begins. Throws `Unreadable` where the file has fewer. */
export function lineOfTable(source: Source, n: number, options: FormOptions): number {
  let count = 0
  for (const { line } of tablesOf(source, options, n)) if (++count === n) return line
  throw new Unreadable(
    'no-such-table',
    `The file has no table ${n}: ${count === 1 ? 'one was found' : `${count} were found`}.`,
  )
}

const WORDS: ReadonlySet<string> = new Set(['text', 'code', 'url'])

/** An exchange says below its rows which page of how many they are: `INDEX;TOTAL;PAGESIZE`. */
const PAGES = /^(?:index|start|offset|total|count|page|pages|page[ _]?size|limit)$/i

/** The number of the only table that may hold figures: a list of series and their names beside it is none of them, nor what pages there are. */
export function onlyOfFigures(source: Source, options: FormOptions): number | undefined {
  const numbers: number[] = []
  let count = 0
  for (const { form } of tablesOf(source, options)) {
    count++
    const { shape, header } = form.table
    const isOfPages = header.length > 0 && header.every((name) => PAGES.test(name))
    if (!isOfPages && !shape.kinds.every((kind) => WORDS.has(kind))) numbers.push(count)
  }
  return numbers.length === 1 ? numbers[0] : undefined
}

/** Asks which table is meant, each with its line, its title and its columns. */
export function tableQuestion(source: Source, options: FormOptions): OpenQuestion {
  const found: Found[] = []
  for (const table of tablesOf(source, options)) found.push(table)
  const lines = found.map(({ form, line }) => form.table.headerRows[0]?.line ?? line)
  const choices: Question['options'] = found.map(({ form }, i) => ({
    value: String(i + 1),
    label: `Table ${i + 1}, from line ${lines[i]!.toLocaleString('en')}`,
    example: wordsOf(form),
  }))
  if (found.slice(1).every(({ alike }) => alike))
    choices.push({
      value: 'all',
      label: 'All of them as one table, since their columns are the same',
    })
  const most = found.length === MOST ? 'at least ' : ''
  return new OpenQuestion([
    {
      code: 'table',
      column: null,
      message: `The file holds ${most}${found.length} tables, which begin on lines ${listed(lines)}. Which one is meant?`,
      options: choices,
    },
  ])
}

const listed = (lines: number[]): string => {
  const words = lines.map((line) => line.toLocaleString('en'))
  return [words.slice(0, -1).join(', '), words.at(-1)].filter(Boolean).join(' and ')
}

const SHOWN = 6

/** Title and names of a table. */
function wordsOf({ table, columns }: Form): string {
  const title = table.preamble.map(({ cells }) => lineOf(cells)).find(Boolean)
  const names = columns.filter((name) => name.trim() !== '').slice(0, SHOWN)
  return [title, names.join(', ')].filter(Boolean).join(': ')
}
