import { isAscii, isUtf8 } from 'node:buffer'
import { isUtf8Name, partDecoder } from '../reader/encoding.ts'
import type { Filling } from '../records/filling.ts'
import { type Cells, createCells } from './cut.ts'
import { createPlainNumber, type PlainNumber } from './number.ts'
import { type Kind, type Plain, runsOf } from './plain.ts'
import { Sayings } from './sayings.ts'
import { ScanWords } from './words.ts'

const LF = 10
const CR = 13

/** The usual way of reading, to which all goes that was not seen before. */
export interface Usual {
  /** Where both put observations, in the order of the file. */
  out: Filling
  /**
   * Reads one record. Gives a number for what it says beside period and values, under which
   * `counted` is told of more records that say the same; -1 where it must be read again each time.
   */
  record(cells: string[], line: number): number
  /** Reads whole lines as text, from `line` on; -1 to be given more lines, where there are `more`. */
  text(lines: Uint8Array, line: number, more: boolean): number
  /** So many more records were put straight into `out`. */
  counted(saying: number, records: number): void
}

/** Columns side by side: one value, the period or a part of it, something else that is said, or nothing. */
type Part = { value: PlainNumber } | { words: ScanWords; run: number } | { ignored: number }

/** Reads whole lines of a plain table: what was seen before by its bytes, all else the usual way. */
export class LineScanner {
  readonly #usual: Usual
  readonly #piece: number
  readonly #delimiter: number
  readonly #isUtf8: boolean
  readonly #decode: (cell: Uint8Array) => string
  readonly #values: { index: number; number: PlainNumber }[]
  readonly #cells: Cells
  readonly #ignored: readonly number[]
  readonly #sayingWords: ScanWords
  readonly #periodWords: ScanWords
  /** All columns in order; none where an unquoted value could not be told from what follows it. */
  readonly #parts: Part[]
  readonly #sayings: Sayings
  #periods: { first: number; last: number }[] = []
  #line: number
  /** Records that were put straight into the batch, or read one by one. */
  records = 0

