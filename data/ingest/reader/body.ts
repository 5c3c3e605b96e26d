import type { Issue } from '../../model/report.ts'
import { splitRecord } from './careful.ts'
import { WRONG } from './encoding.ts'
import type { Form } from './form.ts'
import {
  type BodyState,
  createJudge,
  headerAgain,
  isFigure,
  isFlow,
  type Several,
  type Verdict,
  withoutFill,
} from './judge.ts'
import { withinMargins, withMargins } from './margins.ts'
import { createRecords, isBlank, type Oddity, PATIENCE } from './records.ts'
import type { Shape } from './repair.ts'
import { filled } from './rows.ts'
import type { RecordBatch, Table } from './table.ts'
import { WRAPPING } from './wrapped.ts'

const emptyBatch = (): RecordBatch => ({
  rows: [],
  lines: [],
  faults: new Map(),
  notes: [],
  rest: 0,
  next: null,
})

/** Lines that are one cell each. */
const ONE: Shape = { width: 1, kinds: ['text'] }

const MENDED: Record<Oddity, string> = {
  'stray-quote':
    'A quote stands where none belongs. It was read as a sign like others: check the cells of this line.',
  'extra-cell':
    'One empty field too many was left out, so that the others stand under their headers: check the cells of this line.',
  'other-delimiter':
    'This line separates its fields in another way than the file. It was split by that: check its cells.',
}

const note = (
  line: number,
  code: string,
  message: string,
  cells: readonly string[],
  severity: Issue['severity'] = 'note',
): Issue => ({
  severity,
  line,
  column: null,
  code,
  message,
  value: shown(cells.filter((cell) => cell.trim() !== '').join(' ')),
})

const shown = (text: string): string => text.replaceAll(WRONG, '\ufffd')

