import { parentPort } from 'node:worker_threads'
import type { Known } from './how-to-read.ts'
import type { Majority } from './ingest/records/entries.ts'
import { COLUMN_NAMES } from './model/rows.ts'
import type { Reader } from './reader.ts'
import { AHEAD, type Answer, type Asked } from './reader-calls.ts'
import { readerHere } from './reader-here.ts'
import type { Store } from './store/open.ts'
import { toldError } from './told-error.ts'

const port = parentPort!
const say = (answer: Answer, handed: ArrayBuffer[] = []) => port.postMessage(answer, handed)

let reader: Reader
let count: (shared: Map<string, number>) => void
let room = AHEAD
let isStopped = false
let reading = Promise.resolve()
let wake: () => void = () => {}

function readerOf({ path, job, datasets }: Asked & { kind: 'decide' }): Reader {
  let store: Promise<Store> | undefined
  const known: Known = {
    datasets: async () => datasets,
    countKeys: (keys) =>
      new Promise((resolve) => {
        count = resolve
        say({ kind: 'keys', keys })
      }),
    async raw() {
      store ??= import('./store/open.ts').then(({ openStore }) => openStore(`file:${path}`, 'read'))
      return (await store).raw
    },
  }
  return readerHere(known, job)
}

/** Hands pieces on as they come, and waits where too many are on their way. */
async function read(majority: Majority | undefined): Promise<void> {
  room = AHEAD
  isStopped = false
  const pieces = reader.read(majority)
  while (!isStopped) {
    const next = await pieces.next()
    if (next.done) return say({ kind: 'end', end: next.value })
    const { rows } = next.value
    const handed = COLUMN_NAMES.map((name) => rows[name].buffer as ArrayBuffer)
    say({ kind: 'piece', piece: next.value }, handed)
    room--
    while (room === 0 && !isStopped) await new Promise<void>((resolve) => (wake = resolve))
  }
  await pieces.return(undefined as never)
}

async function carryOut(asked: Asked): Promise<void> {
  switch (asked.kind) {
    case 'decide':
      reader ??= readerOf(asked)
      return say({ kind: 'decided', decided: await reader.decide(asked.isThorough) })
    case 'counted':
      return count(asked.shared)
    case 'read':
      reading = read(asked.majority)
      return reading
    case 'more':
      room++
      return wake()
    case 'stop':
      isStopped = true
      wake()
      await reading.catch(() => {})
      return say({ kind: 'stopped' })
  }
}

port.on('message', (asked: Asked) => {
  carryOut(asked).catch((error) => say({ kind: 'failed', error: toldError(error) }))
})
