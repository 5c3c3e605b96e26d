import { BOUNDS, type ObservationBatch } from '../../model/batch.ts'
import { dayText } from '../../model/day.ts'
import type { Bound } from '../../model/observation.ts'
import { Sources } from '../../model/sources.ts'
import type { RawDatabase } from '../open.ts'
import { rowPeriod, type StoreReader } from '../stored.ts'
import { asSource, type Origin, type Placed, type RowWords, type Told } from '../telling.ts'
import { type Packed, type PackedWords, packedCells, packedSources, statusAt } from './packed.ts'

/** Columns of `series` that tell its latest figure, in the order of `latest`. */
export const LATEST = [
  'latest_first',
  'latest_last',
  'latest',
  'latest_decimals',
  'latest_status',
  'latest_bound',
] as const

/**
 * Packs series after series while their periods are written, in order: `begin`, then each period that
 * is new or told otherwise by `add` or `settle`, then `write`. What stands packed already stays where
 * nothing is said of it. `fromRows` packs a series as its rows are.
 */
export class Packer {
  readonly #put
  readonly #putLatest
  readonly #reader: StoreReader
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
  /** What stands packed of the series; once a period is told otherwise, what of that is not yet copied. */
  #stored: Packed | undefined
  #before: Before | undefined

  constructor(raw: RawDatabase, reader: StoreReader) {
    this.#reader = reader
    this.#put = raw.prepare(
      'insert or replace into packed (series_id, days, vals, decimals, words) values (?, ?, ?, ?, ?)',
    )
    this.#putLatest = raw.prepare(
      `update series set ${LATEST.map((column) => `${column} = ?`).join(', ')} where series_id = ?`,
    )
  }

  /** A new series, or one that stands packed. */
  begin(stored?: Packed): void {
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
    { value, decimals, status, bound, note, origin }: Omit<Told, 'line'>,
  ) {
    this.#copyUntil(first, last)
    this.#comesFrom(origin)
    this.#push(first, last, value ?? Number.NaN, decimals, this.#place)
    this.#say(status, bound, note)
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
    this.add(first, last, selected)
    // In the order of their rows.
    const rows = [...others].sort((a, b) => a.origin.id - b.origin.id || a.line - b.line)
    this.#differ(
      selected.value,
      rows.map((other) => other.value),
    )
  }

  /** Packs what came since `begin`, where anything came, as this series; its row is to tell `latest`. */
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
        ...this.#usedSources(),
        status: Object.keys(this.#status).length > 0 ? this.#status : undefined,
        bounds: whole(this.#bounds),
        notes: whole(this.#notes),
        others: whole(this.#others),
      },
    })
    this.#put.run(series, days, vals, decimals, words)
  }

  /** Of what was packed last: first and last day, value, decimals, status and bound of the latest period. */
  latest(): unknown[] {
    let latest = -1
    for (let i = 0; i < this.#length; i++) {
      // Of periods with the same end a later one in their order is the shorter.
      const isLater = latest < 0 || this.#days[2 * i + 1]! >= this.#days[2 * latest + 1]!
      if (isLater && !Number.isNaN(this.#values[i])) latest = i
    }
    if (latest < 0) return [null, null, null, null, null, null]
    const status = Object.entries(this.#status).find(([, places]) => places.includes(latest))
    const bound = this.#bounds.find(([place]) => place === latest)
    return [
      this.#days[2 * latest],
      this.#days[2 * latest + 1],
      this.#values[latest],
      this.#decimals[latest],
      status?.[0] ?? null,
      bound?.[1] ?? null,
    ]
  }

  /** Packs a series as its rows are now. */
  fromRows(series: number): void {
    this.begin()
    const releases = this.#reader.releases(series)
    for (const row of releases) this.#told(this.#reader.origin(row[7]))
    const others = Map.groupBy(releases, rowPeriod)
    for (const row of this.#reader.observations(series)) {
      const [first, last, value, decimals, status, bound, note, origin] = row
      const from = this.#reader.origin(origin)
      this.add(first, last, { value, decimals, status: status ?? 'A', bound, note, origin: from })
      const told = others.get(rowPeriod(row)) ?? []
      this.#differ(
        value,
        told.map((other) => other[2]),
      )
    }
    this.write(series)
    this.#putLatest.run(...this.latest(), series)
  }

  /** Copies what stands packed of the periods before one, and leaves out that one. */
  #copyUntil(first: number, last: number): void {
    if (this.#stored === undefined) return
    if (!this.#before) {
      this.#before = beforeOf(this.#stored, this.#sources)
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
    this.#place = this.#sources.placeOf(asSource(origin))
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

  #usedSources(): Pick<PackedWords, 'sources' | 'sourceOf'> {
    const { list } = this.#sources
    if (list.length < 2 && this.#length > 0) return { sources: list }
    return packedSources(list, this.#sourceOf.subarray(0, this.#length))
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
  const places = words.sources.map((source) => sources.placeOf(source))
  return { packed, words, status: statusAt(words), places, at: 0 }
}
