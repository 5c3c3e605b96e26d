import { decidedOf, type HowToRead, howToRead, type Known } from './how-to-read.ts'
import type { ImportJob } from './ingest/job.ts'
import { readPieces } from './read-pieces.ts'
import type { Reader } from './reader.ts'

/** A reader in the thread that it is called from. */
export function readerHere(known: Known, job: ImportJob): Reader {
  let how: HowToRead
  return {
    async decide(isThorough = false) {
      how = await howToRead(known, job, isThorough)
      return decidedOf(how)
    },
    read: (majority) => readPieces(known, job, how, majority),
    close: async () => {},
  }
}