  constructor(plain: Plain, usual: Usual, piece: number) {
    const { delimiter, encoding, quote, width, values, ignored, start } = plain
    this.#ignored = ignored
    this.#usual = usual
    this.#piece = piece
    this.#delimiter = delimiter.charCodeAt(0)
    this.#isUtf8 = isUtf8Name(encoding)
    this.#decode = partDecoder(encoding)
    this.#line = start.line
    this.#values = values.map(({ index, mark }) => ({
      index,
      number: createPlainNumber(mark, encoding),
    }))
    this.#sayings = new Sayings(values.length)
    const signs = { delimiter: this.#delimiter, quote: quote ? quote.charCodeAt(0) : -1 }
    this.#cells = createCells(signs, width, this.#isUtf8)
    const runs = runsOf(plain)
    const wordsOf = (kind: Kind) =>
      new ScanWords(
        this.#cells,
        runs.filter((run) => run.kind === kind),
      )
    this.#sayingWords = wordsOf('saying')
    this.#periodWords = wordsOf('period')
    const counts = { value: 0, period: 0, saying: 0, ignored: 0 }
    const parts = runs.map(({ kind, first, end }): Part => {
      const run = counts[kind]++
      if (kind === 'ignored') return { ignored: end - first }
      if (kind !== 'value')
        return { words: kind === 'period' ? this.#periodWords : this.#sayingWords, run }
      return { value: this.#values.find(({ index }) => index === first)!.number }
    })
    this.#parts = values.some(({ mark }) => mark === delimiter) ? [] : parts
  }

  /** Where it is in the file. */
  get line(): number {
    return this.#line
  }

  /** Reads whole lines, all where they are the last ones; gives how many bytes are done. */
  take(lines: Uint8Array, isLast: boolean): number {
    // A wrong byte of another encoding is seen when its cell is decoded.
    const isText = !this.#isUtf8 || isAscii(lines) || isUtf8(lines)
    for (let at = 0; at < lines.length; ) {
      const again = isText ? this.#again(lines, at) : -1
      if (again >= 0) {
        this.#put(this.#sayingWords.expected, this.#periodWords.expected)
        this.#line++
        at = again
        continue
      }
      const next = isText ? this.#cells.cut(lines, at) : -1
      if (next < 0) {
        const after = this.#asText(lines, at, isLast)
        if (after < 0) return at
        at = after
        continue
      }
      this.#record(lines)
      this.#line++
      at = next
    }
    return lines.length
  }

  finish(): void {
    this.#sayings.clear(this.#usual.counted)
    this.#periods = []
    this.#sayingWords.clear()
    this.#periodWords.clear()
  }

  /**
   * Reads the record at a place where it says what is to be expected, without cutting it. Gives the place
   * after it, or -1.
   */
  #again(lines: Uint8Array, start: number): number {
    if (this.#sayings.count === 0 || this.#periods.length === 0 || this.#parts.length === 0)
      return -1
    let at = start
    for (let i = 0; i < this.#parts.length; i++) {
      const part = this.#parts[i]!
      if ('words' in part) {
        const length = part.words.lengthAt(part.words.expected, part.run, lines, at)
        if (length === 0) return -1
        at += length
        continue
      }
      const isLast = i === this.#parts.length - 1
      const end =
        'ignored' in part
          ? this.#cells.pass(lines, at, part.ignored)
          : part.value.read(lines, at, lines.length, this.#delimiter)
      if (
        end < 0 ||
        (isLast ? lines[end] !== LF && lines[end] !== CR : lines[end] !== this.#delimiter)
      )
        return -1
      at = end + 1
    }
    if (lines[at - 1] === LF) return at
    return lines[at - 1] === CR && lines[at] === LF ? at + 1 : -1
  }

  /** Reads the record that was cut last. */
  #record(lines: Uint8Array): void {
    const saying = this.#sayingWords.find(lines)
    const period = this.#periodWords.find(lines)
    const arePlain =
      this.#readNumbers(lines) && !this.#ignored.some((i) => this.#cells.isOdd(lines, i))
    if (saying >= 0 && period >= 0 && arePlain) this.#put(saying, period)
    else {
      this.records++
      this.#asCells(lines, saying, period, arePlain)
    }
  }

  /** Puts the values read last into the batch. */
  #put(saying: number, period: number): void {
    this.#sayingWords.saw(saying)
    this.#periodWords.saw(period)
    const { first, last } = this.#periods[period]!
    this.records++
    const { out } = this.#usual
    out.makeRoom(this.#values.length)
    const { batch } = out
    const from = batch.length
    this.#sayings.put(saying, batch, from)
    for (let i = 0; i < this.#values.length; i++) {
      const { number } = this.#values[i]!
      const at = from + i
      batch.first[at] = first
      batch.last[at] = last
      batch.value[at] = number.value
      batch.decimals[at] = number.decimals
      batch.line[at] = this.#line
    }
    batch.length += this.#values.length
  }

  #readNumbers(lines: Uint8Array): boolean {
    const { from, to } = this.#cells
    for (let i = 0; i < this.#values.length; i++) {
      const { index, number } = this.#values[i]!
      if (number.read(lines, from[index]!, to[index]!) !== to[index]) return false
    }
    return true
  }

  /** Reads a record the usual way, and remembers what its words came to. */
  #asCells(lines: Uint8Array, saying: number, period: number, arePlain: boolean): void {
    const { out } = this.#usual
    const cells = this.#texts(lines)
    out.makeRoom(this.#values.length)
    const at = out.batch.length
    const number = this.#usual.record(cells, this.#line)
    if (number < 0 || !arePlain || !this.#isAsRead(at)) return
    if (this.#sayingWords.isFull || this.#periodWords.isFull) this.finish()
    else {
      this.#sayingWords.saw(saying < 0 ? this.#remember(lines, number, at) : saying)
      this.#periodWords.saw(period < 0 ? this.#rememberPeriod(lines, at) : period)
    }
  }

  /** The cells of the record that was cut last: of plain ASCII all at once. */
  #texts(lines: Uint8Array): string[] {
    const { from, to, begin } = this.#cells
    const start = begin[0]!
    const line = lines.subarray(start, begin[from.length])
    if (!isAscii(line))
      return Array.from(from, (first, i) => this.#decode(lines.subarray(first, to[i])))
    const text = this.#decode(line)
    return Array.from(from, (first, i) => text.slice(first - start, to[i]! - start))
  }

  #remember(lines: Uint8Array, number: number, at: number): number {
    this.#sayings.add(number, this.#usual.out.batch, at)
    return this.#sayingWords.add(lines)
  }

  #rememberPeriod(lines: Uint8Array, at: number): number {
    const { first, last } = this.#usual.out.batch
    this.#periods.push({ first: first[at]!, last: last[at]! })
    return this.#periodWords.add(lines)
  }

  /** Whether the usual way made of the record what could have been put straight into the batch. */
  #isAsRead(at: number): boolean {
    const { batch } = this.#usual.out
    const { origin, note, status, bound, first, last, value, decimals } = batch
    const alike = [origin, note, status, bound, first, last]
    return (
      batch.length === at + this.#values.length &&
      this.#values.every(
        ({ number }, i) =>
          value[at + i] === number.value &&
          decimals[at + i] === number.decimals &&
          alike.every((column) => column[at + i] === column[at]),
      )
    )
  }

  /** Reads lines the usual way, as many as it needs; gives the place after them, -1 where there are too few. */
  #asText(lines: Uint8Array, at: number, isLast: boolean): number {
    for (let size = this.#piece; ; size *= 2) {
      const end = lines.indexOf(LF, at + size) + 1 || lines.length
      const isEnd = end === lines.length
      const next = this.#usual.text(lines.subarray(at, end), this.#line, !(isEnd && isLast))
      if (next < 0 && !isEnd) continue
      if (next < 0) return -1
      this.#line = next
      return end
    }
  }
}
