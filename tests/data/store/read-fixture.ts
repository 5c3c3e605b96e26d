import { parseDay } from '../../../data/model/day.ts'
import { frequencyOf, isCumulative } from '../../../data/model/frequency.ts'
import type { Bound } from '../../../data/model/observation.ts'
import { parsePeriod } from '../../../data/model/period.ts'
import { selectRelease } from '../../../data/model/select.ts'
import { openStore, type Store } from '../../../data/store/open.ts'
import { searchText } from '../../../data/store/search-text.ts'

/** One telling; `import` 1, an exact value and the source "A paper" when left out. */
export interface Told {
  period: string
  value: number | null
  decimals?: number
  status?: string
  bound?: Bound
  note?: string
  source?: string
  published?: string
  import?: number
}

export interface ToldSeries {
  key: string
  title?: string
  unit?: string
  codes?: Record<string, string>
  told: Told[]
}

export interface ToldDataset {
  id: string
  title?: string
  undated?: 'earliest' | 'import'
  series: ToldSeries[]
}

/** Day on which import `n` came in: 2026-01-01 and days after. */
const importDay = (n: number) => parseDay('2026-01-01')! + n - 1

/** A store that holds what is told, row by row as the schema has it. */
export async function storeWith(datasets: ToldDataset[], url = 'file::memory:'): Promise<Store> {
  const store = await openStore(url, 'write')
  for (const dataset of datasets) await addDataset(store, dataset)
  return store
}

async function addDataset({ db }: Store, dataset: ToldDataset): Promise<void> {
  const undated = dataset.undated ?? 'import'
  const imports = new Set(dataset.series.flatMap((s) => s.told.map((told) => told.import ?? 1)))
  const { dataset_id } = await db
    .insertInto('dataset')
    .values({
      id: dataset.id,
      title: dataset.title ?? dataset.id,
      description: '',
      source: 'A paper',
      licence: '',
      reading: '{}',
      undated,
      undated_lag: 45,
      created_by: null,
    })
    .returning('dataset_id')
    .executeTakeFirstOrThrow()
  const importIds = new Map<number, number>()
  for (const n of [...imports].sort((a, b) => a - b)) {
    const { import_id } = await db
      .insertInto('import')
      .values({
        dataset: dataset.id,
        dataset_id,
        new_dataset: 0,
        status: 'committed',
        sha256: `${dataset.id}-${n}`,
        file: `${dataset.id}-${n}.csv`,
        bytes: 0,
        imported_at: '2026-01-01T00:00:00Z',
        options: '{}',
        details: '{}',
        rows: 0,
        added: 0,
        revised: 0,
        confirmed: 0,
        unchanged: 0,
        rejected: 0,
        issues: 0,
      })
      .returning('import_id')
      .executeTakeFirstOrThrow()
    importIds.set(n, import_id)
  }
  for (const series of dataset.series) await addSeries(db, dataset_id, undated, series, importIds)
}

async function addSeries(
  db: Store['db'],
  dataset_id: number,
  undated: 'earliest' | 'import',
  series: ToldSeries,
  importIds: Map<number, number>,
): Promise<void> {
  const periods = series.told.map((told) => parsePeriod(told.period)!)
  const unit = series.unit ?? 'USD bn'
  const { series_id } = await db
    .insertInto('series')
    .values({
      dataset_id,
      key: series.key,
      title: series.title ?? series.key,
      unit,
      frequency: frequencyOf(periods),
      additive: unit === 'percent' ? 'none' : 'sum',
      cumulative: isCumulative(periods) ? 1 : 0,
      observations: 0,
      releases: series.told.length,
      first_day: Math.min(...periods.map((period) => period.first)),
      last_day: Math.max(...periods.map((period) => period.last)),
      version: 1,
    })
    .returning('series_id')
    .executeTakeFirstOrThrow()
  const codes = Object.entries(series.codes ?? {})
  for (const [dimension, code] of codes) {
    await db.insertInto('series_code').values({ dimension, code, series_id }).execute()
  }
  const notes = series.told.map((told) => told.note ?? '')
  const text = [series.key, series.title, ...codes.map(([, code]) => code), ...notes].join(' ')
  await db
    .insertInto('series_search')
    .values({ rowid: series_id, text: searchText(text) })
    .execute()

  const tellings = []
  for (const [i, told] of series.told.entries()) {
    const n = told.import ?? 1
    const published = told.published === undefined ? null : parseDay(told.published)!
    const known = published ?? (undated === 'import' ? importDay(n) : null)
    const { origin_id } = await db
      .insertInto('origin')
      .values({
        import_id: importIds.get(n)!,
        told: n,
        source: told.source ?? 'A paper',
        source_url: null,
        published,
        known,
      })
      .returning('origin_id')
      .executeTakeFirstOrThrow()
    const period = parsePeriod(told.period)!
    tellings.push({
      period: `${period.first}/${period.last}`,
      value: told.value,
      decimals: told.decimals ?? 0,
      status: told.status ?? 'A',
      bound: told.bound ?? null,
      published,
      known: known ?? period.last + 45,
      import: n,
      line: i + 2,
      row: {
        series_id,
        first_day: period.first,
        last_day: period.last,
        value: told.value,
        decimals: told.decimals ?? 0,
        status: told.status ?? null,
        bound: told.bound ?? null,
        note: told.note ?? null,
        origin_id,
        line: i + 2,
      },
    })
  }
  const groups = [...Map.groupBy(tellings, (telling) => telling.period).values()]
  const selected = new Set(groups.map((group) => selectRelease(group, undated)))
  for (const telling of tellings) {
    const table = selected.has(telling) ? 'observation' : 'release'
    await db.insertInto(table).values(telling.row).execute()
  }
  await db
    .updateTable('series')
    .set({
      observations: groups.length,
      last_known: Math.max(...tellings.map((telling) => telling.known)),
    })
    .where('series_id', '=', series_id)
    .execute()
}
