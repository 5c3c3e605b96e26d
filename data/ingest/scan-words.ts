import type { Cells } from './scan-cut.ts'

const LF = 10

/** Bytes and words that are remembered before all are forgotten. */
const MOST_BYTES = 1 << 24
const MOST_WORDS = 1 << 18

/**
 * Numbers for what some columns of a record say, by their bytes: 0, 1, 2 in the order in which they were
 * first seen. Nothing is made into a text to be looked up.
 */
export class ScanWords {
  readonly #cells: Cells
  readonly #columns: Int32Array
  #bytes = new Uint8Array(1 << 12)
  /** Word n begins at `#starts[n]` and ends where the next begins. */
  #starts = new Int32Array(1 << 8)
  #hashes = new Int32Array(1 << 8)
  /** Word numbers + 1 by hash; 0 where there is none. */
  #slots = new Int32Array(1 << 9)
  /** Which word came after word n when it was seen last. */
  #next = new Int32Array(1 << 8)
  #last = 0
  #count = 0

  constructor(cells: Cells, columns: readonly number[]) {
    this.#cells = cells
    this.#columns = Int32Array.from(columns)
  }

  get isFull(): boolean {
    return this.#count >= MOST_WORDS || this.#starts[this.#count]! >= MOST_BYTES
  }

  /** The number of what the record that was cut last says; -1 where it was not seen before. */
  find(bytes: Uint8Array): number {
    if (this.#count === 0) return -1
    // Files repeat their order: most often a word follows that followed the last time, too.
    const guess = this.#next[this.#last]!
    if (this.#is(guess, bytes)) {
      this.#last = guess
      return guess
    }
    const mask = this.#slots.length - 1
    const hash = this.#hash(bytes)
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const word = this.#slots[slot]! - 1
      if (word < 0) return -1
      if (this.#hashes[word] !== hash || !this.#is(word, bytes)) continue
      this.#next[this.#last] = word
      this.#last = word
      return word
    }
  }

  /** A number for what the record that was cut last says, which was not found. */
  add(bytes: Uint8Array): number {
    const word = this.#count
    if (word + 1 === this.#starts.length) this.#grow()
    let end = this.#starts[word]!
    for (const column of this.#columns) {
      const from = this.#cells.from[column]!
      const to = this.#cells.to[column]!
      this.#makeRoom(end + to - from + 1)
      this.#bytes.set(bytes.subarray(from, to), end)
      end += to - from
      // In no cell that was cut: it tells `a`, `bc` from `ab`, `c`.
      this.#bytes[end++] = LF
    }
    this.#count++
    this.#starts[word + 1] = end
    this.#hashes[word] = this.#hash(bytes)
    this.#place(word)
    this.#next[this.#last] = word
    this.#next[word] = word
    this.#last = word
    return word
  }

  clear(): void {
    this.#count = 0
    this.#last = 0
    this.#slots.fill(0)
  }

  #is(word: number, bytes: Uint8Array): boolean {
    const known = this.#bytes
    const { from, to } = this.#cells
    let at = this.#starts[word]!
    for (let i = 0; i < this.#columns.length; i++) {
      const column = this.#columns[i]!
      const end = to[column]!
      for (let place = from[column]!; place < end; place++, at++) {
        if (known[at] !== bytes[place]) return false
      }
      if (known[at++] !== LF) return false
    }
    return true
  }

  /** FNV-1a (Fowler, Noll, Vo), its high bits folded into the low ones, which choose the slot. */
  #hash(bytes: Uint8Array): number {
    const { from, to } = this.#cells
    let hash = 0x811c9dc5
    for (let i = 0; i < this.#columns.length; i++) {
      const column = this.#columns[i]!
      const end = to[column]!
      for (let place = from[column]!; place < end; place++) {
        hash = Math.imul(hash ^ bytes[place]!, 0x01000193)
      }
      hash = Math.imul(hash ^ LF, 0x01000193)
    }
    return hash ^ (hash >>> 15)
  }

  #place(word: number): void {
    const mask = this.#slots.length - 1
    let slot = this.#hashes[word]! & mask
    while (this.#slots[slot] !== 0) slot = (slot + 1) & mask
    this.#slots[slot] = word + 1
  }

  #grow(): void {
    const larger = (from: Int32Array): Int32Array<ArrayBuffer> => {
      const to = new Int32Array(2 * from.length)
      to.set(from)
      return to
    }
    this.#starts = larger(this.#starts)
    this.#hashes = larger(this.#hashes)
    this.#next = larger(this.#next)
    this.#slots = new Int32Array(2 * this.#slots.length)
    for (let word = 0; word < this.#count; word++) this.#place(word)
  }

  #makeRoom(size: number): void {
    if (size <= this.#bytes.length) return
    const larger = new Uint8Array(Math.max(size, 2 * this.#bytes.length))
    larger.set(this.#bytes)
    this.#bytes = larger
  }
}
