import { expect, it } from 'vitest'
import { runningSum } from '../../../data/compare/running-sum.ts'
import { EXPORTS, type Figures, lineOf, listen } from './lines.ts'

const say = (figures: Figures) => listen((tell) => runningSum(lineOf('exports', figures), tell))

const TO_DATE = {
  '2024-01': '9.2',
  '2024-02': '17.9',
  '2024-03': '27.5',
  '2024-04': '36.1',
  '2024-05': '45.9',
}

it('asks whether months that rise by a month each count from January', () => {
  const said = say({ ...EXPORTS, '2023-12': '9.1', ...TO_DATE })
  expect(said).toHaveLength(1)
  expect(said[0]).toMatchObject({ code: 'running-sum', value: '9.2' })
  expect(said[0]!.message).toBe(
    '“exports” rises from 9.2 USD bn in January 2024 to 45.9 USD bn in May 2024, by about a month each time. Do its figures count from January? If so, write their periods so, such as 2024-01/2024-05.',
  )
})

it('asks so of two such years one after the other, and of a year alone where it rises evenly', () => {
  const year = (y: number) =>
    Object.fromEntries(
      Array.from({ length: 12 }, (_, i) => [
        `${y}-${String(i + 1).padStart(2, '0')}`,
        `${(i + 1) * 9 + (i % 3)}`,
      ]),
    )
  expect(say(year(2023))).toHaveLength(1)
  expect(say({ ...year(2022), ...year(2023) })).toHaveLength(2)
})

it('takes January and February as one for two months', () => {
  const joint = {
    '2024-01/2024-02': '17.9',
    '2024-03': '27.5',
    '2024-04': '36.1',
    '2024-05': '45.9',
  }
  expect(say({ ...EXPORTS, '2023-12': '9.1', ...joint })).toHaveLength(1)
})

it('lets trade grow, jump and fall as it does', () => {
  expect(say(EXPORTS)).toEqual([])
  expect(
    say({
      ...EXPORTS,
      '2023-12': '9',
      '2024-01': '10',
      '2024-02': '11',
      '2024-03': '12',
      '2024-04': '13',
    }),
  ).toEqual([])
  const rising = { '2024-01': '1', '2024-02': '2', '2024-03': '3', '2024-04': '4' }
  expect(say(rising)).toEqual([])
  expect(say({ '2023-12': '900', ...rising })).toEqual([])
  expect(say({ '2023-12': '0.8', ...rising, '2024-05': '3.8' })).toEqual([])
  expect(say({ '2023-12': '0.8', ...rising })).toHaveLength(1)
})
