import { expect, it } from 'vitest'
import { parseDay } from '../../../data/model/day.ts'
import { beginImport } from '../../../data/store/ledger/write.ts'
import { compare } from '../../../data/store/merge/compare.ts'
import { write } from '../../../data/store/write/write.ts'
import {
  contentOf,
  description,
  emptyStore,
  found,
  noNames,
  type Row,
  reportOf,
  stageOf,
  tell,
} from './fixture.ts'

const values = (store: Awaited<ReturnType<typeof emptyStore>>, table: string) =>
  store.raw.prepare(`select value from ${table} order by first_day, line`).pluck().all()

it('tells added, revised, confirmed and unchanged apart', async () => {
  const store = await emptyStore()
  await tell(store, [
    { series: 'a', period: '2023-01', value: 5.125 },
    { series: 'a', period: '2023-02', value: 6 },
    { series: 'a', period: '2023-03', value: 7 },
  ])
  const report = await tell(store, [
    { series: 'a', period: '2023-01', value: 5.1 },
    { series: 'a', period: '2023-02', value: 6.5 },
    { series: 'a', period: '2023-03', value: 7 },
    { series: 'a', period: '2023-04', value: 8 },
  ])
  expect(report).toMatchObject({ added: 1, revised: 1, confirmed: 1, unchanged: 1, rejected: 0 })
  expect(values(store, 'observation')).toEqual([5.125, 6.5, 7, 8])
  expect(values(store, 'release')).toEqual([5.1, 6])
})

it('keeps every telling of a period in one file, and lets the rule select', async () => {
  const store = await emptyStore()
  const rows: Row[] = [
    { series: 'a', period: '2023-01/2023-11', value: 218, published: '2023-12-09' },
    { series: 'a', period: '2023-01/2023-11', value: 218.176, published: '2023-12-07' },
    { series: 'a', period: '2023-01/2023-11', value: 218.17, published: '2023-12-08' },
    { series: 'a', period: '2023-01/2023-11', value: 230, status: 'E', published: '2024-01-01' },
  ]
  const report = await tell(store, rows)
  expect(report).toMatchObject({ added: 1, confirmed: 3, revised: 0 })
  expect(values(store, 'observation')).toEqual([218.176])
  expect(values(store, 'release')).toHaveLength(3)
})

it('takes nothing twice from a file that comes again', async () => {
  const store = await emptyStore()
  const rows: Row[] = [
    { series: 'a', period: '2023-01', value: null, status: 'O', note: 'not yet' },
    { series: 'a', period: '2023-02', value: 6, source: 'Customs', published: '2023-03-07' },
    { series: 'a', period: '2023-02', value: 6.1, source: 'Press', bound: '>' },
  ]
  await tell(store, rows)
  const before = values(store, 'release')
  expect(await tell(store, rows)).toMatchObject({
    added: 0,
    revised: 0,
    confirmed: 0,
    unchanged: 3,
  })
  expect(values(store, 'release')).toEqual(before)
})

it('lets an undated file correct a correction', async () => {
  const store = await emptyStore()
  for (const value of [5, 6, 5]) await tell(store, [{ series: 'a', period: '2023-01', value }])
  expect(values(store, 'observation')).toEqual([5])
  const again = await tell(store, [{ series: 'a', period: '2023-01', value: 5 }])
  expect(again).toMatchObject({ unchanged: 1 })
})

it('puts undated tellings before all dated ones where the dataset says so', async () => {
  const store = await emptyStore()
  const dataset = { undated: 'earliest' as const, undatedLag: 45 }
  const dated: Row = { series: 'a', period: '2023-01', value: 5, published: '2023-02-07' }
  await tell(store, [dated], { dataset })
  const undated: Row = { series: 'a', period: '2023-01', value: 6 }
  expect(await tell(store, [undated], { dataset })).toMatchObject({ confirmed: 1 })
  expect(values(store, 'observation')).toEqual([5])
  const known = store.raw.prepare('select last_known from series').pluck().get()
  expect(known).toBe(parseDay('2023-01-31')! + 45)
})

it('compares without writing, and finds what writing then finds', async () => {
  const store = await emptyStore()
  await tell(store, [{ series: 'a', period: '2023-01', value: 5 }])
  const before = contentOf(store)
  const rows: Row[] = [
    { series: 'a', period: '2023-01', value: 6 },
    { series: 'b', period: '2023-Q1', value: 7 },
  ]
  const day = parseDay('2024-01-01')!
  const stage = stageOf(rows)
  const comparison = await compare(store, stage, { dataset: description(), day })
  expect(comparison).toMatchObject({ added: 1, revised: 1, newDataset: false })
  expect(contentOf(store)).toEqual(before)
  const { changes, added, revised } = await tell(store, rows)
  expect({ changes, added, revised }).toMatchObject(
    Object.fromEntries(['changes', 'added', 'revised'].map((k) => [k, comparison[k as 'added']])),
  )
})

