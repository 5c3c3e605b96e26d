import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { commitImport, type ImportJob, importFile } from '../../../data/ingest.ts'
import { listIssues } from '../../../data/store/ledger/imports.ts'
import { openStore, type Store } from '../../../data/store/open.ts'
import { listReleases } from '../../../data/store/series/releases.ts'
import { findSeriesOrThrow } from '../../../data/store/series/series.ts'

let folder: string
let store: Store

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'entrepot-contradictions-'))
  store = await openStore('file::memory:', 'write')
})
afterEach(async () => {
  await store.close()
  rmSync(folder, { recursive: true, force: true })
})

const HEADER = 'series_id,reporter,partner,flow,period,value,unit'

function take(name: string, rows: string[], job: Partial<ImportJob> = {}, header = HEADER) {
  const path = join(folder, name)
  writeFileSync(path, [header, ...rows, ''].join('\n'))
  const options = { dataset: 'trade' }
  const whole = { path, name, by: null, options, dryRun: false, partial: false, ...job }
  return importFile(store, whole)
}

const months = (n: number, rest = 'USD bn') =>
  Array.from({ length: n }, (_, i) => `s,RUS,CHN,X,${2000 + i},${5 + i},${rest}`)

const periodsOf = async (id: string) => (await listReleases(store.db, id)).length

