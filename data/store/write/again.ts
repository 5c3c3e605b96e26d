import { BOUNDS, type ObservationBatch } from '../../model/batch.ts'
import type { Day } from '../../model/day.ts'
import type { Bound } from '../../model/observation.ts'
import { daysOf, runsOf } from '../packed/days.ts'
import type { RowWords } from '../telling.ts'

/** What a file told that was told before: kept so that an undo can hand the release over to it. */
export interface Again {
  first: Day
  last: Day
  value: number | null
  decimals: number
  status: string
  bound: Bound | null
  note: string | null
  origin: number
  line: number
}

const WORDS = ['decimals', 'status', 'bound', 'note', 'origin'] as const
type Words = { [Name in (typeof WORDS)[number]]: Again[Name][] }

/** The distinct words of a column, and which of them each telling has. */
interface Picked<T> {
  distinct: T[]
  pick: Uint8Array | Int32Array
}

/** Tellings in columns, as they are packed. */
type AgainColumns = {
  value: Float64Array
  /** First and last day in turn. */
  days: Int32Array
  line: Uint32Array
} & { [Name in (typeof WORDS)[number]]: Picked<Again[Name]> }

/** What stands before the columns: how many tellings, numbers of their runs, and the words. */
type Header = Words & {
  count: number
  /** Left out in stores from before: first days, last days and lines then stand one by one. */
  days?: number
  lines?: number
}

/** So many words are told apart by a byte. */
const BYTE = 256

/** What tells one word apart. */
const NONE = new Uint8Array()

/**
 * Packs columns: the length of a header, the header as JSON, then values, days and lines as runs, and for
 * each column with more than one word which it is. A file that comes again is mostly repeated: this is
 * what it adds to the store.
 */
function packColumns({ value, days, line, ...words }: AgainColumns): Buffer | null {
  const count = value.length
  if (count === 0) return null
  const dayRuns = runsOf(days)
  const lineRuns = stepsOf(line)
  const columns: ArrayBufferView[] = [value, dayRuns, lineRuns]
  const distinct = WORDS.map((name) => {
    if (words[name].distinct.length > 1) columns.push(words[name].pick)
    return [name, words[name].distinct] as const
  })
  const lengths = { count, days: dayRuns.length, lines: lineRuns.length }
  const header = Buffer.from(JSON.stringify({ ...lengths, ...Object.fromEntries(distinct) }))
  const start = 4 + header.length
  const packed = Buffer.alloc(columns.reduce((sum, column) => sum + column.byteLength, start))
  packed.writeUInt32LE(header.length)
  header.copy(packed, 4)
  let at = start
  for (const { buffer, byteOffset, byteLength } of columns) {
    packed.set(new Uint8Array(buffer, byteOffset, byteLength), at)
    at += byteLength
  }
  return packed
}

/** Packs tellings one by one. */
export function packAgain(tellings: readonly Again[]): Buffer | null {
  const count = tellings.length
  const column = <T>(wordOf: (telling: Again) => T) => picked(count, (i) => wordOf(tellings[i]!))
  return packColumns({
    value: Float64Array.from(tellings, ({ value }) => value ?? Number.NaN),
    days: Int32Array.from(tellings.flatMap(({ first, last }) => [first, last])),
    line: Uint32Array.from(tellings, ({ line }) => line),
    decimals: column(({ decimals }) => decimals),
    status: column(({ status }) => status),
    bound: column(({ bound }) => bound),
    note: column(({ note }) => note),
    origin: column(({ origin }) => origin),
  })
}

/** Packs rows of a batch, of which `words` tells what their numbers stand for. */
export function packRows(
  rows: ObservationBatch,
  places: readonly number[],
  words: RowWords,
): Buffer | null {
  const count = places.length
  const value = new Float64Array(count)
  const days = new Int32Array(2 * count)
  const line = new Uint32Array(count)
  for (let i = 0; i < count; i++) {
    const place = places[i]!
    value[i] = rows.value[place]!
    days[2 * i] = rows.first[place]!
    days[2 * i + 1] = rows.last[place]!
    line[i] = rows.line[place]!
  }
  const column = <T>(numbers: Uint8Array | Int32Array, wordOf: (n: number) => T): Picked<T> => {
    if (areOne(numbers, places)) return { distinct: [wordOf(numbers[places[0]!]!)], pick: NONE }
    const { distinct, pick } = picked(count, (i) => numbers[places[i]!]!)
    return { distinct: distinct.map(wordOf), pick }
  }
  return packColumns({
    value,
    days,
    line,
    decimals: column(rows.decimals, (n) => n),
    status: column(rows.status, words.status),
    bound: column(rows.bound, (n) => BOUNDS[n]!),
    note: column(rows.note, words.note),
    origin: column(rows.origin, (n) => words.origin(n).id),
  })
}