it('shows the largest revisions first, old value beside new', async () => {
  const store = await emptyStore()
  const months = ['2023-01', '2023-02', '2023-03']
  await tell(
    store,
    months.map((period) => ({ series: 'a', period, value: 100 })),
  )
  const { changes, changesTotal } = await tell(store, [
    { series: 'a', period: '2023-01', value: 101 },
    { series: 'a', period: '2023-02', value: 50.5 },
    { series: 'a', period: '2023-03', value: 110 },
    { series: 'a', period: '2023-04', value: 1 },
  ])
  expect(changesTotal).toBe(4)
  expect(changes.map(({ period, before, after }) => [period, before, after])).toEqual([
    ['2023-02', 100, 50.5],
    ['2023-03', 100, 110],
    ['2023-01', 100, 101],
    ['2023-04', null, 1],
  ])
  expect(changes[0]).toMatchObject({ kind: 'revised', series: 'trade/a', afterDecimals: 1 })
})

it('says on which lines a file tells one period twice, and keeps both', async () => {
  const store = await emptyStore()
  const { issues } = await tell(store, [
    { series: 'a', period: '2023-01', value: 5, source: 'Customs', line: 4 },
    { series: 'a', period: '2023-01', value: 7, source: 'Customs', line: 9 },
    { series: 'a', period: '2023-01', value: 8, source: 'Press', line: 12 },
  ])
  expect(issues).toHaveLength(1)
  expect(issues[0]).toMatchObject({ severity: 'warning', line: 9, code: 'told-twice', value: '7' })
  expect(issues[0]!.message).toContain('5 in line 4')
  expect(store.raw.prepare('select count(*) from release').pluck().get()).toBe(2)
})

it('says nothing of roundings and estimates beside a figure, and all of a file that contradicts itself', async () => {
  const told = (...figures: Partial<Row>[]) =>
    figures.map((figure, i): Row => {
      return { series: 'a', period: '2023-01', value: 5, line: i + 2, ...figure }
    })
  const issuesOf = async (...figures: Partial<Row>[]) =>
    (await tell(await emptyStore(), told(...figures))).issues.map(({ message }) => message)
  expect(await issuesOf({ value: 218.176 }, { value: 218.17 }, { value: 218 })).toEqual([])
  expect(await issuesOf({ value: 53.84 }, { value: 53.85 }, { value: 53.845 })).toEqual([])
  expect(await issuesOf({ value: 612_949 }, { value: 612_900 })).toEqual([])
  expect(await issuesOf({ value: 95.2 }, { value: 90, bound: '>' })).toEqual([])
  expect(await issuesOf({ value: 7 }, { value: 5, status: 'E' })).toEqual([])
  expect(await issuesOf({ value: 5 }, { value: 7, decimals: 1 }, { value: 5 })).toEqual([
    '“a” in January 2023 is 7.0 in line 3 and 5 here. Both are kept; remove the row that is wrong.',
  ])
  expect(await issuesOf({ value: 107, bound: '>' }, { value: 107 })).toEqual([
    '“a” in January 2023 is > 107 in line 2 and 107 here. Both are kept; remove the row that is wrong.',
  ])
})

it('names both lines also where the store held one of the two values', async () => {
  const store = await emptyStore()
  const row: Row = { series: 'a', period: '2023-01', value: 5, published: '2023-02-07' }
  await tell(store, [row])
  const both = [row, { ...row, value: 7 }]
  expect((await tell(store, both, { file: 'both' })).issues).toMatchObject([
    { line: 3, message: expect.stringContaining('5 in line 2 and 7 here') },
  ])
  expect((await tell(store, both, { file: 'again' })).issues).toEqual([])
})

it('rejects a series that comes in another unit', async () => {
  const store = await emptyStore()
  await tell(store, [{ series: 'a', period: '2023-01', value: 5 }], {
    drafts: { a: { unit: 'USD bn' } },
  })
  const rows: Row[] = [
    { series: 'a', period: '2023-02', value: 5000, line: 7 },
    { series: 'b', period: '2023-02', value: 1 },
  ]
  const report = await tell(store, rows, { drafts: { a: { unit: 'USD m' } } })
  expect(report).toMatchObject({ rejected: 1, added: 1 })
  expect(report.issues[0]).toMatchObject({ severity: 'rejected', line: 7, code: 'kept-otherwise' })
  expect(report.issues[0]!.message).toMatch(/kept in USD bn.*USD m/)
})

it('writes nothing when the report calls the import off, and keeps the report', async () => {
  const store = await emptyStore()
  const file = { file: 'f.csv', bytes: 1, sha256: 'f', by: null, options: {} }
  const id = await beginImport(store, file)
  const stage = stageOf([
    { series: 'a', period: '2023-01', value: 5 },
    { series: 'a', period: '2023-01', value: 6 },
  ])
  const dataset = description()
  await write(store, stage, {
    import: id,
    dataset,
    day: 0,
    names: noNames,
    report: (found) => ({ ...reportOf(id, 2, dataset, found), status: 'rejected', added: 0 }),
  })
  expect(store.raw.prepare('select count(*) from dataset').pluck().get()).toBe(0)
  const status = store.raw.prepare('select status from import').pluck().get()
  expect(status).toBe('rejected')
  expect(store.raw.prepare('select code from issue').pluck().all()).toEqual(['told-twice'])
})

