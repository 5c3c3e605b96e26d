import type { Kysely } from 'kysely'
import { keepPeriods } from './keep.ts'
import type { Columns, SeriesColumns } from './model/columns.ts'
import { parseDay } from './model/day.ts'
import { frequencyOf, isCumulative, spanOf } from './model/frequency.ts'
import { parsePeriod, periodText, unitOf } from './model/period.ts'
import { edgesOf, type SeriesQuery, type Span, seriesIds } from './model/query.ts'
import { parseSelection } from './model/selection.ts'
import { readColumns } from './store/columns.ts'
import { datasetIdOrThrow } from './store/datasets.ts'
import type { Database } from './store/schema.ts'
import { findRecordOrThrow, listRecords } from './store/series/record.ts'
import { inSnapshot, openSnapshot } from './store/snapshot.ts'
import { readSum } from './sum.ts'
import { applyTransforms, evaluate } from './transform/apply.ts'

/**
 * The answer to a query: charts draw it and downloads write it. Each series is read whole, as it was
 * known on `asOf`; `span` keeps the lengths of period that are drawn, or that transformations work on;
 * these see all of the time, so that the first growth asked for finds its base; then `start` and `end`
 * cut. Throws QueryError: 404 `unknown-series`, `unknown-dataset` with the nearest id, 400 where a
 * transformation makes no sense.
 */
export async function read(db: Kysely<Database>, query: SeriesQuery): Promise<Columns> {
  const stored = await inSnapshot(db, (now) => readStored(now, query))
  const named = query.series.flatMap((one) => evaluate(one, (id) => stored.get(id)!))
  const series = applyTransforms(named, query.transform)
  return { query, series: series.map((columns) => cut(columns, query)) }
}

/** The stored series of a query by id, on one snapshot. */
async function readStored(
  db: Kysely<Database>,
  query: SeriesQuery,
): Promise<Map<string, SeriesColumns>> {
  const asOf = query.asOf === null ? null : (parseDay(query.asOf) ?? null)
  const stored = new Map<string, SeriesColumns>()
  for (const id of seriesIds(query)) {
    const selection = parseSelection(id)
    const columns = selection
      ? await readSum(db, id, selection, asOf)
      : await readColumns(db, await findRecordOrThrow(db, id), asOf)
    stored.set(id, chooseSpan(columns, query.span))
  }
  return stored
}

/** What remains has the frequency of most of its periods; the full years of a cumulative series are annual. */
function chooseSpan(columns: SeriesColumns, span: Span[]): SeriesColumns {
  if (span.length === 0) return columns
  const { cumulative } = columns
  const kept = keepPeriods(
    columns,
    (period) =>
      span.includes(spanOf(period, cumulative)) ||
      (cumulative && span.includes('A') && unitOf(period) === 'A'),
  )
  if (kept.periods.length === 0 || kept === columns) return kept
  const periods = kept.periods.map((text) => parsePeriod(text)!)
  const counted = cumulative && isCumulative(periods)
  return {
    ...kept,
    frequency: frequencyOf(periods),
    cumulative: counted,
    periods: periods.map((period) => periodText(period, counted)),
  }
}

/** The periods wholly inside `start` and `end`; counts those that lie across an edge. */
function cut(columns: SeriesColumns, query: SeriesQuery): SeriesColumns {
  if (query.start === null && query.end === null) return columns
  const { first: from, last: to } = edgesOf(query)
  let straddling = 0
  const kept = keepPeriods(columns, ({ first, last }) => {
    const inside = first >= from && last <= to
    if (!inside && first <= to && last >= from) straddling++
    return inside
  })
  return { ...kept, straddling }
}

/** Series that are read at a time for a download of a whole dataset. */
const PAGE = 100

/**
 * All selected observations of a dataset, series by series in order of their keys: for a download that
 * is written while it is read, from one snapshot, and never held. Throws QueryError 404
 * `unknown-dataset` before the first series.
 */
export async function readDataset(
  db: Kysely<Database>,
  dataset: string,
): Promise<AsyncIterable<SeriesColumns>> {
  await datasetIdOrThrow(db, dataset)
  return streamDataset(db, dataset)
}

async function* streamDataset(
  db: Kysely<Database>,
  dataset: string,
): AsyncGenerator<SeriesColumns> {
  const snapshot = await openSnapshot(db)
  try {
    let after = ''
    for (;;) {
      const records = await listRecords(snapshot.db, dataset, after, PAGE)
      for (const record of records) yield await readColumns(snapshot.db, record)
      const last = records.at(-1)
      if (!last || records.length < PAGE) return
      after = last.series.key
    }
  } finally {
    await snapshot.close()
  }
}
