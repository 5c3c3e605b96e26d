import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  commitImport,
  dropPreview,
  type Hooks,
  type ImportJob,
  importFile,
  undoImport,
} from '../../../data/ingest.ts'
import type { Progress } from '../../../data/model/report.ts'
import { listDatasets } from '../../../data/store/datasets.ts'
import { findImport, listImports, listIssues } from '../../../data/store/ledger/imports.ts'
import { openStore, type Store } from '../../../data/store/open.ts'
import { listReleases } from '../../../data/store/series/releases.ts'
import { findSeriesOrThrow } from '../../../data/store/series/series.ts'

let folder: string
let store: Store

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'entrepot-door-'))
  store = await openStore(`file:${join(folder, 'entrepot.db')}`, 'write')
})
afterEach(async () => {
  await store.close()
  rmSync(folder, { recursive: true, force: true })
})

function take(name: string, text: string | Buffer, job: Partial<ImportJob> = {}, hooks?: Hooks) {
  const path = join(folder, name)
  writeFileSync(path, text)
  const whole = { path, name, by: 'a test', options: {}, dryRun: false, partial: false, ...job }
  return importFile(store, whole, hooks)
}

/** Every telling of a series as `value @line`, `*` after the one that answers. */
const releases = async (id: string) =>
  (await listReleases(store.db, id)).map(
    ({ value, line, selected }) => `${value} @${line}${selected ? ' *' : ''}`,
  )

const OIL = 'period,oil,unit\n2023-01,8.5,million tonnes\n2023-02,7.9,million tonnes\n'

