import fc from 'fast-check'
import { expect, it } from 'vitest'
import { MODES } from '../../../data/model/report.ts'
import { findImport } from '../../../data/store/ledger/imports.ts'
import { undo } from '../../../data/store/undo/undo.ts'
import { contentOf, emptyStore, found, noNames, type Row, tell } from './fixture.ts'

const names = noNames

it('brings the value before back', async () => {
  const store = await emptyStore()
  await tell(store, [{ series: 'a', period: '2023-01', value: 5 }])
  const before = contentOf(store)
  const second = await tell(store, [
    { series: 'a', period: '2023-01', value: 6 },
    { series: 'a', period: '2023-02', value: 7 },
  ])
  expect(second).toMatchObject({ added: 1, revised: 1 })
  expect(await undo(store, second.id, { names })).toEqual({
    id: second.id,
    dataset: 'trade',
    restored: 1,
    removed: 1,
    kept: 0,
    keptBy: [],
    changes: [
      expect.objectContaining({ kind: 'revised', period: '2023-01', before: 6, after: 5 }),
      expect.objectContaining({ kind: 'removed', period: '2023-02', before: 7, after: null }),
    ],
    datasetRemoved: false,
  })
  expect(contentOf(store)).toEqual(before)
})

it('can be asked beforehand what it would change, and is in the ledger afterwards', async () => {
  const store = await emptyStore()
  await tell(store, [{ series: 'a', period: '2023-01', value: 5 }])
  const second = await tell(store, [{ series: 'a', period: '2023-01', value: 6 }])
  const before = contentOf(store)
  const foreseen = await undo(store, second.id, { names, dryRun: true })
  expect(foreseen).toMatchObject({ restored: 1, changes: [{ before: 6, after: 5 }] })
  expect(contentOf(store)).toEqual(before)
  expect(await findImport(store.db, second.id)).toMatchObject({ status: 'committed', undo: null })
  expect(await undo(store, second.id, { names })).toEqual(foreseen)
  expect(await findImport(store.db, second.id)).toMatchObject({ status: 'undone', undo: foreseen })
})

it('keeps what a later import told too, and says which one', async () => {
  const store = await emptyStore()
  const rows: Row[] = [
    { series: 'a', period: '2023-01', value: 5, line: 2 },
    { series: 'a', period: '2023-02', value: 6, line: 3 },
  ]
  const first = await tell(store, rows, { file: 'first.csv' })
  const again = { ...rows[1]!, line: 17, note: 'as before' }
  const second = await tell(store, [again], { file: 'second.csv' })
  expect(second).toMatchObject({ unchanged: 1, added: 0 })
  expect(await undo(store, first.id, { names })).toMatchObject({
    removed: 1,
    kept: 1,
    keptBy: [{ import: second.id, file: 'second.csv', releases: 1 }],
  })
  const alone = await emptyStore()
  await tell(alone, [again], { file: 'second.csv' })
  expect(contentOf(store)).toEqual(contentOf(alone))
  expect(store.raw.prepare('select line from observation').pluck().all()).toEqual([17])
})

it('hands a release on once, and keeps nothing of rows that repeat the row before them', async () => {
  const store = await emptyStore()
  const row: Row = { series: 'a', period: '2023-01', value: 5 }
  const kept = () => store.raw.prepare('select told_again from import_series').pluck().all()
  const first = await tell(store, [row, row, row], { file: 'first.csv' })
  expect(first).toMatchObject({ added: 1, unchanged: 2 })
  expect(kept()).toEqual([null])
  await tell(store, [row, row, row], { file: 'second.csv' })
  expect(await undo(store, first.id, { names })).toMatchObject({ removed: 0, kept: 1 })
  const alone = await emptyStore()
  await tell(alone, [row, row, row], { file: 'second.csv' })
  expect(contentOf(store)).toEqual(contentOf(alone))
})

it('keeps a later revision when the import under it goes', async () => {
  const store = await emptyStore()
  await tell(store, [{ series: 'a', period: '2023-01', value: 5 }])
  const middle = await tell(store, [{ series: 'a', period: '2023-01', value: 6 }])
  await tell(store, [{ series: 'a', period: '2023-01', value: 7 }])
  const report = await undo(store, middle.id, { names })
  expect(report).toMatchObject({ restored: 0, removed: 0 })
  expect(store.raw.prepare('select value from observation').pluck().all()).toEqual([7])
  expect(store.raw.prepare('select value from release').pluck().all()).toEqual([5])
})

