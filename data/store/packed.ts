import type { Source } from '../model/columns.ts'
import type { Bound } from '../model/observation.ts'

/**
 * All that is selected of a series, in columns: derived from its rows in the transaction that writes
 * them, so that reading it crosses into JavaScript once and not once a cell. The rows stay the truth.
 */
export interface Packed {
  /** The first and the last day of period i at 2i and 2i + 1, in order. */
  days: Int32Array
  /** NaN is missing. */
  values: Float64Array
  decimals: Uint8Array
  words: PackedWords
}

/** What is not numbers. What most series have none of is left out. */
export interface PackedWords {
  /** Day of the newest release, `2026-03-10`. */
  updated: string | null
  sources: Source[]
  /** Indices into `sources`; left out where there is one source. */
  sourceOf?: number[]
  /** Places of the periods whose status is not A, by status. */
  status?: Record<string, number[]>
  /** These three as in `SeriesColumns`. */
  bounds?: (Bound | null)[]
  notes?: (string | null)[]
  others?: (number[] | null)[]
}

/** The packed form as the store keeps it; numbers with the lowest byte first, as every machine has them. */
export interface PackedCells {
  days: Buffer
  vals: Buffer
  decimals: Buffer
  words: string
}

export const packedCells = ({ days, values, decimals, words }: Packed): PackedCells => ({
  days: bytesOf(days),
  vals: bytesOf(values),
  decimals: bytesOf(decimals),
  words: JSON.stringify(words),
})

export const packedOf = ({ days, vals, decimals, words }: PackedCells): Packed => ({
  days: new Int32Array(...aligned(days, Int32Array.BYTES_PER_ELEMENT)),
  values: new Float64Array(...aligned(vals, Float64Array.BYTES_PER_ELEMENT)),
  decimals,
  words: JSON.parse(words) as PackedWords,
})

const bytesOf = ({ buffer, byteOffset, byteLength }: ArrayBufferView): Buffer =>
  Buffer.from(buffer as ArrayBuffer, byteOffset, byteLength)

/** Where an array of numbers of `size` bytes can look at a blob; a copy where it does not lie so. */
function aligned(blob: Buffer, size: number): [ArrayBuffer, number, number] {
  const whole = blob.byteOffset % size === 0 ? blob : new Uint8Array(blob)
  return [whole.buffer as ArrayBuffer, whole.byteOffset, blob.length / size]
}

/** The status of every period. */
export function statusOf({ values, words }: Packed): string[] {
  const status = new Array<string>(values.length).fill('A')
  for (const [text, places] of Object.entries(words.status ?? {})) {
    for (const place of places) status[place] = text
  }
  return status
}
