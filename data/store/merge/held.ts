import { BOUNDS, type ObservationBatch } from '../../model/batch.ts'
import { dayText } from '../../model/day.ts'
import type { Bound } from '../../model/observation.ts'
import { type Packed, type PackedWords, statusAt } from '../packed/packed.ts'
import type { StoredRow, StoredSeries, StoreReader } from '../stored.ts'
import type { Origin } from '../telling.ts'

/** What a merge needs to know of a row of the file before it is looked at closely. */
export interface StagedWords {
  text(number: number): string | null
  origin(number: number): Origin
}

/**
 * What the store holds of a series, period by period; one that was taken out has no selected row. The
 * selected values come from the packed form; their rows are read where something is told otherwise.
 */
export class HeldPeriods {
  first = 0
  last = 0
  /** Whether a release of the period is selected. */
  isSelected = false
  readonly #series: number
  readonly #reader: StoreReader
  readonly #days: Int32Array
  readonly #values: Float64Array
  readonly #decimals: Uint8Array
  readonly #words: PackedWords
  readonly #status: Map<number, string>
  readonly #releases: StoredRow[]
  /** The next period; the selected one of the period stepped to lies before it. */
  #at = 0
  #releaseAt = 0
  #from = 0
  // An origin of the file and a source of the series that were compared last: they rarely change.
  #source = -1
  #origin = -1
  #isSameSource = false

  constructor(reader: StoreReader, stored: StoredSeries | undefined, packed: Packed | undefined) {
    this.#reader = reader
    this.#series = stored?.series_id ?? 0
    this.#days = packed?.days ?? new Int32Array()
    this.#values = packed?.values ?? new Float64Array()
    this.#decimals = packed?.decimals ?? new Uint8Array()
    this.#words = packed?.words ?? NO_WORDS
    this.#status = statusAt(this.#words)
    const hasOthers = stored !== undefined && stored.releases > stored.observations
    this.#releases = hasOthers ? reader.releases(stored.series_id) : []
  }

  /** Steps to the next period before this one, or to the next of all; false where there is none. */
  next(first = Number.POSITIVE_INFINITY, last = first): boolean {
    const isOver = this.#at === this.#values.length
    const a = this.#days[2 * this.#at]!
    const b = this.#days[2 * this.#at + 1]!
    const release = this.#releases[this.#releaseAt]
    if (release && (isOver || !isBefore(a, b, release[0], release[1]))) {
      return isBefore(release[0], release[1], first, last) && this.take(release[0], release[1])
    }
    return !isOver && isBefore(a, b, first, last) && this.take(a, b)
  }

  /** Steps to this period, which must be the next one; false where nothing was told of it. */
  take(first: number, last: number): boolean {
    this.first = first
    this.last = last
    this.isSelected = this.#days[2 * this.#at] === first && this.#days[2 * this.#at + 1] === last
    if (this.isSelected) this.#at++
    this.#from = this.#releaseAt
    while (isOf(this.#releases[this.#releaseAt], first, last)) this.#releaseAt++
    return this.isSelected || this.#releaseAt > this.#from
  }

  /** NaN is missing. This and what follows is of the selected release. */
  get value(): number {
    return this.#values[this.#at - 1]!
  }

  get decimals(): number {
    return this.#decimals[this.#at - 1]!
  }

  get status(): string {
    return this.#status.get(this.#at - 1) ?? 'A'
  }

  get bound(): Bound | null {
    return this.#words.bounds?.[this.#at - 1] ?? null
  }

  get selected(): StoredRow | undefined {
    return this.isSelected
      ? this.#reader.observation(this.#series, this.first, this.last)
      : undefined
  }

  /** All that was told of the period but its selected release. */
  others(): StoredRow[] {
    return this.#releases.slice(this.#from, this.#releaseAt)
  }

  /** Whether a row of the file is the same release as the selected one (as `sameRelease`). */
  isRepeatedBy(rows: ObservationBatch, i: number, words: StagedWords): boolean {
    const value = this.value
    const told = rows.value[i]!
    if (Number.isNaN(value) ? !Number.isNaN(told) : value !== told) return false
    if (this.decimals !== rows.decimals[i] || this.bound !== BOUNDS[rows.bound[i]!]) return false
    if (this.status !== (words.text(rows.status[i]!) || 'A')) return false
    const source = this.#words.sourceOf?.[this.#at - 1] ?? 0
    if (source !== this.#source || rows.origin[i] !== this.#origin) {
      this.#source = source
      this.#origin = rows.origin[i]!
      this.#isSameSource = isSameSource(this.#words.sources[source]!, words.origin(this.#origin))
    }
    return this.#isSameSource
  }
}

const NO_WORDS: PackedWords = { updated: null, sources: [] }

const isSameSource = (
  { source, url, published }: PackedWords['sources'][number],
  origin: Origin,
): boolean =>
  source === origin.source &&
  url === origin.sourceUrl &&
  published === (origin.published === null ? null : dayText(origin.published))

const isBefore = (a: number, b: number, first: number, last: number): boolean =>
  a < first || (a === first && b < last)

const isOf = (row: StoredRow | undefined, first: number, last: number): boolean =>
  row !== undefined && row[0] === first && row[1] === last
