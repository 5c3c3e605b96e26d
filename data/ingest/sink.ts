import type { ObservationBatch, OriginDraft, SeriesDraft } from '../model/batch.ts'

/** Where validated observations go; a stage of the store is one. */
export interface Sink {
  addSeries(draft: SeriesDraft): number
  addOrigin(draft: OriginDraft): number
  addText(text: string): number
  add(batch: ObservationBatch): void
}
