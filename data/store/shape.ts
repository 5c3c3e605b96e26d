import { isCumulative } from '../model/frequency.ts'
import { type Frequency, type TimePeriod, unitOf } from '../model/period.ts'

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

/** The periods of one series, gathered in order; what the series' row says of them. */
export class Shape {
  #first: number[] = []
  #last: number[] = []

  clear(): void {
    this.#first.length = 0
    this.#last.length = 0
  }

  add(first: number, last: number): void {
    this.#first.push(first)
    this.#last.push(last)
  }

  get length(): number {
    return this.#first.length
  }

  get firstDay(): number | null {
    return this.#first[0] ?? null
  }

  get lastDay(): number | null {
    let latest = this.#last[0] ?? null
    for (const last of this.#last) if (last > latest!) latest = last
    return latest
  }

  /** That of most of the periods. */
  get frequency(): Frequency {
    const counts: Partial<Record<Frequency, number>> = {}
    for (let i = 0; i < this.length; i++) {
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

  cumulative(declared = false): boolean {
    return isCumulative(this.#periods(), declared)
  }

  *#periods(): Generator<TimePeriod> {
    for (let i = 0; i < this.length; i++) yield { first: this.#first[i]!, last: this.#last[i]! }
  }
}
