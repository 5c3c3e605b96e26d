import type { Line } from './line.ts'

const PIECE = 1 << 16

const CELLS = ['value', 'decimals', 'estimated', 'told'] as const
/** `before` is made when something is first revised: most files only add. */
type Cells = Pick<Line, (typeof CELLS)[number] | 'before'>
type Columns = Omit<Line, 'draft' | 'cumulative'>

/** Periods of one series as a file tells them. */
export interface Rows extends Pick<Line, 'first' | 'last' | 'value' | 'decimals' | 'length'> {
  line: Uint32Array
}

const makeCells = (room: number): Cells => ({
  value: new Float64Array(room),
  decimals: new Uint8Array(room),
  estimated: new Uint8Array(room),
  told: new Uint32Array(room),
  before: null,
})

const nothing = (room: number): Float64Array => new Float64Array(room).fill(Number.NaN)

/**
 * Gathers the columns of series after series in few large pieces. Series of one file mostly have the
 * same days, which are then kept once.
 */
export class Periods {
  #cells = makeCells(PIECE)
  /** Where the series begins that is coming in, and where its next period goes. */
  #from = 0
  #to = 0
  /** Its days, and those of the series kept last. */
  #first = new Int32Array(1024)
  #last = new Int32Array(1024)
  #kept = { first: new Int32Array(0), last: new Int32Array(0) }

  add(
    first: number,
    last: number,
    value: number,
    decimals: number,
    estimated: boolean,
    told: number,
    before: number,
  ): void {
    this.#reserve(1)
    const { value: values, decimals: digits, estimated: estimates, told: lines } = this.#cells
    if (!Number.isNaN(before)) this.#cells.before ??= nothing(lines.length)
    const i = this.#to++
    this.#first[i - this.#from] = first
    this.#last[i - this.#from] = last
    values[i] = value
    digits[i] = decimals
    estimates[i] = estimated ? 1 : 0
    lines[i] = told
    if (this.#cells.before) this.#cells.before[i] = before
  }

  /** Gives where they lie; whether they are estimated is left to be filled in. */
  addAll({ length, first, last, value, decimals, line }: Rows): Pick<Line, 'value' | 'estimated'> {
    this.#reserve(length)
    const [from, to] = [this.#to, this.#to + length]
    this.#first.set(first.subarray(0, length), from - this.#from)
    this.#last.set(last.subarray(0, length), from - this.#from)
    this.#cells.value.set(value.subarray(0, length), from)
    this.#cells.decimals.set(decimals.subarray(0, length), from)
    this.#cells.told.set(line.subarray(0, length), from)
    this.#cells.before?.fill(Number.NaN, from, to)
    this.#to = to
    return {
      value: this.#cells.value.subarray(from, to),
      estimated: this.#cells.estimated.subarray(from, to),
    }
  }

  /** The columns of the series that came in; good until the next one unless they are kept. */
  columns(): Columns {
    const [from, to] = [this.#from, this.#to]
    const length = to - from
    if (!this.#isAsKept(length)) {
      const [first, last] = [this.#first.slice(0, length), this.#last.slice(0, length)]
      this.#kept = { first, last }
    }
    const { value, decimals, estimated, told, before } = this.#cells
    return {
      length,
      ...this.#kept,
      value: value.subarray(from, to),
      decimals: decimals.subarray(from, to),
      estimated: estimated.subarray(from, to),
      told: told.subarray(from, to),
      before: before?.subarray(from, to) ?? null,
    }
  }

  /** Begins the next series behind this one. */
  keep(): void {
    this.#from = this.#to
  }

  /** Begins the next series in the place of this one. */
  drop(): void {
    this.#to = this.#from
  }

  /** Forgets all that was kept. */
  clear(): void {
    this.#from = 0
    this.#to = 0
  }

  #isAsKept(length: number): boolean {
    const { first, last } = this.#kept
    if (first.length !== length) return false
    for (let i = 0; i < length; i++) {
      if (first[i] !== this.#first[i] || last[i] !== this.#last[i]) return false
    }
    return true
  }

  /** Goes on in new columns where there is no room, with what has come of the series. */
  #reserve(more: number): void {
    const length = this.#to - this.#from
    if (length + more > this.#first.length) {
      this.#first = grown(this.#first, length + more)
      this.#last = grown(this.#last, length + more)
    }
    if (this.#to + more <= this.#cells.told.length) return
    const cells = makeCells(Math.max(PIECE, 2 * (length + more)))
    for (const name of CELLS) cells[name].set(this.#cells[name].subarray(this.#from, this.#to))
    if (this.#cells.before) {
      cells.before = nothing(cells.told.length)
      cells.before.set(this.#cells.before.subarray(this.#from, this.#to))
    }
    this.#cells = cells
    this.#from = 0
    this.#to = length
  }
}

function grown(days: Int32Array<ArrayBuffer>, length: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(2 * length)
  larger.set(days)
  return larger
}
