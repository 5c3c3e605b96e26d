import type { SeriesDraft } from '../../model/batch.ts'
import type { Renamed } from '../../model/piece.ts'
import type { StagedSeries } from '../stage/stage.ts'
import type { Held, StoredSeries } from '../stored.ts'
import { CalledOtherwise } from './called-otherwise.ts'
import type { Findings } from './findings.ts'
import { MergeLook } from './look.ts'
import { PeriodMerge } from './periods.ts'
import type { Sink } from './sink.ts'
import { type MergeSource, replaces } from './source.ts'
import { keptOtherwise } from './warnings.ts'

/** Series of a dataset up to which those that the file does not tell are looked at beside its own. */
const AROUND = 1000

/** Merges what a file tells with what the store holds, series by series. */
export class Merge {
  readonly #source: MergeSource
  readonly #sink: Sink
  readonly #findings: Findings
  readonly #look: MergeLook
  readonly #periods: PeriodMerge
  /** What the dataset held before, less the series that the file tells. */
  readonly #held: Held
  readonly #seen = new Set<number>()
  readonly #otherwise = new CalledOtherwise()
  readonly #stored: StoredSeries[]

  constructor(source: MergeSource, sink: Sink, findings: Findings) {
    this.#source = source
    this.#sink = sink
    this.#findings = findings
    this.#look = new MergeLook(source, findings)
    this.#periods = new PeriodMerge(source, sink, findings, this.#look)
    const { dataset, reader } = source
    this.#held = dataset === undefined ? { ...NOTHING } : reader.held(dataset)
    const all = source.mode === 'replace-dataset' && dataset !== undefined
    this.#stored = all ? [...reader.allSeries(dataset)] : []
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
    if (!stored && this.#source.dataset !== undefined) this.#otherwise.see(staged)
    const packed = stored && this.#source.reader.packed(stored.series_id)
    this.#sink.open(stored, packed)
    this.#periods.merge(staged, stored, packed)
    this.#close(draft, rows, stored)
  }

  /** A new series is called otherwise than when it was merged. */
  rename(series: Renamed): void {
    this.#findings.rename(series)
    this.#sink.rename(series)
  }

  /** When all series of the file are merged: those of the dataset that it does not tell. */
  finish(): void {
    const { dataset, mode } = this.#source
    const isReplaced = mode === 'replace-dataset'
    const isFew = dataset !== undefined && this.#held.series <= AROUND
    const untold = isFew ? [...this.#untold(dataset)] : []
    for (const issue of this.#otherwise.issues(untold, this.#source.reader)) {
      this.#findings.issue(issue)
    }
    if (!isReplaced) this.#look.around(untold)
    this.#look.finish()
    if (dataset === undefined) return
    if (isReplaced) this.#withdrawUntold(dataset)
    else this.#sayAbsent(dataset)
  }

  #withdrawUntold(dataset: number): void {
    for (const { series_id, key } of this.#stored) {
      if (this.#seen.has(series_id)) continue
      const stored = this.#source.reader.findSeries(dataset, key)!
      const draft = JSON.parse(stored.draft) as SeriesDraft
      const packed = this.#source.reader.packed(series_id)
      this.#sink.open(stored, packed)
      this.#periods.withdraw(draft, stored, packed)
      this.#close(draft, undefined, stored)
    }
  }

  #sayAbsent(dataset: number): void {
    this.#findings.absent(this.#held)
    if (this.#held.series === 0) return
    for (const stored of this.#untold(dataset)) {
      if (!this.#findings.listsAbsent) return
      if (stored.observations > 0) this.#findings.absentSeries(stored)
    }
  }

  /** Series of the store that the file does not tell. */
  *#untold(dataset: number): Generator<StoredSeries> {
    for (const stored of this.#source.reader.allSeries(dataset)) {
      if (stored.series_id > this.#held.last) return
      if (!this.#seen.has(stored.series_id)) yield stored
    }
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

  #close(
    draft: SeriesDraft,
    rows: StagedSeries['rows'] | undefined,
    stored: StoredSeries | undefined,
  ): void {
    const { shape, told, lastKnown, notes } = this.#periods
    this.#findings.close(shape, draft)
    this.#look.series(draft, shape.cumulative(draft.cumulative))
    const withdraws = replaces(this.#source) ? this.#source.withdraws().id : null
    this.#sink.close({ draft, rows, stored, shape, told, withdraws, lastKnown, notes })
  }
}

const NOTHING: Held = { series: 0, figures: 0, last: 0 }
