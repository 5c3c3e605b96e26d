import { expect, it } from 'vitest'
import type { ReadingOptions } from '../../../data/model/report.ts'
import { useStore } from './taking.ts'

const files = useStore()
const take = (rows: string[], options: ReadingOptions = {}) =>
  files.take('trade.csv', [...rows, ''].join('\n'), { options })

const WITH_UNIT = 'partner,flow,unit,period,value'
const WITHOUT = ['partner,flow,period,value', 'China,export,2023-01,5.5', 'India,export,2023-02,7']

it('takes the one unit of its dataset for a file that leaves the column out, and says so', async () => {
  await take([WITH_UNIT, 'China,export,USD bn,2023-01,5.5', 'India,export,USD bn,2023-01,6'])
  const report = await take(WITHOUT)
  expect(report).toMatchObject({ status: 'committed', added: 1, unchanged: 1, issuesTotal: 0 })
  expect(report.changes).toMatchObject([{ series: 'trade/IND.X.USD_bn', unit: 'USD bn' }])
  expect(report.reading?.says).toContain(
    'The unit is taken to be “USD bn”, as in all of “trade”: no column says it.',
  )
})

it('asks which where the dataset has several, and remembers it for later files', async () => {
  await take([
    WITH_UNIT,
    'China,export,USD bn,2023-01,5.5',
    'India,export,USD bn,2023-01,6',
    'China,export,tonnes,2023-01,900',
  ])
  const asked = await take(WITHOUT)
  expect(asked).toMatchObject({ status: 'ambiguous', added: 0 })
  expect(asked.questions).toMatchObject([
    { code: 'unit', options: [{ value: 'USD bn' }, { value: 'tonnes' }] },
  ])
  const told = await take(WITHOUT, { answers: { unit: 'USD bn' } })
  expect(told).toMatchObject({ status: 'committed', added: 1, unchanged: 1 })
  expect(await take([...WITHOUT, 'India,export,2023-03,8'])).toMatchObject({
    added: 1,
    unchanged: 2,
  })
})

it('goes by what is said of all rows, or by the heading of the values', async () => {
  await take([WITH_UNIT, 'China,export,USD bn,2023-01,5.5', 'China,export,tonnes,2023-01,900'])
  const told = await take(WITHOUT, { constants: { unit: 'billion US dollars' } })
  expect(told).toMatchObject({ status: 'committed', unchanged: 1, added: 1 })
  const heading = await take(
    ['partner,flow,period,value (USD bn)', 'China,export,2023-01,5.5', 'China,export,2023-04,6.5'],
    { dataset: 'trade', columns: { 'value (USD bn)': 'value' } },
  )
  expect(heading).toMatchObject({ status: 'committed', unchanged: 1, added: 1 })
})
