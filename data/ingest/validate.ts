import { makeBatch } from './batch.ts'
import { type BadCell, isBad } from './cells.ts'
import { type IssueLog, quoted } from './issues.ts'
import type { ValueColumn } from './map.ts'
import { missingStatus, parseNumber } from './numbers.ts'
import { createRecordReader, type ReadRecord, type RecordContext } from './record.ts'
import { createRemembered } from './remember.ts'
import type { RecordBatch } from './table.ts'

/** Records read, and how many observations in them were good and how many were not. */
export interface Validated {
  rows: number
  good: number
  rejected: number
}

export interface Validator {
  take(batch: RecordBatch): void
  /** Hands over what is left, and notes what concerns many records. */
  finish(): Validated
}

const ROOM = 8192

/** Sorts records into observations and issues; a bad cell never stops the rest of the file. */
export function createValidator(context: RecordContext, issues: IssueLog): Validator {
  const { mapping, sink } = context
  const { header, values } = mapping
  const result: Validated = { rows: 0, good: 0, rejected: 0 }
  const out = makeBatch(ROOM)
  const readRecord = createRecordReader(context)
  const statuses = createRemembered((letters: string) => sink.addText(letters))
  const unknown = new Map<ReadRecord['entry']['unknown'][number], number>()

  const reject = (bad: BadCell, line: number, observations: number) => {
    const { column, code, message, value } = bad
    result.rejected += observations
    issues.add({ severity: 'rejected', line, column: header[column] ?? null, code, message, value })
  }

  const takeValue = (cell: string, column: ValueColumn, series: number, record: ReadRecord) => {
    const missing = missingStatus(cell)
    const read = missing === undefined ? parseNumber(cell, column.mark) : NO_VALUE
    if ('code' in read) return read
    const status = missing !== undefined && record.status === 'A' ? missing : record.status
    const at = out.length++
    out.series[at] = series
    out.origin[at] = record.origin
    out.note[at] = record.note
    out.status[at] = statuses(status, status)
    out.first[at] = record.period.first
    out.last[at] = record.period.last
    out.value[at] = read.value
    out.decimals[at] = read.decimals
    out.bound[at] = record.bound
    return undefined
  }

  const takeRecord = (row: string[], line: number) => {
    const record = readRecord(row)
    if (isBad(record)) {
      reject(record, line, values.length)
      return
    }
    for (const code of record.entry.unknown) if (!unknown.has(code)) unknown.set(code, line)
    for (let i = 0; i < values.length; i++) {
      const column = values[i]!
      const cell = row[column.index] ?? ''
      const wrong = takeValue(cell, column, record.entry.series[i]!, record)
      if (wrong) {
        const message = `${quoted(cell.trim())} is not a number: ${wrong.why}.`
        reject({ column: column.index, code: wrong.code, message, value: cell }, line, 1)
        continue
      }
      out.line[out.length - 1] = line
      result.good++
      if (out.length === ROOM) flush()
    }
  }

  const flush = () => {
    if (out.length > 0) sink.add(out)
    out.length = 0
  }

  return {
    take({ rows, lines, faults }) {
      result.rows += rows.length
      for (let i = 0; i < rows.length; i++) {
        const fault = faults.get(i)
        if (!fault) takeRecord(mapping.own ? rows[i]!.map(unguarded) : rows[i]!, lines[i]!)
        else reject({ column: -1, ...fault, value: rows[i]!.join(' ') }, lines[i]!, values.length)
      }
    },
    finish() {
      flush()
      for (const issue of unknownCodes(unknown)) issues.add(issue)
      return result
    },
  }
}

/** Our downloads put an apostrophe before texts that a spreadsheet would run. */
const unguarded = (cell: string): string => (/^'[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell)

const NO_VALUE = { value: Number.NaN, decimals: 0 }

/** One note for each code that no list has, at its first line, with the rows that hold it. */
function unknownCodes(seen: Map<ReadRecord['entry']['unknown'][number], number>) {
  const codes = new Map<string, { column: string; code: string; rows: number; line: number }>()
  for (const [{ column, code, rows }, line] of seen) {
    const key = `${column}\n${code}`
    const sum = codes.get(key) ?? { column, code, rows: 0, line }
    codes.set(key, { ...sum, rows: sum.rows + rows, line: Math.min(sum.line, line) })
  }
  return [...codes.values()].map(({ column, code, rows, line }) => ({
    severity: 'note' as const,
    line,
    column,
    code: 'unknown-code',
    message: `${quoted(code)} is in none of our code lists and is kept as it is, in ${rows} ${rows === 1 ? 'row' : 'rows'}.`,
    value: code,
  }))
}
