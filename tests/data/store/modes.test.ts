import { expect, it } from 'vitest'
import { parseDay } from '../../../data/model/day.ts'
import type { Mode } from '../../../data/model/report.ts'
import { readColumns } from '../../../data/store/columns.ts'
import { compare } from '../../../data/store/merge/compare.ts'
import type { Store } from '../../../data/store/open.ts'
import { findRecordOrThrow } from '../../../data/store/series/record.ts'
import { listReleases } from '../../../data/store/series/releases.ts'
import { undo } from '../../../data/store/undo/undo.ts'
import { contentOf, description, emptyStore, noNames, type Row, stageOf, tell } from './fixture.ts'

const january: Row = { series: 'a', period: '2023-01', value: 5, published: '2023-02-07' }
const february: Row = { series: 'a', period: '2023-02', value: 6, published: '2023-03-07' }
const other: Row = { series: 'b', period: '2023-01', value: 7, published: '2023-02-07' }

const toldStore = async (): Promise<Store> => {
  const store = await emptyStore()
  await tell(store, [january, february, other])
  return store
}

const read = async ({ db }: Store, series: string, asOf?: string) => {
  const record = await findRecordOrThrow(db, `trade/${series}`)
  const columns = await readColumns(db, record, asOf === undefined ? null : parseDay(asOf)!)
  return Object.fromEntries(columns.periods.map((period, i) => [period, columns.values[i]]))
}

const only = (rows: Row[], mode: Mode) => ({ rows, options: { mode, on: '2024-05-06' } })

it('keeps what a revising file does not tell, and says what that is', async () => {
  const store = await toldStore()
  const { removed, missing } = await tell(store, [{ ...february, value: 6.5 }])
  expect(removed).toBe(0)
  expect(missing).toEqual({
    figures: 1,
    first: [
      { series: 'trade/a', title: 'a', unit: null, period: '2023-01', value: 5, decimals: 0 },
    ],
    series: 1,
    seriesFigures: 1,
    firstSeries: ['trade/b'],
    firstTitles: ['b'],
  })
  expect(await read(store, 'a')).toEqual({ '2023-01': 5, '2023-02': 6.5 })
})

it('only appends periods that are not there, and says what differs', async () => {
  const store = await toldStore()
  const march: Row = { series: 'a', period: '2023-03', value: 8 }
  const report = await tell(store, [january, { ...february, value: 6.5, line: 3 }, march], {
    mode: 'append',
  })
  expect(report).toMatchObject({ added: 1, revised: 0, confirmed: 0, unchanged: 1, rejected: 0 })
  expect(report).toMatchObject({ kept: 1, changesTotal: 1 })
  expect(report.keptFigures).toMatchObject([
    { kind: 'kept', series: 'trade/a', period: '2023-02', before: 6, after: 6.5, afterDecimals: 1 },
  ])
  expect(report.issues).toMatchObject([
    {
      severity: 'note',
      line: 3,
      code: 'kept',
      message:
        '“a” stays 6 in February 2023; here it is 6.5. Only periods that are not there are taken: import the file to revise, if this is right.',
    },
  ])
  expect(await read(store, 'a')).toEqual({ '2023-01': 5, '2023-02': 6, '2023-03': 8 })
  expect(store.raw.prepare('select count(*) from release').pluck().get()).toBe(0)
})

it('takes out of its series what a replacing file does not tell, and leaves other series alone', async () => {
  const store = await toldStore()
  const { rows, options } = only(
    [{ ...january, value: 5.5, published: '2024-01-01' }],
    'replace-series',
  )
  const report = await tell(store, rows, options)
  expect(report).toMatchObject({ revised: 1, removed: 1, added: 0, changesTotal: 2 })
  expect(
    report.changes.map(({ kind, period, before, after }) => [kind, period, before, after]),
  ).toEqual([
    ['revised', '2023-01', 5, 5.5],
    ['removed', '2023-02', 6, null],
  ])
  expect(report.missing).toMatchObject({ figures: 0, series: 1, firstSeries: ['trade/b'] })
  expect(await read(store, 'a')).toEqual({ '2023-01': 5.5 })
  expect(await read(store, 'b')).toEqual({ '2023-01': 7 })
})

