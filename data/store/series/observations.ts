import type { Kysely } from 'kysely'
import type { Day } from '../../model/day.ts'
import type { Bound } from '../../model/observation.ts'
import { byPeriod, type TimePeriod } from '../../model/period.ts'
import { selectRelease } from '../../model/select.ts'
import { compiled, slot } from '../compiled.ts'
import type { Database, ObservationTable } from '../schema.ts'
import { knownDay } from '../telling.ts'
import { type FiledOrigin, originsOf } from './origins.ts'
import type { SeriesRecord } from './record.ts'

/** A row of `observation` or `release`. */
export interface TellingRow extends Omit<ObservationTable, 'series_id' | 'bound'> {
  bound: Bound | null
}

/** What answers for each period of a series, and what else was told of it. */
export interface Selection {
  /** In order of first day, then last day. */
  selected: TellingRow[]
  /** Releases that are not selected, in the same order. */
  others: TellingRow[]
  /** Where both come from, by origin_id. */
  origins: Map<number, FiledOrigin>
}

/** A range of the primary key, in its order. */
const rowsOf = (table: 'observation' | 'release') =>
  compiled<TellingRow, [seriesId: number]>((db) =>
    db
      .selectFrom(table)
      .select(['first_day', 'last_day', 'value', 'decimals', 'status', 'note', 'origin_id', 'line'])
      .select((eb) => eb.ref('bound').$castTo<Bound | null>().as('bound'))
      .where('series_id', '=', slot<number>())
      .orderBy('first_day')
      .orderBy('last_day'),
  )

const selectedRows = rowsOf('observation')
const otherRows = rowsOf('release')

/** What is selected now. The place for a packed form of a series: nothing else reads these rows. */
export async function selectObservations(
  db: Kysely<Database>,
  { seriesId, series }: SeriesRecord,
): Promise<Selection> {
  const selected = await selectedRows(db, seriesId)
  const others = series.releases > selected.length ? await otherRows(db, seriesId) : []
  return { selected, others, origins: await originsOf(db, [...selected, ...others]) }
}

/** What was selected for those who knew only what was known on a day. */
export async function selectObservationsAsOf(
  db: Kysely<Database>,
  record: SeriesRecord,
  day: Day,
): Promise<Selection> {
  const now = await selectObservations(db, record)
  if (record.lastKnown !== null && record.lastKnown <= day) return now
  const known = [...now.selected, ...now.others]
    .map((row) => tellingOf(row, now, record))
    .filter((telling) => telling.known <= day)
  const periods = Map.groupBy(known, ({ row }) => `${row.first_day}/${row.last_day}`)
  const chosen = new Set([...periods.values()].map((told) => selectRelease(told, record.undated)))
  const rows = (keep: boolean) =>
    known
      .filter((telling) => chosen.has(telling) === keep)
      .map(({ row }) => row)
      .sort((a, b) => byPeriod(periodOf(a), periodOf(b)))
  return { selected: rows(true), others: rows(false), origins: now.origins }
}

/** A row with what the order of telling and the rule of selection go by. */
export function tellingOf(row: TellingRow, { origins }: Selection, record: SeriesRecord) {
  const origin = origins.get(row.origin_id)!
  return {
    row,
    origin,
    value: row.value,
    decimals: row.decimals,
    status: row.status ?? 'A',
    bound: row.bound,
    line: row.line,
    published: origin.published,
    known: knownDay(origin, row.last_day, record),
    import: origin.told,
  }
}

export const periodOf = ({ first_day, last_day }: TellingRow): TimePeriod => ({
  first: first_day,
  last: last_day,
})
