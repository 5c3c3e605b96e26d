import { Worker } from 'node:worker_threads'
import type { ImportJob } from './ingest/job.ts'
import type { Decided, Reader } from './reader.ts'
import type { Answer, Asked } from './reader-calls.ts'
import { countKeys, listDescriptions } from './store/descriptions.ts'
import type { Store } from './store/open.ts'
import { errorOf } from './told-error.ts'

/** The thread of a reader. It makes itself ready, and keeps no program from ending before it is used. */
export function startReading(): Worker {
  const worker = new Worker(new URL('./reader-thread.ts', import.meta.url))
  worker.unref()
  return worker
}

/** A reader in a thread of its own, which looks into the store by a connection of its own. */
export function readerApart(store: Store, job: ImportJob, worker = startReading()): Reader {
  worker.ref()
  const arrived: Answer[] = []
  let isThere = true
  let wake: () => void = () => {}
  const arrive = (answer: Answer) => {
    arrived.push(answer)
    wake()
  }
  const fail = (error: Error) => arrive({ kind: 'failed', error })
  worker.on('message', arrive)
  worker.on('error', fail)
  worker.on('exit', () => {
    isThere = false
    fail(new Error('The thread that read the file has stopped.'))
  })

  const ask = (asked: Asked) => worker.postMessage(asked)
  const answer = async (): Promise<Answer> => {
    while (arrived.length === 0) await new Promise<void>((resolve) => (wake = resolve))
    const next = arrived.shift()!
    if (next.kind === 'failed') throw errorOf(next.error)
    return next
  }

  /** Has it give up reading, and lets go of what was on its way. */
  const stop = async () => {
    ask({ kind: 'stop' })
    while (isThere) {
      const { kind } = await answer().catch(() => ({ kind: 'failed' }))
      if (kind === 'stopped') return
    }
  }

  const decide = async (isThorough: boolean): Promise<Decided> => {
    const { db, path } = store
    ask({ kind: 'decide', path, job, datasets: await listDescriptions(db), isThorough })
    for (;;) {
      const next = await answer()
      if (next.kind === 'decided') return next.decided
      if (next.kind !== 'keys') throw new Error(`Not decided but ${next.kind}`)
      ask({ kind: 'counted', shared: await countKeys(db, next.keys) })
    }
  }
  // At once, whatever there is to be done here before it is asked for.
  const first = decide(false)
  first.catch(() => {})

  return {
    decide: (isThorough = false) => (isThorough ? decide(true) : first),
    async *read(majority) {
      ask({ kind: 'read', majority })
      let isGoing = false
      try {
        for (;;) {
          isGoing = false
          const next = await answer()
          if (next.kind === 'end') return next.end
          if (next.kind !== 'piece') throw new Error(`No piece but ${next.kind}`)
          isGoing = true
          yield next.piece
          ask({ kind: 'more' })
        }
      } finally {
        if (isGoing) await stop()
      }
    },
    async close() {
      await worker.terminate()
    },
  }
}
