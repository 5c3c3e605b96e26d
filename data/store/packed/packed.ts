import type { Source } from '../../model/columns.ts'
import type { Bound } from '../../model/observation.ts'
import { pointedAt } from '../../model/sources.ts'
import { runsOf } from './days.ts'
import { sharedDays } from './periods.ts'

/**
 * All that is selected of a series, in columns: derived from its rows in the transaction that writes
 * them, so that reading it crosses into JavaScript once and not once a cell. The rows stay the truth.
 */
export interface Packed {
  /** The first and the last day of period i at 2i and 2i + 1, in order. Shared: not to be written to. */
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

/**
 * The packed form as the store keeps it: days as runs, decimals once where they are all the same, so
 * that three series of twelve years share a page. The lowest byte first, as every machine has it.
 */
export interface PackedCells {
  days: Buffer
  vals: Buffer
  decimals: Buffer
  words: string
}

export const packedCells = ({ days, values, decimals, words }: Packed): PackedCells => ({
  days: runsBytes(bytesOf(days)),
  vals: bytesOf(values),
  decimals: bytesOf(areAlike(decimals) ? decimals.subarray(0, 1) : decimals),
  words: JSON.stringify(words),
})

export function packedOf({ days, vals, decimals, words }: PackedCells): Packed {
  const values = new Float64Array(...aligned(vals, Float64Array.BYTES_PER_ELEMENT))
  return {
    days: sharedDays(new Int32Array(...aligned(days, Int32Array.BYTES_PER_ELEMENT))),
    values,
    decimals:
      decimals.length === values.length
        ? decimals
        : new Uint8Array(values.length).fill(decimals[0] ?? 0),
    words: JSON.parse(words) as PackedWords,
  }
}

/** Whether all are the same number. */
export function areAlike(numbers: Uint8Array): boolean {
  for (let i = 1; i < numbers.length; i++) if (numbers[i] !== numbers[0]) return false
  return true
}

let lastDays: Buffer = Buffer.alloc(0)
let lastRuns: Buffer = Buffer.alloc(0)

/** Runs of days, remembered once: most series of a file tell the same periods. */
function runsBytes(days: Buffer): Buffer {
  if (!days.equals(lastDays)) {
    lastDays = Buffer.from(days)
    lastRuns = bytesOf(runsOf(new Int32Array(...aligned(lastDays, Int32Array.BYTES_PER_ELEMENT))))
  }
  return lastRuns
}

const bytesOf = ({ buffer, byteOffset, byteLength }: ArrayBufferView): Buffer =>
  Buffer.from(buffer as ArrayBuffer, byteOffset, byteLength)

/** Where an array of numbers of `size` bytes can look at a blob; a copy where it does not lie so. */
function aligned(blob: Buffer, size: number): [ArrayBuffer, number, number] {
  const whole = blob.byteOffset % size === 0 ? blob : new Uint8Array(blob)
  return [whole.buffer as ArrayBuffer, whole.byteOffset, blob.length / size]
}

/** The status of the periods that have another than A, by their places, in no order. */
export function statusAt({ status = {} }: PackedWords): Map<number, string> {
  const told = new Map<number, string>()
  for (const [text, places] of Object.entries(status)) {
    for (const place of places) told.set(place, text)
  }
  return told
}

/** Those of some sources that are pointed at, as they are packed. */
export function packedSources(
  all: readonly Source[],
  pointers: Iterable<number>,
): Pick<PackedWords, 'sources' | 'sourceOf'> {
  const { sources, sourceOf } = pointedAt(all, pointers)
  return { sources, sourceOf: sources.length > 1 ? sourceOf : undefined }
}
