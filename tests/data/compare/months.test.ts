import { expect, it } from 'vitest'
import { holdsRanges, offDifference } from '../../../data/compare/months.ts'
import {
  before,
  EXPORTS,
  EXPORTS_TO_DATE,
  IMPORTS,
  IMPORTS_TO_DATE,
  lineOf,
  listen,
} from './lines.ts'

const toDate = (figures: Record<string, string>) =>
  lineOf('exports.ytd', figures, { cumulative: true })

it('lets months be as far from the differences as corrections bring them', () => {
  const said = listen((say) => {
    offDifference(lineOf('exports.m', EXPORTS), toDate(EXPORTS_TO_DATE), say)
    offDifference(lineOf('imports.m', IMPORTS), toDate(IMPORTS_TO_DATE), say)
  })
  expect(said).toEqual([])
})

it('says that a month is far from what its cumulative figures leave', () => {
  const months = lineOf('exports.m', { ...EXPORTS, '2023-06': '11.28' })
  const said = listen((say) => offDifference(months, toDate(EXPORTS_TO_DATE), say))
  expect(said).toMatchObject([{ code: 'off-difference', line: months.told[4], value: '11.28' }])
  expect(said[0]!.message).toBe(
    '“exports.m” is 11.28 USD bn in June 2023, and the cumulative figures leave 9.337 (52.284 less 42.947). One of them may belong to another month or flow: look them up.',
  )
})

it('compares January and February with the first cumulative figure', () => {
  const months = lineOf('exports.m', { ...EXPORTS, '2023-01/2023-02': '18.65' })
  const said = listen((say) => offDifference(months, toDate(EXPORTS_TO_DATE), say))
  expect(said[0]!.message).toContain(
    'is 18.65 USD bn in January–February 2023, and the cumulative figure says 15.04.',
  )
})

it('takes no estimate for a witness, and needs both ends', () => {
  const months = lineOf('exports.m', { '2023-06': '11.28 E', '2023-12': '99', '2022-06': '99' })
  expect(listen((say) => offDifference(months, toDate(EXPORTS_TO_DATE), say))).toEqual([])
})

it('speaks of what the file tells, be it the month or the cumulative figure', () => {
  const months = lineOf('exports.m', { ...EXPORTS, '2023-06': '11.28' })
  const cumulative = toDate(EXPORTS_TO_DATE)
  const stood = before(cumulative)
  expect(listen((say) => offDifference(before(months), stood, say))).toEqual([])
  expect(listen((say) => offDifference(before(months), cumulative, say))).toMatchObject([
    { line: cumulative.told[4] },
  ])
})

it('says of a cumulative figure that the months on both sides of it miss, and of none of these', () => {
  const cumulative = toDate({ ...EXPORTS_TO_DATE, '2023-01/2023-06': '60.1' })
  const said = listen((say) => offDifference(lineOf('exports.m', EXPORTS), cumulative, say))
  expect(said).toMatchObject([{ code: 'off-difference', line: cumulative.told[4], value: '60.1' }])
  expect(said[0]!.message).toBe(
    '“exports.ytd” is 60.1 USD bn in January–June 2023; by its figures before and after, and by June 2023 (9.551) and July 2023 (10.280), it would be about 52.5. Look it up.',
  )
})

it('speaks of months one by one where each is wrong by itself', () => {
  const months = lineOf('exports.m', { ...EXPORTS, '2023-06': '11.28', '2023-07': '15.3' })
  const said = listen((say) => offDifference(months, toDate(EXPORTS_TO_DATE), say))
  expect(said.map(({ value }) => value)).toEqual(['11.28', '15.3'])
})

it('compares months and ranges of one series: eleven months, December and the year', () => {
  const cars = lineOf('cars.aeb', {
    '2022-01/2022-11': '548877',
    '2022': '687370',
    '2022-12': '64072',
  })
  expect(holdsRanges(cars)).toBe(true)
  expect(holdsRanges(lineOf('exports', EXPORTS))).toBe(false)
  const said = listen((say) => offDifference(cars, cars, say))
  expect(said).toHaveLength(1)
  expect(said[0]!.message).toContain('leave 138493 (687370 less 548877)')
})
