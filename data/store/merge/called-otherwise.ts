import type { SeriesDraft } from '../../model/batch.ts'
import type { Issue } from '../../model/report.ts'
import { seriesName } from '../../model/series-name.ts'
import type { StagedSeries } from '../stage/stage.ts'
import type { StoredSeries, StoreReader } from '../stored.ts'

/** New series, and figures of each, that are remembered. */
const MOST = { fresh: 100, figures: 120 }
/** Figures that must be the same, and how many different ones among them. */
const FEWEST = 4
const DIFFERENT = 3

interface Fresh {
  draft: SeriesDraft
  line: number
  values: Map<string, number>
}

const periodOf = (first: number, last: number): string => `${first} ${last}`

/**
 * Finds series that a file makes anew and that tell the figures of others, which it no longer tells: what
 * these are of is called otherwise now.
 */
export class CalledOtherwise {
  #fresh: Fresh[] = []
  #isTooMuch = false

  /** A series that the dataset does not have. */
  see({ draft, rows }: StagedSeries): void {
    if (this.#fresh.length >= MOST.fresh) this.#isTooMuch = true
    if (this.#isTooMuch || rows.length < FEWEST) return
    const values = new Map<string, number>()
    for (let i = 0; i < rows.length && values.size < MOST.figures; i++) {
      if (!Number.isNaN(rows.value[i]!))
        values.set(periodOf(rows.first[i]!, rows.last[i]!), rows.value[i]!)
    }
    this.#fresh.push({ draft, line: rows.line[0]!, values })
  }

  /** What is to be said, by the series of the store that the file does not tell. */
  issues(untold: readonly StoredSeries[], reader: StoreReader): Issue[] {
    if (this.#isTooMuch || this.#fresh.length === 0) return []
    const found: Issue[] = []
    for (const stored of untold) {
      if (stored.observations < FEWEST) continue
      const rows = reader.observations(stored.series_id)
      for (const fresh of this.#fresh) {
        const count = sameFigures(fresh.values, rows)
        if (count > 0) found.push(issueOf(fresh, stored, count))
      }
    }
    return found
  }
}

/** How many figures both tell, where these are all the same; else 0. */
function sameFigures(
  values: ReadonlyMap<string, number>,
  rows: ReturnType<StoreReader['observations']>,
): number {
  const same: number[] = []
  for (const [first, last, value] of rows) {
    const other = values.get(periodOf(first, last))
    if (other === undefined || value === null) continue
    if (other !== value) return 0
    same.push(value)
  }
  return same.length >= FEWEST && new Set(same).size >= DIFFERENT ? same.length : 0
}

const issueOf = ({ draft, line }: Fresh, stored: StoredSeries, count: number): Issue => ({
  severity: 'warning',
  line,
  column: null,
  code: 'called-otherwise',
  message: `${seriesName(draft)} is new and tells the same ${count} figures as ${seriesName(stored)}, which the file does not tell any more. Is it the same under another name? Then say which code that name stands for, or two series go on.`,
  value: draft.key,
})
