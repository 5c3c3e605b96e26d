import { BOUNDS, type ObservationBatch, type SeriesDraft } from '../../model/batch.ts'
import type { TimePeriod } from '../../model/period.ts'
import { isOnceEach } from '../../model/rows.ts'
import { standing, tells } from '../../model/select.ts'
import type { Packed } from '../packed/packed.ts'
import type { StagedSeries } from '../stage/stage.ts'
import { type StoredRow, type StoredSeries, tellingOf } from '../stored.ts'
import {
  knownDay,
  type Placed,
  place,
  sameRelease,
  sameValue,
  type Telling,
  withdrawal,
} from '../telling.ts'
import type { Findings } from './findings.ts'
import { HeldPeriods, type StagedWords } from './held.ts'
import type { MergeLook } from './look.ts'
import { Shape } from './shape.ts'
import type { Sink } from './sink.ts'
import { type MergeSource, replaces } from './source.ts'
import { stands, toldTwice } from './warnings.ts'

/**
 * Merges the periods of one series after another: the one place that decides what is added, revised,
 * confirmed and unchanged.
 */
export class PeriodMerge {
  /** All periods of the series merged last, after the merge. */
  readonly shape = new Shape()
  /** Its releases that were not there before, withdrawals among them. */
  told = 0
  /** Notes of those releases. */
  notes = new Set<string>()
  #lastKnown = Number.NEGATIVE_INFINITY
  readonly #source: MergeSource
  readonly #sink: Sink
  readonly #findings: Findings
  readonly #look: MergeLook
  readonly #words: StagedWords
  readonly #replaces: boolean

  constructor(source: MergeSource, sink: Sink, findings: Findings, look: MergeLook) {
    this.#source = source
    this.#sink = sink
    this.#findings = findings
    this.#look = look
    this.#words = { text: (number) => source.file.text(number), origin: source.origin }
    this.#replaces = replaces(source)
  }

