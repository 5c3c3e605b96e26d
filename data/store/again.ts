import type { Day } from '../model/day.ts'
import type { Bound } from '../model/observation.ts'

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

/**
 * Packs them in columns: a JSON header with the distinct words of each column, then values, first and
 * last days and lines as they lie in memory, then for each column with more than one word which it is.
 */
export function packAgain(tellings: readonly Again[]): Buffer | null {
  const count = tellings.length
  if (count === 0) return null
  const words: Record<string, unknown[]> = {}
  const value = new Float64Array(count)
  const [first, last] = [new Int32Array(count), new Int32Array(count)]
  const line = new Uint32Array(count)
  for (let i = 0; i < count; i++) {
    const telling = tellings[i]!
    value[i] = telling.value ?? Number.NaN
    first[i] = telling.first
    last[i] = telling.last
    line[i] = telling.line
  }
  const columns: (Float64Array | Int32Array | Uint32Array)[] = [value, first, last, line]
  for (const name of WORDS) {
    const { distinct, pick } = numbered(tellings, name)
    words[name] = distinct
    if (distinct.length > 1) columns.push(pick)
  }
  const header = Buffer.from(JSON.stringify({ count, ...words }))
  const start = padded(4 + header.length)
  const packed = Buffer.alloc(columns.reduce((sum, column) => sum + column.byteLength, start))
  packed.writeUInt32LE(header.length)
  header.copy(packed, 4)
  let at = start
  for (const column of columns) {
    packed.set(new Uint8Array(column.buffer), at)
    at += column.byteLength
  }
  return packed
}

/** The distinct words of a column, and which of them each telling has. */
function numbered(tellings: readonly Again[], name: (typeof WORDS)[number]) {
  const numbers = new Map<unknown, number>()
  const pick = new Int32Array(tellings.length)
  let word: unknown
  let number = -1
  for (let i = 0; i < tellings.length; i++) {
    const next = tellings[i]![name]
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
