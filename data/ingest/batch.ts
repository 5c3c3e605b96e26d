import type { ObservationBatch } from '../model/batch.ts'

/** An empty batch with room for so many observations. */
export const makeBatch = (room: number): ObservationBatch => ({
  length: 0,
  series: new Int32Array(room),
  origin: new Int32Array(room),
  note: new Int32Array(room),
  status: new Int32Array(room),
  first: new Int32Array(room),
  last: new Int32Array(room),
  value: new Float64Array(room),
  decimals: new Uint8Array(room),
  bound: new Uint8Array(room),
  line: new Uint32Array(room),
})
