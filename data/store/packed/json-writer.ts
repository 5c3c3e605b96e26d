const COMMA = 44
const MINUS = 45
const POINT = 46
const ZERO = 48
/** Ten to the power of the index, as far as a fraction fits into 32 bits and is not written `1e-7`. */
const SCALE = [1, 10, 100, 1000, 10_000, 100_000, 1_000_000]
/** Below this every whole number of units is told apart by its digits: 15 of them name one double. */
const EXACT = 1e15
const LONGEST_NUMBER = 25
/** Bytes to begin with, and those from which on they are let go of when they were taken. */
const ROOM = 1 << 16
const LARGE = 1 << 20

/** Writes JSON as bytes, numbers digit by digit: three times as fast as through text. */
export class JsonWriter {
  #bytes = Buffer.allocUnsafeSlow(ROOM)
  #length = 0

  /** Bytes that are written. */
  get length(): number {
    return this.#length
  }

  /** Forgets what was written. */
  clear(): void {
    this.#length = 0
  }

  /** A copy of what was written; the writer begins anew. */
  take(): Buffer<ArrayBuffer> {
    const taken = Buffer.allocUnsafeSlow(this.#length)
    this.#bytes.copy(taken, 0, 0, this.#length)
    this.#length = 0
    if (this.#bytes.length > LARGE) this.#bytes = Buffer.allocUnsafeSlow(ROOM)
    return taken
  }

  /** Text as it stands. */
  raw(text: string): this {
    this.#room(3 * text.length)
    this.#length += this.#bytes.write(text, this.#length)
    return this
  }

  bytes(bytes: Uint8Array): this {
    this.#room(bytes.length)
    this.#bytes.set(bytes, this.#length)
    this.#length += bytes.length
    return this
  }

  /** A list of the same item: `item` with its comma, but for the last one. */
  repeat(item: string, count: number): this {
    if (count <= 0) return this
    this.#room(item.length * count)
    const end = this.#length + item.length * count
    this.#bytes.fill(item, this.#length, end, 'latin1')
    this.#length = end - 1
    return this
  }

  /**
   * Numbers with commas between them, as `JSON.stringify` writes them; NaN is null. `decimals` are those
   * that each is told with: a number that has no more is written from its digits.
   */
  numbers(values: Float64Array, decimals: Uint8Array): this {
    this.#room(values.length * (LONGEST_NUMBER + 1))
    for (let i = 0; i < values.length; i++) {
      if (i > 0) this.#bytes[this.#length++] = COMMA
      this.#number(values[i]!, decimals[i]!)
    }
    return this
  }

  /** Whole numbers from 0 to 2 147 483 647, likewise. */
  integers(values: ArrayLike<number>): this {
    this.#room(values.length * 11)
    for (let i = 0; i < values.length; i++) {
      if (i > 0) this.#bytes[this.#length++] = COMMA
      this.#integer(values[i]!)
    }
    return this
  }

  #number(value: number, decimals: number): void {
    const size = Math.abs(value)
    const whole = Math.trunc(size)
    const scale = SCALE[decimals]
    if (scale !== undefined && whole <= 0x7fffffff) {
      const units = Math.round(size * scale)
      if (units < EXACT && units / scale === size) {
        if (value < 0) this.#bytes[this.#length++] = MINUS
        this.#integer(whole)
        this.#fraction(units - whole * scale, decimals)
        return
      }
    }
    const text = Number.isFinite(value) ? String(value) : 'null'
    this.#length += this.#bytes.write(text, this.#length, 'latin1')
  }

  #integer(value: number): void {
    let digits = 1
    for (let limit = 10; value >= limit && digits < 10; limit *= 10) digits++
    this.#digits(value, digits)
  }

  /** The point and what follows it, without zeros at its end; nothing where all are. */
  #fraction(value: number, decimals: number): void {
    if (value === 0) return
    let digits = decimals
    let rest = value | 0
    for (; rest % 10 === 0; digits--) rest = (rest / 10) | 0
    this.#bytes[this.#length++] = POINT
    this.#digits(rest, digits)
  }

  #digits(value: number, digits: number): void {
    let rest = value | 0
    for (let at = this.#length + digits - 1; at >= this.#length; at--) {
      const tenth = (rest / 10) | 0
      this.#bytes[at] = ZERO + rest - tenth * 10
      rest = tenth
    }
    this.#length += digits
  }

  #room(more: number): void {
    if (this.#length + more <= this.#bytes.length) return
    const larger = Buffer.allocUnsafeSlow(2 * Math.max(this.#bytes.length, this.#length + more))
    this.#bytes.copy(larger, 0, 0, this.#length)
    this.#bytes = larger
  }
}
