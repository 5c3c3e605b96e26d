import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { importFile } from '../../../data/ingest.ts'
import type { ReadingOptions } from '../../../data/model/report.ts'
import { openStore, type Store } from '../../../data/store/open.ts'

let folder: string
let store: Store

const COLUMNS = ['reporter', 'partner', 'flow', 'period', 'value']
const ROWS = ['China', 'Germany'].flatMap((partner) =>
  ['2023-01', '2023-02', '2023-03'].map((period, i) => [
    'Russia',
    partner,
    'export',
    period,
    `${10 + i}`,
  ]),
)

const csv = (columns: readonly string[], rows: readonly string[][]) =>
  [columns, ...rows].map((cells) => cells.join(',')).join('\n')

function take(name: string, text: string, options: ReadingOptions = {}) {
  const path = join(folder, name)
  writeFileSync(path, text)
  return importFile(store, { path, name, by: null, options, dryRun: false, partial: false })
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'entrepot-recognise-'))
  store = await openStore('file::memory:', 'write')
  await take('trade.csv', csv(COLUMNS, ROWS))
})
afterEach(async () => {
  await store.close()
  rmSync(folder, { recursive: true, force: true })
})

const KNOWN = { status: 'committed', dataset: 'trade', newDataset: false, unchanged: 6, added: 0 }

it('knows the dataset of a file whose columns and rows are in another order', async () => {
  const turned = ROWS.toReversed().map((cells) => cells.toReversed())
  expect(await take('march.csv', csv(COLUMNS.toReversed(), turned))).toMatchObject(KNOWN)
})

it('knows it where the names of the columns are in capitals', async () => {
  const report = await take(
    'MARCH.csv',
    csv(
      COLUMNS.map((name) => name.toUpperCase()),
      ROWS,
    ),
  )
  expect(report).toMatchObject(KNOWN)
  expect(report.reading?.says).toContain(
    'Goes into “trade”, which has the same columns and series.',
  )
})

const IN_RUSSIAN = ['страна', 'контрагент', 'поток', 'период', 'значение']

it('knows it where the columns have names in another language, and says which is which', async () => {
  const report = await take('trade.csv', csv(IN_RUSSIAN, ROWS))
  expect(report).toMatchObject(KNOWN)
  expect(report.reading?.says.join(' ')).toContain('“контрагент” is its “partner”')
})

it('asks where the names are others and no figure is one that is there', async () => {
  const april = ROWS.map(([reporter, partner, flow]) => [
    reporter!,
    partner!,
    flow!,
    '2023-04',
    '14',
  ])
  const text = csv(IN_RUSSIAN, april.slice(2, 4))
  const asked = await take('april.csv', text)
  expect(asked).toMatchObject({ status: 'ambiguous', added: 0 })
  expect(asked.questions).toMatchObject([
    { code: 'dataset', options: [{ value: 'trade' }, { value: 'april' }] },
  ])
  const told = await take('april.csv', text, { answers: { dataset: 'trade' } })
  expect(told).toMatchObject({ status: 'committed', dataset: 'trade', added: 2 })
})

it('asks which of several datasets with the same columns and series a file belongs to', async () => {
  const others = ROWS.map((cells) => cells.with(4, '99'))
  await take('steel.csv', csv(COLUMNS, others), { dataset: 'steel' })
  const asked = await take('march.csv', csv(COLUMNS, ROWS.slice(1)))
  expect(asked).toMatchObject({ status: 'ambiguous' })
  expect(asked.questions[0]?.options.map(({ value }) => value)).toEqual(['steel', 'trade', 'march'])
  expect(await take('steel.csv', csv(COLUMNS, others.slice(1)))).toMatchObject({
    dataset: 'steel',
    unchanged: 5,
  })
})

it('says why a file of the name of a dataset makes another one', async () => {
  const report = await take(
    'trade.csv',
    csv(
      COLUMNS.slice(1),
      ROWS.map((cells) => cells.slice(1)),
    ),
  )
  expect(report).toMatchObject({ dataset: 'trade-2', newDataset: true })
  const replacing = await take(
    'steel.csv',
    csv(['commodity', 'period', 'value'], [['0101', '2023', '5']]),
    {
      mode: 'replace-dataset',
    },
  )
  expect(replacing.reading?.says).toContain(
    'Nothing is there yet to replace: the file makes a dataset.',
  )
  expect(report.reading?.says).toContain(
    'Makes a new dataset, “trade-2”: “trade” has a column “reporter”, and this file has none.',
  )
})

it('knows it where a person said what its first file does not say', async () => {
  const header = 'Jahr;Land;Wert;Bem'
  const told: ReadingOptions = {
    columns: { Land: 'dimension:partner', Bem: 'ignore' },
    constants: { flow: 'imports', reporter: 'Germany', unit: 'USD million' },
  }
  await take('steel.csv', `${header}\n2022;China;1,5;x\n2022;Türkei;2,5;y\n`, told)
  const later = await take('steel-2023.csv', `${header}\n2023;China;1,7;x\n2023;Türkei;2,9;y\n`)
  expect(later).toMatchObject({ status: 'committed', dataset: 'steel', added: 2 })
  expect(later.changes[0]).toMatchObject({ series: 'steel/CHN.M.DEU', unit: 'USD million' })
  expect(later.reading?.says).toContain('Goes into “steel”, which has the same columns and series.')

  // Of other series it is another dataset.
  const other = await take('tin.csv', `${header}\n2023;Peru;1,7;x\n2023;Chile;2,9;y\n`)
  expect(other).toMatchObject({ status: 'committed', dataset: 'tin' })
})

