import type { Worker } from 'node:worker_threads'
import type { Guess } from './ingest/datasets/guess.ts'
import type { ImportJob } from './ingest/job.ts'
import type { Majority } from './ingest/records/entries.ts'
import type { DatasetDescription } from './model/dataset.ts'
import type { Piece } from './model/piece.ts'
import type { ImportReport, Issue, Question, Reading } from './model/report.ts'
import { readerApart } from './reader-apart.ts'
import { countKeys, listDescriptions } from './store/descriptions.ts'
import type { Store } from './store/open.ts'

/** How a file is read, and the dataset it goes into, known or to be made. */
export interface Decided {
  description: DatasetDescription
  isKnown: boolean
  /** The dataset is known by the columns and series of the file alone. */
  guess: Guess | null
  reading: Reading
  sample: ImportReport['sample']
  /** Where there are any, a person must answer before the file is read. */
  questions: Question[]
}

/** What is known of a file when all of it is read. */
export interface ReadEnd {
  rows: number
  rejected: number
  /** The gravest, for the report; pieces told all of them. */
  issues: Issue[]
  issuesTotal: number
  says: string[]
  /** The title that the file gives a new dataset; undefined where somebody gave one. */
  title: string | undefined
  /** Where there are any the file is to be read again by what most of its rows say of these series. */
  majority: Majority
}

/**
 * Reads one file: first decides how, then tells it piece by piece. Throws `Unreadable`, `OpenQuestion`,
 * and `UnseenMark` where it must be decided by every record.
 */
export interface Reader {
  decide(isThorough?: boolean): Promise<Decided>
  read(majority?: Majority): AsyncGenerator<Piece, ReadEnd>
  close(): Promise<void>
}

/** Bytes from which on a thread costs less than it saves. */
const LARGE = 1 << 23

/** Whether a file of so many bytes is read in a thread of its own. */
export const isWorthThread = (bytes: number): boolean => bytes >= LARGE

/** A reader of a job's file: in a thread of its own where the file is large, or such a thread is there. */
export async function openReader(
  store: Store,
  job: ImportJob,
  bytes: number,
  thread?: Worker,
): Promise<Reader> {
  if (thread || (isWorthThread(bytes) && store.path !== ':memory:'))
    return readerApart(store, job, thread)
  const { readerHere } = await import('./reader-here.ts')
  const { db, raw } = store
  return readerHere(
    {
      datasets: () => listDescriptions(db),
      countKeys: (keys) => countKeys(db, keys),
      raw: async () => raw,
    },
    job,
  )
}