it('removes the dataset with the import that made it, and leaves the import in the ledger', async () => {
  const store = await emptyStore()
  const made = await tell(store, [{ series: 'a', period: '2023-01', value: 5, note: 'seen' }])
  expect(await undo(store, made.id, { names })).toMatchObject({ removed: 1, datasetRemoved: true })
  for (const table of [
    'dataset',
    'series',
    'observation',
    'series_code',
    'import_series',
    'origin',
  ]) {
    expect(store.raw.prepare(`select * from ${table}`).all()).toEqual([])
  }
  expect(found(store, 'seen')).toEqual([])
  const ledger = store.raw.prepare('select dataset, status, undone_at from import').all()
  expect(ledger).toEqual([{ dataset: 'trade', status: 'undone', undone_at: expect.any(String) }])
})

it('leaves the dataset to a later import that tells in it', async () => {
  const store = await emptyStore()
  const made = await tell(store, [{ series: 'a', period: '2023-01', value: 5 }])
  const later = await tell(store, [{ series: 'b', period: '2023-01', value: 6 }])
  expect(await undo(store, made.id, { names })).toMatchObject({ datasetRemoved: false })
  expect(store.raw.prepare('select key from series').pluck().all()).toEqual(['b'])
  expect(await undo(store, later.id, { names })).toMatchObject({ datasetRemoved: true })
})

it('gives a series the title and codes of the imports that remain', async () => {
  const store = await emptyStore()
  const row: Row = { series: 'a', period: '2023-01', value: 5 }
  const drafts = { a: { title: 'Exports of steel', dimensions: { flow: 'X' } } }
  await tell(store, [row], { drafts })
  const dimensions = { flow: 'X', commodity: '8703' }
  const renamed = { a: { title: 'Exports of cars', dimensions } }
  const { id } = await tell(store, [row], { drafts: renamed })
  expect([found(store, 'steel'), found(store, 'cars')]).toEqual([[], ['a']])
  await undo(store, id, { names })
  expect([found(store, 'steel'), found(store, 'cars')]).toEqual([['a'], []])
  expect(store.raw.prepare('select code from series_code').pluck().all()).toEqual(['X'])
})

it('refuses a second time, and what never told anything, in words', async () => {
  const store = await emptyStore()
  const { id } = await tell(store, [{ series: 'a', period: '2023-01', value: 5 }])
  await undo(store, id, { names, at: new Date('2024-05-06') })
  await expect(undo(store, id, { names })).rejects.toMatchObject({
    code: 'already-undone',
    message: `Import ${id} was undone already, on 2024-05-06.`,
  })
  await expect(undo(store, 99, { names })).rejects.toMatchObject({ code: 'not-found' })
})

const row: fc.Arbitrary<Row> = fc.record(
  {
    series: fc.constantFrom('a', 'b'),
    period: fc.constantFrom('2023-01', '2023-02', '2023-01/2023-02'),
    value: fc.constantFrom(1, 1.2, 1.24, 2, null),
    status: fc.constantFrom('A', 'E'),
    note: fc.constantFrom('red', 'green', 'blue'),
    source: fc.constantFrom('Customs', 'Press'),
    published: fc.constantFrom('2023-03-01', '2023-06-01', '2025-01-01'),
  },
  { requiredKeys: ['series', 'period', 'value'] },
)
const mode = fc.constantFrom(...MODES)
const file = fc.record({
  mode,
  rows: fc.array(row, { minLength: 1, maxLength: 6 }),
  title: fc.constantFrom('one', 'two'),
  on: fc.constantFrom('2024-01-01', '2024-01-02'),
})

it('leaves the store as if what was undone had never been imported', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('earliest' as const, 'import' as const),
      fc.array(fc.record({ file, undone: fc.option(fc.nat(20)) }), { minLength: 2, maxLength: 6 }),
      async (undated, steps) => {
        const [store, never] = [await emptyStore(), await emptyStore()]
        const standing: { id: number; step: number }[] = []
        const import_ = (target: typeof store, step: number) => {
          const { rows, title, on, mode } = steps[step]!.file
          const drafts = { a: { title }, b: { title: `${title} b` } }
          const dataset = { undated }
          return tell(target, rows, { on, drafts, dataset, mode, file: `${step}.csv` })
        }
        for (const [step, { undone }] of steps.entries()) {
          standing.push({ id: (await import_(store, step)).id, step })
          if (undone === null) continue
          // What an appending file found there it did not tell, so it cannot take its place.
          const from = standing.findLastIndex((one) => steps[one.step]!.file.mode === 'append')
          const since = Math.max(0, from)
          const [gone] = standing.splice(since + (undone % (standing.length - since)), 1)
          await undo(store, gone!.id, { names })
        }
        for (const { step } of standing) await import_(never, step)
        expect(contentOf(store)).toEqual(contentOf(never))
        for (const word of ['red', 'green', 'blue', 'one', 'two']) {
          expect(found(store, word)).toEqual(found(never, word))
        }
        await Promise.all([store.close(), never.close()])
      },
    ),
    { numRuns: 60 },
  )
})