it('does not take a file with more columns for one of those that a person said something of', async () => {
  const codes = { partner: { Freedonia: 'FRD' } }
  await take('short.csv', 'partner,period,value\nFreedonia,2022,1.5\nChina,2022,2\n', { codes })
  expect(await take('march.csv', csv(COLUMNS, ROWS.toReversed()))).toMatchObject(KNOWN)
})

it.each([
  ['Month,Total TEUs', ['100', '110'], ['110', '120']],
  ['Month,Total TEUs,Weight kt', ['100,5', '110,6'], ['110,6', '120,7']],
])(
  'knows the series of a store that did not know the unit in a heading: %s',
  async (header, first, later) => {
    const text = (rows: string[], month: number) =>
      [header, ...rows.map((row, i) => `2024-0${month + i},${row}`)].join('\n')
    await take('port.csv', text(first, 1))
    store.raw.exec(`
      update series set key = 'Total_TEUs', unit = null where key = 'Total';
      update series_code set code = 'Total TEUs' where code = 'Total';
      update import_series set draft = replace(draft, '"measure":"Total"', '"measure":"Total TEUs"')`)
    const columns = header.split(',').length - 1
    expect(await take('february.csv', text(later, 2))).toMatchObject({
      status: 'committed',
      dataset: 'port',
      unchanged: columns,
      added: columns,
      revised: 0,
    })
    const keys = store.raw.prepare("select key from series where key like 'Total%'").pluck().all()
    expect(keys).toEqual(['Total_TEUs'])
  },
)

it('knows the series of a store that did not know the partner in a heading', async () => {
  const header = 'Year,Exports to China,Imports from China'
  await take('china.csv', `${header}\n2022,76.1,114.1\n2023,111.0,129.1\n`)
  store.raw.exec(`
    update series set key = replace(key, 'CHN.', '') where key like 'CHN.%';
    delete from series_code where dimension = 'partner' and code = 'CHN';
    update dataset set reading = replace(reading, '"keyed":["partner",', '"keyed":[');
    update import_series set draft = replace(draft, '"partner":"CHN",', '')`)
  const keys = () =>
    store.raw.prepare('select key from series where length(key) = 1 order by key').pluck().all()
  expect(keys()).toEqual(['M', 'X'])
  expect(await take('later.csv', `${header}\n2023,111.0,129.1\n2024,115.5,129.3\n`)).toMatchObject({
    status: 'committed',
    dataset: 'china',
    unchanged: 2,
    added: 2,
    revised: 0,
  })
  expect(keys()).toEqual(['M', 'X'])
})

it('knows the series of a store that did not know the partner in the heading of a period', async () => {
  const table = (year: number, russia: number) =>
    `Country,${year} imports from China\nRussia,${russia}\nKazakhstan,24750\n`
  await take('china.csv', table(2023, 110972))
  store.raw.exec(`
    update series set key = replace(key, '.CHN', '') where key like '%.CHN';
    delete from series_code where dimension = 'partner' and code = 'CHN';
    update dataset set reading = replace(reading, ',"partner"]', ']');
    update import_series set draft = replace(draft, ',"partner":"CHN"', '')`)
  const keys = () =>
    store.raw.prepare("select key from series where key like '___.M' order by key").pluck().all()
  expect(keys()).toEqual(['KAZ.M', 'RUS.M'])
  expect(await take('later.csv', table(2024, 115000))).toMatchObject({
    status: 'committed',
    dataset: 'china',
    added: 2,
  })
  expect(keys()).toEqual(['KAZ.M', 'RUS.M'])
})

it('knows it where headings of values are in another language, or say their unit in other words', async () => {
  await take(
    'heads.csv',
    'Month,Exports (USD bn),Imports (USD bn)\n2024-01,29.1,20.1\n2024-02,28.3,20.3\n',
  )
  const later =
    'Месяц,"Экспорт, млрд долл. США","Imports, billion USD"\n2024-02,28.3,20.3\n2024-03,27.9,20.5\n'
  expect(await take('later.csv', later)).toMatchObject({
    status: 'committed',
    dataset: 'heads',
    unchanged: 2,
    added: 2,
  })
})

it('refuses figures whose headings say another unit than the dataset has them in', async () => {
  await take(
    'heads.csv',
    'Month,Urals (USD/bbl),Coal (USD/t)\n2024-01,65.1,120.1\n2024-02,68.3,118.2\n',
  )
  const later = 'Month,Urals (USD/bbl),Coal (USD/kg)\n2024-02,68.3,0.1182\n2024-03,70.3,0.1212\n'
  expect(await take('later.csv', later)).toMatchObject({ status: 'rejected', rejected: 4 })
})

it('knows it where the one heading of values names another period', async () => {
  const of = (month: string, value: number) =>
    csv(
      ['Country', `Oil production ${month} (bbl/day)`],
      [
        ['China', `${value}`],
        ['Russia', `${value + 1000}`],
        ['Canada', `${value + 2000}`],
      ],
    )
  expect(await take('oil.csv', of('April 2022', 41_000))).toMatchObject({ added: 3 })
  const report = await take('production-in-may.csv', of('May 2022', 42_000))
  expect(report).toMatchObject({ status: 'committed', dataset: 'oil', added: 3, questions: [] })
})
