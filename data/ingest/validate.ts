import type { Issue } from '../model/report.ts'
import { addStatus } from '../model/status.ts'
import { type IssueLog, quoted } from './issues.ts'
import type { Spread } from './layouts/view.ts'
import type { Mapping, ValueColumn } from './mapping.ts'
import { dressedIn, NO_VALUE } from './numbers/dressed-cells.ts'
import { missingStatus } from './numbers/missing.ts'
import { isDividedByNothing, type ParsedNumber, parseNumber } from './numbers/numbers.ts'
import { createRounded } from './numbers/rounded.ts'
import type { FileColumns } from './read.ts'
import type { RecordBatch } from './reader/table.ts'
import { type BadCell, SUMMARY } from './records/cells.ts'
import type { Majority } from './records/entries.ts'
import { createFilling, type Filling } from './records/filling.ts'
import { findingsOf, type Similar } from './records/findings.ts'
import type { KnownSeries } from './records/known-series.ts'
import {
  createRecordReader,
  type ReadRecord,
  type RecordContext,
  widthFault,
} from './records/record.ts'
import type { Sink } from './records/sink.ts'
import type { Tally } from './records/tally.ts'
import { createRemembered } from './remember.ts'
import { Unreadable, UnseenMark } from './unreadable.ts'

/** Records read, and how many observations in them were good and how many were not. */
export interface Validated {
  rows: number
  good: number
  rejected: number
  /** Labels of the dimensions of the first series. */
  labels: Map<string, string>
  /** What most rows say of series of which the first says otherwise: to read the file again by. */
  majority: Majority
}

