import type { ObservationBatch, SeriesDraft } from '../../model/batch.ts'
import type { Renamed } from '../../model/piece.ts'
import type { Packed } from '../packed/packed.ts'
import type { StoredSeries } from '../stored.ts'
import type { Placed, Telling } from '../telling.ts'
import type { Shape } from './shape.ts'

/** Where a merge leaves what it finds: comparing counts only, writing writes. */
export interface Sink {
  /** The series to which the following belongs, and what stands packed of it; undefined where it is new. */
  open(stored: StoredSeries | undefined, packed: Packed | undefined): void
  /** All periods of a new series, each told once, in order: most of a file goes this way. */
  addAll(rows: ObservationBatch): void
  /** A period that was not there, told once. */
  add(first: number, last: number, telling: Telling): void
  /** A period told several times, or otherwise than before. */
  settle(first: number, last: number, before: Placed, after: Placed): void
  /** This row of the file repeats a release. */
  again(row: number): void
  close(merged: Merged): void
  /** A new series that is closed is called otherwise. */
  rename(series: Renamed): void
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
