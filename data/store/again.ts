import { BOUNDS, type ObservationBatch } from '../model/batch.ts'
import type { Day } from '../model/day.ts'
import type { Bound } from '../model/observation.ts'
import type { RowWords } from './write-rows.ts'

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

const padded = (length: number): number => (length + 7) & ~7

/** The distinct words of a column, and which of them each telling has. */
interface Picked<T> {
  distinct: T[]
  pick: Int32Array
}

/** Tellings in columns, as they are packed. */
type AgainColumns = {
  value: Float64Array
  first: Int32Array
  last: Int32Array
  line: Uint32Array
} & { [Name in (typeof WORDS)[number]]: Picked<Again[Name]> }

/**
 * Packs columns: a JSON header with the distinct words of each, then values, first and last days and
 * lines as they lie in memory, then for each column with more than one word which it is.
 */
function packColumns({ value, first, last, line, ...words }: AgainColumns): Buffer | null {
  const count = value.length
  if (count === 0) return null
  const columns: (Float64Array | Int32Array | Uint32Array)[] = [value, first, last, line]
  const distinct = WORDS.map((name) => {
    if (words[name].distinct.length > 1) columns.push(words[name].pick)
    return [name, words[name].distinct] as const
  })
  const header = Buffer.from(JSON.stringify({ count, ...Object.fromEntries(distinct) }))
  const start = padded(4 + header.length)
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
export const packAgain = (tellings: readonly Again[]): Buffer | null =>
  packColumns({
    value: Float64Array.from(tellings, ({ value }) => value ?? Number.NaN),
    first: Int32Array.from(tellings, ({ first }) => first),
    last: Int32Array.from(tellings, ({ last }) => last),
    line: Uint32Array.from(tellings, ({ line }) => line),
    decimals: picked(tellings.map(({ decimals }) => decimals)),
    status: picked(tellings.map(({ status }) => status)),
    bound: picked(tellings.map(({ bound }) => bound)),
    note: picked(tellings.map(({ note }) => note)),
    origin: picked(tellings.map(({ origin }) => origin)),
  })

/** Packs rows of a batch, of which `words` tells what their numbers stand for. */
export function packRows(
  rows: ObservationBatch,
  places: readonly number[],
  words: RowWords,
): Buffer | null {
  const count = places.length
  const value = new Float64Array(count)
  const [first, last] = [new Int32Array(count), new Int32Array(count)]
  const line = new Uint32Array(count)
  for (let i = 0; i < count; i++) {
    const place = places[i]!
    value[i] = rows.value[place]!
    first[i] = rows.first[place]!
    last[i] = rows.last[place]!
    line[i] = rows.line[place]!
  }
  const column = <T>(numbers: ArrayLike<number>, wordOf: (n: number) => T): Picked<T> => {
    const { distinct, pick } = picked(places.map((place) => numbers[place]!))
    return { distinct: distinct.map(wordOf), pick }
  }
  return packColumns({
    value,
    first,
    last,
    line,
    decimals: column(rows.decimals, (n) => n),
    status: column(rows.status, words.status),
    bound: column(rows.bound, (n) => BOUNDS[n]!),
    note: column(rows.note, words.note),
    origin: column(rows.origin, (n) => words.origin(n).id),
  })
}

function picked<T>(words: readonly T[]): Picked<T> {
  const numbers = new Map<T, number>()
  const pick = new Int32Array(words.length)
  let word: T | undefined
  let number = -1
  for (let i = 0; i < words.length; i++) {
    const next = words[i]!
    // Most often that of the one before.
    if (number === -1 || next !== word) {
      number = numbers.get(next) ?? numbers.size
      numbers.set(next, number)
      word = next
    }
    pick[i] = number
  }
  return { distinct: [...numbers.keys()], pick }
}

export function unpackAgain(packed: Buffer | null): Again[] {
  if (packed === null) return []
  const length = packed.readUInt32LE()
  const header: Words & { count: number } = JSON.parse(packed.toString('utf8', 4, 4 + length))
  const { count } = header
  // A copy of its own, since typed arrays must begin at a multiple of their width.
  const bytes = new Uint8Array(packed.subarray(padded(4 + length))).buffer
  let at = 0
  const take = (width: number) => {
    const from = at
    at += count * width
    return from
  }
  const value = new Float64Array(bytes, take(8), count)
  const [first, last] = [
    new Int32Array(bytes, take(4), count),
    new Int32Array(bytes, take(4), count),
  ]
  const line = new Uint32Array(bytes, take(4), count)
  const picks = WORDS.map((name) =>
    header[name].length > 1 ? new Int32Array(bytes, take(4), count) : undefined,
  )
  return Array.from({ length: count }, (_, i) => ({
    first: first[i]!,
    last: last[i]!,
    value: Number.isNaN(value[i]!) ? null : value[i]!,
    line: line[i]!,
    decimals: header.decimals[picks[0]?.[i] ?? 0]!,
    status: header.status[picks[1]?.[i] ?? 0]!,
    bound: header.bound[picks[2]?.[i] ?? 0]!,
    note: header.note[picks[3]?.[i] ?? 0]!,
    origin: header.origin[picks[4]?.[i] ?? 0]!,
  }))
}
