import type { ObservationBatch } from './batch.ts'

type Column = Exclude<keyof ObservationBatch, 'length'>

/** Columns of a batch in the order in which a run keeps them on disk. */
const COLUMNS = {
  value: Float64Array,
  series: Int32Array,
  origin: Int32Array,
  note: Int32Array,
  status: Int32Array,
  first: Int32Array,
  last: Int32Array,
  line: Uint32Array,
  decimals: Uint8Array,
  bound: Uint8Array,
} as const

export const COLUMN_NAMES = Object.keys(COLUMNS) as Column[]
export const COLUMN_BYTES = COLUMN_NAMES.map((name) => COLUMNS[name].BYTES_PER_ELEMENT)

/** All batches are made here: code that meets objects of one form only is faster. */
const batchOf = (
  length: number,
  column: <Name extends Column>(name: Name) => ObservationBatch[Name],
): ObservationBatch => ({
  length,
  series: column('series'),
  origin: column('origin'),
  note: column('note'),
  status: column('status'),
  first: column('first'),
  last: column('last'),
  value: column('value'),
  decimals: column('decimals'),
  bound: column('bound'),
  line: column('line'),
})

/** Observations in columns with room for `room`; none of them filled. */
export const makeRows = (room: number): ObservationBatch =>
  batchOf(0, (name) => new COLUMNS[name](room) as ObservationBatch[typeof name])

/** Rows `from` to `to`, as they lie there. */
export const partOf = (rows: ObservationBatch, from: number, to: number): ObservationBatch =>
  batchOf(to - from, (name) => rows[name].subarray(from, to) as ObservationBatch[typeof name])

export const roomOf = (rows: ObservationBatch): number => rows.series.length

/** Appends rows `from` to `to` of another batch; there must be room. */
export function appendRows(
  target: ObservationBatch,
  source: ObservationBatch,
  from: number,
  to: number,
): void {
  for (const name of COLUMN_NAMES) target[name].set(source[name].subarray(from, to), target.length)
  target.length += to - from
}

/** The same batch, or one with twice its room and its rows, so that `more` fit. */
export function withRoom(rows: ObservationBatch, more: number): ObservationBatch {
  if (rows.length + more <= roomOf(rows)) return rows
  const larger = makeRows(Math.max(rows.length + more, 2 * roomOf(rows)))
  appendRows(larger, rows, 0, rows.length)
  return larger
}

/** Sorts by series, then first and last day; what is equal stays in the order of the file. */
export function sortRows(rows: ObservationBatch): ObservationBatch {
  const order = sortedOrder(rows)
  if (!order) return rows
  const sorted = makeRows(rows.length)
  for (const name of COLUMN_NAMES) {
    const [from, to] = [rows[name], sorted[name]]
    for (let i = 0; i < order.length; i++) to[i] = from[order[i]!]!
  }
  sorted.length = rows.length
  return sorted
}

/** Where each row goes to, or undefined where they are in order already. */
function sortedOrder({ series, first, last, length }: ObservationBatch): Int32Array | undefined {
  const follows = (a: number, b: number): boolean =>
    first[a]! < first[b]! || (first[a] === first[b] && last[a]! <= last[b]!)
  let inOrder = true
  let top = 0
  for (let i = 0; i < length; i++) {
    if (series[i]! > top) top = series[i]!
    if (i > 0 && inOrder) {
      inOrder = series[i - 1]! < series[i]! || (series[i - 1] === series[i] && follows(i - 1, i))
    }
  }
  if (inOrder) return undefined
  // Counting sort by series keeps the order of the file; then each series is sorted where it must be.
  const ends = new Int32Array(top + 2)
  for (let i = 0; i < length; i++) ends[series[i]! + 1]!++
  for (let s = 0; s <= top; s++) ends[s + 1]! += ends[s]!
  const order = new Int32Array(length)
  for (let i = 0; i < length; i++) order[ends[series[i]!]!++] = i
  for (let from = 0; from < length; ) {
    const of = series[order[from]!]
    let to = from + 1
    let ordered = true
    for (; to < length && series[order[to]!] === of; to++) {
      ordered &&= follows(order[to - 1]!, order[to]!)
    }
    if (!ordered) {
      order.subarray(from, to).sort((a, b) => first[a]! - first[b]! || last[a]! - last[b]! || a - b)
    }
    from = to
  }
  return order
}

/** Whether sorted rows of one series tell no period twice. */
export function isOnceEach({ first, last, length }: ObservationBatch): boolean {
  for (let i = 1; i < length; i++) {
    if (first[i] === first[i - 1] && last[i] === last[i - 1]) return false
  }
  return true
}
