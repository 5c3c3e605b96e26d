import { BOUNDS, type ObservationBatch } from '../model/batch.ts'
import { dayText } from '../model/day.ts'
import type { Bound } from '../model/observation.ts'
import type { RawDatabase } from './open.ts'
import { type Packed, type PackedCells, type PackedWords, packedCells, packedOf } from './packed.ts'
import type { StoredRow, StoreReader } from './stored.ts'
import type { Origin, Placed } from './telling.ts'
import type { RowWords } from './write-rows.ts'

/**
 * Packs series after series while their periods are written, in order: `begin`, then each period that
 * is new or told otherwise by `add` or `settle`, then `write`. What stands packed already stays where
 * nothing is said of it. `fromRows` packs a series as its rows are.
 */
export class Packer {
  readonly #put
  readonly #get
  #room = 256
  #days = new Int32Array(2 * this.#room)
  #values = new Float64Array(this.#room)
  #decimals = new Uint8Array(this.#room)
  #sourceOf = new Int32Array(this.#room)
  #length = 0
  #updated = ''
  #sources = new Sources()
  // The origin of the row before: it rarely changes between rows.
  #origin: Origin | undefined
  #place = 0
  #status: Record<string, number[]> = {}
  #bounds: [number, Bound][] = []
  #notes: [number, string][] = []
  #others: [number, number[]][] = []
  /** The series that is packed already, before it is looked up; then what of it is not yet copied. */
  #stored: number | undefined
  #before: Before | undefined

