import { Look } from '../compare/look.ts'
import { BOUNDS, type ObservationBatch, type SeriesDraft } from '../model/batch.ts'
import type { Day } from '../model/day.ts'
import type { Bound } from '../model/observation.ts'
import type { Mode } from '../model/report.ts'
import { standing, tells } from '../model/select.ts'
import { isEstimated } from '../model/status.ts'
import type { Findings } from './findings.ts'
import { HeldPeriods, type StagedWords } from './held.ts'
import { Shape } from './shape.ts'
import type { Stage, StagedSeries } from './stage.ts'
import {
  type Held,
  type StoredRow,
  type StoredSeries,
  type StoreReader,
  tellingOf,
} from './stored.ts'
import type { UndatedRule } from './telling.ts'
import {
  knownDay,
  type Origin,
  type Placed,
  place,
  sameRelease,
  sameValue,
  type Telling,
  withdrawal,
} from './telling.ts'
import { differs, keptOtherwise, toldTwice } from './warnings.ts'

/** What a merge draws on. */
export interface MergeSource {
  stage: Stage
  rule: UndatedRule
  mode: Mode
  /** Number of the dataset; undefined where this import makes it. */
  dataset: number | undefined
  reader: StoreReader
  /** An origin of this import by the number that the stage gave it. */
  origin(number: number): Origin
  /** Figures of later periods look wrong. */
  today?: Day
  /** Where its withdrawals come from; asked for only where it replaces. */
  withdraws(): Origin
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
  draft: SeriesDraft
  /** Rows of the file; undefined where it does not tell the series. */
  rows: ObservationBatch | undefined
  stored: StoredSeries | undefined
  /** All its periods after the merge. */
  shape: Shape
  /** Releases that were not there before, withdrawals among them. */
  told: number
  /** Origin of the withdrawals where the file replaces the series. */
  withdraws: number | null
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
  readonly #replaces: boolean
  readonly #sink: Sink
  readonly #findings: Findings
  readonly #shape = new Shape()
  readonly #look: Look
  /** What the dataset held before, less the series that the file tells. */
  readonly #held: Held
  readonly #seen = new Set<number>()
  readonly #stored: StoredSeries[]
  #notes = new Set<string>()
  #told = 0
  #lastKnown = Number.NEGATIVE_INFINITY
  readonly #words: StagedWords

  constructor(source: MergeSource, sink: Sink, findings: Findings) {
    this.#source = source
    this.#words = { text: (number) => source.stage.text(number), origin: source.origin }
    this.#replaces = source.mode.startsWith('replace')
    const { dataset, reader } = source
    this.#held = dataset === undefined ? { ...NOTHING } : reader.held(dataset)
    const all = source.mode === 'replace-dataset' && dataset !== undefined
    this.#stored = all ? [...reader.allSeries(dataset)] : []
    this.#sink = sink
    this.#findings = findings
    this.#look = new Look(findings.oddity, undefined, source.today)
  }

  series(staged: StagedSeries): void {
    const { draft, rows } = staged
    const stored = this.#find(draft.key)
    const otherwise = stored && keptOtherwise(stored, staged)
    if (otherwise) {
      this.#findings.rejected += rows.length
      this.#findings.issue(otherwise)
      return
    }
    this.#begin(stored)
    this.#periods(staged, stored)
    this.#end(draft, rows, stored)
  }

