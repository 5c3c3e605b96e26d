import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createGathering } from '../../../data/ingest/records/gathering.ts'
import { BOUNDS, type SeriesDraft } from '../../../data/model/batch.ts'
import type { Comparison } from '../../../data/model/comparison.ts'
import type { DatasetDescription } from '../../../data/model/dataset.ts'
import { dayOf, parseDay } from '../../../data/model/day.ts'
import type { Bound } from '../../../data/model/observation.ts'
import { parsePeriod } from '../../../data/model/period.ts'
import type { ImportReport, Mode } from '../../../data/model/report.ts'
import { makeRows } from '../../../data/model/rows.ts'
import { beginImport } from '../../../data/store/ledger/write.ts'
import { openStore, type Store } from '../../../data/store/open.ts'
import { createStage, type Stage } from '../../../data/store/stage/stage.ts'
import { unpackAgain } from '../../../data/store/write/again.ts'
import type { Names } from '../../../data/store/write/series.ts'
import { write } from '../../../data/store/write/write.ts'

/** An empty store in memory. */
export const emptyStore = (): Promise<Store> => openStore('file::memory:', 'write')

/** One row of a file. `period` in any spelling; what is left out has a sensible value. */
export interface Row {
  series: string
  period: string
  value: number | null
  decimals?: number
  status?: string
  bound?: Bound
  note?: string
  source?: string
  sourceUrl?: string
  /** `2023-12-07`. */
  published?: string
  line?: number
}

export const noNames: Names = () => []

export const description = (more: Partial<DatasetDescription> = {}): DatasetDescription => ({
  id: 'trade',
  title: 'Trade',
  description: 'Trade between two countries.',
  source: 'Customs',
  licence: 'public',
  columns: {},
  additive: { default: 'sum' },
  undated: 'import',
  ...more,
})

const decimalsOf = (value: number | null): number =>
  value === null ? 0 : (String(value).split('.')[1]?.length ?? 0)

/** A finished stage that tells these rows; lines count from 2, as after a header. */
export function stageOf(
  rows: readonly Row[],
  drafts: Record<string, Partial<SeriesDraft>> = {},
  stage: Stage = createStage(join(tmpdir(), `entrepot-stage-${process.pid}-${stages++}`)),
): Stage {
  const batch = makeRows(rows.length)
  const file = createGathering((draft) => draft)
  rows.forEach((row, i) => {
    const period = parsePeriod(row.period)
    if (!period) throw new Error(`No period: ${row.period}`)
    const draft = { key: row.series, title: row.series, unit: null, additive: 'sum' as const }
    batch.series[i] = file.addSeries({ ...draft, dimensions: {}, ...drafts[row.series] })
    batch.origin[i] = file.addOrigin({
      source: row.source ?? null,
      sourceUrl: row.sourceUrl ?? null,
      published: row.published ? parseDay(row.published)! : null,
    })
    batch.note[i] = row.note === undefined ? -1 : file.addText(row.note)
    batch.status[i] = file.addText(row.status ?? 'A')
    batch.first[i] = period.first
    batch.last[i] = period.last
    batch.value[i] = row.value ?? Number.NaN
    batch.decimals[i] = row.decimals ?? decimalsOf(row.value)
    batch.bound[i] = BOUNDS.indexOf(row.bound ?? null)
    batch.line[i] = row.line ?? i + 2
  })
  batch.length = rows.length
  file.add(batch)
  stage.take(file.cut())
  stage.finish()
  return stage
}

let stages = 0

export const reportOf = (
  id: number,
  rows: number,
  dataset: DatasetDescription,
  comparison: Comparison,
): ImportReport => ({
  id,
  dataset: dataset.id,
  datasetTitle: dataset.title,
  file: `file-${id}.csv`,
  bytes: 100,
  sha256: `sha-${id}`,
  status: 'committed',
  importedAt: '2024-01-01T00:00:00.000Z',
  importedBy: null,
  undoneAt: null,
  identicalTo: null,
  rows,
  reading: null,
  sample: [],
  questions: [],
  error: null,
  options: {},
  undo: null,
  ...comparison,
})

export interface TellOptions {
  dataset?: Partial<DatasetDescription>
  drafts?: Record<string, Partial<SeriesDraft>>
  /** Day of the import, `2024-01-01`. */
  on?: string
  file?: string
  names?: Names
  mode?: Mode
}

/** Imports rows as a file would and gives the report. */
export async function tell(
  store: Store,
  rows: readonly Row[],
  {
    dataset,
    drafts,
    on = '2024-01-01',
    file = 'file.csv',
    names = noNames,
    mode,
  }: TellOptions = {},
): Promise<ImportReport> {
  const id = await beginImport(store, { file, bytes: 100, sha256: file, by: null, options: {} })
  const stage = stageOf(rows, drafts)
  const described = description(dataset)
  const report = await write(store, stage, {
    import: id,
    dataset: described,
    day: parseDay(on) ?? dayOf(2024, 1, 1),
    names,
    mode,
    report: (comparison) => reportOf(id, rows.length, described, comparison),
  })
  stage.discard()
  return report
}

/**
 * All that a store says, without the numbers that it gives to things: for comparing two stores.
 * Imports go by the names of their files.
 */
export function contentOf({ raw }: Store): unknown {
  const rows = (table: string) =>
    raw
      .prepare(
        `select d.id dataset, s.key, r.first_day, r.last_day, r.value, r.decimals, r.status, r.bound,
           r.note, r.line, o.source, o.source_url, o.published, o.known, i.file
         from ${table} r join series s using (series_id) join dataset d using (dataset_id)
           join origin o using (origin_id) join import i using (import_id)
         order by 1, 2, 3, 4, i.file, r.line`,
      )
      .all()
  const again = raw
    .prepare<[], { told_again: Buffer | null; told: string }>(
      `select told_again, json_array(s.key, i.file, t.added, draft, withdraws is not null) told
       from import_series t join series s using (series_id) join import i using (import_id)
       order by told`,
    )
    .all()
  return {
    observations: rows('observation'),
    releases: rows('release'),
    again: again.map(({ told, told_again }) => ({
      told,
      again: unpackAgain(told_again)
        .map(({ origin: _, ...entry }) => JSON.stringify(entry))
        .sort(),
    })),
    series: raw
      .prepare(
        `select d.id, d.title, s.key, s.title, s.unit, s.frequency, s.additive, s.cumulative,
           s.observations, s.releases, s.first_day, s.last_day, s.last_known,
           (select group_concat(dimension || '=' || code) from series_code c
            where c.series_id = s.series_id) codes
         from series s join dataset d using (dataset_id) order by d.id, s.key`,
      )
      .raw()
      .all(),
    datasets: raw.prepare('select id, title from dataset order by id').all(),
  }
}

/** Keys of the series that are found by a word. */
export const found = ({ raw }: Store, word: string): unknown[] =>
  raw
    .prepare(
      `select key from series_search f join series s on s.series_id = f.rowid
       where series_search match ? order by key`,
    )
    .pluck()
    .all(`"${word}"`)
