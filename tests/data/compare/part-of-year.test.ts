import { expect, it } from 'vitest'
import { partOfYear } from '../../../data/compare/part-of-year.ts'
import { type Figures, lineOf, listen } from './lines.ts'

const say = (figures: Figures) => listen((tell) => partOfYear(lineOf('imports', figures), tell))

const MONTHS = { '2024-01': '299.4', '2024-02': '260.3' }

it('asks whether a year that is the sum of its first months goes on', () => {
  const said = say({ ...MONTHS, '2024': '559.7' })
  expect(said).toHaveLength(1)
  expect(said[0]).toMatchObject({ code: 'part-of-year', value: '559.7' })
  expect(said[0]!.message).toBe(
    '“imports” is 559.7 USD bn in 2024, which is the sum of what is told of it to February 2024. If the year goes on, write its period as 2024-01/2024-02.',
  )
})

it('asks so of quarters, too', () => {
  const said = say({ '2024-Q1': '10.1', '2024-Q2': '11.3', '2024-Q3': '9.9', '2024': '31.3' })
  expect(said[0]!.message).toContain('2024-01/2024-09')
})

it('says nothing of a year that is more than its months, is whole, or has a month alone', () => {
  expect(say({ ...MONTHS, '2024': '3526.1' })).toEqual([])
  expect(
    say({ '2024-Q1': '1', '2024-Q2': '2', '2024-Q3': '3', '2024-Q4': '4', '2024': '10' }),
  ).toEqual([])
  expect(say({ '2024-01': '299.4', '2024': '299.4' })).toEqual([])
  expect(say({ ...MONTHS, '2024-04': '1', '2023': '559.7' })).toEqual([])
})