export interface Validator {
  /** Numbers of the series of which a later record said more than the first. */
  readonly learnt: Set<number>
  readonly known: KnownSeries
  /** Observations that were not good so far. */
  readonly rejected: number
  /** Most rows say so far what the first one of a series does not: the file is to be read again. */
  readonly isOutvoted: boolean
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

/** How the file's records become those that are read. */
export interface Records {
  file: FileColumns
  spread: Spread | null
  /** Observations that a record of the file tells, for each value column. */
  fan: number
}

/** Sorts records into observations and issues; a bad cell never stops the rest of the file. */
export function createValidator(
  context: RecordContext & { sink: Sink & Partial<Tally>; similar?: Similar },
  issues: IssueLog,
  { file, spread, fan }: Records = asTheyStand(context.mapping),
): Validator {
  const { mapping, sink } = context
  const { values } = mapping
  const result = { rows: 0, good: 0, rejected: 0 }
  const out = createFilling(sink)
  const { batch } = out
  const records = createRecordReader({
    ...context,
    remark: (cells) => {
      for (const cell of cells) say(cell, 'warning')
    },
    sink: placed(sink, () => line),
  })
  const statuses = createRemembered((letters: string) => sink.addText(letters))
  const { known, unknown, learnt } = records.entries
  let lastEntry = -1
  let line = 0
  const rounded = createRounded()
  /** The file's column that the value stands in, where a layout has made several records of one. */
  let isTold = false
  let source = -1

  /** Cells of this row that were said to be wrong, where a layout makes several records of it. */
  const said = new Set<string>()

  const say = (
    { column, code, message, value }: BadCell,
    severity: Issue['severity'] = 'rejected',
  ): void => {
    const own = file.from[column] ?? -1
    const name = file.header[own < 0 && column >= 0 ? source : own] ?? null
    if (spread && own >= 0) {
      const cell = `${own} ${code}`
      if (said.has(cell)) return
      said.add(cell)
    }
    issues.add({ severity, line, column: name, code, message, value })
  }

  const reject = (bad: readonly BadCell[], observations: number): undefined => {
    result.rejected += observations
    for (const cell of bad) say(cell)
  }

  const put = (
    number: ParsedNumber,
    status: string,
    bound: number,
    record: ReadRecord | undefined,
    i: number,
  ) => {
    if (!record) return
    const at = batch.length++
    batch.series[at] = known.seriesOf(record.entry, i)
    batch.origin[at] = record.origin
    batch.note[at] = record.note
    batch.status[at] = statuses(status, status)
    batch.first[at] = record.period.first
    batch.last[at] = record.period.last
    batch.value[at] = number.value
    batch.decimals[at] = number.decimals
    batch.bound[at] = bound
    batch.line[at] = line
    result.good++
  }

  /** Why a cell is no value; undefined where it is one, which is put where its record is good. */
  const takeValue = (
    cell: string,
    column: ValueColumn,
    record: ReadRecord | undefined,
    i: number,
  ) => {
    // A price of nothing, or a change from nothing, there cannot be.
    const isOfNothing = (column.isRate || column.isShare) && isDividedByNothing(cell.trim())
    const missing = isOfNothing ? 'M' : missingStatus(cell)
    const status = record?.status ?? 'A'
    const bound = record?.bound ?? 0
    if (missing !== undefined) {
      put(NO_VALUE, status === 'A' ? missing : status, bound, record, i)
      return undefined
    }
    if (!column.isMarkKnown && /[.,٫٬．，]/.test(cell)) throw new UnseenMark(cell)
    const plain = parseNumber(cell, column.mark)
    if ('code' in plain || column.isPercent || column.sizing)
      return takeDressed(cell, column, record, i)
    if (plain.value === column.absent) {
      put(NO_VALUE, status === 'A' ? 'O' : status, bound, record, i)
      return undefined
    }
    if (plain.isRounded) rounded.see(cell, column, plain, line)
    put(plain, status, bound, record, i)
    return undefined
  }

  const takeDressed = (
    cell: string,
    column: ValueColumn,
    record: ReadRecord | undefined,
    i: number,
  ) => {
    const read = dressedIn(cell, column)
    if ('why' in read) return read
    const { number, flags, bound } = read
    if (number.isRounded) rounded.see(cell, column, number, line)
    let status = record?.status ?? 'A'
    for (const letter of flags) status = addStatus(status, letter)
    put(number, status, bound || (record?.bound ?? 0), record, i)
    return undefined
  }

  const takeRecord = (row: string[]): number | undefined => {
    const read = records.read(row)
    const isBad = Array.isArray(read)
    const summary = isBad ? read.find(({ code }) => code === SUMMARY) : undefined
    if (summary) return void say(summary, 'warning')
    const record = isBad ? undefined : read
    let bad = isBad ? read : undefined
    let wrongValues = 0
    out.makeRoom(values.length)
    if (record && record.entry !== lastEntry) {
      lastEntry = record.entry
      known.seen(lastEntry, line)
    }
    for (let i = 0; i < values.length; i++) {
      const column = values[i]!
      const cell = row[column.index] ?? ''
      const wrong = takeValue(cell, column, record, i)
      if (!wrong) continue
      wrongValues++
      const message = `${quoted(cell.trim())} is not a number: ${wrong.why}.`
      const { code } = wrong
      bad ??= []
      bad.push({ column: column.index, code, message, value: cell })
    }
    if (!bad) return record!.entry
    bad.sort((a, b) => a.column - b.column)
    return reject(bad, isBad ? values.length : wrongValues)
  }

  const takePart = (row: string[], column: number): void => {
    isTold = true
    source = column
    takeRecord(row)
  }

  const takeRow = (row: string[]): number | undefined => {
    const wrong = row.length === file.roles.length ? undefined : widthFault(row, file.roles)
    if (wrong) return reject([wrong], values.length * fan)
    said.clear()
    if (!spread) return takeRecord(mapping.own ? row.map(unguarded) : row)
    isTold = false
    spread(row, takePart)
    // A line that only says what others are is no row of figures.
    if (!isTold) result.rows--
    return undefined
  }

  return {
    out,
    learnt,
    known,
    get rejected() {
      return result.rejected
    },
    get isOutvoted() {
      return records.entries.majority().size > 0
    },
    take({ rows, lines: at, faults, notes }) {
      for (const note of notes) issues.add(note)
      result.rows += rows.length
      for (let i = 0; i < rows.length; i++) {
        line = at[i]!
        const fault = faults.get(i)
        if (!fault) takeRow(rows[i]!)
        else reject([{ column: -1, ...fault, value: rows[i]!.join(' ') }], values.length * fan)
      }
    },
    record(row, at) {
      result.rows++
      line = at
      const { rejected } = result
      const entry = takeRow(row)
      return entry === undefined || result.rejected > rejected ? -1 : entry
    },
    counted(number, records) {
      result.rows += records
      result.good += records * values.length
      known.countRows(number, records)
    },
    finish() {
      out.flush()
      for (const issue of rounded.issues()) issues.add(issue)
      const { majority, labels, spellings } = records.entries
      const around = { known, unknown, fan, isNamed: mapping.series >= 0, keyOf: sink.keyOf }
      const found = findingsOf(
        { ...around, similar: context.similar, spellings: spellings() },
        sink,
      )
      for (const issue of found) issues.add(issue)
      return { ...result, labels: labels(), majority: majority() }
    },
  }
}

/** A sink whose refusal of a series names the line that told it. */
const placed = (sink: Sink, line: () => number): Sink => ({
  ...sink,
  addSeries(draft) {
    try {
      return sink.addSeries(draft)
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error
      const { code, message, value } = error.issue
      throw new Unreadable(code, message, line(), value)
    }
  },
})

/** Records that are read as they stand in the file. */
const asTheyStand = ({ header, roles }: Mapping): Records => ({
  file: { header, roles, from: header.map((_, i) => i) },
  spread: null,
  fan: 1,
})

/** Our downloads put an apostrophe before texts that a spreadsheet would run. */
const unguarded = (cell: string): string => (/^'+[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell)