describe('a row that says otherwise than its series stands', () => {
  beforeEach(() => take('stored.csv', ['s,RUS,CHN,X,2023-01,5,USD bn']))

  it('is an issue at its cell, with what the series has and what the row says', async () => {
    const report = await take('next.csv', [
      's,RUS,CHN,X,2023-02,6,USD bn',
      's,RUS,IND,export,2023-03,7,USD bn',
      's,DEU,China,M,2023-04,8,USD bn',
    ])
    expect(report).toMatchObject({ status: 'rejected', rejected: 2 })
    expect(report.issues).toMatchObject([
      {
        severity: 'rejected',
        line: 3,
        column: 'partner',
        code: 'other-code',
        value: 'IND',
        message:
          '“s” is kept with the partner “CHN” (China), and this row says “IND” (India). Correct the cell or the name of the series, or import the row into a dataset of its own.',
      },
      { line: 4, column: 'reporter', value: 'DEU' },
      { line: 4, column: 'flow', value: 'M' },
    ])
    expect(await findSeriesOrThrow(store.db, 'trade/s')).toMatchObject({
      dimensions: { partner: 'CHN' },
    })
  })

  it('keeps its issues through a preview and its commit, which leaves the row out', async () => {
    const rows = ['s,RUS,CHN,X,2023-02,6,USD bn', 's,RUS,IND,X,2023-03,7,percent']
    const preview = await take('next.csv', rows, { dryRun: true })
    expect(preview).toMatchObject({ status: 'preview', added: 1, rejected: 1, issuesTotal: 2 })
    await commitImport(store, preview.id, {}, { partial: true })
    const issues = await Array.fromAsync(listIssues(store.db, preview.id))
    expect(issues.map(({ code, column }) => [code, column])).toEqual([
      ['other-code', 'partner'],
      ['other-unit', 'unit'],
    ])
    expect(await periodsOf('trade/s')).toBe(2)
  })

  it('is decided by the store, be there more rows that say otherwise', async () => {
    const report = await take('next.csv', [...months(9, 'percent'), ...months(1)], {
      partial: true,
    })
    expect(report).toMatchObject({ status: 'committed', added: 1, rejected: 9 })
    expect(report.issues[8]).toMatchObject({
      line: 10,
      column: 'unit',
      code: 'other-unit',
      value: 'percent',
    })
  })

  it('is good where it says the same in other words, or nothing', async () => {
    const report = await take('next.csv', [
      's,Russia,China,export,2023-02,6,billion US dollars',
      's,,,,2023-03,7,',
    ])
    expect(report).toMatchObject({ status: 'committed', added: 2, issuesTotal: 0 })
    expect(await findSeriesOrThrow(store.db, 'trade/s')).toMatchObject({ unit: 'USD bn' })
  })

  it('is bad as a whole where a word for every row says otherwise', async () => {
    const options = { dataset: 'trade', constants: { partner: 'IND' } }
    const report = await take('next.csv', ['s,2023-02,6'], { options }, 'series_id,period,value')
    expect(report.issues).toMatchObject([{ line: 2, column: null, code: 'other-code' }])
  })

  it('may be of a series whose name is mistyped: what is nearly a known one is asked about', async () => {
    await take('more.csv', ['cn-ru.total,RUS,CHN,X,2023-01,5,USD bn'])
    const report = await take('next.csv', [
      'cn-ru.totla,RUS,CHN,X,2023-02,6,USD bn',
      'cn-ru.totals,RUS,IND,X,2023-02,6,USD bn',
    ])
    expect(report).toMatchObject({ status: 'committed', added: 2, issuesTotal: 1 })
    expect(report.issues).toMatchObject([
      {
        severity: 'warning',
        line: 2,
        code: 'new-series',
        message:
          '“Russia: exports to China” (cn-ru.totla) is a series that the dataset does not have; “cn-ru.total” has the same unit and codes. Is the name mistyped? Else a new series is made.',
      },
    ])
  })

  it('may be of a series in a unit that it never had: where no id names it, that is asked about', async () => {
    const header = 'partner,flow,period,value,unit'
    const options = { dataset: 'coded' }
    await take(
      'coded.csv',
      ['CHN,X,2023-01,5,USD bn', 'IND,X,2023-01,5,USD bn'],
      { options },
      header,
    )
    const rows = ['CHN,X,2023-02,5100,USD million', 'JPN,X,2023-02,6,USD bn']
    const { issues } = await take('next.csv', rows, { options }, header)
    expect(issues).toMatchObject([{ severity: 'warning', line: 2, code: 'new-series' }])
    const all = Array.from({ length: 60 }, (_, i) => `P${i},X,2023-01,5,`)
    await take(
      'many.csv',
      all.map((row) => `${row}USD bn`),
      { options: { dataset: 'many' } },
      header,
    )
    const many = await take(
      'many.csv',
      all.map((row) => `${row}USD million`),
      { options: { dataset: 'many' } },
      header,
    )
    expect(
      many.issues.filter(({ code }) => code === 'new-series').map(({ message }) => message),
    ).toEqual([
      '60 series of the file, first “Exports to P0” (P0.X.USD_million), are in USD million; the dataset has them in USD bn. New series are made beside those: if these are to go on, convert the figures, or correct the unit.',
    ])
    const unsaid = await take('unsaid.csv', ['CHN,X,2023-03,5200,'], { options }, header)
    expect(unsaid.issues[0]!.message).toBe(
      '“Exports to China” (CHN.X._) is a series that the dataset does not have; “CHN.X.USD_bn” has the same codes, in USD bn. Is the unit left out? Else a new series is made.',
    )
    expect(issues[0]!.message).toBe(
      '“Exports to China” (CHN.X.USD_million) is a series that the dataset does not have; “CHN.X.USD_bn” has the same codes, in USD bn. Is the unit mistyped? Else a new series is made.',
    )
  })

  it('reads the numbers of a file in the shipped form with a decimal point, without a question', async () => {
    const header = 'series_id,unit,period_start,period_end,value'
    const row = 's,USD bn,2023-11-01,2023-11-30,218.176'
    expect(await take('next.csv', [row], {}, header)).toMatchObject({ status: 'committed' })
  })

  it('is found when the series came into the store after the file was read', async () => {
    const row = 't,RUS,CHN,X,2023-01,6,USD bn'
    const preview = await take('next.csv', [row], { dryRun: true })
    await take('sooner.csv', [row.replace('CHN', 'IND')])
    const report = await commitImport(store, preview.id)
    expect(report).toMatchObject({ status: 'rejected', rejected: 1 })
    expect(report.issues).toMatchObject([{ code: 'kept-otherwise', line: 2 }])
    expect(report.issues[0]?.message).toContain('with the partner IND')
  })
})

