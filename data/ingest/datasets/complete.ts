import type { SeriesDraft } from '../../model/batch.ts'
import type { Series } from '../../model/observation.ts'

/** A file that says nothing of a series' title, unit or codes leaves those that stand. */
export function complete(
  draft: SeriesDraft,
  stored: Pick<Series, 'title' | 'unit' | 'additive' | 'cumulative' | 'dimensions'>,
  isTitled: boolean,
): void {
  if (!isTitled) draft.title = stored.title
  // The same unit in other words is another text.
  if (draft.unit === null || (stored.unit !== null && draft.unit !== stored.unit)) {
    draft.unit = stored.unit
    draft.additive = stored.additive
  }
  // In the order of the file, so that what it says again is the same text again.
  draft.dimensions = { ...draft.dimensions, ...stored.dimensions, ...draft.dimensions }
  if (stored.cumulative) draft.cumulative = true
}