function picked<T>(count: number, wordAt: (i: number) => T): Picked<T> {
  const numbers = new Map<T, number>()
  const pick = new Int32Array(count)
  let word: T | undefined
  let number = -1
  for (let i = 0; i < count; i++) {
    const next = wordAt(i)
    // Most often that of the one before.
    if (number === -1 || next !== word) {
      number = numbers.get(next) ?? numbers.size
      numbers.set(next, number)
      word = next
    }
    pick[i] = number
  }
  const distinct = [...numbers.keys()]
  return { distinct, pick: distinct.length > BYTE ? pick : Uint8Array.from(pick) }
}

/** Whether all these places hold the same number, as those of most columns of a series do. */
function areOne(numbers: Uint8Array | Int32Array, places: readonly number[]): boolean {
  const first = numbers[places[0]!]
  for (let i = 1; i < places.length; i++) if (numbers[places[i]!] !== first) return false
  return true
}

/** Numbers as runs that go on by the same step: step, first number, how many. */
function stepsOf(numbers: Uint32Array): Int32Array {
  const runs: number[] = []
  for (let from = 0, to = 0; from < numbers.length; from = to) {
    const step = (numbers[from + 1] ?? 0) - numbers[from]!
    for (to = from + 1; to < numbers.length && numbers[to]! - numbers[to - 1]! === step; ) to++
    runs.push(step, numbers[from]!, to - from)
  }
  return Int32Array.from(runs)
}

function numbersOf(runs: Int32Array, count: number): Uint32Array {
  const numbers = new Uint32Array(count)
  let at = 0
  for (let run = 0; run < runs.length; run += 3) {
    for (let i = 0; i < runs[run + 2]!; i++) numbers[at++] = runs[run + 1]! + i * runs[run]!
  }
  return numbers
}

export function unpackAgain(packed: Buffer | null): Again[] {
  if (packed === null) return []
  const length = packed.readUInt32LE()
  const header: Header = JSON.parse(packed.toString('utf8', 4, 4 + length))
  const { count } = header
  const isBefore = header.days === undefined
  let at = isBefore ? (4 + length + 7) & ~7 : 4 + length
  // Copies, since typed arrays must begin at a multiple of their width.
  const take = (bytes: number): ArrayBuffer => {
    const from = at
    at += bytes
    return new Uint8Array(packed.subarray(from, at)).buffer
  }
  const integers = (some = count) => new Int32Array(take(4 * some))
  const value = new Float64Array(take(8 * count))
  const days = isBefore ? inTurn(integers(), integers()) : daysOf(integers(header.days))
  const line = isBefore
    ? new Uint32Array(take(4 * count))
    : numbersOf(integers(header.lines), count)
  const picks = WORDS.map((name) => {
    const { length: words } = header[name]
    if (words === 1) return undefined
    return isBefore || words > BYTE ? integers() : new Uint8Array(take(count))
  })
  return Array.from({ length: count }, (_, i) => ({
    first: days[2 * i]!,
    last: days[2 * i + 1]!,
    value: Number.isNaN(value[i]!) ? null : value[i]!,
    line: line[i]!,
    decimals: header.decimals[picks[0]?.[i] ?? 0]!,
    status: header.status[picks[1]?.[i] ?? 0]!,
    bound: header.bound[picks[2]?.[i] ?? 0]!,
    note: header.note[picks[3]?.[i] ?? 0]!,
    origin: header.origin[picks[4]?.[i] ?? 0]!,
  }))
}

function inTurn(first: Int32Array, last: Int32Array): Int32Array {
  const days = new Int32Array(2 * first.length)
  for (let i = 0; i < first.length; i++) {
    days[2 * i] = first[i]!
    days[2 * i + 1] = last[i]!
  }
  return days
}
