import { Worker } from 'node:worker_threads'
import type { ImportJob } from './ingest/job.ts'
import type { ImportReport, Progress, UndoReport } from './model/report.ts'
import { errorOf } from './told-error.ts'
import type { Answer, Asked } from './writer-calls.ts'

/** An import on its way: its number at once, its report when it has ended. */
export interface Running {
  id: number
  done: Promise<ImportReport>
}

/** The one writer of a server: a thread that carries out jobs one by one, in the order of asking. */
export interface Writer {
  /** Resolves when the store is open and up to date; rejects where it cannot be used. */
  ready: Promise<void>
  import(job: ImportJob, onProgress?: (progress: Progress) => void): Promise<Running>
  /** Writes a preview; good rows alone where `partial` says so. */
  commit(
    id: number,
    options?: { partial?: boolean },
    onProgress?: (progress: Progress) => void,
  ): Promise<Running>
  /** A dry run says what the undo would change, and changes nothing. */
  undo(id: number, options?: { dryRun?: boolean }): Promise<UndoReport>
  /** Stops an import that runs or waits for its turn. Settles when it has ended. */
  cancel(id: number): Promise<void>
  /** Lets go of an import that waits for somebody, or came to nothing. Gives the files that nobody needs any more. */
  drop(id: number, why?: string): Promise<string[]>
  /** The same for all that were entered before a time. */
  dropOld(before: Date, why: string): Promise<{ imports: number[]; files: string[] }>
  /** Takes in the shipped series that are not there yet. */
  loadShipped(): Promise<ImportReport[]>
  /** Cancels what runs and ends the thread. */
  close(): Promise<void>
}

interface Pending {
  started?(id: number): void
  progress?(progress: Progress): void
  done(result: unknown): void
  failed(error: Error): void
}

/** Starts the writer on a store. Errors of its thread reach the caller as Errors with the same `code`. */
export function startWriter(databaseUrl: string): Writer {
  const worker = new Worker(new URL('./writer-thread.ts', import.meta.url), {
    workerData: { databaseUrl },
  })
  const pending = new Map<number, Pending>()
  const opening = Promise.withResolvers<void>()
  opening.promise.catch(() => {})
  let calls = 0
  let ended: Error | undefined

  const endAll = (error: Error) => {
    ended ??= error
    opening.reject(error)
    for (const call of pending.values()) call.failed(error)
    pending.clear()
  }
  worker.on('message', (answer: Answer) => {
    if (answer.kind === 'ready') return opening.resolve()
    if (answer.kind === 'unusable') return endAll(errorOf(answer.error))
    const call = pending.get(answer.call)
    if (answer.kind === 'started') call?.started?.(answer.id)
    else if (answer.kind === 'progress') call?.progress?.(answer.progress)
    else {
      pending.delete(answer.call)
      if (answer.kind === 'done') call?.done(answer.result)
      else call?.failed(errorOf(answer.error))
    }
  })
  worker.on('error', (error) => endAll(stopped(error)))
  worker.on('exit', () => endAll(stopped()))

  const ask = <T>(call: Asked, hooks: Partial<Pending> = {}): Promise<T> =>
    new Promise((resolve, reject) => {
      if (ended) return reject(ended)
      const number = ++calls
      pending.set(number, { ...hooks, done: (result) => resolve(result as T), failed: reject })
      worker.postMessage({ ...call, call: number })
    })

  const run = (call: Asked, progress?: (p: Progress) => void): Promise<Running> =>
    new Promise((resolve, reject) => {
      const started = (id: number) => resolve({ id, done })
      const done: Promise<ImportReport> = ask(call, { started, progress })
      // Before it has a number the caller learns of a failure here, afterwards from `done`.
      done.catch(reject)
    })

  return {
    ready: opening.promise,
    import: (job, onProgress) => run({ kind: 'import', job }, onProgress),
    commit: (id, options = {}, onProgress) => run({ kind: 'commit', id, ...options }, onProgress),
    undo: (id, options = {}) => ask({ kind: 'undo', id, ...options }),
    cancel: (id) => ask({ kind: 'cancel', id }),
    drop: (id, why) => ask({ kind: 'drop', id, why }),
    dropOld: (before, why) => ask({ kind: 'dropOld', before: before.toISOString(), why }),
    loadShipped: () => ask({ kind: 'shipped' }),
    async close() {
      if (!ended) await ask({ kind: 'close' }).catch(() => {})
      ended ??= stopped()
      await worker.terminate()
    },
  }
}

const stopped = (cause?: unknown): Error =>
  Object.assign(new Error('The writer has stopped: start Entrepot again.', { cause }), {
    code: 'writer-stopped',
  })
