import type { ObservationBatch } from '../../model/batch.ts'
import { isCumulative } from '../../model/frequency.ts'
import { type Frequency, type TimePeriod, unitOf } from '../../model/period.ts'

const units = new Map<number, Frequency>()

/** `unitOf` remembered: a million observations lie in a few hundred periods. */
function unitAt(first: number, last: number): Frequency {
  const period = first * 1_000_000 + (last - first)
  let unit = units.get(period)
  if (unit === undefined) {
    if (units.size > 100_000) units.clear()
    unit = unitOf({ first, last })
    units.set(period, unit)
  }
  return unit
}

/** From fine to coarse, the order in which ties are settled (as in `frequencyOf`). */
const ORDER: readonly Frequency[] = ['D', 'W', 'M', 'Q', 'S', 'A', 'I']

const NOTHING = {
  first: new Int32Array(0),
  last: new Int32Array(0),
  frequency: 'I' as Frequency,
  isCumulative: false,
}

/** The periods of one series, gathered in order; what the series' row says of them. */
export class Shape {
  #first = new Int32Array(1024)
  #last = new Int32Array(1024)
  #length = 0
  /** The periods looked at last, and what was found of them: most series of a file have the same. */
  #found = { ...NOTHING }

  clear(): void {
    this.#length = 0
  }

  add(first: number, last: number): void {
    this.#makeRoom(1)
    this.#first[this.#length] = first
    this.#last[this.#length++] = last
  }

  addAll({ first, last, length }: Pick<ObservationBatch, 'first' | 'last' | 'length'>): void {
    this.#makeRoom(length)
    this.#first.set(first.subarray(0, length), this.#length)
    this.#last.set(last.subarray(0, length), this.#length)
    this.#length += length
  }

  get length(): number {
    return this.#length
  }

  get firstDay(): number | null {
    return this.#length === 0 ? null : this.#first[0]!
  }

  get lastDay(): number | null {
    if (this.#length === 0) return null
    let latest = this.#last[0]!
    for (let i = 1; i < this.#length; i++) if (this.#last[i]! > latest) latest = this.#last[i]!
    return latest
  }

  /** That of most of the periods. */
  get frequency(): Frequency {
    return this.#look().frequency
  }

  cumulative(declared = false): boolean {
    return declared ? isCumulative(this.#periods(), true) : this.#look().isCumulative
  }

  #look(): typeof NOTHING {
    if (!this.#isAsFound()) {
      this.#found = {
        first: this.#first.slice(0, this.#length),
        last: this.#last.slice(0, this.#length),
        frequency: this.#count(),
        isCumulative: isCumulative(this.#periods()),
      }
    }
    return this.#found
  }

  #count(): Frequency {
    const counts: Partial<Record<Frequency, number>> = {}
    for (let i = 0; i < this.#length; i++) {
      const unit = unitAt(this.#first[i]!, this.#last[i]!)
      counts[unit] = (counts[unit] ?? 0) + 1
    }
    let most: Frequency = 'I'
    let times = 0
    for (const unit of ORDER) {
      const count = counts[unit] ?? 0
      if (count > times) [most, times] = [unit, count]
    }
    return most
  }

  #isAsFound(): boolean {
    const { first, last } = this.#found
    if (first.length !== this.#length) return false
    for (let i = 0; i < first.length; i++) {
      if (first[i] !== this.#first[i] || last[i] !== this.#last[i]) return false
    }
    return true
  }

  #makeRoom(more: number): void {
    if (this.#length + more <= this.#first.length) return
    const larger = (days: Int32Array): Int32Array<ArrayBuffer> => {
      const room = new Int32Array(2 * (this.#length + more))
      room.set(days.subarray(0, this.#length))
      return room
    }
    this.#first = larger(this.#first)
    this.#last = larger(this.#last)
  }

  *#periods(): Generator<TimePeriod> {
    for (let i = 0; i < this.length; i++) yield { first: this.#first[i]!, last: this.#last[i]! }
  }
}