  constructor(raw: RawDatabase) {
    this.#put = raw.prepare(
      'insert or replace into packed (series_id, days, vals, decimals, words) values (?, ?, ?, ?, ?)',
    )
    this.#get = raw.prepare<[number], PackedCells>(
      'select days, vals, decimals, words from packed where series_id = ?',
    )
  }

  /** A new series, or one that has its number and its rows. */
  begin(stored?: number): void {
    this.#length = 0
    this.#updated = ''
    this.#sources = new Sources()
    this.#origin = undefined
    this.#status = {}
    this.#bounds = []
    this.#notes = []
    this.#others = []
    this.#stored = stored
    this.#before = undefined
  }

  /** The selected release of a period that was not there. */
  add(
    first: number,
    last: number,
    value: number | null,
    decimals: number,
    status: string | null,
    bound: Bound | null,
    note: string | null,
    origin: Origin,
  ): void {
    this.#copyUntil(first, last)
    this.#comesFrom(origin)
    this.#push(first, last, value ?? Number.NaN, decimals, this.#place)
    this.#say(status ?? 'A', bound, note)
  }

  /** All periods of a new series, each told once, in order. */
  addAll(rows: ObservationBatch, words: RowWords): void {
    const { first, last, value, decimals, status, bound, note, origin, length } = rows
    while (this.#length + length > this.#room) this.#grow()
    let letters = 'A'
    for (let i = 0; i < length; i++) {
      if (i === 0 || origin[i] !== origin[i - 1]) this.#comesFrom(words.origin(origin[i]!))
      if (i === 0 || status[i] !== status[i - 1]) letters = words.status(status[i]!)
      this.#push(first[i]!, last[i]!, value[i]!, decimals[i]!, this.#place)
      if (letters !== 'A' || bound[i] !== 0 || note[i]! >= 0)
        this.#say(letters, BOUNDS[bound[i]!]!, words.note(note[i]!))
    }
  }

  /** A period with all that is told of it now. */
  settle(first: number, last: number, { selected, others }: Pick<Placed, 'selected' | 'others'>) {
    this.#copyUntil(first, last)
    for (const other of others) this.#told(other.origin)
    if (!selected) return
    const { value, decimals, status, bound, note, origin } = selected
    this.add(first, last, value, decimals, status, bound, note, origin)
    // In the order of their rows.
    const rows = [...others].sort((a, b) => a.origin.id - b.origin.id || a.line - b.line)
    const values = rows.map((other) => other.value)
    this.#differ(value, values)
  }

  /** Packs what came since `begin`, where anything came, as this series. */
  write(series: number): void {
    if (this.#stored !== undefined && !this.#before) return
    this.#copyUntil(Number.POSITIVE_INFINITY, 0)
    const n = this.#length
    const whole = <T>(pairs: [number, T][]): (T | null)[] | undefined => {
      if (pairs.length === 0) return undefined
      const column = new Array<T | null>(n).fill(null)
      for (const [place, item] of pairs) column[place] = item
      return column
    }
    const { days, vals, decimals, words } = packedCells({
      days: this.#days.subarray(0, 2 * n),
      values: this.#values.subarray(0, n),
      decimals: this.#decimals.subarray(0, n),
      words: {
        updated: this.#updated || null,
        ...this.#sources.used(this.#sourceOf.subarray(0, n)),
        status: Object.keys(this.#status).length > 0 ? this.#status : undefined,
        bounds: whole(this.#bounds),
        notes: whole(this.#notes),
        others: whole(this.#others),
      },
    })
    this.#put.run(series, days, vals, decimals, words)
  }

  /** Packs a series as its rows are now. */
  fromRows(series: number, reader: StoreReader): void {
    this.begin()
    const releases = reader.releases(series)
    for (const row of releases) this.#told(reader.origin(row[7]))
    let at = 0
    for (const row of reader.observations(series)) {
      const [first, last, value, decimals, status, bound, note, origin] = row
      this.add(first, last, value, decimals, status, bound, note, reader.origin(origin))
      while (releases[at] && isBefore(releases[at]!, first, last)) at++
      const others: (number | null)[] = []
      for (; releases[at]?.[0] === first && releases[at]?.[1] === last; at++) {
        others.push(releases[at]![2])
      }
      this.#differ(value, others)
    }
    this.write(series)
  }

  /** Copies what stands packed of the periods before one, and leaves out that one. */
  #copyUntil(first: number, last: number): void {
    if (this.#stored === undefined) return
    if (!this.#before) {
      const cells = this.#get.get(this.#stored)
      if (!cells)
        throw new Error(`Series ${this.#stored} is not packed: npm run ingest -- --rebuild`)
      this.#before = beforeOf(packedOf(cells), this.#sources)
      this.#updated = this.#before.packed.words.updated ?? ''
    }
    const { packed, places, status, words } = this.#before
    const { days, values, decimals } = packed
    for (; this.#before.at < values.length; this.#before.at++) {
      const i = this.#before.at
      const [a, b] = [days[2 * i]!, days[2 * i + 1]!]
      if (a > first || (a === first && b > last)) return
      if (a === first && b === last) continue
      this.#push(a, b, values[i]!, decimals[i]!, places[words.sourceOf?.[i] ?? 0]!)
      this.#say(status.get(i) ?? 'A', words.bounds?.[i] ?? null, words.notes?.[i] ?? null)
      const others = words.others?.[i]
      if (others) this.#others.push([this.#length - 1, others])
    }
  }

  #comesFrom(origin: Origin): void {
    if (origin === this.#origin) return
    this.#origin = origin
    this.#place = this.#sources.placeOf(origin)
    this.#told(origin)
  }

  #push(first: number, last: number, value: number, decimals: number, source: number): void {
    if (this.#length === this.#room) this.#grow()
    const i = this.#length++
    this.#days[2 * i] = first
    this.#days[2 * i + 1] = last
    this.#values[i] = value
    this.#decimals[i] = decimals
    this.#sourceOf[i] = source
  }

  /** What is said in words of the period pushed last. */
  #say(status: string, bound: Bound | null, note: string | null): void {
    const place = this.#length - 1
    if (status !== 'A') {
      const places = this.#status[status]
      if (places) places.push(place)
      else this.#status[status] = [place]
    }
    if (bound !== null) this.#bounds.push([place, bound])
    if (note !== null) this.#notes.push([place, note])
  }

  /** Values told of the period pushed last that are not the selected one, each once. */
  #differ(selected: number | null, values: (number | null)[]): void {
    if (values.length === 0) return
    const differing = new Set(values)
    differing.delete(selected)
    differing.delete(null)
    if (differing.size > 0) this.#others.push([this.#length - 1, [...differing] as number[]])
  }

  #told({ published, known }: Origin): void {
    const day = published ?? known
    const text = day === null ? '' : dayText(day)
    if (text > this.#updated) this.#updated = text
  }

  #grow(): void {
    this.#room *= 2
    const larger = <T extends Int32Array | Float64Array | Uint8Array>(from: T, to: T): T => {
      to.set(from)
      return to
    }
    this.#days = larger(this.#days, new Int32Array(2 * this.#room))
    this.#values = larger(this.#values, new Float64Array(this.#room))
    this.#decimals = larger(this.#decimals, new Uint8Array(this.#room))
    this.#sourceOf = larger(this.#sourceOf, new Int32Array(this.#room))
  }
}

const isBefore = ([a, b]: StoredRow, first: number, last: number): boolean =>
  a < first || (a === first && b < last)

/** A series as it stands packed, while it is copied. */
interface Before {
  packed: Packed
  words: PackedWords
  status: Map<number, string>
  /** Its sources among those of the series that is being packed. */
  places: number[]
  /** The next period to copy. */
  at: number
}

function beforeOf(packed: Packed, sources: Sources): Before {
  const { words } = packed
  const status = new Map<number, string>()
  for (const [text, places] of Object.entries(words.status ?? {})) {
    for (const place of places) status.set(place, text)
  }
  const places = words.sources.map((source) => sources.enter(source))
  return { packed, words, status, places, at: 0 }
}

/** Several origins may be one source: the same page, told by two imports. */
class Sources {
  readonly #list: PackedWords['sources'] = []
  readonly #places = new Map<string, number>()

  placeOf({ source, sourceUrl: url, published }: Origin): number {
    return this.enter({ source, url, published: published === null ? null : dayText(published) })
  }

  enter(source: PackedWords['sources'][number]): number {
    const key = JSON.stringify([source.source, source.url, source.published])
    const found = this.#places.get(key)
    if (found !== undefined) return found
    this.#places.set(key, this.#list.length)
    return this.#list.push(source) - 1
  }

  /** Those that are pointed at, in the order in which they are; which of them, where there are several. */
  used(sourceOf: Int32Array): Pick<PackedWords, 'sources' | 'sourceOf'> {
    if (this.#list.length < 2 && sourceOf.length > 0) return { sources: this.#list }
    const order = new Map<number, number>()
    for (const place of sourceOf) if (!order.has(place)) order.set(place, order.size)
    return {
      sources: [...order.keys()].map((place) => this.#list[place]!),
      sourceOf: order.size > 1 ? Array.from(sourceOf, (place) => order.get(place)!) : undefined,
    }
  }
}
