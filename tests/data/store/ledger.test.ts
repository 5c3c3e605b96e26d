import { expect, it } from 'vitest'
import { findPlaces } from '../../../data/store/ledger/imports.ts'
import { findIdentical } from '../../../data/store/ledger/told-files.ts'
import {
  addIssues,
  beginImport,
  finishImport,
  resumeImport,
} from '../../../data/store/ledger/write.ts'
import { settleLeftOvers } from '../../../data/store/left-overs.ts'
import { compare } from '../../../data/store/merge/compare.ts'
import { undo } from '../../../data/store/undo/undo.ts'
import { write } from '../../../data/store/write/write.ts'
import { description, emptyStore, noNames, type Row, reportOf, stageOf, tell } from './fixture.ts'

const start = (sha256: string) => ({ file: 'f.csv', bytes: 9, sha256, by: 'Ada', options: {} })
const rows: Row[] = [{ series: 'a', period: '2023-01', value: 5 }]
const issue = {
  severity: 'rejected' as const,
  line: 7,
  column: 'value',
  code: 'bad-number',
  message: '"x" is no number.',
  value: 'x',
}

it('knows the same file again, while the import stands', async () => {
  const store = await emptyStore()
  const { id } = await tell(store, rows, { file: 'one' })
  const same = { sha256: 'one', options: {} }
  const identical = { import: id, dataset: 'trade', since: 0 }
  expect(await findIdentical(store.db, same)).toEqual(identical)
  expect(await findIdentical(store.db, { ...same, dataset: 'trade' })).toEqual(identical)
  expect(await findIdentical(store.db, { ...same, dataset: 'other' })).toBe(undefined)
  const otherwise = { ...same, options: { decimalMark: ',' as const } }
  expect(await findIdentical(store.db, otherwise)).toBe(undefined)
  const later = await tell(store, [{ ...rows[0]!, value: 6 }], { file: 'two' })
  expect(await findIdentical(store.db, same)).toEqual({ ...identical, since: 1 })
  await undo(store, later.id, { names: noNames })
  expect(await findIdentical(store.db, same)).toEqual(identical)
  await undo(store, id, { names: noNames })
  expect(await findIdentical(store.db, same)).toBe(undefined)
})

it('keeps issues as many as there are, in the order in which they came', async () => {
  const store = await emptyStore()
  const id = await beginImport(store, start('s'))
  const many = Array.from({ length: 250 }, (_, i) => ({
    ...issue,
    line: 1 + (i % 2),
    value: `${i}`,
  }))
  await addIssues(store, id, many)
  await addIssues(store, id, [issue])
  const kept = await store.db
    .selectFrom('issue')
    .select(['line', 'field', 'value'])
    .where('import_id', '=', id)
    .orderBy('ordinal')
    .execute()
  expect(kept).toHaveLength(251)
  expect(kept[249]).toEqual({ line: 2, field: 'value', value: '249' })
  expect(kept[250]).toEqual({ line: 7, field: 'value', value: 'x' })
})

it('commits a preview once, with what was found again in the place of what was found before', async () => {
  const store = await emptyStore()
  const id = await beginImport(store, start('s'))
  await addIssues(store, id, [issue])
  const stage = stageOf([...rows, { ...rows[0]!, value: 6 }])
  const dataset = description()
  const found = await compare(store, stage, { dataset, day: 0 })
  const preview = { ...reportOf(id, 2, dataset, found), status: 'preview' as const }
  await finishImport(store, preview, found.issues, stage.folder)
  expect(await findPlaces(store.db, id)).toMatchObject({ status: 'preview', stage: stage.folder })
  expect(await resumeImport(store, id)).toBe(stage.folder)
  await expect(resumeImport(store, id)).rejects.toMatchObject({ code: 'not-a-preview' })
  await write(store, stage, {
    import: id,
    dataset,
    day: 0,
    names: noNames,
    report: (comparison) => reportOf(id, 2, dataset, comparison),
  })
  const codes = store.raw.prepare('select code from issue order by ordinal').pluck().all()
  expect(codes).toEqual(['bad-number', 'told-twice'])
  expect(await findPlaces(store.db, id)).toMatchObject({ status: 'committed', stage: null })
  await expect(resumeImport(store, id)).rejects.toMatchObject({ code: 'not-a-preview' })
  await expect(resumeImport(store, 99)).rejects.toMatchObject({ code: 'not-found' })
})

it('places a preview that is committed late after the imports before it', async () => {
  const store = await emptyStore()
  const id = await beginImport(store, start('early'))
  await tell(store, [{ ...rows[0]!, value: 6 }])
  const dataset = description()
  const report = await write(store, stageOf([{ ...rows[0]!, value: 7 }]), {
    import: id,
    dataset,
    day: 19_723,
    names: noNames,
    report: (comparison) => reportOf(id, 1, dataset, comparison),
  })
  expect(report).toMatchObject({ revised: 1 })
  expect(store.raw.prepare('select value from observation').pluck().all()).toEqual([7])
})

it('leaves alone what another living process is importing, and ends what a dead one left', async () => {
  const store = await emptyStore()
  const ours = await beginImport(store, start('ours'))
  const dead = await beginImport(store, start('dead'))
  const preview = await beginImport(store, start('preview'))
  const set = store.raw.prepare('update import set process = ?, stage = ? where import_id = ?')
  set.run(2 ** 22 + 1, null, dead)
  set.run(2 ** 22 + 1, '/stage', preview)
  await settleLeftOvers(store.db)
  const status = store.raw.prepare('select status from import where import_id = ?').pluck()
  expect([ours, dead, preview].map((id) => status.get(id))).toEqual([
    'running',
    'failed',
    'preview',
  ])
})

it('does not take an import of before the start for its own, though the number is the same', async () => {
  const store = await emptyStore()
  const at = new Date(Date.now() - process.uptime() * 1000 - 60_000)
  await beginImport(store, { ...start('old'), at })
  await settleLeftOvers(store.db)
  expect(store.raw.prepare('select status from import').pluck().all()).toEqual(['failed'])
})
