import { closeSync, mkdirSync, openSync, readSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { placesOf } from '../../model/piece.ts'

const SPILL = 1 << 20
const AHEAD = 1 << 16
const NEAR = 512
const REMEMBERED = 50_000
/** Characters of all that is remembered. */
const LENGTH = 4_000_000

/**
 * Texts by number, in a file once they are many. The number is the place in the file, so nothing is
 * kept in memory for a text but a bounded memory of those seen lately.
 */
export class Texts {
  readonly #path: string
  #file: number | undefined
  /** Bytes in the file; `#tail` begins there. */
  #filed = 0
  #tail = Buffer.alloc(4096)
  #used = 0
  #known = new Map<number, string>()
  #knownLength = 0
  #window = Buffer.alloc(0)
  #windowAt = 0
  #seen = 0

  constructor(path: string, bytes = 0) {
    this.#path = path
    this.#filed = bytes
    if (bytes > 0) this.#file = openSync(path, 'r+')
  }

  get bytes(): number {
    return this.#filed + this.#used
  }

  /** Keeps a text under the next number, as `placesOf` counts them. */
  add(text: string): number {
    const room = 4 * placesOf(text)
    if (this.#used + room > SPILL) this.spill()
    if (this.#used + room > this.#tail.length) {
      const larger = Buffer.alloc(Math.max(2 * this.#tail.length, this.#used + room))
      this.#tail.copy(larger, 0, 0, this.#used)
      this.#tail = larger
    }
    const number = this.bytes / 4
    const length = this.#tail.write(text, this.#used + 4)
    this.#tail.writeUInt32LE(length, this.#used)
    this.#used += room
    return number
  }

  /** The text of a number; null of -1. */
  get(number: number): string | null {
    if (number < 0) return null
    const known = this.#known.get(number)
    if (known !== undefined) return known
    const at = number * 4
    const length = this.#read(at, 4).readUInt32LE(0)
    const text = this.#read(at + 4, length).toString()
    if (this.#known.size >= REMEMBERED || this.#knownLength > LENGTH) {
      this.#known.clear()
      this.#knownLength = 0
    }
    this.#known.set(number, text)
    this.#knownLength += text.length
    return text
  }

  /** Writes what is in memory to the file. */
  spill(): void {
    if (this.#used === 0) return
    if (this.#file === undefined) mkdirSync(dirname(this.#path), { recursive: true })
    this.#file ??= openSync(this.#path, 'w+')
    writeSync(this.#file, this.#tail, 0, this.#used, this.#filed)
    this.#filed += this.#used
    this.#used = 0
  }

  close(): void {
    if (this.#file !== undefined) closeSync(this.#file)
    this.#file = undefined
  }

  #read(at: number, length: number): Buffer {
    if (at >= this.#filed) return this.#tail.subarray(at - this.#filed, at - this.#filed + length)
    const end = this.#windowAt + this.#seen
    if (at < this.#windowAt || at + length > end) {
      // Read ahead only where texts are asked for in the order in which they came.
      const ahead = at >= this.#windowAt && at <= end + AHEAD ? AHEAD : NEAR
      const wanted = Math.min(Math.max(ahead, length), this.#filed - at)
      if (wanted > this.#window.length) this.#window = Buffer.alloc(Math.max(AHEAD, wanted))
      this.#seen = readSync(this.#file!, this.#window, 0, wanted, at)
      this.#windowAt = at
    }
    return this.#window.subarray(at - this.#windowAt, at - this.#windowAt + length)
  }
}
