import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { annotatedFile, NotKept } from '../../data/annotated.ts'
import { importFile } from '../../data/ingest.ts'
import type { ImportReport, ReadingOptions } from '../../data/model/report.ts'
import { openStore, type Store } from '../../data/store/open.ts'

let folder: string
let store: Store

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'entrepot-annotated-'))
  store = await openStore('file::memory:', 'write')
})
afterAll(async () => {
  await store.close()
  rmSync(folder, { recursive: true, force: true })
})

const take = (name: string, bytes: string | Buffer, options: ReadingOptions = {}, keep = true) => {
  const path = join(folder, name)
  writeFileSync(path, bytes)
  const job = { path, name, by: null, options, dryRun: false, partial: false, keepFile: keep }
  return importFile(store, job)
}

const textOf = async (report: ImportReport): Promise<string> => {
  let text = ''
  for await (const piece of await annotatedFile(store.db, report)) text += piece
  return text
}

it('gives a file of any encoding in UTF-8, in its own dialect', async () => {
  const text = 'страна;месяц;значение\r\nКитай;2023-01;5,5\r\nКитай;2023-02;шесть\r\n'
  const report = await take('opt.csv', iconv.encode(text, 'windows-1251'), {
    encoding: 'windows-1251',
    columns: { страна: 'dimension:partner', месяц: 'period', значение: 'value' },
  })
  expect(report.status).toBe('rejected')
  const lines = (await textOf(report)).split('\r\n')
  expect(lines.slice(0, 2)).toEqual(['\ufeffстрана;месяц;значение;issues', 'Китай;2023-01;5,5;'])
  expect(lines[2]).toMatch(/^Китай;2023-02;шесть;значение: .*шесть/)
})

it('can be mended there and read again: the column that was added is left out', async () => {
  const report = await take('tea.csv', 'partner,month,value\nKEN,2023-01,5\nKEN,2023-02,six\n')
  const mended = (await textOf(report)).replace('six', '6')
  expect(await take('tea.csv', mended)).toMatchObject({ status: 'committed', added: 2 })
  expect(store.raw.prepare('select distinct dimension from series_code').pluck().all()).toEqual([
    'partner',
  ])
})

it('can be mended there also where blanks aligned its columns: tabs part them then', async () => {
  const report = await take(
    'oil.csv',
    'Year  Exports  Imports\n2020     70.7     69.0\n2021     71.7     61.0\n2022    100.9   76,1x\n',
  )
  const text = await textOf(report)
  expect(text.split('\n').slice(0, 2)).toEqual([
    '\ufeffYear\tExports\tImports\tissues',
    '2020\t70.7\t69.0\t',
  ])
  const mended = await take('balance.csv', text.replace('76,1x\t', '76.1\t'))
  expect(mended).toMatchObject({ status: 'committed', added: 6 })
})

it('says where a file is no longer there, or another', async () => {
  const bad = 'partner,month,value\nKEN,2023-01,five\n'
  const dropped = await take('dropped.csv', bad, {}, false)
  await expect(annotatedFile(store.db, dropped)).rejects.toThrow(
    `The file dropped.csv of import ${dropped.id} is not kept, or was changed since.`,
  )
  const changed = await take('changed.csv', bad)
  writeFileSync(join(folder, 'changed.csv'), bad.replace('five', '5.00'))
  await expect(annotatedFile(store.db, changed)).rejects.toBeInstanceOf(NotKept)
})

it('says where a file was never read as a table', async () => {
  const report = await take('page.csv', '<!doctype html><p>No such page')
  await expect(annotatedFile(store.db, report)).rejects.toThrow('could not be read as a table')
})
