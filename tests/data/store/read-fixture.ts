import { dayText, parseDay } from '../../../data/model/day.ts'
import { openStore, type Store } from '../../../data/store/open.ts'
import { type Row, tell } from './fixture.ts'

/** One telling; by import 1 and with the source "A paper" when left out. */
export type Told = Omit<Row, 'series' | 'line'> & { import?: number }

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

/** A store that was told this, import by import: `trade-1.csv` on 2026-01-01, `trade-2.csv` a day later. */
export async function storeWith(datasets: ToldDataset[], url = 'file::memory:'): Promise<Store> {
  const store = await openStore(url, 'write')
  for (const dataset of datasets) {
    const imports = new Set(dataset.series.flatMap(({ told }) => told.map(importOf)))
    for (const n of [...imports].sort((a, b) => a - b)) await tellOne(store, dataset, n)
  }
  return store
}

const importOf = (told: Told): number => told.import ?? 1

async function tellOne(store: Store, dataset: ToldDataset, n: number): Promise<void> {
  const { id, title = id, undated = 'import', series } = dataset
  const rows = series.flatMap(({ key, told }) =>
    told
      .filter((one) => importOf(one) === n)
      .map(({ import: _, ...row }) => ({ source: 'A paper', ...row, series: key })),
  )
  const drafts = series.map(({ key, title = key, unit = 'USD bn', codes = {} }) => {
    const additive = unit === 'percent' ? ('none' as const) : ('sum' as const)
    return [key, { title, unit, additive, dimensions: codes }]
  })
  await tell(store, rows, {
    dataset: { id, title, undated, undatedLag: 45 },
    drafts: Object.fromEntries(drafts),
    on: dayText(parseDay('2026-01-01')! + n - 1),
    file: `${id}-${n}.csv`,
  })
}
