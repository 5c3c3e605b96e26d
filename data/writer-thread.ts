import { getPriority, setPriority } from 'node:os'
import { parentPort, workerData } from 'node:worker_threads'
import type { Hooks } from './ingest/job.ts'
import { carryOut, commitImport, dropPreview, enterImport, undoImport } from './ingest.ts'
import { loadShipped } from './shipped.ts'
import { sweepStages } from './stages.ts'
import { dropOld } from './store/ledger/drop.ts'
import { openStore, type Store } from './store/open.ts'
import { toldError } from './told-error.ts'
import type { Answer, Asked, Call } from './writer-calls.ts'

const { databaseUrl } = workerData as { databaseUrl: string }
const port = parentPort!
const say = (answer: Answer) => port.postMessage(answer)

const WAITING = 10

/** Whoever reads is answered before a file goes on. Only on Linux has a thread a priority of its own. */
function giveWay(): void {
  if (process.platform === 'linux' && getPriority() < WAITING) setPriority(WAITING)
}

/** Why what runs is called off when the program is told to end. */
const ENDED = new Error(
  'The server was ended while this ran. Nothing of it is in the store; import the file again.',
)

/** Progress of one phase is told at most this often. */
const PACE_MS = 100

/** Carries out calls one by one. What can be done at once, numbers and cancelling, does not wait. */
function serve(store: Store): (call: Call) => Promise<unknown> {
  const running = new Map<number, { controller: AbortController; ended: Promise<unknown> }>()
  let entering: Promise<unknown> = Promise.resolve()
  let work: Promise<unknown> = Promise.resolve()
  const inOrder = <T>(job: () => Promise<T>): Promise<T> => {
    const result = work.then(job)
    work = result.catch(() => {})
    return result
  }

  /** Imports that run or wait, by their calls. */
  const line: number[] = []
  const tellLine = () => {
    const nothing = { bytes: 0, totalBytes: 0, rows: 0 }
    for (const [ahead, call] of line.entries()) {
      if (ahead === 0) continue
      say({ kind: 'progress', call, progress: { phase: 'waiting', ahead, ...nothing } })
    }
  }

  /** The same for an import, which may be called off: its end need not wait for its turn. */
  const inTurn = <T>(call: number, signal: AbortSignal, job: () => Promise<T>): Promise<T> => {
    let begun: Promise<T> | undefined
    const once = () => (begun ??= job())
    const calledOff = new Promise<T>((resolve, reject) => {
      signal.addEventListener('abort', () => once().then(resolve, reject), { once: true })
    })
    line.push(call)
    tellLine()
    return Promise.race([inOrder(once), calledOff]).finally(() => {
      line.splice(line.indexOf(call), 1)
      tellLine()
    })
  }

  const hooksOf = (call: number, controller: AbortController): Hooks => {
    let last = 0
    let phase = ''
    return {
      signal: controller.signal,
      started: (id) => say({ kind: 'started', call, id }),
      progress(progress) {
        const now = performance.now()
        if (progress.phase === phase && now - last < PACE_MS) return
        last = now
        phase = progress.phase
        say({ kind: 'progress', call, progress })
      },
    }
  }

  const track = async <T>(id: number, controller: AbortController, ended: Promise<T>) => {
    running.set(id, { controller, ended: ended.catch(() => {}) })
    try {
      return await ended
    } finally {
      running.delete(id)
    }
  }

  const carry = async (asked: Asked, call: number): Promise<unknown> => {
    const controller = new AbortController()
    const hooks = hooksOf(call, controller)
    switch (asked.kind) {
      case 'import': {
        // Not before: threads that read and compress for all are begun by now, and keep their own.
        giveWay()
        const entered = entering.then(() => enterImport(store, asked.job, hooks))
        entering = entered.catch(() => {})
        const result = inTurn(call, controller.signal, async () => carryOut(await entered))
        result.catch(() => {})
        return track((await entered).report.id, controller, result)
      }
      case 'commit': {
        const { id, partial } = asked
        const result = inTurn(call, controller.signal, () =>
          commitImport(store, id, hooks, { partial }),
        )
        return track(id, controller, result)
      }
      case 'undo':
        return inOrder(() => undoImport(store, asked.id, { dryRun: asked.dryRun }))
      case 'shipped':
        return inOrder(() => loadShipped(store))
      case 'cancel': {
        const found = running.get(asked.id)
        found?.controller.abort()
        return found?.ended
      }
      case 'drop':
        return dropPreview(store, asked.id, asked.why)
      case 'dropOld':
        return dropOld(store, new Date(asked.before), asked.why)
      case 'close':
        for (const { controller } of running.values()) controller.abort(ENDED)
        await work
        return store.close()
    }
  }
  return ({ call, ...asked }) => carry(asked, call)
}

try {
  const store = await openStore(databaseUrl, 'write')
  await sweepStages(store)
  const answer = serve(store)
  port.on('message', (call: Call) => {
    answer(call).then(
      (result) => say({ kind: 'done', call: call.call, result: result ?? null }),
      (error) => say({ kind: 'failed', call: call.call, error: toldError(error) }),
    )
  })
  say({ kind: 'ready' })
} catch (error) {
  say({ kind: 'unusable', error: toldError(error) })
}