  /** The last day on which a release of it became known. */
  get lastKnown(): number | null {
    return Number.isFinite(this.#lastKnown) ? this.#lastKnown : null
  }

  /** Walks through the file's rows and what the store holds, both by period. */
  merge(staged: StagedSeries, stored: StoredSeries | undefined, packed: Packed | undefined): void {
    this.#begin(stored)
    if (!stored && isOnceEach(staged.rows)) this.#addAll(staged)
    else this.#mergeWith(staged, new HeldPeriods(this.#source.reader, stored, packed))
  }

  /** Takes out all that the store holds of a series. */
  withdraw(draft: SeriesDraft, stored: StoredSeries, packed: Packed): void {
    this.#begin(stored)
    const held = new HeldPeriods(this.#source.reader, stored, packed)
    while (held.next()) this.#absent(draft, held)
  }

  #begin(stored: StoredSeries | undefined): void {
    this.shape.clear()
    this.notes = new Set()
    this.told = 0
    this.#lastKnown = stored?.last_known ?? Number.NEGATIVE_INFINITY
  }

  #mergeWith(staged: StagedSeries, held: HeldPeriods): void {
    const { first, last, length } = staged.rows
    for (let from = 0, to = 0; from < length; from = to) {
      const [a, b] = [first[from]!, last[from]!]
      for (to = from + 1; to < length && first[to] === a && last[to] === b; ) to++
      while (held.next(a, b)) this.#absent(staged.draft, held)
      this.shape.add(a, b)
      const isHeld = held.take(a, b)
      const isKnown = isHeld && held.isSelected
      const once = to - from === 1
      if (once && !isHeld) {
        this.#add(staged, from)
        this.#look.told(staged.rows, from)
      } else if (once && isKnown && held.isRepeatedBy(staged.rows, from, this.#words)) {
        this.#findings.unchanged++
        this.#look.held(held)
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
      this.shape.add(first, last)
      this.#findings.missing(draft, held)
      this.#look.held(held)
      return
    }
    const before = this.#placed(held.selected, held.others())
    const telling = withdrawal(this.#source.withdraws())
    const after = { selected: undefined, others: [before.selected!, ...before.others, telling] }
    this.#findings.removal(draft, first, last, before.selected!)
    this.#tell(telling)
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
    this.#look.row(known)
    const { selected, others: rest } = this.#placed(known, others)
    const all = [selected!, ...rest]
    for (let i = from; i < to; i++) {
      const telling = this.#telling(rows, i)
      const isTold = standing(all).some((release) => sameRelease(release, telling))
      if (isTold) this.#sink.again(i)
      if (isTold || tells(selected!, telling) === 'confirmed') this.#findings.unchanged++
      else this.#findings.keep(draft, rows.first[i]!, rows.last[i]!, selected!, telling)
    }
  }

  /** Periods of a new series, each told once. */
  #addAll({ draft, rows }: StagedSeries): void {
    const { first, last, length } = rows
    for (let i = 0; i < length && this.#findings.keepsAdditions; i++) {
      this.#findings.addition(draft, first[i]!, last[i]!, this.#telling(rows, i))
    }
    this.#findings.added += length
    this.told += length
    this.shape.addAll(rows)
    this.#learnAll(rows)
    this.#sink.addAll(rows)
    this.#look.toldAll(rows)
  }

  #learnAll({ last, origin, note, length }: ObservationBatch): void {
    const { file, rule } = this.#source
    for (let i = 0; i < length; i++) {
      const known = knownDay(this.#source.origin(origin[i]!), last[i]!, rule)
      if (known > this.#lastKnown) this.#lastKnown = known
      if (note[i]! >= 0) this.notes.add(file.text(note[i]!)!)
    }
  }

  #add({ draft, rows }: StagedSeries, i: number): void {
    const telling = this.#telling(rows, i)
    const [first, last] = [rows.first[i]!, rows.last[i]!]
    this.#findings.addition(draft, first, last, telling)
    this.#findings.added++
    this.#tell(telling)
    this.#sink.add(first, last, telling)
  }

  #settle(
    { draft, rows }: StagedSeries,
    from: number,
    to: number,
    known: StoredRow | undefined,
    others: StoredRow[],
  ): void {
    const before = this.#placed(known, others)
    const next: Telling[] = []
    const lone: number[] = []
    for (let i = from; i < to; i++) {
      if (i > from && isRepeated(rows, i)) continue
      next.push(this.#telling(rows, i))
      lone.push(i)
    }
    const repeated = to - from - lone.length
    const all = before.selected ? [before.selected, ...before.others] : before.others
    const after = place(all, next, this.#source.rule)
    const answer = after.selected!
    const again = new Set(after.again)
    const fresh = next.filter((telling) => !again.has(telling))
    this.#count(before.selected, answer, fresh, after.again.length + repeated)
    const [first, last] = [rows.first[from]!, rows.last[from]!]
    if (!before.selected) this.#findings.addition(draft, first, last, answer)
    else if (!sameValue(before.selected, answer)) {
      this.#findings.revision(draft, first, last, before.selected, answer)
    }
    const line = next.includes(answer) ? answer.line : 0
    this.#look.telling(first, last, answer, line, before.selected)
    const warnings = next.length > 1 ? toldTwice(draft, first, last, next, again) : []
    for (const warning of warnings) this.#findings.issue(warning)
    if (before.selected && line === 0)
      this.#sayStanding(draft, { first, last }, before.selected, fresh)
    for (const telling of fresh) this.#tell(telling)
    this.#sink.settle(first, last, before, after)
    // A row that the file itself told just before hands nothing on when another import is undone.
    for (const [n, row] of lone.entries()) if (again.has(next[n]!)) this.#sink.again(row)
  }

  /** What the file tells otherwise than what goes on to answer. */
  #sayStanding(
    draft: SeriesDraft,
    period: TimePeriod,
    stood: Telling,
    fresh: readonly Telling[],
  ): void {
    for (const telling of fresh) {
      const words = stands(draft, period, stood, telling)
      if (words) this.#findings.oddity('stands', telling.line, () => words)
    }
  }

  /** One more release that was not there before. */
  #tell({ known, note }: Telling): void {
    this.told++
    if (known > this.#lastKnown) this.#lastKnown = known
    if (note !== null) this.notes.add(note)
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
    const { file, rule } = this.#source
    const origin = this.#source.origin(rows.origin[i]!)
    const value = rows.value[i]!
    return {
      value: Number.isNaN(value) ? null : value,
      decimals: rows.decimals[i]!,
      status: file.text(rows.status[i]!) || 'A',
      bound: BOUNDS[rows.bound[i]!]!,
      note: file.text(rows.note[i]!),
      line: rows.line[i]!,
      origin,
      published: origin.published,
      known: knownDay(origin, rows.last[i]!, rule),
      import: origin.told,
    }
  }
}

/** Whether a row tells the same release as the one before it: no second look is needed for such. */
const isRepeated = (
  { value, decimals, status, bound, origin }: StagedSeries['rows'],
  i: number,
): boolean =>
  Object.is(value[i], value[i - 1]) &&
  decimals[i] === decimals[i - 1] &&
  status[i] === status[i - 1] &&
  bound[i] === bound[i - 1] &&
  origin[i] === origin[i - 1]
