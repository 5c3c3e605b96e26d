import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { importFile, undoImport } from '../../../data/ingest.ts'
import type { ReadingOptions } from '../../../data/model/report.ts'
import { findImport, listImports } from '../../../data/store/ledger/imports.ts'
import { openStore, type Store } from '../../../data/store/open.ts'
import { contentOf } from '../store/fixture.ts'

let folder: string
let store: Store

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'entrepot-modes-'))
  store = await openStore('file::memory:', 'write')
})
afterAll(async () => {
  await store.close()
  rmSync(folder, { recursive: true, force: true })
})

const HEADER = 'partner,flow,month,value,unit'

const take = (name: string, rows: string[], options: ReadingOptions = {}, partial = false) => {
  const path = join(folder, name)
  writeFileSync(path, [HEADER, ...rows, ''].join('\n'))
  return importFile(store, {
    path,
    name,
    by: null,
    options: { dataset: 'steel', ...options },
    dryRun: false,
    partial,
  })
}

it('replaces a dataset by a file, and undoes that', async () => {
  await take('steel.csv', [
    'RUS,X,2023-01,5,USD bn',
    'RUS,X,2023-02,6,USD bn',
    'RUS,M,2023-01,7,USD bn',
  ])
  const before = contentOf(store)
  const report = await take('whole.csv', ['RUS,X,2023-01,5,USD bn'], { mode: 'replace-dataset' })
  expect(report).toMatchObject({ status: 'committed', removed: 2 })
  expect(await findImport(store.db, report.id)).toMatchObject({
    removed: 2,
    missing: { series: 0 },
  })
  expect((await listImports(store.db)).imports[0]).toMatchObject({ removed: 2 })
  await undoImport(store, report.id)
  expect(contentOf(store)).toEqual(before)
})

it('takes nothing out for a file of which a row is bad, be the good rows wanted', async () => {
  const before = contentOf(store)
  const rows = ['RUS,X,2023-01,5,USD bn', 'RUS,X,2023-02,six,USD bn']
  const report = await take('bad.csv', rows, { mode: 'replace-series' }, true)
  expect(report).toMatchObject({ status: 'rejected', rejected: 1, removed: 0 })
  expect(report.error).toContain('A file that replaces must be all good')
  expect(contentOf(store)).toEqual(before)
})

it('knows a file again in the mode that goes without saying, and reads it anew in another', async () => {
  const rows = ['RUS,X,2023-01,5,USD bn', 'RUS,X,2023-02,6,USD bn', 'RUS,M,2023-01,7,USD bn']
  expect(await take('again.csv', rows, { mode: 'revise' })).toMatchObject({ status: 'unchanged' })
  const appended = await take('again.csv', rows, { mode: 'append' })
  expect(appended).toMatchObject({ status: 'committed', unchanged: 3, added: 0 })
})

it('counts and lists what an appending file tells otherwise, before and after it is written', async () => {
  const rows = ['RUS,X,2023-01,5.5,USD bn', 'RUS,X,2023-02,6,USD bn', 'RUS,X,2023-03,8,USD bn']
  const report = await take('april.csv', rows, { mode: 'append' })
  expect(report).toMatchObject({ status: 'committed', added: 1, unchanged: 1, kept: 1 })
  expect(report.keptFigures).toMatchObject([
    { kind: 'kept', period: '2023-01', before: 5, after: 5.5 },
  ])
  expect(await findImport(store.db, report.id)).toEqual(report)
  expect((await listImports(store.db)).imports[0]).toMatchObject({ kept: 1 })
  expect(await take('april.csv', rows, { mode: 'append' })).toMatchObject({
    status: 'unchanged',
    unchanged: 2,
    kept: 1,
  })
})

it('asks whose figures an appending file tells, where most of them are others', async () => {
  await take(
    'oil.csv',
    ['RUS,X,2023-01,50,USD bn', 'RUS,X,2023-02,60,USD bn', 'RUS,X,2023-03,70,USD bn'],
    {
      dataset: undefined,
      mode: 'append',
    },
  ).then(({ status, questions }) => {
    expect([status, questions[0]?.code]).toEqual(['ambiguous', 'dataset'])
    expect(questions[0]?.options[0]?.label).toContain('those figures stay as they are')
  })
})
