import { beforeEach, expect, it } from 'vitest'
import type { ReadingOptions } from '../../../data/model/report.ts'
import { useStore } from './taking.ts'

const files = useStore()
const take = (header: string, rows: string, options: ReadingOptions = {}) =>
  files.take('trade.csv', `${header}\n${rows}\n`, { options: { dataset: 'trade', ...options } })
beforeEach(async () => {
  await take('reporter,partner,flow,period,value,unit', 'CHN,RUS,X,2023-01,7.5,USD bn')
})

const CHAPTERS = 'reporter,partner,flow,hs,period,value,unit'
const chapters = 'CHN,RUS,X,27,2023-01,0.5,USD bn\nCHN,RUS,X,84,2023-01,2.5,USD bn'

it('asks about a column that would tell the series of the dataset apart, and tells no part as the whole', async () => {
  const asked = await take(CHAPTERS, chapters)
  expect(asked).toMatchObject({ status: 'ambiguous', revised: 0 })
  expect(asked.questions).toMatchObject([
    {
      code: 'new-column',
      column: 'hs',
      options: [{ value: 'dimension', example: '27, 84' }, { value: 'ignore' }],
    },
  ])
  const one = await take(CHAPTERS, 'CHN,RUS,X,27,2023-01,0.5,USD bn')
  expect(one).toMatchObject({ status: 'ambiguous' })
})

it('makes series of its codes where that is the answer, and remembers it', async () => {
  const answers = { 'new-column:hs': 'dimension' }
  expect(await take(CHAPTERS, chapters, { answers })).toMatchObject({ added: 2, revised: 0 })
  const later = await take(CHAPTERS, chapters.replaceAll('2023-01', '2023-02'))
  expect(later).toMatchObject({ status: 'committed', added: 2 })
})

it('leaves it out where that is the answer, and says so', async () => {
  const answers = { 'new-column': 'ignore' }
  const report = await take(CHAPTERS, 'CHN,RUS,X,27,2023-01,0.5,USD bn', { answers })
  expect(report).toMatchObject({ status: 'committed', revised: 1 })
  expect(report.reading?.says).toContain('Not read, since the dataset has no such columns: “hs”.')
})

it('knows the series again where a later file has its columns in another order', async () => {
  const turned = 'unit,flow,partner,reporter,period,value'
  expect(await take(turned, 'USD bn,X,RUS,CHN,2023-01,7.6')).toMatchObject({ revised: 1, added: 0 })
  const mirror = await take(turned, 'USD bn,X,CHN,RUS,2023-01,9.9')
  expect(mirror).toMatchObject({ status: 'committed', added: 1, rejected: 0 })
})

it('keeps the names of the values where a person takes up a quantity beside them', async () => {
  const header = 'reporter,partner,flow,period,value,unit,quantity'
  const rows = 'CHN,RUS,X,2023-01,7.5,USD bn,120\nCHN,RUS,X,2023-02,8,USD bn,130'
  const told = await take(header, rows, { columns: { value: 'value', quantity: 'value' } })
  expect(told).toMatchObject({ status: 'committed', added: 3, unchanged: 1 })
  expect(told.changes.map(({ series }) => series)).toContain('trade/CHN.RUS.X.USD_bn.quantity')
})

it('knows the series again where a later file tells one of several measures only', async () => {
  await take('partner,period,value,quantity', 'CHN,2023-01,5,50', { dataset: 'steel' })
  const report = await take('partner,period,value', 'CHN,2023-01,5\nCHN,2023-02,6', {
    dataset: 'steel',
  })
  expect(report).toMatchObject({ status: 'committed', unchanged: 1, added: 1 })
  expect(report.changes).toMatchObject([{ series: 'steel/CHN.value' }])
})

it.each([
  ['all goods', 'hs', 'TOTAL'],
  ['a name beside its code', 'partner_name', 'Russia'],
  ['an amount', 'net_weight', '120.5'],
  ['a remark', 'seen by', 'J. Doe'],
])('leaves out %s without a question', async (_, name, cell) => {
  const rows = `CHN,RUS,X,${cell},2023-01,7.5,USD bn`
  expect(await take(CHAPTERS.replace('hs', name), rows)).toMatchObject({ unchanged: 1, revised: 0 })
})
