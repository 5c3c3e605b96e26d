import type { ObservationBatch } from '../../model/batch.ts'
import { withPlace } from '../../model/with-place.ts'

/** What a saying has, side by side, before its series: one for each value. */
const NUMBER = 0
const RECORDS = 1
const ORIGIN = 2
const NOTE = 3
const STATUS = 4
const BOUND = 5
const SERIES = 6

/**
 * What records say beside period and values, and what an observation of them has in a batch, by numbers
 * 0, 1, 2: there may be a quarter of a million.
 */
export class Sayings {
  readonly #values: number
  readonly #width: number
  #all = new Int32Array(256)
  #count = 0

  /** `values` are told by each record. */
  constructor(values: number) {
    this.#values = values
    this.#width = SERIES + values
  }

  get count(): number {
    return this.#count
  }

  /** The next saying: its number in the usual way, and all else as the observations have it from `at` on. */
  add(number: number, batch: ObservationBatch, at: number): void {
    const from = this.#count++ * this.#width
    this.#all = withPlace(this.#all, from + this.#width - 1)
    const all = this.#all
    all[from + NUMBER] = number
    all[from + RECORDS] = 0
    all[from + ORIGIN] = batch.origin[at]!
    all[from + NOTE] = batch.note[at]!
    all[from + STATUS] = batch.status[at]!
    all[from + BOUND] = batch.bound[at]!
    for (let i = 0; i < this.#values; i++) all[from + SERIES + i] = batch.series[at + i]!
  }

  /** One more record says it: fills in what its observations have, from `at` on. */
  put(saying: number, batch: ObservationBatch, at: number): void {
    const all = this.#all
    const from = saying * this.#width
    all[from + RECORDS]!++
    for (let i = 0; i < this.#values; i++) {
      batch.series[at + i] = all[from + SERIES + i]!
      batch.origin[at + i] = all[from + ORIGIN]!
      batch.note[at + i] = all[from + NOTE]!
      batch.status[at + i] = all[from + STATUS]!
      batch.bound[at + i] = all[from + BOUND]!
    }
  }

  /** Tells of each how many records said it, and forgets them. */
  clear(counted: (number: number, records: number) => void): void {
    for (let saying = 0; saying < this.#count; saying++) {
      const from = saying * this.#width
      counted(this.#all[from + NUMBER]!, this.#all[from + RECORDS]!)
    }
    this.#count = 0
  }
}
