import { withPlace } from '../../model/with-place.ts'

const FREQUENCIES: Record<string, string> = {
  A: 'annual',
  S: 'half-yearly',
  Q: 'quarterly',
  M: 'monthly',
  W: 'weekly',
  D: 'daily',
}

/**
 * Finds series that are called alike. It keeps 53 bits of each title, not the title: of a million others
 * two seem alike in one file of twenty thousand, and are then called more exactly than they need be.
 */
export class SameTitles {
  #hashes = new Float64Array(64)
  #count = 0

  /** The title of the next series. */
  add(title: string): void {
    this.#hashes = withPlace(this.#hashes, this.#count)
    this.#hashes[this.#count++] = hashOf(title)
  }

  /** The words that tell series of one title apart, by what tells their keys apart. */
  *apart(keyOf: (series: number) => string): Generator<{ number: number; words: string }> {
    for (const same of this.#alike()) {
      const keys = same.map((series) => keyOf(series).split('.'))
      const longest = keys.reduce((most, { length }) => Math.max(most, length), 0)
      const differs = Array.from({ length: longest }, (_, at) =>
        keys.some((key) => key[at] !== keys[0]![at]),
      )
      for (const [i, number] of same.entries()) {
        const own = keys[i]!.filter((_, at) => differs[at])
        const words = own.map((part) => FREQUENCIES[part] ?? part.replaceAll('_', ' '))
        if (words.length > 0) yield { number, words: words.join(', ') }
      }
    }
  }

  #alike(): Iterable<number[]> {
    const sorted = this.#hashes.slice(0, this.#count).sort()
    const alike = new Map<number, number[]>()
    for (let i = 1; i < sorted.length; i++)
      if (sorted[i] === sorted[i - 1]) alike.set(sorted[i]!, [])
    if (alike.size > 0)
      for (let series = 0; series < this.#count; series++)
        alike.get(this.#hashes[series]!)?.push(series)
    return alike.values()
  }
}

function hashOf(text: string): number {
  let [a, b] = [0x811c9dc5, 0x9e3779b9]
  for (let i = 0; i < text.length; i++) {
    const letter = text.charCodeAt(i)
    a = Math.imul(a ^ letter, 0x01000193)
    b = Math.imul(b ^ letter, 0x85ebca6b)
    b ^= b >>> 13
  }
  return (a >>> 0) * 2 ** 21 + (b >>> 11)
}
