import { BOUNDS, type ObservationBatch } from '../model/batch.ts'
import type { Bound } from '../model/observation.ts'
import type { Findings } from './findings.ts'
import { Shape } from './shape.ts'
import type { Stage, StagedSeries } from './stage.ts'
import { type StoredRow, type StoredSeries, type StoreReader, tellingOf } from './stored.ts'
import type { UndatedRule } from './telling.ts'
import { knownDay, type Origin, type Placed, place, sameValue, type Telling } from './telling.ts'
import { otherUnit, toldTwice } from './warnings.ts'

/** What a merge draws on. */
export interface MergeSource {
  stage: Stage
  rule: UndatedRule
  reader: StoreReader
  find(key: string): StoredSeries | undefined
  /** An origin of this import by the number that the stage gave it. */
  origin(number: number): Origin
}

/** Where a merge leaves what it finds: comparing counts only, writing writes. */
export interface Sink {
  /** The series to which the following belongs; undefined where it is new. */
  open(stored: StoredSeries | undefined): void
  /** A period that was not there, told once. Loose values, since most of a file goes this way. */
  add(
    first: number,
    last: number,
    value: number | null,
    decimals: number,
    status: string | null,
    bound: Bound | null,
    note: string | null,
    origin: Origin,
    line: number,
  ): void
  /** A period told several times, or otherwise than before. */
  settle(first: number, last: number, before: Placed, after: Placed): void
  /** This row of the file repeats a release. */
  again(row: number): void
  close(merged: Merged): void
}

/** What came of one series. */
export interface Merged {
  staged: StagedSeries
  stored: StoredSeries | undefined
  /** All its periods after the merge. */
  shape: Shape
  /** Releases that were not there before. */
  told: number
  lastKnown: number | null
  /** Notes of those releases. */
  notes: Set<string>
}

/**
 * Merges what a file tells with what the store holds, series by series, period by period: the one place
 * that decides what is added, revised, confirmed and unchanged.
 */
export class Merge {
  readonly #source: MergeSource
  readonly #sink: Sink
  readonly #findings: Findings
  readonly #shape = new Shape()
  #notes = new Set<string>()
  #told = 0
  #lastKnown = Number.NEGATIVE_INFINITY
  // Origins of a stored and a staged row that were compared last: they rarely change between rows.
  #storedOrigin = -1
  #stagedOrigin = -1
  #sameOrigin = false

  constructor(source: MergeSource, sink: Sink, findings: Findings) {
    this.#source = source
    this.#sink = sink
    this.#findings = findings
  }

