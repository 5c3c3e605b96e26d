import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { undoImport } from '../../../data/ingest.ts'
import { loadShipped } from '../../../data/shipped.ts'
import { listDatasets } from '../../../data/store/datasets.ts'
import { openStore, type Store } from '../../../data/store/open.ts'
import { listReleases } from '../../../data/store/series/releases.ts'
import { findSeriesOrThrow } from '../../../data/store/series/series.ts'

const SERIES = fileURLToPath(new URL('../../../data/series', import.meta.url))

let folder: string
let store: Store

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'entrepot-shipped-'))
  cpSync(SERIES, join(folder, 'series'), { recursive: true })
  store = await openStore(`file:${join(folder, 'entrepot.db')}`, 'write')
})
afterAll(async () => {
  await store.close()
  rmSync(folder, { recursive: true, force: true })
})

const load = () => loadShipped(store, join(folder, 'series'))

describe('the shipped series', () => {
  it('arrive with every row a release, and none rejected', async () => {
    const reports = await load()
    expect(reports.map(({ status, rejected }) => [status, rejected])).toEqual(
      Array(4).fill(['committed', 0]),
    )
    const datasets = await listDatasets(store.db)
    for (const { id, title } of datasets) {
      const described = readFileSync(join(folder, 'series', id, 'dataset.json'), 'utf8')
      expect(title).toBe(JSON.parse(described).title)
    }
    const counts = datasets.map(({ id, releases }) => [id, releases])
    expect(Object.fromEntries(counts)).toEqual({
      'bilateral-trade': 816,
      'car-market-share': 287,
      'chip-import-shares': 63,
      'related-series': 175,
    })
    expect(reports.every(({ importedBy }) => importedBy === 'first start')).toBe(true)
  })

  it('are cumulative where the file says so, also in the first of their periods', async () => {
    const { cumulative } = (await findSeriesOrThrow(
      store.db,
      'bilateral-trade/cn-ru-trade.total.ytd.usd-bn',
    ))!
    expect(cumulative).toBe(true)
    const single = 'chip-import-shares/advanced-chip-imports.total.bloomberg'
    expect(await findSeriesOrThrow(store.db, single)).toMatchObject({
      cumulative: true,
      observations: 1,
    })
  })

  it('keep interval, status, bound, source, day and note of a row', async () => {
    const [release] = await listReleases(
      store.db,
      'car-market-share/car-market.passenger.minpromtorg',
    )
    expect(release).toMatchObject({
      period: { first: 19358, last: 19722 },
      value: 1056000,
      decimals: 0,
      status: 'A',
      bound: '>',
      note: 'given as more than 1.056 million',
      source: 'Ministry of Industry and Trade of Russia via inforos.com',
      published: null,
      file: 'car-market-share.csv',
      line: 2,
    })
  })

  it('are not read again when nothing has changed', async () => {
    expect(await load()).toEqual([])
  })

  it('are read again when a file has changed, and only that one', async () => {
    const path = join(folder, 'series', 'chip-import-shares', 'chip-import-shares.csv')
    const text = readFileSync(path, 'utf8')
    const [header = '', first = ''] = text.split('\n')
    writeFileSync(path, text.replace(first, first.replace(',1.2,', ',1.3,')))
    expect(header).toContain('series_id')
    const reports = await load()
    expect(reports).toMatchObject([
      { dataset: 'chip-import-shares', status: 'committed', importedBy: 'shipped files' },
    ])
  })

  it('stay away where somebody took them back', async () => {
    await undoImport(store, 4)
    expect(await load()).toEqual([])
    expect(await listDatasets(store.db)).toHaveLength(3)
  })

  it('take on a description that has changed', async () => {
    const path = join(folder, 'series', 'bilateral-trade', 'dataset.json')
    writeFileSync(
      path,
      JSON.stringify({ ...JSON.parse(readFileSync(path, 'utf8')), title: 'Trade' }),
    )
    expect(await load()).toEqual([])
    expect((await listDatasets(store.db)).map(({ title }) => title)).toContain('Trade')
  })
})
