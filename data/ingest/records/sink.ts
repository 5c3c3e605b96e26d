import type { ObservationBatch, OriginDraft, SeriesDraft } from '../../model/batch.ts'

/** Where validated observations go; a stage of the store is one. */
export interface Sink {
  addSeries(draft: SeriesDraft): number
  /** The number of the series of a key; -1 where there is none. */
  numberOf(key: string): number
  keyOf(series: number): string
  addOrigin(draft: OriginDraft): number
  addText(text: string): number
  add(batch: ObservationBatch): void
}
