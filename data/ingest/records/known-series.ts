import type { SeriesDraft } from '../../model/batch.ts'
import { lookUp } from '../../model/look-up.ts'
import type { Additive } from '../../model/observation.ts'
import type { Learnt } from '../../model/piece.ts'
import { withPlace } from '../../model/with-place.ts'
import { copyOf } from '../copy.ts'
import type { Mapping } from '../mapping.ts'
import { NumberedTexts } from './numbered-texts.ts'

const ADDITIVE: readonly Additive[] = ['none', 'sum', 'last']
/** Entries of which the title is kept. */
const TITLED = 10_000

/** The code of the world: a partner that is all of them. */
const WORLD = 'W00'

/**
 * What is known of the series of a file, by entry: the series of one record, one for each value column.
 * In columns, since there may be a million: objects of them took a kilobyte each.
 */
export class KnownSeries {
  readonly #ids: readonly string[]
  readonly #values: number
  readonly #told: readonly (readonly string[])[]
  /** Codes that no column says, the same in all records, by value column. */
  readonly #others: Record<string, string>[] = []
  /** Units and codes. */
  readonly words = new NumberedTexts()
  #count = 0
  /** Number of a series by entry, then value column; and the place in it by the number of a series, from 1. */
  #series = new Int32Array(64)
  #places = new Int32Array(64)
  /** Words + 1; 0 where nothing was said. */
  #codes = new Int32Array(64)
  #units = new Int32Array(64)
  #additive = new Uint8Array(64)
  #flags = new Uint8Array(64)
  #rows = new Int32Array(64)
  /** Of the first entries. */
  readonly #titles: string[] = []
  #lines = new Uint32Array(64)

  constructor({ dimensions, values }: Mapping) {
    this.#ids = [...new Set(dimensions.map(({ id }) => id))]
    this.#values = values.length
    this.#told = values.map(({ codes }) => codes.map(({ dimension }) => dimension))
  }

  get count(): number {
    return this.#count
  }

  /** Series that records tell, one for each value column. */
  get values(): number {
    return this.#values
  }

  /** Adds what a record tells that none before it did; `series` are the numbers of its drafts. */
  add(drafts: readonly SeriesDraft[], series: readonly number[]): number {
    const entry = this.#count++
    const last = (entry + 1) * this.#values - 1
    this.#series = withPlace(this.#series, last)
    this.#units = withPlace(this.#units, last)
    this.#additive = withPlace(this.#additive, last)
    this.#codes = withPlace(this.#codes, (entry + 1) * this.#ids.length - 1)
    this.#flags = withPlace(this.#flags, entry)
    this.#rows = withPlace(this.#rows, entry)
    this.#lines = withPlace(this.#lines, entry)
    drafts.forEach((draft, i) => {
      const place = entry * this.#values + i
      const number = series[i]!
      this.#series[place] = number
      this.#places = withPlace(this.#places, number)
      this.#places[number] = place + 1
      this.#others[i] ??= this.#saidByNone(draft, i)
      this.#sayUnit(place, draft)
    })
    if (entry < TITLED) this.#titles.push(copyOf(drafts[0]?.title ?? ''))
    this.#sayCodes(entry, drafts[0]?.dimensions)
    if (drafts[0]?.dimensions.partner === WORLD) this.#flags[entry]! |= TOTAL
    return entry
  }

  /** The entry whose first series has a number; -1 where there is none. */
  entryOf(series: number): number {
    const place = series < this.#places.length ? this.#places[series]! - 1 : -1
    return place >= 0 && place % this.#values === 0 ? place / this.#values : -1
  }

  seriesOf(entry: number, value: number): number {
    return this.#series[entry * this.#values + value]!
  }

