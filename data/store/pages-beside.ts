import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads'
import { DONE, type Handed, type Laying, makeSlot, ROOM, SLOTS } from './pages-slots.ts'

/** Milliseconds after which a thread that does nothing is taken for dead. */
const PATIENCE = 60_000

/** Lays rows as `RowPages` does, in a thread beside this one. */
export class PagesBeside {
  readonly #slots = Array.from({ length: SLOTS }, makeSlot)
  readonly #state = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT))
  readonly #port
  readonly #worker: Worker
  /** What was handed over; the slot that is being filled is the next. */
  #handed = 0
  #slot = this.#slots[0]!
  #length = 0
  #statuses = new Map<Uint8Array, number>()

  constructor(path: string) {
    const { port1, port2 } = new MessageChannel()
    this.#port = port1
    const laying: Laying = { path, port: port2, state: this.#state, slots: this.#slots }
    this.#worker = new Worker(new URL('./pages-thread.ts', import.meta.url), {
      workerData: laying,
      transferList: [port2],
    })
    // Whoever waits for it is told by its silence.
    this.#worker.on('error', () => {})
    this.#worker.unref()
  }

  /** A row after all before it. */
  push(
    series: number,
    first: number,
    last: number,
    value: number | null,
    decimals: number,
    status: Uint8Array | null,
    origin: number,
    line: number,
  ): void {
    if (this.#length === ROOM) this.#handOver()
    const slot = this.#slot
    const i = this.#length++
    slot.series[i] = series
    slot.first[i] = first
    slot.last[i] = last
    slot.value[i] = value ?? Number.NaN
    slot.decimals[i] = decimals
    slot.status[i] = status === null ? -1 : this.#numberOf(status)
    slot.origin[i] = origin
    slot.line[i] = line
  }

  /** Waits until all rows are laid and the file is closed. Throws what went wrong with it. */
  finish(): void {
    this.#handOver()
    this.#hand('finish')
    this.#waitFor(this.#handed)
    this.#port.close()
  }

  /** Ends the thread, whatever is left to do. */
  close(): void {
    this.#port.close()
    this.#worker.terminate()
  }

  #numberOf(status: Uint8Array): number {
    const known = this.#statuses.get(status)
    if (known !== undefined) return known
    this.#statuses.set(status, this.#statuses.size)
    return this.#statuses.size - 1
  }

  #handOver(): void {
    const slot = this.#handed % SLOTS
    this.#hand({ slot, length: this.#length, statuses: [...this.#statuses.keys()] })
    this.#length = 0
    this.#statuses.clear()
    this.#waitFor(this.#handed - SLOTS + 1)
    this.#slot = this.#slots[this.#handed % SLOTS]!
  }

  #hand(what: Handed): void {
    this.#port.postMessage(what)
    this.#handed++
  }

  /** Waits until so much of what was handed over is done. */
  #waitFor(count: number): void {
    for (;;) {
      const failed = receiveMessageOnPort(this.#port)
      if (failed) throw failed.message
      const done = Atomics.load(this.#state, DONE)
      if (done >= count) return
      if (Atomics.wait(this.#state, DONE, done, PATIENCE) === 'timed-out') {
        throw new Error('The thread that lays rows has ended.')
      }
    }
  }
}
