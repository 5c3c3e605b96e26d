import { expect, it } from 'vitest'
import { useStore } from './taking.ts'

const taken = useStore()

/** The periods that a later file of one dataset adds. */
async function added(first: string[], later: string[]): Promise<string[]> {
  const file = (days: string[]) =>
    ['date,country,value', ...days.map((day, i) => `${day},China,${i + 1.5}`), ''].join('\n')
  await taken.take('trade.csv', file(first))
  const report = await taken.take('trade.csv', file(later))
  expect(report.questions).toEqual([])
  return report.changes.map(({ period }) => period)
}

it('a later file of one last day is of its month, as its dataset is', async () => {
  expect(await added(['2024-01-31', '2024-02-29'], ['2024-03-31'])).toEqual(['2024-03'])
})

it('a later file of one first day is of its quarter, as its dataset is', async () => {
  expect(await added(['2023-04-01', '2023-07-01'], ['2023-10-01'])).toEqual(['2023-Q4'])
})

it('a later file of two fifteenths is of their months, as its dataset is', async () => {
  const first = ['2024-01-15', '2024-02-15', '2024-03-15']
  expect(await added(first, ['2024-04-15', '2024-05-15'])).toEqual(['2024-04', '2024-05'])
})

it('a later file of one last day is of that day where its dataset is of days', async () => {
  expect(await added(['2024-01-30', '2024-01-31'], ['2024-02-29'])).toEqual(['2024-02-29'])
})

it('a last day that ends no quarter is of no quarter', async () => {
  expect(await added(['2023-03-31', '2023-06-30'], ['2023-07-31'])).toEqual(['2023-07-31'])
})
