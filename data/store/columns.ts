import type { Kysely } from 'kysely'
import type { SeriesColumns } from '../model/columns.ts'
import { type Day, dayText } from '../model/day.ts'
import { periodText } from '../model/period.ts'
import { Sources } from '../model/sources.ts'
import { aboutOf, findPacked, packedColumns } from './packed/read.ts'
import type { Database } from './schema.ts'
import {
  periodOf,
  type Selection,
  selectObservationsAsOf,
  type TellingRow,
} from './series/observations.ts'
import type { SeriesRecord } from './series/record.ts'
import { asSource } from './telling.ts'

/** All of a series in columns, as it is or as it was known on a day. */
export async function readColumns(
  db: Kysely<Database>,
  record: SeriesRecord,
  asOf: Day | null = null,
): Promise<SeriesColumns> {
  const { seriesId, lastKnown } = record
  const asItIs = asOf === null || (lastKnown !== null && lastKnown <= asOf)
  const packed = asItIs ? await findPacked(db, seriesId) : undefined
  const columns = packed
    ? packedColumns(record.series, packed)
    : columnsOf(record, await selectObservationsAsOf(db, record, asOf ?? Infinity))
  return asOf === null ? columns : { ...columns, assumed: assumedOf(columns) }
}

/** How many values stand on an assumed day of publication. */
const assumedOf = ({ sources, sourceOf }: SeriesColumns): number =>
  sourceOf.filter((of) => sources[of]!.published === null).length

/** The same from rows: what is packed must say this too. */
export function columnsOf({ series }: SeriesRecord, selection: Selection): SeriesColumns {
  const { selected, origins } = selection
  // Several origins may be one source: the same page, told by two imports.
  const sources = new Sources()
  const sourceOf = selected.map((row) => sources.placeOf(asSource(origins.get(row.origin_id)!)))
  const columns: SeriesColumns = {
    ...aboutOf(series),
    updated: updatedOf(selection),
    periods: selected.map((row) => periodText(periodOf(row), series.cumulative)),
    values: selected.map((row) => row.value),
    decimals: selected.map((row) => row.decimals),
    status: selected.map((row) => row.status ?? 'A'),
    sources: sources.list,
    sourceOf,
    straddling: 0,
  }
  const bounds = selected.map((row) => row.bound)
  if (bounds.some((bound) => bound !== null)) columns.bounds = bounds
  const notes = selected.map((row) => row.note)
  if (notes.some((note) => note !== null)) columns.notes = notes
  const others = othersOf(selection)
  if (others) columns.others = others
  return columns
}

/** Day of the newest release whose day is known, be it only that of its import. */
function updatedOf({ selected, others, origins }: Selection): string | null {
  let newest: Day | null = null
  for (const row of [...selected, ...others]) {
    const { published, known } = origins.get(row.origin_id)!
    const day = published ?? known
    if (day !== null && (newest === null || day > newest)) newest = day
  }
  return newest === null ? null : dayText(newest)
}

/** Values that differ from the selected one of their period, each once; undefined where none does. */
function othersOf({ selected, others }: Selection): (number[] | null)[] | undefined {
  if (others.length === 0) return undefined
  const told = Map.groupBy(others, key)
  const lists = selected.map((row) => {
    const values = new Set((told.get(key(row)) ?? []).map((other) => other.value))
    values.delete(row.value)
    values.delete(null)
    return values.size === 0 ? null : ([...values] as number[])
  })
  return lists.some((list) => list !== null) ? lists : undefined
}

const key = ({ first_day, last_day }: TellingRow): string => `${first_day}/${last_day}`