describe('a file goes in', () => {
  it('makes the dataset that its name says, with what its columns say', async () => {
    const report = await take('Oil exports (1).csv', OIL)
    expect(report).toMatchObject({
      id: 1,
      dataset: 'oil-exports',
      datasetTitle: 'Oil exports',
      newDataset: true,
      status: 'committed',
      importedBy: 'a test',
      rows: 2,
      added: 2,
      rejected: 0,
    })
    expect(await findSeriesOrThrow(store.db, 'oil-exports/oil')).toMatchObject({
      unit: 'million tonnes',
      additive: 'sum',
      frequency: 'M',
      first: '2023-01-01',
    })
    expect(await findImport(store.db, 1)).toEqual(report)
  })

  it('says that the same file again changes nothing, and names the import that told it', async () => {
    await take('oil.csv', OIL)
    const again = await take('oil.csv', OIL)
    expect(again).toMatchObject({ status: 'unchanged', identicalTo: 1, rows: 2, unchanged: 2 })
    expect(await releases('oil/oil')).toHaveLength(2)
  })

  it('keeps the value before a revision, and gives it back when the revision is undone', async () => {
    await take('oil.csv', OIL)
    const revision = await take('oil.csv', OIL.replace('7.9', '8.1'))
    expect(revision).toMatchObject({ status: 'committed', added: 0, revised: 1, unchanged: 1 })
    expect(revision.changes).toMatchObject([{ kind: 'revised', before: 7.9, after: 8.1 }])
    expect(await releases('oil/oil')).toEqual(['8.5 @2 *', '7.9 @3', '8.1 @3 *'])
    expect(await undoImport(store, revision.id)).toMatchObject({ restored: 1, removed: 0 })
    expect(await releases('oil/oil')).toEqual(['8.5 @2 *', '7.9 @3 *'])
  })

  it('takes the same file again after another has told otherwise', async () => {
    await take('oil.csv', OIL)
    await take('oil.csv', OIL.replace('7.9', '8.1'))
    const back = await take('oil.csv', OIL)
    expect(back).toMatchObject({ status: 'committed', revised: 1 })
    expect((await releases('oil/oil')).at(-1)).toBe('7.9 @3 *')
  })

  it('recognises a dataset by its series ids, whatever the file is called', async () => {
    await take('gas.csv', 'series_id,period,value\npower-of-siberia,2023,22.7\n')
    const update = await take(
      'downloaded.csv',
      'series_id,period,value\npower-of-siberia,2024,31\n',
    )
    expect(update).toMatchObject({ dataset: 'gas', newDataset: false, added: 1 })
    expect(update.reading?.says).toContain(
      'Goes into “gas”, which has the same columns and series.',
    )
  })

  it('asks where a file of another name tells other figures of the same series', async () => {
    const rows = (values: number[]) =>
      ['period,partner,value', ...values.map((n, i) => `202${i},CHN,${n}`)].join('\n')
    await take('oil.csv', rows([10, 11, 12, 13]))
    // Most of the figures are those that are there: its next release, whatever it is called.
    expect(await take('march.csv', rows([10, 11, 14, 13]))).toMatchObject({
      dataset: 'oil',
      status: 'committed',
      revised: 1,
    })
    for (const dryRun of [false, true]) {
      const gas = await take('gas.csv', rows([50, 60, 70, 80]), { dryRun })
      expect(gas).toMatchObject({ status: 'ambiguous', revised: 0 })
      expect(gas.questions).toMatchObject([
        { code: 'dataset', options: [{ value: 'oil' }, { value: 'gas' }] },
      ])
    }
    expect(await releases('oil/CHN')).toHaveLength(5)
    const options = { answers: { dataset: 'gas' } }
    const answered = await take('gas.csv', rows([50, 60, 70, 80]), { options })
    expect(answered).toMatchObject({ dataset: 'gas', status: 'committed', added: 4 })
  })

  it('takes no column that comes again very often for years', async () => {
    const columns = Array.from({ length: 2100 }, () => 'value')
    const report = await take('wide.csv', `country,${columns}\nCHN,${columns.map(() => 1)}\n`)
    expect(report).toMatchObject({ status: 'ambiguous', added: 0 })
    expect(report.questions[0]).toMatchObject({ code: 'period-column' })
  })

  it('says that there is no line where a header is said to be', async () => {
    const report = await take('oil.csv', OIL, { options: { headerLine: 99 } })
    expect(report).toMatchObject({ status: 'rejected', rows: 0 })
    expect(report.issues).toMatchObject([{ code: 'no-such-line', line: 99 }])
  })

  it('does not mix two files whose columns say no more than "value"', async () => {
    await take('exports.csv', 'period,value\n2023,1\n')
    expect(await take('imports.csv', 'period,value\n2023,2\n')).toMatchObject({
      dataset: 'imports',
      newDataset: true,
    })
  })

  it('gives a file of other columns the next free name', async () => {
    await take('trade.csv', 'period,partner,value\n2023,CHN,1\n')
    expect(await take('trade.csv', 'period,commodity,value\n2023,0101,2\n')).toMatchObject({
      dataset: 'trade-2',
    })
  })

  it('refuses a file that does not say which series of its dataset it tells of', async () => {
    await take('trade.csv', 'period,partner,value\n2023,CHN,1\n')
    const report = await take('x.csv', 'period,value\n2023,2\n', { options: { dataset: 'trade' } })
    expect(report).toMatchObject({ status: 'rejected', rows: 0 })
    expect(report.issues[0]).toMatchObject({ code: 'missing-column' })
  })

  it('leaves title and codes that a file says nothing of', async () => {
    await take(
      'gas.csv',
      'series_id,series_name,partner,unit,period,value\npos,Power of Siberia,CHN,bcm,2023,22.7\n',
    )
    const text = 'DATASET,SERIES,TIME_PERIOD,OBS_VALUE,OBS_STATUS\ngas,gas/pos,2024,31,A\n'
    expect(await take('download.csv', text)).toMatchObject({ status: 'committed', added: 1 })
    expect(await findSeriesOrThrow(store.db, 'gas/pos')).toMatchObject({
      title: 'Power of Siberia',
      unit: 'bcm',
      dimensions: { partner: 'CHN' },
    })
  })

  it('gives words for every row that the file leaves out', async () => {
    const options = {
      constants: { reporter: 'Russia', flow: 'export', unit: 'USD bn', source: 'Customs' },
      published: '2024-02-01',
    }
    await take('x.csv', 'partner,year,value\nChina,2023,129.1\n', { options })
    expect(await findSeriesOrThrow(store.db, 'x/CHN.RUS.X')).toMatchObject({
      title: 'Russia: exports to China',
      unit: 'USD bn',
    })
    const [release] = await listReleases(store.db, 'x/CHN.RUS.X')
    expect(release).toMatchObject({ source: 'Customs', published: 19754 })
  })
})

const dayText = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10)

