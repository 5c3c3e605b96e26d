import type { ImportJob } from './ingest/job.ts'
import type { Majority } from './ingest/records/entries.ts'
import type { DatasetDescription } from './model/dataset.ts'
import type { Piece } from './model/piece.ts'
import type { Decided, ReadEnd } from './reader.ts'
import type { ToldError } from './told-error.ts'

/** What is asked of a reader in a thread of its own. */
export type Asked =
  | {
      kind: 'decide'
      path: string
      job: ImportJob
      datasets: DatasetDescription[]
      isThorough: boolean
    }
  /** The answer to `keys`. */
  | { kind: 'counted'; shared: Map<string, number> }
  | { kind: 'read'; majority: Majority | undefined }
  /** One more piece may be sent. */
  | { kind: 'more' }
  | { kind: 'stop' }

export type Answer =
  /** How many of these does each dataset have a series for? */
  | { kind: 'keys'; keys: string[] }
  | { kind: 'decided'; decided: Decided }
  | { kind: 'piece'; piece: Piece }
  | { kind: 'end'; end: ReadEnd }
  | { kind: 'stopped' }
  | { kind: 'failed'; error: ToldError }

/** Pieces that may be on their way at once: memory stays bounded, and nobody waits. */
export const AHEAD = 4
