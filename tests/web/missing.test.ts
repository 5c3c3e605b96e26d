import { expect, test } from 'vitest'
import type { Columns } from '../../data/model/columns.ts'
import type { Frequency } from '../../data/model/period.ts'
import { missingWords } from '../../web/series/missing.ts'

const words = (frequency: Frequency, periods: string[], cumulative = false) => {
  const columns = { series: [{ periods, values: periods.map(() => 1) }] } as unknown as Columns
  return missingWords({ frequency, cumulative }, columns)
}

test('names the years that are missing between those that are there', () => {
  expect(words('A', ['2017', '2021', '2022', '2024'])).toBe('2018, 2019, 2020, 2023')
  expect(words('A', ['2021', '2022'])).toBe('none')
})

test('does not list the days between statements of single days', () => {
  const said = ['2023-10-20', '2023-11-20', '2023-12-20', '2025-11-04']
  expect(words('D', said)).toBe('not known: single statements')
})

test('names what is missing of a series told day by day', () => {
  expect(words('D', ['2023-10-20', '2023-10-22'])).toBe('21 Oct 2023')
})

test('knows nothing to be missing between intervals', () => {
  expect(words('I', ['2021-01/2022-02', '2022-03/2023-09'])).toBe('not known')
})