describe('a file with bad rows', () => {
  const BAD = 'period,value\n2023-01,1\n2023-02,two\n2023-03,3\n'

  it('goes in whole or not at all', async () => {
    const report = await take('x.csv', BAD)
    expect(report).toMatchObject({
      status: 'rejected',
      dataset: 'x',
      rows: 3,
      added: 0,
      rejected: 1,
    })
    expect(report.error).toContain('nothing was written')
    expect(await listDatasets(store.db)).toEqual([])
  })

  it('gives its good rows where only these are wanted', async () => {
    expect(await take('x.csv', BAD, { partial: true })).toMatchObject({
      status: 'committed',
      added: 2,
      rejected: 1,
    })
  })

  it('says again, when it comes again, how many were rejected and where that is told', async () => {
    await take('x.csv', BAD, { partial: true })
    const again = await take('x.csv', BAD, { partial: true })
    expect(again).toMatchObject({ status: 'unchanged', identicalTo: 1, unchanged: 2, rejected: 1 })
    expect(again.error).toBe(
      '1 of its figures was rejected then, and is not in the store. Why is told by the issues of import 1, at /api/imports/1/issues.csv.',
    )
    expect(await findImport(store.db, again.id)).toEqual(again)
  })

  it('keeps every issue, however many, and shows two hundred', async () => {
    const rows = Array.from({ length: 12_000 }, (_, i) => `2023-01,row ${i}`)
    const report = await take('x.csv', `period,value\n2023-02,1\n${rows.join('\n')}\n`, {
      options: { columns: { value: 'value' } },
    })
    expect(report).toMatchObject({ rejected: 12_000, issuesTotal: 12_000 })
    expect(report.issues).toHaveLength(200)
    const all = await Array.fromAsync(listIssues(store.db, report.id))
    expect(all).toHaveLength(12_000)
    expect(all.at(-1)).toMatchObject({ line: 12_002, value: 'row 11999' })
  })

  it('keeps files apart whose names have no Latin letters', async () => {
    const csv = (value: number) => `period,value\n2023,${value}\n`
    const oil = await take('石油.csv', csv(5))
    const gas = await take('天然气.csv', csv(77))
    expect([oil, gas]).toMatchObject([
      { datasetTitle: '石油', added: 1 },
      { datasetTitle: '天然气', added: 1, revised: 0 },
    ])
    expect(gas.dataset).not.toBe(oil.dataset)
  })

  it('takes a column for the dimension that a person says, whatever its heading and cells look like', async () => {
    const report = await take('x.csv', 'period,grade (%),value\n2022,1.5,10\n2023,2.5,20\n', {
      dryRun: true,
      options: { columns: { 'grade (%)': 'dimension:commodity' } },
    })
    expect(report.reading?.columns.map(({ role }) => role)).toEqual([
      'period',
      'dimension:commodity',
      'value',
    ])
  })

  it('names the line of a byte that is no character, beyond what was looked at first', async () => {
    const text = `period,value,note\n${'2023-01,1,café\n'.repeat(20_000)}`
    const report = await take(
      'x.csv',
      Buffer.concat([Buffer.from(`${text}2023-02,2,caf`), Buffer.from([0xe9])]),
    )
    expect(report).toMatchObject({ status: 'rejected', added: 0 })
    expect(report.issues[0]).toMatchObject({ code: 'bad-encoding', line: 20_002 })
  })

  it('looks through the whole file where the beginning leaves open what 1.234 means', async () => {
    const doubtful = Array.from({ length: 40_000 }, (_, i) => `${1900 + (i % 100)},1.234`)
    const text = `year,value\n${doubtful.join('\n')}\n2023,1.5\n`
    const report = await take('x.csv', text, { dryRun: true })
    expect(report.status).toBe('preview')
    expect(report.changes[0]).toMatchObject({ after: 1.234 })
    await dropPreview(store, report.id)
  })

  it.each([
    ['1.234', undefined],
    ['1,5', 1.5],
    ['1.5', 1.5],
  ])(
    'decides by the whole file what %s is behind many numbers without a mark',
    async (cell, value) => {
      const whole = Array.from({ length: 60_000 }, (_, i) => `${dayText(i)};${100 + (i % 1800)}\n`)
      const bad = 'no day;1\n'.repeat(6_000)
      const text = `day;value\n${whole.join('')}${bad}${dayText(60_000)};${cell}\n`
      const job = { partial: true, dryRun: true, options: { columns: { day: 'period' as const } } }
      const report = await take('x.csv', text, job)
      if (value === undefined)
        return expect(report).toMatchObject({
          status: 'ambiguous',
          questions: [{ code: 'decimal-mark' }],
        })
      expect(report).toMatchObject({ status: 'preview', added: 60_001, rejected: 6_000 })
      const issues = await Array.fromAsync(listIssues(store.db, report.id))
      expect(issues.filter(({ severity }) => severity === 'rejected')).toHaveLength(6_000)
      await dropPreview(store, report.id)
    },
  )
})

