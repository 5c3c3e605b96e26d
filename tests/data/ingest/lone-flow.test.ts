import { expect, it } from 'vitest'
import { loneFlow } from '../../../data/ingest/codes/flows.ts'
import type { ImportReport } from '../../../data/model/report.ts'
import { useStore } from './taking.ts'

const files = useStore()

const table = (heading: string, year: number, figures: [number, number] = [10, 12]) =>
  `Country,Year,${heading}\nChina,${year},${figures[0]}\nIndia,${year},${figures[1]}\n`

/** Keys of a dataset's series, with the flow of each. */
async function flowsOf(dataset: string): Promise<Record<string, string | null>> {
  const rows = await files.store.db
    .selectFrom('series')
    .innerJoin('dataset', 'dataset.dataset_id', 'series.dataset_id')
    .leftJoin('series_code', (join) =>
      join
        .onRef('series_code.series_id', '=', 'series.series_id')
        .on('series_code.dimension', '=', 'flow'),
    )
    .where('dataset.id', '=', dataset)
    .select(['series.key', 'series_code.code'])
    .orderBy('series.key')
    .execute()
  return Object.fromEntries(rows.map(({ key, code }) => [key, code]))
}

const counts = ({ status, dataset, added, revised, unchanged }: ImportReport) => ({
  status,
  dataset,
  added,
  revised,
  unchanged,
})

it.each([
  ['Imports', 'M'],
  ['Exports FOB (USD million)', 'X'],
  ['Импорт', 'M'],
  ['Объем экспорта, млн долл. США', 'X'],
  ['出口', 'X'],
  ['出口金额', 'X'],
  ['Exportwert', 'X'],
  ['Re-exports', 'RX'],
  ['Importe', undefined],
  ['Import duty', undefined],
  ['Export price index', undefined],
  ['Exports of cars', undefined],
  ['EXP', undefined],
  ['Turnover', undefined],
])('the heading “%s” of the only values names the flow %s', (heading, flow) => {
  expect(loneFlow(heading)).toBe(flow)
})

it('a lone column of imports tells its flow, as two columns would', async () => {
  const report = await files.take('trade.csv', table('Imports', 2020))
  expect(report.reading?.says).toContain('The flow is “M” (Imports), by the heading “Imports”.')
  expect(await flowsOf('trade')).toEqual({ 'CHN.M': 'M', 'IND.M': 'M' })
})

it('exports under the same name go beside the imports, and neither revises the other', async () => {
  await files.take('trade.csv', table('Imports', 2020))
  const exports = await files.take('trade.csv', table('Exports', 2020, [20, 22]))
  expect(counts(exports)).toMatchObject({ status: 'committed', dataset: 'trade', added: 2 })
  const imports = await files.take('trade.csv', table('Imports', 2021))
  expect(counts(imports)).toMatchObject({ dataset: 'trade', added: 2, revised: 0 })
  const both = await files.take('trade.csv', 'Country,Year,Imports,Exports\nChina,2022,1,2\n')
  expect(counts(both)).toMatchObject({ status: 'committed', dataset: 'trade', added: 2 })
  const flows = { 'CHN.M': 'M', 'CHN.X': 'X', 'IND.M': 'M', 'IND.X': 'X' }
  expect(await flowsOf('trade')).toEqual(flows)
})

it('a column of flows tells the series that lone headings made', async () => {
  await files.take('trade.csv', table('Imports', 2020))
  const text = 'Country,Year,Flow,Value\nChina,2020,Imports,10\nChina,2020,Exports,20\n'
  const report = await files.take('long.csv', text, { options: { dataset: 'trade' } })
  expect(counts(report)).toMatchObject({ status: 'committed', added: 1, revised: 0 })
  expect(await flowsOf('trade')).toEqual({ 'CHN.M': 'M', 'CHN.X': 'X', 'IND.M': 'M' })
})

/** Makes a dataset what files made of it before a heading told the flow. */
async function makeOlder(id: string): Promise<void> {
  const { db } = files.store
  const { reading } = await db
    .selectFrom('dataset')
    .select('reading')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  const older = { ...JSON.parse(reading), keyed: ['reporter'] }
  await db
    .updateTable('dataset')
    .set({ reading: JSON.stringify(older) })
    .execute()
  await db.deleteFrom('series_code').where('dimension', '=', 'flow').execute()
  for (const country of ['CHN', 'IND'])
    await db.updateTable('series').set({ key: country }).where('key', '=', `${country}.M`).execute()
}

it('series that were named without a flow are told further under the same heading', async () => {
  await files.take('trade.csv', table('Imports', 2020))
  await makeOlder('trade')
  for (const name of ['trade.csv', 'other.csv']) {
    const report = await files.take(
      name,
      table('Imports', 2020, [10, name === 'trade.csv' ? 13 : 14]),
    )
    expect(counts(report)).toMatchObject({ status: 'committed', dataset: 'trade', revised: 1 })
  }
  expect(await flowsOf('trade')).toEqual({ CHN: null, IND: null })
})

it('exports are never told as series of imports that were named without a flow', async () => {
  await files.take('trade.csv', table('Imports', 2020))
  await makeOlder('trade')
  const report = await files.take('exports.csv', table('Exports', 2020, [20, 22]), {
    options: { dataset: 'trade' },
  })
  expect(counts(report)).toMatchObject({ status: 'committed', added: 2, revised: 0 })
  const flows = { CHN: null, 'CHN.X': 'X', IND: null, 'IND.X': 'X' }
  expect(await flowsOf('trade')).toEqual(flows)
})