describe('a new series of which rows say different things', () => {
  it('is what most rows say, and the odd one out is the issue, be it the first', async () => {
    const report = await take('new.csv', [...months(1, 'USD'), ...months(5).slice(1)], {
      partial: true,
    })
    expect(report).toMatchObject({ status: 'committed', added: 4, rejected: 1, issuesTotal: 1 })
    expect(report.issues).toMatchObject([
      { line: 2, column: 'unit', code: 'unit-changes', value: 'USD' },
    ])
    expect(await Array.fromAsync(listIssues(store.db, report.id))).toHaveLength(1)
    expect(await findSeriesOrThrow(store.db, 'trade/s')).toMatchObject({
      unit: 'USD bn',
      observations: 4,
    })
  })

  it('is what the first row says where as many say otherwise', async () => {
    const report = await take('new.csv', [...months(1), ...months(2, 'USD').slice(1)])
    expect(report.issues).toMatchObject([{ line: 3, value: 'USD' }])
  })

  it('is decided cell by cell, in a file too long to be looked at whole', async () => {
    const rows = Array.from(
      { length: 60_000 },
      (_, i) => `s${i % 20},RUS,CHN,X,${1000 + Math.floor(i / 20)},${i},USD bn`,
    )
    rows[3] = 's3,RUS,IND,X,1000,3,USD bn'
    rows[50_000] = 's0,RUS,CHN,X,3500,50000,USD'
    const report = await take('long.csv', rows)
    expect(report).toMatchObject({ rows: 60_000, rejected: 2, issuesTotal: 2 })
    expect(report.issues.map(({ line, column, value }) => [line, column, value])).toEqual([
      [5, 'partner', 'IND'],
      [50_002, 'unit', 'USD'],
    ])
  })

  it('is two series where codes name them, and one of few rows is asked about', async () => {
    const header = 'partner,period,value,unit'
    const rows = Array.from(
      { length: 12 },
      (_, i) => `CHN,${2000 + i},5,${i === 7 ? 'USD' : 'USD bn'}`,
    )
    const report = await take('coded.csv', rows, { options: {} }, header)
    expect(report).toMatchObject({ status: 'committed', added: 12, issuesTotal: 1 })
    expect(report.issues).toMatchObject([{ line: 9, code: 'rare-unit', value: 'USD' }])
    expect(report.issues[0]!.message).toBe(
      '“China” (CHN.USD) is told in this row only, and “China” (CHN.USD_bn), the same in USD bn, in 11. Is the unit right? Else two series are made.',
    )
  })

  it('is found among very many that say otherwise, each in its own way', async () => {
    const rows = Array.from({ length: 30_000 }, (_, i) => `s,RUS,P${i},X,2023-01,${i},USD`)
    const report = await take('many.csv', [...months(2, 'USD'), ...rows])
    expect(report).toMatchObject({ rejected: 30_000, issuesTotal: 30_000 })
    expect(report.issues[199]).toMatchObject({ line: 203, column: 'partner', value: 'P199' })
  })

  it('is told apart by its unit alone where no column names a power of ten but one', async () => {
    const report = await take(
      'sdmx.csv',
      ['s,2021,5,USD,9', 's,2022,6,USD,6', 's,2023,7,USD,9'],
      { options: {} },
      'series_id,period,value,unit,unit_mult',
    )
    expect(report.issues).toMatchObject([
      { line: 3, code: 'unit-changes', message: expect.stringContaining('“USD million”') },
    ])
  })
})

describe('a record with several bad cells', () => {
  it('is one rejected figure with an issue for each, in the order of the columns', async () => {
    const report = await take('bad.csv', ['s,RUS,CHN,X,2023-01,5,USD', 's,,,,2023-99,many,EUR'])
    expect(report).toMatchObject({ rejected: 1, issuesTotal: 3 })
    expect(report.issues.map(({ column, code }) => [column, code])).toEqual([
      ['period', 'bad-period'],
      ['value', 'bad-number'],
      ['unit', 'unit-changes'],
    ])
  })

  it('names a bad cell once in a row that holds many figures', async () => {
    const report = await take(
      'wide.csv',
      [
        'CHN,USD,javascript:void 0,1,2,many',
        ...['AUT', 'BEL', 'CAN', 'DEU', 'DNK', 'FRA', 'GBR', 'IND', 'ITA', 'JPN', 'USA'].map(
          (code) => `${code},USD,https://example.org,4,5,6`,
        ),
      ],
      { options: {} },
      'partner,unit,source_url,2021,2022,2023',
    )
    expect(report).toMatchObject({ rejected: 3, issuesTotal: 2 })
    expect(report.issues).toMatchObject([
      { line: 2, column: 'source_url', code: 'bad-address', value: 'javascript:void 0' },
      { line: 2, column: '2023', code: 'bad-number', value: 'many' },
    ])
  })

  it('names both ends of a period, and both a year and its month', async () => {
    const ends = await take(
      'ends.csv',
      ['2023-01-01,2023-01-31,1', '2023-02-31,soon,2'],
      { options: {} },
      'period_start,period_end,value',
    )
    expect(ends.issues.map(({ column }) => column)).toEqual(['period_start', 'period_end'])
    const rows = ['2022,11,1', '2022,12,2', '20x3,13,3']
    const roles = { columns: { year: 'period', month: 'period_part' } } as const
    const parts = await take('parts.csv', rows, { options: roles }, 'year,month,value')
    expect(parts.issues.map(({ column, value }) => [column, value])).toEqual([
      ['year', '20x3'],
      ['month', '13'],
    ])
  })
})