  /** What is known of the series of an entry. */
  told(entry: number, value: number): Learnt {
    const place = entry * this.#values + value
    const unit = this.#units[place]!
    return {
      unit: unit === 0 ? null : this.words.text(unit - 1),
      additive: ADDITIVE[this.#additive[place]!]!,
      dimensions: this.#dimensions(entry, value),
      ...(this.isCumulative(entry) && { cumulative: true }),
    }
  }

  /** The same by the number of a series. */
  toldOf(series: number): Learnt {
    const place = this.#places[series]! - 1
    return this.told(Math.floor(place / this.#values), place % this.#values)
  }

  /** Takes up what a later record says of an entry that none did before; says whether it says more. */
  learn(entry: number, drafts: readonly SeriesDraft[]): boolean {
    let isMore = this.#sayCodes(entry, drafts[0]?.dimensions)
    drafts.forEach((draft, i) => {
      const place = entry * this.#values + i
      if (this.#units[place] !== 0 || draft.unit === null) return
      this.#sayUnit(place, draft)
      isMore = true
    })
    return isMore
  }

  /** Whether a code of a dimension was said of an entry. */
  hasCode(entry: number, dimension: string): boolean {
    const at = this.#ids.indexOf(dimension)
    return at >= 0 && this.#codes[entry * this.#ids.length + at] !== 0
  }

  /** One of its dimensions is the world: the series repeats what others tell. */
  isTotal(entry: number): boolean {
    return (this.#flags[entry]! & TOTAL) !== 0
  }

  isCumulative(entry: number): boolean {
    return (this.#flags[entry]! & CUMULATIVE) !== 0
  }

  declareCumulative(entry: number): void {
    this.#flags[entry]! |= CUMULATIVE
  }

  /** Good records that were found to tell of an entry. */
  rowsOf(entry: number): number {
    return this.#rows[entry]!
  }

  countRows(entry: number, rows: number): void {
    this.#rows[entry]! += rows
  }

  /** What its first series is called; '' where so many came before that nobody looks at each. */
  titleOf(entry: number): string {
    return this.#titles[entry] ?? ''
  }

  /** The line of its first good record; 0 where there is none yet. */
  lineOf(entry: number): number {
    return this.#lines[entry]!
  }

  /** Entries of which a record is good. */
  *good(): Generator<number> {
    for (let entry = 0; entry < this.#count; entry++) if (this.#lines[entry] !== 0) yield entry
  }

  seen(entry: number, line: number): void {
    if (this.#lines[entry] === 0) this.#lines[entry] = line
  }

  /** Codes that all series have. */
  inCommon(): Record<string, string> {
    if (this.#count === 0) return {}
    const first = this.#dimensions(0, 0)
    const isShared = (id: string) => {
      if (this.#told.some((ids) => ids.includes(id))) return this.#values === 1
      const at = this.#ids.indexOf(id)
      if (at < 0) return true
      const width = this.#ids.length
      for (let i = at; i < this.#count * width; i += width)
        if (this.#codes[i] !== this.#codes[at]) return false
      return true
    }
    return Object.fromEntries(Object.entries(first).filter(([id]) => isShared(id)))
  }

  #dimensions(entry: number, value: number): Record<string, string> {
    const dimensions: Record<string, string> = {}
    const from = entry * this.#ids.length
    for (let i = 0; i < this.#ids.length; i++) {
      const word = this.#codes[from + i]!
      if (word > 0) dimensions[this.#ids[i]!] = this.words.text(word - 1)
    }
    return Object.assign(dimensions, this.#others[value])
  }

  #saidByNone({ dimensions }: SeriesDraft, value: number): Record<string, string> {
    const own = Object.entries(dimensions).filter(
      ([id]) => !this.#ids.includes(id) || this.#told[value]!.includes(id),
    )
    return Object.fromEntries(own)
  }

  #sayUnit(place: number, { unit, additive }: SeriesDraft): void {
    this.#units[place] = unit === null ? 0 : this.words.add(unit) + 1
    this.#additive[place] = ADDITIVE.indexOf(additive)
  }

  #sayCodes(entry: number, dimensions: SeriesDraft['dimensions'] | undefined): boolean {
    let isMore = false
    const from = entry * this.#ids.length
    for (let i = 0; i < this.#ids.length; i++) {
      const code = lookUp(dimensions, this.#ids[i]!)
      if (code === undefined || this.#codes[from + i] !== 0) continue
      this.#codes[from + i] = this.words.add(code) + 1
      isMore = true
    }
    return isMore
  }
}

const TOTAL = 1
const CUMULATIVE = 2
