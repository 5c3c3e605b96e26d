import { beforeAll, expect, it } from 'vitest'
import { dataVersion } from '../../../data/store/data-version.ts'
import { findDatasetOrThrow, listDatasets } from '../../../data/store/datasets.ts'
import type { Store } from '../../../data/store/open.ts'
import { listRelated } from '../../../data/store/series/related.ts'
import { findSeriesOrThrow } from '../../../data/store/series/series.ts'
import { tell } from './fixture.ts'
import { storeWith } from './read-fixture.ts'

let store: Store

beforeAll(async () => {
  store = await storeWith([
    {
      id: 'trade',
      title: 'Trade',
      series: [
        {
          key: 'total.a.usd',
          codes: { partner: 'RUS', flow: 'T' },
          told: [
            { period: '2022', value: 190, published: '2023-01-13' },
            { period: '2022', value: 190.3, decimals: 1, published: '2023-01-20' },
            { period: '2023', value: 240, published: '2024-01-12' },
          ],
        },
        {
          key: 'total.a.pct',
          unit: 'percent',
          codes: { partner: 'RUS' },
          told: [{ period: '2023', value: 26.3 }],
        },
        { key: 'total.m.usd', told: [{ period: '2024-01', value: 20 }] },
        { key: 'imports.a.usd', told: [{ period: '2023', value: 129 }] },
        { key: 'imports.m.usd', told: [{ period: '2023-12', value: 11 }] },
        { key: 'total.a.usd.more', told: [{ period: '2023', value: 1 }] },
      ],
    },
  ])
})

it('counts series, observations and releases, and says what days are covered', async () => {
  const [trade, ...more] = await listDatasets(store.db)
  expect(trade).toMatchObject({
    id: 'trade',
    title: 'Trade',
    series: 6,
    observations: 7,
    releases: 8,
    first: '2022-01-01',
    last: '2024-01-31',
    updated: '2026-01-01',
    imported: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
  })
  expect(more).toEqual([])
})

it('lists the codes of each dimension with how many series have them', async () => {
  const trade = await findDatasetOrThrow(store.db, 'trade')
  expect(trade?.dimensions).toEqual([
    { dimension: 'flow', codes: [{ code: 'T', series: 1 }] },
    { dimension: 'partner', codes: [{ code: 'RUS', series: 2 }] },
    {
      dimension: 'unit',
      codes: [
        { code: 'USD bn', series: 5 },
        { code: 'percent', series: 1 },
      ],
    },
    {
      dimension: 'frequency',
      codes: [
        { code: 'A', series: 4 },
        { code: 'M', series: 2 },
      ],
    },
  ])
})

it('names the nearest dataset and the nearest series where there is none of the name', async () => {
  await expect(findDatasetOrThrow(store.db, 'trede')).rejects.toMatchObject({
    status: 404,
    near: 'trade',
  })
  await expect(findSeriesOrThrow(store.db, 'trade/totl.m.usd')).rejects.toMatchObject({
    code: 'unknown-series',
    status: 404,
    near: 'trade/total.m.usd',
  })
  await expect(findSeriesOrThrow(store.db, 'trede/total.a.usd')).rejects.toMatchObject({
    code: 'unknown-dataset',
    near: 'trade',
  })
})

it('finds a series by its id', async () => {
  const series = await findSeriesOrThrow(store.db, 'trade/total.a.usd')
  expect(series).toMatchObject({
    id: 'trade/total.a.usd',
    dimensions: { partner: 'RUS', flow: 'T' },
    observations: 2,
    releases: 3,
    first: '2022-01-01',
    last: '2023-12-31',
  })
})

it('relates series whose keys differ in one part, the last part first', async () => {
  const related = await listRelated(store.db, 'trade/total.a.usd')
  expect(related.map((series) => series.key)).toEqual([
    'total.a.pct',
    'total.m.usd',
    'imports.a.usd',
  ])
})

it('has a version that counts the changes of what is told', async () => {
  const before = await dataVersion(store.db)
  await tell(store, [{ series: 'a', period: '2023', value: 1 }], { dataset: { id: 'new' } })
  expect(await dataVersion(store.db)).toBeGreaterThan(before)
})