  series(staged: StagedSeries): void {
    const { draft, rows } = staged
    const stored = this.#source.find(draft.key)
    if (stored && stored.unit !== null && draft.unit !== null && stored.unit !== draft.unit) {
      this.#findings.rejected += rows.length
      this.#findings.issue(otherUnit(stored.unit, staged))
      return
    }
    this.#shape.clear()
    this.#notes = new Set()
    this.#told = 0
    this.#lastKnown = stored?.last_known ?? Number.NEGATIVE_INFINITY
    this.#sink.open(stored)
    this.#periods(staged, stored)
    this.#findings.close(this.#shape, draft)
    this.#sink.close({
      staged,
      stored,
      shape: this.#shape,
      told: this.#told,
      lastKnown: Number.isFinite(this.#lastKnown) ? this.#lastKnown : null,
      notes: this.#notes,
    })
  }

  /** Walks through the file's rows, the observations and the older releases, all by period. */
  #periods(staged: StagedSeries, stored: StoredSeries | undefined): void {
    const { reader } = this.#source
    const { first, last, length } = staged.rows
    const observations = stored ? reader.observations(stored.series_id) : []
    const hasOthers = stored !== undefined && stored.releases > stored.observations
    const releases = hasOthers ? reader.releases(stored.series_id) : []
    let at = 0
    let releaseAt = 0
    for (let from = 0, to = 0; from < length; from = to) {
      const [a, b] = [first[from]!, last[from]!]
      for (to = from + 1; to < length && first[to] === a && last[to] === b; ) to++
      for (; isBefore(observations[at], a, b); at++) {
        this.#shape.add(observations[at]![0], observations[at]![1])
      }
      this.#shape.add(a, b)
      const known = isOf(observations[at], a, b) ? observations[at++] : undefined
      const once = to - from === 1
      if (once && !known) this.#add(staged, from)
      else if (once && known && this.#repeats(known, staged.rows, from)) {
        this.#findings.unchanged++
        this.#sink.again(from)
      } else {
        while (isBefore(releases[releaseAt], a, b)) releaseAt++
        const others: StoredRow[] = []
        while (isOf(releases[releaseAt], a, b)) others.push(releases[releaseAt++]!)
        this.#settle(staged, from, to, known, others)
      }
    }
    for (; at < observations.length; at++) {
      this.#shape.add(observations[at]![0], observations[at]![1])
    }
  }

  #add({ draft, rows }: StagedSeries, i: number): void {
    const telling = this.#findings.keepsAdditions ? this.#telling(rows, i) : undefined
    if (telling) this.#findings.addition(draft, rows.first[i]!, rows.last[i]!, telling)
    const { stage, rule, origin } = this.#source
    const last = rows.last[i]!
    const from = origin(rows.origin[i]!)
    const known = knownDay(from, last, rule)
    const value = rows.value[i]!
    const status = stage.text(rows.status[i]!)
    const note = stage.text(rows.note[i]!)
    this.#findings.added++
    this.#told++
    if (known > this.#lastKnown) this.#lastKnown = known
    if (note !== null) this.#notes.add(note)
    this.#sink.add(
      rows.first[i]!,
      last,
      Number.isNaN(value) ? null : value,
      rows.decimals[i]!,
      status === 'A' || status === '' ? null : status,
      BOUNDS[rows.bound[i]!]!,
      note,
      from,
      rows.line[i]!,
    )
  }

  /** Whether a row of the file is the same release as a stored one (as `sameRelease`). */
  #repeats(known: StoredRow, rows: ObservationBatch, i: number): boolean {
    const [, , value, decimals, status, bound, , origin] = known
    const told = rows.value[i]!
    if (value === null ? !Number.isNaN(told) : value !== told) return false
    if (decimals !== rows.decimals[i] || bound !== BOUNDS[rows.bound[i]!]) return false
    if ((status ?? 'A') !== (this.#source.stage.text(rows.status[i]!) || 'A')) return false
    if (origin !== this.#storedOrigin || rows.origin[i] !== this.#stagedOrigin) {
      const a = this.#source.reader.origin(origin)
      const b = this.#source.origin(rows.origin[i]!)
      this.#storedOrigin = origin
      this.#stagedOrigin = rows.origin[i]!
      this.#sameOrigin =
        a.published === b.published && a.source === b.source && a.sourceUrl === b.sourceUrl
    }
    return this.#sameOrigin
  }

  #settle(
    { draft, rows }: StagedSeries,
    from: number,
    to: number,
    known: StoredRow | undefined,
    others: StoredRow[],
  ): void {
    const { reader, rule } = this.#source
    const standing = (row: StoredRow) => tellingOf(row, reader.origin(row[7]), rule)
    const before: Placed = {
      selected: known && standing(known),
      others: others.map(standing),
      again: [],
    }
    const next: Telling[] = []
    for (let i = from; i < to; i++) next.push(this.#telling(rows, i))
    const all = before.selected ? [before.selected, ...before.others] : before.others
    const after = place(all, next, rule)
    const fresh = next.filter((telling) => !after.again.includes(telling))
    this.#count(before.selected, after.selected!, fresh, after.again.length)
    const [first, last] = [rows.first[from]!, rows.last[from]!]
    if (!before.selected) this.#findings.addition(draft, first, last, after.selected!)
    else if (!sameValue(before.selected, after.selected!)) {
      this.#findings.revision(draft, first, last, before.selected, after.selected!)
    }
    for (const warning of toldTwice(draft, first, last, fresh)) this.#findings.issue(warning)
    for (const telling of fresh) {
      if (telling.known > this.#lastKnown) this.#lastKnown = telling.known
      if (telling.note !== null) this.#notes.add(telling.note)
    }
    this.#told += fresh.length
    this.#sink.settle(first, last, before, after)
    for (const telling of after.again) this.#sink.again(from + next.indexOf(telling))
  }

  /** Of new tellings of one period, one at most adds or revises it; the others confirm. */
  #count(
    before: Telling | undefined,
    after: Telling,
    fresh: readonly Telling[],
    repeated: number,
  ): void {
    this.#findings.unchanged += repeated
    if (fresh.length === 0) return
    this.#findings.confirmed += fresh.length - 1
    if (!before) this.#findings.added++
    else if (sameValue(before, after)) this.#findings.confirmed++
    else this.#findings.revised++
  }

  #telling(rows: ObservationBatch, i: number): Telling {
    const { stage, rule } = this.#source
    const origin = this.#source.origin(rows.origin[i]!)
    const value = rows.value[i]!
    return {
      value: Number.isNaN(value) ? null : value,
      decimals: rows.decimals[i]!,
      status: stage.text(rows.status[i]!) || 'A',
      bound: BOUNDS[rows.bound[i]!]!,
      note: stage.text(rows.note[i]!),
      line: rows.line[i]!,
      origin,
      published: origin.published,
      known: knownDay(origin, rows.last[i]!, rule),
      import: origin.told,
    }
  }
}

const isBefore = (row: StoredRow | undefined, first: number, last: number): boolean =>
  row !== undefined && (row[0] < first || (row[0] === first && row[1] < last))

const isOf = (row: StoredRow | undefined, first: number, last: number): boolean =>
  row !== undefined && row[0] === first && row[1] === last