/** Tells the records of a table from blank lines, notes, repeated headers and the next table. */
export function createBody(form: Form, several: Several): Pick<Table, 'reader' | 'odd'> {
  const state: BodyState = { gap: -1, title: -1, odd: -1, footnotes: Infinity }
  const judge = createJudge(form, several, state)
  const { columns, dialect, margins, table } = form
  const patience = { left: PATIENCE }
  const asWritten = (row: string[]) => (form.isPadded ? withoutFill(row) : row)

  const put = (out: RecordBatch, row: string[], line: number) => {
    if (row.length > columns.length && isBlank(row.slice(columns.length)))
      row.length = columns.length
    // A text that heads the rows below it may stand in a line without the other cells.
    if (form.hasHeads && row.length === 1) row.push(...columns.slice(1).map(() => ''))
    if (form.hasFormulas) for (const [i, cell] of row.entries()) row[i] = withoutFormula(cell)
    out.rows.push(row)
    out.lines.push(line)
  }

  const isAgain = headerAgain(form)
  const isHead = (cells: readonly string[]) => isFlow(cells[0] ?? '')
  const hasHead = table.preamble.some(({ cells }) => isHead(cells))
  /** A line alone above the names that come again is the title of another table, but flows above both head their rows. */
  const isTitleOf = (row: string[], next: string[] | undefined): boolean =>
    table.shape.width > 2 &&
    filled(row) === 1 &&
    next !== undefined &&
    isAgain(asWritten(next)) &&
    !(hasHead && isHead(row))

  /** Puts a row where it belongs; false where the table ends. */
  const sort = (out: RecordBatch, row: string[], line: number, verdict: Verdict): boolean => {
    const isNext = verdict === 'alike' || verdict === 'other'
    if (isNext) {
      const titled = state.gap === line - 1 && state.title > 0
      out.next = { line: titled ? state.title : line, alike: verdict === 'alike' && !titled }
      return false
    }
    if (verdict === 'record' || verdict === 'names') put(out, row, line)
    else if (verdict === 'note')
      out.notes.push(note(line, 'note-line', 'This line is a note, no row: it was left out.', row))
    else if (verdict === 'header')
      out.notes.push(note(line, 'header-again', 'The header comes again: it was left out.', row))
    if (verdict === 'note' || verdict === 'blank') {
      if (verdict === 'note' && (state.title < 0 || state.gap !== line - 1)) state.title = line
      if (verdict === 'blank' && state.gap !== line - 1) state.title = -1
      state.gap = line
    }
    return true
  }

  return {
    reader(firstLine) {
      const shape = withMargins(table.shape, margins)
      const read = form.isWrapped
        ? createRecords(WRAPPING, ONE, firstLine, patience)
        : createRecords(dialect, shape, firstLine, patience)
      let held: { row: string[]; line: number } | undefined
      let ended = false
      /** Something that no text holds stands in it, or in what waited for it. */
      let isStrange = false
      return (text, last) => {
        const out = emptyBatch()
        if (ended) return out
        const { rows, lines, odd, rest } = read(text, last)
        out.rest = rest
        const shift = held ? 1 : 0
        if (held) {
          rows.unshift(held.row)
          lines.unshift(held.line)
          held = undefined
        }
        for (let i = 0; i < rows.length; i++) {
          const whole = rows[i]!
          const cells = form.isWrapped ? splitRecord(whole[0]!, dialect, shape.width).cells : whole
          const row = withinMargins(cells, margins, table.shape.width)
          const line = lines[i]!
          if (line <= form.bodyAfter) continue
          let verdict = judge(row, line)
          if (verdict === 'names') {
            const next = rows.findIndex((cells, at) => at > i && !isBlank(cells))
            if (next === -1 && !last) {
              held = { row, line }
              out.rest++
              break
            }
            if (next !== -1 && isBodyOf(row, rows[next]!)) verdict = 'other'
            else if (asWritten(row).length < table.shape.width) verdict = 'note'
          }
          if (verdict === 'record' && isTitleOf(row, rows[i + 1])) verdict = 'note'
          const oddity = odd.get(i - shift)
          if (oddity && verdict === 'record')
            out.notes.push(note(line, oddity, MENDED[oddity], row, 'warning'))
          ended = !sort(out, row, line, verdict)
          if (ended) break
        }
        isStrange ||= text.includes(WRONG) || text.includes('\0')
        if (isStrange) findWrong(out)
        if (out.rest === 0) isStrange = false
        return out
      }
    },
    odd(told, line) {
      const cells = withinMargins(told, margins, table.shape.width)
      const verdict = judge(cells, line)
      const isStrange = cells.some((cell) => cell.includes('\0') || cell.includes(WRONG))
      if ((verdict === 'record' || verdict === 'names') && !isStrange) return undefined
      const out = emptyBatch()
      sort(out, cells, line, verdict)
      findWrong(out)
      return out
    },
  }
}

/** Records with bytes that are no characters are not believed. */
function findWrong(out: RecordBatch): void {
  for (const [i, row] of out.rows.entries()) {
    if (row.some((cell) => cell.includes(WRONG))) {
      out.faults.set(i, {
        code: 'bad-encoding',
        message:
          'A byte of this line is no character of the encoding, shown as \ufffd: mend it, or say another encoding.',
      })
      out.rows[i] = row.map(shown)
    } else if (row.some((cell) => cell.includes('\0'))) {
      out.faults.set(i, {
        code: 'nul-byte',
        message: 'A NUL byte stands in this line, which no text holds: take it out.',
      })
    }
  }
}

/** `="0101"` and `'0101` keep a spreadsheet from taking a code for a number. */
function withoutFormula(cell: string): string {
  if (cell.startsWith('="') && cell.endsWith('"') && cell.length > 2)
    return cell.slice(2, -1).replaceAll('""', '"')
  return /^'[\w.]+$/.test(cell) ? cell.slice(1) : cell
}

/** Whether a row holds figures under names. */
const isBodyOf = (header: string[], row: string[]): boolean =>
  Math.abs(row.length - header.length) <= 1 &&
  filled(row) >= 2 &&
  row.some((cell, i) => isFigure(cell) && (header[i] ?? '').trim() !== '') &&
  row.some((cell) => isFigure(cell))
