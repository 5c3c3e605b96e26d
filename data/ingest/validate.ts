import { type BadCell, isBad } from './cells.ts'
import { createFilling, type Filling } from './filling.ts'
import { type IssueLog, quoted } from './issues.ts'
import type { ValueColumn } from './map.ts'
import { missingStatus, parseNumber } from './numbers.ts'
import { createRecordReader, type Entry, type ReadRecord, type RecordContext } from './record.ts'
import { createRemembered } from './remember.ts'
import type { RecordBatch } from './table.ts'

/** Records read, and how many observations in them were good and how many were not. */
export interface Validated {
  rows: number
  good: number
  rejected: number
}

export interface Validator {
  /** Where its observations are put. */
  out: Filling
  take(batch: RecordBatch): void
  /**
   * Takes one record, and gives a number for the series that it tells of where all of it is good; else
   * -1. Under that number `counted` is told of more records of these series that are good, too.
   */
  record(row: string[], line: number): number
  counted(number: number, records: number): void
  /** Hands over what is left, and notes what concerns many records. */
  finish(): Validated
}

/** Sorts records into observations and issues; a bad cell never stops the rest of the file. */
export function createValidator(context: RecordContext, issues: IssueLog): Validator {
  const { mapping, sink } = context
  const { header, values } = mapping
  const result: Validated = { rows: 0, good: 0, rejected: 0 }
  const out = createFilling(sink)
  const { batch } = out
  const readRecord = createRecordReader(context)
  const statuses = createRemembered((letters: string) => sink.addText(letters))
  const unknown = new Map<Entry['unknown'][number], number>()
  const entries: Entry[] = []
  const numbers = new Map<Entry, number>()

  const reject = (bad: BadCell, line: number, observations: number): undefined => {
    const { column, code, message, value } = bad
    result.rejected += observations
    issues.add({ severity: 'rejected', line, column: header[column] ?? null, code, message, value })
  }

  const takeValue = (cell: string, column: ValueColumn, series: number, record: ReadRecord) => {
    const missing = missingStatus(cell)
    const read = missing === undefined ? parseNumber(cell, column.mark) : NO_VALUE
    if ('code' in read) return read
    const status = missing !== undefined && record.status === 'A' ? missing : record.status
    const at = batch.length++
    batch.series[at] = series
    batch.origin[at] = record.origin
    batch.note[at] = record.note
    batch.status[at] = statuses(status, status)
    batch.first[at] = record.period.first
    batch.last[at] = record.period.last
    batch.value[at] = read.value
    batch.decimals[at] = read.decimals
    batch.bound[at] = record.bound
    return undefined
  }

  const takeRecord = (row: string[], line: number): Entry | undefined => {
    const record = readRecord(row)
    if (isBad(record)) return reject(record, line, values.length)
    out.makeRoom(values.length)
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
      batch.line[batch.length - 1] = line
      result.good++
    }
    return record.entry
  }

  return {
    out,
    take({ rows, lines, faults }) {
      result.rows += rows.length
      for (let i = 0; i < rows.length; i++) {
        const fault = faults.get(i)
        if (!fault) takeRecord(mapping.own ? rows[i]!.map(unguarded) : rows[i]!, lines[i]!)
        else reject({ column: -1, ...fault, value: rows[i]!.join(' ') }, lines[i]!, values.length)
      }
    },
    record(row, line) {
      result.rows++
      const { rejected } = result
      const entry = takeRecord(row, line)
      if (!entry || result.rejected > rejected) return -1
      const known = numbers.get(entry)
      if (known !== undefined) return known
      numbers.set(entry, entries.length)
      return entries.push(entry) - 1
    },
    counted(number, records) {
      result.rows += records
      result.good += records * values.length
      for (const code of entries[number]!.unknown) code.rows += records
    },
    finish() {
      out.flush()
      for (const issue of unknownCodes(unknown)) issues.add(issue)
      return result
    },
  }
}

/** Our downloads put an apostrophe before texts that a spreadsheet would run. */
const unguarded = (cell: string): string => (/^'[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell)

const NO_VALUE = { value: Number.NaN, decimals: 0 }

/** One note for each code that no list has, at its first line, with the rows that hold it. */
function unknownCodes(seen: Map<Entry['unknown'][number], number>) {
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
