import type { Kysely } from 'kysely'
import type { Day } from '../../model/day.ts'
import type { Release } from '../../model/observation.ts'
import { byPeriod, type TimePeriod } from '../../model/period.ts'
import { byTelling } from '../../model/select.ts'
import type { Database } from '../schema.ts'
import { inSnapshot } from '../snapshot.ts'
import {
  periodOf,
  type Selection,
  selectObservations,
  selectObservationsAsOf,
  tellingOf,
} from './observations.ts'
import { findRecordOrThrow, type SeriesRecord } from './record.ts'

export interface ListedRelease extends Release {
  /** Whether it answers for its period. */
  selected: boolean
}

export interface ReleaseFilter {
  /** Only periods wholly inside. */
  within?: TimePeriod
  /** Only what was known on that day, and what was selected then. */
  asOf?: Day
}

/** Every release of every period of `dataset/key`, in order of period, then of telling. */
export const listReleases = (
  db: Kysely<Database>,
  id: string,
  { within, asOf }: ReleaseFilter = {},
): Promise<ListedRelease[]> =>
  inSnapshot(db, async (now) => {
    const record = await findRecordOrThrow(now, id)
    const selection =
      asOf === undefined
        ? await selectObservations(now, record)
        : await selectObservationsAsOf(now, record, asOf)
    return listed(record, selection).filter(
      ({ period }) => !within || (period.first >= within.first && period.last <= within.last),
    )
  })

function listed(record: SeriesRecord, selection: Selection): ListedRelease[] {
  const told = byTelling(record.undated)
  const { selected, others } = selection
  const chosen = new Set(selected)
  return [...selected, ...others]
    .map((row) => tellingOf(row, selection, record))
    .sort((a, b) => byPeriod(periodOf(a.row), periodOf(b.row)) || told(a, b))
    .map(({ row, origin, ...telling }) => ({
      ...telling,
      period: periodOf(row),
      note: row.note,
      source: origin.source,
      sourceUrl: origin.sourceUrl,
      import: origin.import,
      file: origin.file,
      selected: chosen.has(row),
    }))
}
