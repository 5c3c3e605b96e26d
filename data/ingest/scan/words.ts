import type { Cells } from './cut.ts'

/** Bytes and words that are remembered before all are forgotten. */
const MOST_BYTES = 1 << 24
const MOST_WORDS = 1 << 18

/** Columns that stand side by side, from `first` to before `end`. */
export interface Run {
  first: number
  end: number
}

/**
 * Numbers for what some columns of a record say, by their bytes: 0, 1, 2 in the order in which they were
 * first seen. Nothing is made into a text to be looked up.
 */
export class ScanWords {
  readonly #cells: Cells
  readonly #runs: readonly Run[]
  #bytes = new Uint8Array(1 << 12)
  /** Run r of word n begins at `#starts[n * runs + r]`, and ends where the next begins. */
  #starts: Int32Array
  #hashes = new Int32Array(1 << 8)
  /** Word numbers + 1 by hash; 0 where there is none. */
  #slots = new Int32Array(1 << 9)
  /** Which word came after word n when it was seen last. */
  #next = new Int32Array(1 << 8)
  #last = 0
  #count = 0
  #end = 0

  constructor(cells: Cells, runs: readonly Run[]) {
    this.#cells = cells
    this.#runs = runs
    this.#starts = new Int32Array((1 << 8) * runs.length + 1)
  }

  get isFull(): boolean {
    return this.#count >= MOST_WORDS || this.#end >= MOST_BYTES
  }

  /**
   * The word that is to be expected: files repeat their order, so most often one follows that followed
   * the last time, too. -1 where there is none.
   */
  get expected(): number {
    return this.#count === 0 ? -1 : this.#next[this.#last]!
  }

  /** The bytes of run r of a word with the byte after it, where they stand at a place; else 0. */
  lengthAt(word: number, r: number, bytes: Uint8Array, at: number): number {
    const known = this.#bytes
    const run = word * this.#runs.length + r
    const start = this.#starts[run]!
    const end = this.#starts[run + 1]!
    for (let i = start, place = at; i < end; i++, place++) {
      if (known[i] !== bytes[place]) return 0
    }
    return end - start
  }

  /** Says that this word was seen: it is the last one now. */
  saw(word: number): void {
    this.#next[this.#last] = word
    this.#last = word
  }

  /** The number of what the record that was cut last says; -1 where it was not seen before. */
  find(bytes: Uint8Array): number {
    const mask = this.#slots.length - 1
    const hash = this.#hash(bytes)
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const word = this.#slots[slot]! - 1
      if (word < 0 || (this.#hashes[word] === hash && this.#is(word, bytes))) return word
    }
  }

  /** A number for what the record that was cut last says, which was not found. */
  add(bytes: Uint8Array): number {
    const word = this.#count
    if (word + 1 === this.#hashes.length) this.#grow()
    this.#runs.forEach(({ first, end }, r) => {
      const [from, to] = [this.#cells.begin[first]!, this.#cells.begin[end]!]
      const at = this.#end
      this.#makeRoom(at + to - from)
      this.#bytes.set(bytes.subarray(from, to), at)
      this.#starts[word * this.#runs.length + r + 1] = at + to - from
      this.#end = at + to - from
    })
    this.#count++
    this.#hashes[word] = this.#hash(bytes)
    this.#place(word)
    return word
  }

  clear(): void {
    this.#count = 0
    this.#end = 0
    this.#last = 0
    this.#next.fill(0)
    this.#slots.fill(0)
  }

  #is(word: number, bytes: Uint8Array): boolean {
    const { begin } = this.#cells
    for (let r = 0; r < this.#runs.length; r++) {
      const { first, end } = this.#runs[r]!
      const length = this.lengthAt(word, r, bytes, begin[first]!)
      if (length !== begin[end]! - begin[first]!) return false
    }
    return true
  }

  /** FNV-1a (Fowler, Noll, Vo), its high bits folded into the low ones, which choose the slot. */
  #hash(bytes: Uint8Array): number {
    const { begin } = this.#cells
    let hash = 0x811c9dc5
    for (const { first, end } of this.#runs) {
      const to = begin[end]!
      for (let at = begin[first]!; at < to; at++) {
        hash = Math.imul(hash ^ bytes[at]!, 0x01000193)
      }
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
    const larger = (from: Int32Array, room: number): Int32Array<ArrayBuffer> => {
      const to = new Int32Array(room)
      to.set(from)
      return to
    }
    const room = 2 * this.#hashes.length
    this.#starts = larger(this.#starts, room * this.#runs.length + 1)
    this.#hashes = larger(this.#hashes, room)
    this.#next = larger(this.#next, room)
    this.#slots = new Int32Array(2 * room)
    for (let word = 0; word < this.#count; word++) this.#place(word)
  }

  #makeRoom(size: number): void {
    if (size <= this.#bytes.length) return
    const larger = new Uint8Array(Math.max(size, 2 * this.#bytes.length))
    larger.set(this.#bytes)
    this.#bytes = larger
  }
}