  /** When all series of the file are merged: those of the dataset that it does not tell. */
  finish(): void {
    this.#lookAround()
    this.#look.finish()
    const { dataset, mode, reader } = this.#source
    if (dataset === undefined) return
    if (mode === 'replace-dataset') {
      for (const { series_id, key } of this.#stored) {
        if (!this.#seen.has(series_id)) this.#withdraw(reader.findSeries(dataset, key)!)
      }
      return
    }
    this.#findings.absent(this.#held)
    if (this.#held.series === 0) return
    for (const { series_id, key, observations } of reader.allSeries(dataset)) {
      if (series_id > this.#held.last || !this.#findings.listsAbsent) return
      if (observations > 0 && !this.#seen.has(series_id)) this.#findings.absentSeries(key)
    }
  }

  /** Has the series of the file seen beside those of the store that belong to them. */
  #lookAround(): void {
    const { dataset, mode, reader } = this.#source
    if (dataset === undefined || mode === 'replace-dataset' || this.#held.series > AROUND) return
    for (const { series_id, key } of [...reader.allSeries(dataset)]) {
      if (series_id > this.#held.last || this.#seen.has(series_id)) continue
      const draft = JSON.parse(reader.findSeries(dataset, key)!.draft) as SeriesDraft
      if (!this.#look.wants(draft)) continue
      this.#shape.clear()
      for (const row of reader.observations(series_id)) {
        this.#shape.add(row[0], row[1])
        this.#stands(row)
      }
      this.#look.series(draft, this.#shape.cumulative(draft.cumulative))
    }
  }

  #withdraw(stored: StoredSeries): void {
    const draft = JSON.parse(stored.draft) as SeriesDraft
    this.#begin(stored)
    const held = new HeldPeriods(this.#source.reader, stored)
    while (held.next()) this.#absent(draft, held)
    this.#end(draft, undefined, stored)
  }

  #find(key: string): StoredSeries | undefined {
    const { dataset, reader } = this.#source
    const stored = dataset === undefined ? undefined : reader.findSeries(dataset, key)
    if (!stored) return undefined
    this.#seen.add(stored.series_id)
    if (stored.observations > 0) this.#held.series--
    this.#held.figures -= stored.observations
    return stored
  }

  #begin(stored: StoredSeries | undefined): void {
    this.#shape.clear()
    this.#notes = new Set()
    this.#told = 0
    this.#lastKnown = stored?.last_known ?? Number.NEGATIVE_INFINITY
    this.#sink.open(stored)
  }

  #end(
    draft: SeriesDraft,
    rows: ObservationBatch | undefined,
    stored: StoredSeries | undefined,
  ): void {
    const cumulative = this.#shape.cumulative(draft.cumulative)
    this.#findings.close(this.#shape, draft)
    this.#look.series(draft, cumulative)
    this.#sink.close({
      draft,
      rows,
      stored,
      shape: this.#shape,
      told: this.#told,
      withdraws: this.#replaces ? this.#source.withdraws().id : null,
      lastKnown: Number.isFinite(this.#lastKnown) ? this.#lastKnown : null,
      notes: this.#notes,
    })
  }

  /** Walks through the file's rows and what the store holds, both by period. */
  #periods(staged: StagedSeries, stored: StoredSeries | undefined): void {
    const { first, last, length } = staged.rows
    if (!stored && isOnceEach(staged.rows)) {
      for (let i = 0; i < length; i++) {
        this.#shape.add(first[i]!, last[i]!)
        this.#add(staged, i)
      }
      this.#seeAll(staged.rows)
      return
    }
    const held = new HeldPeriods(this.#source.reader, stored)
    for (let from = 0, to = 0; from < length; from = to) {
      const [a, b] = [first[from]!, last[from]!]
      for (to = from + 1; to < length && first[to] === a && last[to] === b; ) to++
      while (stored && held.next(a, b)) this.#absent(staged.draft, held)
      this.#shape.add(a, b)
      const isHeld = stored !== undefined && held.take(a, b)
      const isKnown = isHeld && held.isSelected
      const once = to - from === 1
      if (once && !isHeld) {
        this.#add(staged, from)
        this.#see(staged.rows, from)
      } else if (once && isKnown && held.isRepeatedBy(staged.rows, from, this.#words)) {
        this.#findings.unchanged++
        this.#standsHeld(held)
        this.#sink.again(from)
      } else if (isKnown && this.#source.mode === 'append') {
        this.#leave(staged, from, to, held.selected!, held.others())
      } else {
        const known = isKnown ? held.selected : undefined
        this.#settle(staged, from, to, known, isHeld ? held.others() : [])
      }
    }
    while (held.next()) this.#absent(staged.draft, held)
  }

  /** A period that the store holds and the file does not tell: taken out where it replaces, else kept. */
  #absent(draft: SeriesDraft, held: HeldPeriods): void {
    if (!held.isSelected) return
    const { first, last } = held
    if (!this.#replaces) {
      this.#shape.add(first, last)
      this.#findings.missing(draft, held)
      this.#standsHeld(held)
      return
    }
    const before = this.#placed(held.selected, held.others())
    const telling = withdrawal(this.#source.withdraws())
    const after = { selected: undefined, others: [before.selected!, ...before.others, telling] }
    this.#findings.removal(draft, first, last, before.selected!)
    if (telling.known > this.#lastKnown) this.#lastKnown = telling.known
    this.#told++
    this.#sink.settle(first, last, before, { ...after, again: [] })
  }

  /** What appending finds of a period that is there: it stays as it is, and what differs is said. */
  #leave(
    { draft, rows }: StagedSeries,
    from: number,
    to: number,
    known: StoredRow,
    others: StoredRow[],
  ): void {
    this.#stands(known)
    const { selected, others: rest } = this.#placed(known, others)
    const all = [selected!, ...rest]
    for (let i = from; i < to; i++) {
      const telling = this.#telling(rows, i)
      this.#findings.unchanged++
      if (standing(all).some((release) => sameRelease(release, telling))) this.#sink.again(i)
      else if (tells(selected!, telling) === 'revised') {
        this.#findings.issue(differs(draft, rows.first[i]!, rows.last[i]!, selected!, telling))
      }
    }
  }

  #stands([first, last, value, decimals, status, bound]: StoredRow): void {
    const estimated = status !== null && isEstimated(status)
    this.#look.period(first, last, plain(value, bound), decimals, estimated, 0)
  }

  #standsHeld({ first, last, value, decimals, status, bound }: HeldPeriods): void {
    const estimated = isEstimated(status)
    this.#look.period(first, last, bound === null ? value : Number.NaN, decimals, estimated, 0)
  }

  #see(rows: ObservationBatch, i: number): void {
    const value = rows.bound[i] === 0 ? rows.value[i]! : Number.NaN
    const estimated = isEstimated(this.#source.stage.text(rows.status[i]!) ?? '')
    const [first, last] = [rows.first[i]!, rows.last[i]!]
    this.#look.period(first, last, value, rows.decimals[i]!, estimated, rows.line[i]!)
  }

  /** The same of all periods of a new series, as they lie there. */
  #seeAll(rows: ObservationBatch): void {
    const { value, estimated } = this.#look.periods(rows)
    const { bound, status, length } = rows
    let number = -1
    let isEstimate = 0
    for (let i = 0; i < length; i++) {
      if (status[i] !== number) {
        number = status[i]!
        isEstimate = Number(isEstimated(this.#source.stage.text(number) ?? ''))
      }
      estimated[i] = isEstimate
      if (bound[i] !== 0) value[i] = Number.NaN
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
    const line = rows.line[i]!
    const decimals = rows.decimals[i]!
    const bound = BOUNDS[rows.bound[i]!]!
    this.#findings.added++
    this.#told++
    if (known > this.#lastKnown) this.#lastKnown = known
    if (note !== null) this.#notes.add(note)
    this.#sink.add(
      rows.first[i]!,
      last,
      Number.isNaN(value) ? null : value,
      decimals,
      status === 'A' || status === '' ? null : status,
      bound,
      note,
      from,
      line,
    )
  }

  #settle(
    { draft, rows }: StagedSeries,
    from: number,
    to: number,
    known: StoredRow | undefined,
    others: StoredRow[],
  ): void {
    const { rule } = this.#source
    const before = this.#placed(known, others)
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
    const { value, bound, decimals, status, line } = after.selected!
    const told = next.includes(after.selected!) ? line : 0
    this.#look.period(first, last, plain(value, bound), decimals, isEstimated(status), told)
    const warnings = next.length > 1 ? toldTwice(draft, first, last, next, after.again) : []
    for (const warning of warnings) this.#findings.issue(warning)
    for (const telling of fresh) {
      if (telling.known > this.#lastKnown) this.#lastKnown = telling.known
      if (telling.note !== null) this.#notes.add(telling.note)
    }
    this.#told += fresh.length
    this.#sink.settle(first, last, before, after)
    for (const telling of after.again) this.#sink.again(from + next.indexOf(telling))
  }

  #placed(selected: StoredRow | undefined, others: StoredRow[]): Placed {
    const { reader, rule } = this.#source
    const telling = (row: StoredRow) => tellingOf(row, reader.origin(row[7]), rule)
    return { selected: selected && telling(selected), others: others.map(telling), again: [] }
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

/** Series of a dataset up to which those that the file does not tell are looked at beside its own. */
const AROUND = 1000

/** Whether no period is told twice. */
function isOnceEach({ first, last, length }: ObservationBatch): boolean {
  for (let i = 1; i < length; i++) {
    if (first[i] === first[i - 1] && last[i] === last[i - 1]) return false
  }
  return true
}

const NOTHING: Held = { series: 0, figures: 0, last: 0 }

/** A value as the checks take it: a bound is none. */
const plain = (value: number | null, bound: string | null): number =>
  value === null || bound !== null ? Number.NaN : value