it('takes out whole series where the dataset is replaced', async () => {
  const store = await toldStore()
  const { rows, options } = only([january], 'replace-dataset')
  expect(await tell(store, rows, options)).toMatchObject({
    removed: 2,
    unchanged: 1,
    missing: { series: 0 },
  })
  expect(await read(store, 'a')).toEqual({ '2023-01': 5 })
  expect(await read(store, 'b')).toEqual({})
})

it('still answers with the old value for those who ask what was known before', async () => {
  const store = await toldStore()
  const { rows, options } = only([january], 'replace-dataset')
  await tell(store, rows, options)
  expect(await read(store, 'a', '2024-05-05')).toEqual({ '2023-01': 5, '2023-02': 6 })
  expect(await read(store, 'b', '2024-05-05')).toEqual({ '2023-01': 7 })
  expect(await read(store, 'b', '2024-05-06')).toEqual({})
})

it('says that what an earlier publication tells otherwise does not answer', async () => {
  const store = await toldStore()
  const older = { ...february, value: 7.5, published: '2023-03-01', line: 9 }
  const report = await tell(store, [{ ...january, value: 5.0, decimals: 1 }, older])
  expect(report).toMatchObject({ revised: 0, confirmed: 2, issuesTotal: 1 })
  expect(report.issues).toMatchObject([
    {
      severity: 'warning',
      line: 9,
      code: 'stands',
      message:
        '“a” stays 6 in February 2023; here it is 7.5, and what stands was published later, on 7 March 2023. Both are kept.',
    },
  ])
  expect(await read(store, 'a')).toEqual({ '2023-01': 5, '2023-02': 6 })
})

it('lists a withdrawal among the tellings, with its import, file and day', async () => {
  const store = await toldStore()
  const { rows, options } = only([january], 'replace-series')
  const { id } = await tell(store, rows, { ...options, file: 'whole.csv' })
  const told = await listReleases(store.db, 'trade/a')
  expect(told.slice(1)).toMatchObject([
    { value: 6, selected: false },
    {
      value: null,
      status: 'withdrawn',
      selected: false,
      import: id,
      file: 'whole.csv',
      published: parseDay('2024-05-06'),
    },
  ])
})

it('brings everything back when it is undone', async () => {
  const store = await toldStore()
  const before = contentOf(store)
  const { rows, options } = only([january], 'replace-dataset')
  const { id } = await tell(store, rows, options)
  const report = await undo(store, id, { names: noNames })
  expect(report).toMatchObject({ restored: 2, removed: 0 })
  expect(contentOf(store)).toEqual(before)
})

it('takes a period in again that was taken out, be it told as before', async () => {
  const store = await toldStore()
  const { rows, options } = only([january], 'replace-dataset')
  await tell(store, rows, options)
  expect(await tell(store, [february], { on: '2024-06-01' })).toMatchObject({ added: 1 })
  expect(await read(store, 'a')).toEqual({ '2023-01': 5, '2023-02': 6 })
  expect(await read(store, 'a', '2024-05-10')).toEqual({ '2023-01': 5, '2023-02': 6 })
})

it('leaves a period out when one of two files that took it out is undone', async () => {
  const store = await toldStore()
  const first = await tell(store, [january], { ...only([], 'replace-series').options, file: '1' })
  await tell(store, [{ ...january, source: 'Office' }], {
    mode: 'replace-series',
    on: '2024-07-01',
    file: '2',
  })
  await undo(store, first.id, { names: noNames })
  expect(await read(store, 'a')).toEqual({ '2023-01': 5 })
  expect(await read(store, 'a', '2024-06-30')).toEqual({ '2023-01': 5, '2023-02': 6 })
})

it('says what it would take out before it does', async () => {
  const store = await toldStore()
  const before = contentOf(store)
  const stage = stageOf([january])
  const day = parseDay('2024-05-06')!
  const found = await compare(store, stage, {
    dataset: description(),
    day,
    mode: 'replace-dataset',
  })
  expect(found).toMatchObject({ removed: 2, unchanged: 1, changesTotal: 2 })
  expect(contentOf(store)).toEqual(before)
})

it('takes nothing out of a series whose unit the file gets wrong', async () => {
  const store = await emptyStore()
  await tell(store, [january, february], { drafts: { a: { unit: 'USD bn' } } })
  const { rows, options } = only([january], 'replace-dataset')
  const drafts = { a: { unit: 'percent' } }
  expect(await tell(store, rows, { ...options, drafts })).toMatchObject({ rejected: 1, removed: 0 })
})
