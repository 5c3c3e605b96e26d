import type { MessagePort } from 'node:worker_threads'

/** Rows that are handed to the thread at once, and how often so many may wait for it. */
export const ROOM = 1 << 14
export const SLOTS = 8

/** Place in the state at which the thread counts what it has done. */
export const DONE = 0

/** Rows on their way to the thread that lays them, in memory that both see. */
export interface Slot {
  series: Float64Array
  first: Int32Array
  last: Int32Array
  /** NaN is missing. */
  value: Float64Array
  decimals: Uint8Array
  /** Place among the statuses that come with the slot; -1 where there is none. */
  status: Int32Array
  origin: Float64Array
  line: Uint32Array
}

/** What is said of a slot that is full, or that there are no more. */
export type Handed = { slot: number; length: number; statuses: Uint8Array[] } | 'finish'

/** What the thread is given when it begins; failures come back through the port. */
export interface Laying {
  path: string
  port: MessagePort
  state: Int32Array
  slots: Slot[]
}

const shared = (bytes: number) => new SharedArrayBuffer(bytes * ROOM)

export const makeSlot = (): Slot => ({
  series: new Float64Array(shared(8)),
  first: new Int32Array(shared(4)),
  last: new Int32Array(shared(4)),
  value: new Float64Array(shared(8)),
  decimals: new Uint8Array(shared(1)),
  status: new Int32Array(shared(4)),
  origin: new Float64Array(shared(8)),
  line: new Uint32Array(shared(4)),
})