it('writes nothing when it is cancelled on the way', async () => {
  const store = await emptyStore()
  const file = { file: 'f.csv', bytes: 1, sha256: 'f', by: null, options: {} }
  const id = await beginImport(store, file)
  const rows: Row[] = []
  for (let i = 0; i < 30_000; i++) {
    rows.push({ series: `s${i >> 4}`, period: `20${10 + (i % 16)}-01`, value: i })
  }
  const cancel = new AbortController()
  const writing = write(store, stageOf(rows), {
    import: id,
    dataset: description(),
    day: 0,
    names: noNames,
    report: (found) => reportOf(id, rows.length, description(), found),
    signal: cancel.signal,
    progress: () => cancel.abort(),
  })
  await expect(writing).rejects.toMatchObject({ code: 'cancelled' })
  for (const table of ['dataset', 'series', 'observation', 'origin']) {
    expect(store.raw.prepare(`select count(*) from ${table}`).pluck().get()).toBe(0)
  }
})

it('is as before, and says so, when the disk is full', async () => {
  const store = await emptyStore()
  await tell(store, [{ series: 'a', period: '2023-01', value: 5 }])
  const before = contentOf(store)
  const pages = store.raw.pragma('page_count', { simple: true }) as number
  store.raw.pragma(`max_page_count = ${pages + 2}`)
  const rows = Array.from({ length: 2000 }, (_, i) => ({
    series: `s${i}`,
    period: '2023',
    value: i,
  }))
  await expect(tell(store, rows)).rejects.toMatchObject({
    code: 'full',
    message: expect.stringContaining('as it was before'),
  })
  expect(contentOf(store)).toEqual(before)
  store.raw.pragma(`max_page_count = ${pages + 10_000}`)
  expect(await tell(store, rows)).toMatchObject({ added: 2000 })
})

it('keeps counts, days and frequency of every series', async () => {
  const store = await emptyStore()
  await tell(store, [
    { series: 'm', period: '2023-01', value: 1, published: '2023-02-07' },
    { series: 'm', period: '2023-02', value: 2, published: '2023-03-07' },
    { series: 'm', period: '2023', value: 30, published: '2024-01-12' },
    { series: 'ytd', period: '2023-01/2023-11', value: 20 },
    { series: 'ytd', period: '2023-01/2023-10', value: 18 },
    { series: 'a', period: '2022', value: 25 },
    { series: 'a', period: '2024', value: 31 },
    { series: 'odd', period: '2022-02-24/2022-12-31', value: 3 },
  ])
  const rows = store.raw
    .prepare(
      `select key, frequency, cumulative, observations, releases, first_day, last_day from series
       order by key`,
    )
    .raw()
    .all()
  const days = (from: string, to: string) => [parseDay(from), parseDay(to)]
  expect(rows).toEqual([
    ['a', 'A', 0, 2, 2, ...days('2022-01-01', '2024-12-31')],
    ['m', 'M', 0, 3, 3, ...days('2023-01-01', '2023-12-31')],
    ['odd', 'I', 0, 1, 1, ...days('2022-02-24', '2022-12-31')],
    ['ytd', 'I', 1, 2, 2, ...days('2023-01-01', '2023-11-30')],
  ])
  const known = store.raw.prepare(`select last_known from series where key = 'm'`).pluck().get()
  expect(known).toBe(parseDay('2024-01-12'))
})

it('makes series found by title, key, codes, their names in other languages, and notes', async () => {
  const store = await emptyStore()
  const drafts = {
    'cn-ru.x': { title: 'Exports of tractors', dimensions: { partner: 'RUS', flow: 'X' } },
  }
  const names = (dimension: string, code: string) =>
    dimension === 'partner' && code === 'RUS' ? ['Russia', 'Россия', '俄罗斯'] : []
  const row: Row = { series: 'cn-ru.x', period: '2023-01', value: 1, note: 'counted with tractors' }
  await tell(store, [row], { drafts, names })
  await tell(store, [{ ...row, value: 2, note: 'перевозчик учтён' }], { drafts, names })
  for (const word of ['tractors', 'cn', 'rus', 'Россия', '俄 罗', 'counted', 'учтен']) {
    expect(found(store, word)).toEqual(['cn-ru.x'])
  }
})

it('counts every change of the data, so that kept answers grow old', async () => {
  const store = await emptyStore()
  const version = () =>
    store.raw.prepare(`select value from counter where name = 'data'`).pluck().get() as number
  const before = version()
  await tell(store, [{ series: 'a', period: '2023-01', value: 1 }])
  expect(version()).toBeGreaterThan(before)
})
