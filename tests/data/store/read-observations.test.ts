import { expect, it } from 'vitest'
import { parseDay } from '../../../data/model/day.ts'
import { readColumns } from '../../../data/store/columns.ts'
import { findSeriesDetail } from '../../../data/store/series/detail.ts'
import { findRecordOrThrow } from '../../../data/store/series/record.ts'
import { listReleases } from '../../../data/store/series/releases.ts'
import { findSeriesOrThrow } from '../../../data/store/series/series.ts'
import { storeWith, type Told } from './read-fixture.ts'

const retold: Told[] = [
  { period: '2023-01', value: 53.8, decimals: 1, published: '2023-02-10', source: 'Agency' },
  { period: '2023-01', value: 53.845, decimals: 3, published: '2023-03-10', source: 'Office' },
  { period: '2023-01', value: 53.84, decimals: 2, published: '2023-04-01', source: 'Reprint' },
  { period: '2023-02', value: 41, published: '2023-03-10', source: 'Office' },
]

const columns = async (told: Told[], asOf?: string, undated: 'earliest' | 'import' = 'import') => {
  const store = await storeWith([{ id: 'trade', undated, series: [{ key: 'total', told }] }])
  const record = await findRecordOrThrow(store.db, 'trade/total')
  return readColumns(store.db, record, asOf === undefined ? null : parseDay(asOf)!)
}

it('gives one value a period, and the other values that were told of it', async () => {
  const { periods, values, decimals, others } = await columns(retold)
  expect(periods).toEqual(['2023-01', '2023-02'])
  expect(values).toEqual([53.845, 41])
  expect(decimals).toEqual([3, 0])
  expect(others).toEqual([[53.8, 53.84], null])
})

it('names each source once, and for each value which it is', async () => {
  const { sources, sourceOf } = await columns(retold)
  expect(sources).toEqual([{ source: 'Office', url: null, published: '2023-03-10' }])
  expect(sourceOf).toEqual([0, 0])
})

it('was updated when the newest release was published, be it one that only confirms', async () => {
  expect((await columns(retold)).updated).toBe('2023-04-01')
})

it('is updated on the day of the import where the source gives no day, but not on an assumed one', async () => {
  const told = [{ period: '2023', value: 1, import: 3 }]
  expect((await columns(told)).updated).toBe('2026-01-03')
  expect((await columns(told, undefined, 'earliest')).updated).toBeNull()
})

it('has no columns for bounds, notes and other values where there are none', async () => {
  const plain = await columns([{ period: '2023', value: 1 }])
  for (const column of ['bounds', 'notes', 'others']) expect(plain).not.toHaveProperty(column)
  const hedged = await columns([
    { period: '2022', value: 90, bound: '>', note: 'given as more than 90' },
    { period: '2023', value: 95 },
  ])
  expect(hedged.bounds).toEqual(['>', null])
  expect(hedged.notes).toEqual(['given as more than 90', null])
  expect(hedged).not.toHaveProperty('others')
})

it('keeps a missing value missing, with its status', async () => {
  const { values, status } = await columns([
    { period: '2022', value: null, status: 'Q' },
    { period: '2023', value: 0 },
  ])
  expect(values).toEqual([null, 0])
  expect(status).toEqual(['Q', 'A'])
})

it('spells the periods of a cumulative series from January', async () => {
  const { periods, cumulative } = await columns([
    { period: '2023-01/2023-02', value: 1 },
    { period: '2023', value: 9 },
  ])
  expect(cumulative).toBe(true)
  expect(periods).toEqual(['2023-01/2023-02', '2023-01/2023-12'])
})

it('knows as of a day only what was published by then, and selects among that', async () => {
  const february = await columns(retold, '2023-02-28')
  expect(february.periods).toEqual(['2023-01'])
  expect(february.values).toEqual([53.8])
  expect(february).not.toHaveProperty('others')
  expect(february.updated).toBe('2023-02-10')
  const march = await columns(retold, '2023-03-10')
  expect(march.values).toEqual([53.845, 41])
  expect(march.others).toEqual([[53.8], null])
  expect((await columns(retold, '2023-02-09')).periods).toEqual([])
})

it('knows an undated figure 45 days after its period, and says how many stand on that', async () => {
  const told = [
    { period: '2023-01', value: 5, published: '2023-02-10' },
    { period: '2023-02', value: 6 },
  ]
  const before = await columns(told, '2023-04-13', 'earliest')
  expect([before.periods, before.assumed]).toEqual([['2023-01'], 0])
  const after = await columns(told, '2023-04-14', 'earliest')
  expect([after.periods, after.assumed]).toEqual([['2023-01', '2023-02'], 1])
})

it('orders an undated figure before all dated ones where the dataset says so, else by its import', async () => {
  const told = [
    { period: '2023', value: 7, published: '2024-01-10' },
    { period: '2023', value: 8, import: 2 },
  ]
  expect((await columns(told, undefined, 'earliest')).values).toEqual([7])
  expect((await columns(told, undefined, 'import')).values).toEqual([8])
})

it('lists every release of every period in the order of telling, and which one is selected', async () => {
  const { db } = await storeWith([{ id: 'trade', series: [{ key: 'total', told: retold }] }])
  const releases = await listReleases(db, 'trade/total')
  expect(releases.map(({ value, selected }) => [value, selected])).toEqual([
    [53.8, false],
    [53.845, true],
    [53.84, false],
    [41, true],
  ])
  expect(releases[0]).toMatchObject({
    period: { first: parseDay('2023-01-01'), last: parseDay('2023-01-31') },
    source: 'Agency',
    published: parseDay('2023-02-10'),
    import: 1,
    file: 'trade-1.csv',
    line: 2,
  })
  const february = { first: parseDay('2023-02-01')! }
  expect(
    await listReleases(db, 'trade/total', { within: { ...february, last: Infinity } }),
  ).toHaveLength(1)
  const early = await listReleases(db, 'trade/total', { asOf: parseDay('2023-02-28')! })
  expect(early.map(({ value, selected }) => [value, selected])).toEqual([[53.8, true]])
})

it('names the sources of all releases of a series, the one that told most first', async () => {
  const { db } = await storeWith([{ id: 'trade', series: [{ key: 'total', told: retold }] }])
  const { sources, related, ...series } = await findSeriesDetail(db, 'trade/total')
  expect(sources).toEqual([
    { source: 'Office', url: null, published: '2023-03-10', releases: 2 },
    { source: 'Agency', url: null, published: '2023-02-10', releases: 1 },
    { source: 'Reprint', url: null, published: '2023-04-01', releases: 1 },
  ])
  expect(series).toEqual(await findSeriesOrThrow(db, 'trade/total'))
  expect(related).toEqual([])
})
