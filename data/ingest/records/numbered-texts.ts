import { withPlace } from '../../model/with-place.ts'

/** Bytes that are asked for at once; a longer text has as many as it needs. */
const PAGE = 1 << 20

/**
 * Texts by numbers 0, 1, 2 in the order in which they came, found by what they are. They lie outside of
 * the heap, in UTF-8: a million of thirty letters take 50 MB, a third of what a Map takes.
 */
export class NumberedTexts {
  readonly #pages: Buffer[] = []
  /** Of the last page. */
  #used = PAGE
  /** Page and place in it of the text of a number. */
  #starts = new Uint32Array(64)
  /** Numbers + 1 by hash; 0 where there is none. */
  #slots = new Int32Array(128)
  #count = 0
  /** The text that is looked for, its bytes and its hash: most are added when they were not found. */
  #text = ''
  #bytes = Buffer.alloc(256)
  #length = 0
  #hash = hashOf(this.#bytes, 0, 0)

  get count(): number {
    return this.#count
  }

  /** The number of a text; -1 where it is not there. */
  find(text: string): number {
    this.#encode(text)
    return this.#slots[this.#slotOf()]! - 1
  }

  /** The number of a text, which is the next one where it was not there. */
  add(text: string): number {
    this.#encode(text)
    const slot = this.#slotOf()
    const found = this.#slots[slot]! - 1
    if (found >= 0) return found
    const number = this.#count++
    this.#starts = withPlace(this.#starts, number)
    this.#starts[number] = this.#keep()
    this.#slots[slot] = this.#count
    if (4 * this.#count > 3 * this.#slots.length) this.#spread()
    return number
  }

  text(number: number): string {
    const start = this.#starts[number]!
    const page = this.#pages[start >>> 20]!
    const from = (start & (PAGE - 1)) + 4
    return page.toString('utf8', from, from + page.readUInt32LE(from - 4))
  }

  #encode(text: string): void {
    if (text === this.#text) return
    this.#text = text
    const { length } = text
    if (3 * length > this.#bytes.length) this.#bytes = Buffer.alloc(6 * length)
    let at = 0
    for (let letter = 0; at < length; at++) {
      letter = text.charCodeAt(at)
      if (letter > 127) break
      this.#bytes[at] = letter
    }
    this.#length = at === length ? length : this.#bytes.write(text)
    this.#hash = hashOf(this.#bytes, 0, this.#length)
  }

  /** Where the number of the text is, or is to be put. */
  #slotOf(): number {
    const mask = this.#slots.length - 1
    let slot = this.#hash & mask
    while (this.#slots[slot] !== 0 && !this.#is(this.#slots[slot]! - 1)) slot = (slot + 1) & mask
    return slot
  }

  #is(number: number): boolean {
    const start = this.#starts[number]!
    const page = this.#pages[start >>> 20]!
    const from = (start & (PAGE - 1)) + 4
    if (page.readUInt32LE(from - 4) !== this.#length) return false
    for (let i = 0; i < this.#length; i++) if (page[from + i] !== this.#bytes[i]) return false
    return true
  }

  #keep(): number {
    const room = this.#length + 4
    if (this.#used + room > PAGE) {
      this.#pages.push(Buffer.alloc(Math.max(PAGE, room)))
      this.#used = 0
    }
    const page = this.#pages.at(-1)!
    const at = this.#used
    page.writeUInt32LE(this.#length, at)
    // One by one: most are shorter than a call that copies them is worth.
    for (let i = 0; i < this.#length; i++) page[at + 4 + i] = this.#bytes[i]!
    this.#used += room
    return (this.#pages.length - 1) * PAGE + at
  }

  #spread(): void {
    this.#slots = new Int32Array(2 * this.#slots.length)
    const mask = this.#slots.length - 1
    for (let number = 0; number < this.#count; number++) {
      const start = this.#starts[number]!
      const page = this.#pages[start >>> 20]!
      const from = (start & (PAGE - 1)) + 4
      let slot = hashOf(page, from, from + page.readUInt32LE(from - 4)) & mask
      while (this.#slots[slot] !== 0) slot = (slot + 1) & mask
      this.#slots[slot] = number + 1
    }
  }
}

/** FNV-1a (Fowler, Noll, Vo), its high bits folded into the low ones, which choose the slot. */
function hashOf(bytes: Uint8Array, from: number, to: number): number {
  let hash = 0x811c9dc5
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ bytes[at]!, 0x01000193)
  return hash ^ (hash >>> 15)
}