describe('a preview', () => {
  it('writes nothing, and is committed without the file', async () => {
    const preview = await take('oil.csv', OIL, { dryRun: true })
    expect(preview).toMatchObject({ status: 'preview', newDataset: true, added: 2 })
    expect(await listDatasets(store.db)).toEqual([])
    rmSync(join(folder, 'oil.csv'))
    const committed = await commitImport(store, preview.id)
    expect(committed).toMatchObject({ id: preview.id, status: 'committed', added: 2 })
    expect(await releases('oil/oil')).toEqual(['8.5 @2 *', '7.9 @3 *'])
    expect(await readdir(join(folder, 'stages'))).toEqual([])
    await expect(commitImport(store, preview.id)).rejects.toMatchObject({ code: 'not-a-preview' })
  })

  it('with bad rows is committed only where the good ones are wanted alone', async () => {
    const text = 'period,value\n2023-01,1\n2023-02,two\n'
    const first = await take('x.csv', text, { dryRun: true })
    expect(first).toMatchObject({ status: 'preview', added: 1, rejected: 1 })
    expect(await commitImport(store, first.id)).toMatchObject({ status: 'rejected', added: 0 })
    const second = await take('x.csv', text, { dryRun: true })
    const taken = await commitImport(store, second.id, {}, { partial: true })
    expect(taken).toMatchObject({ status: 'committed', added: 1, rejected: 1 })
  })

  it('compares with the store as it is at the commit, not as it was before', async () => {
    const preview = await take('oil.csv', OIL, { dryRun: true })
    await take('oil.csv', OIL.replace('7.9', '7.8'))
    expect(await commitImport(store, preview.id)).toMatchObject({
      added: 0,
      revised: 1,
      unchanged: 1,
    })
  })

  it('can be let go', async () => {
    const preview = await take('oil.csv', OIL, { dryRun: true })
    await dropPreview(store, preview.id)
    expect((await findImport(store.db, preview.id))?.status).toBe('cancelled')
    expect(await readdir(join(folder, 'stages'))).toEqual([])
  })
})

describe('an import on its way', () => {
  it('tells its number, then how far it is', async () => {
    const numbers: number[] = []
    const progress: Progress[] = []
    const hooks = {
      started: (id: number) => numbers.push(id),
      progress: (each: Progress) => progress.push(each),
    }
    await take('oil.csv', OIL, {}, hooks)
    expect(numbers).toEqual([1])
    expect(progress.map(({ phase }) => phase)).toEqual(['reading', 'writing', 'done'])
    expect(progress[0]).toMatchObject({ bytes: OIL.length, totalBytes: OIL.length, rows: 2 })
  })

  it('can be cancelled, and leaves nothing', async () => {
    const cancel = new AbortController()
    const report = await take(
      'oil.csv',
      OIL,
      {},
      {
        signal: cancel.signal,
        started: () => cancel.abort(),
      },
    )
    expect(report).toMatchObject({ status: 'cancelled', added: 0 })
    expect(await listDatasets(store.db)).toEqual([])
    expect((await listImports(store.db)).imports[0]).toMatchObject({ status: 'cancelled' })
  })

  it('refuses a file that somebody writes to meanwhile', async () => {
    const append = () => appendFileSync(join(folder, 'oil.csv'), '2023-03,1,million tonnes\n')
    const report = await take('oil.csv', OIL, {}, { started: append })
    expect(report).toMatchObject({ status: 'rejected', added: 0 })
    expect(report.issues[0]).toMatchObject({ code: 'file-changed' })
  })

  it('deletes an upload that nobody needs again, and only when told to', async () => {
    await take('keep.csv', OIL)
    await take('drop.csv', OIL.replace('8.5', '8.6'), { keepFile: false })
    const files = (await readdir(folder)).filter((name) => name.endsWith('.csv'))
    expect(files).toEqual(['keep.csv'])
  })
})
