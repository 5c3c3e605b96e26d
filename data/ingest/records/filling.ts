import type { ObservationBatch } from '../../model/batch.ts'
import { makeRows } from '../../model/rows.ts'
import type { Sink } from './sink.ts'

const ROOM = 8192

/** A batch that is filled, handed on, and filled again. */
export interface Filling {
  readonly batch: ObservationBatch
  /** Hands on what is there where so many more would not fit. */
  makeRoom(observations: number): void
  /** Hands on what is there. */
  flush(): void
}

export function createFilling({ add }: Pick<Sink, 'add'>): Filling {
  const batch = makeRows(ROOM)
  const flush = () => {
    if (batch.length > 0) add(batch)
    batch.length = 0
  }
  return {
    batch,
    flush,
    makeRoom(observations) {
      if (batch.length + observations > ROOM) flush()
    },
  }
}
