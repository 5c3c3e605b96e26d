import fc from 'fast-check'
import { expect, it } from 'vitest'
import { byPeriod, parsePeriod } from '../../../data/model/period.ts'
import { daysOf, runsOf } from '../../../data/store/packed/days.ts'

const days = (...texts: string[]): Int32Array =>
  Int32Array.from(texts.flatMap((text) => Object.values(parsePeriod(text)!)))

it('months, quarters, years and weeks in a row are one run of three numbers', () => {
  const months = days('2023-11', '2023-12', '2024-01', '2024-02', '2024-03')
  expect([...runsOf(months)]).toEqual([1, 2023 * 12 + 10, 5])
  expect([...runsOf(days('2022-Q4', '2023-Q1'))]).toEqual([3, 2022 * 12 + 9, 2])
  expect(runsOf(days('2023-W50', '2023-W51', '2023-W52', '2024-W01'))).toHaveLength(3)
})

it('a gap, a joint January and February, and a year among months begin another', () => {
  expect(runsOf(days('2023-01', '2023-03'))).toHaveLength(6)
  expect(runsOf(days('2022-12', '2023-01/2023-02', '2023-03', '2023-04'))).toHaveLength(9)
  expect(runsOf(days('2023-01', '2023', '2023-02'))).toHaveLength(9)
})

it('whatever the periods, the runs give them back', () => {
  const piece = fc.constantFrom('2023-01', '2023-02', '2023-03', '2023', '2024', '2024-02-29')
  const interval = fc
    .tuple(fc.integer({ min: -800_000, max: 900_000 }), fc.nat(40))
    .map(([first, length]) => ({ first, last: first + length }))
  const period = fc.oneof(
    piece.map((text) => parsePeriod(text)!),
    interval,
  )
  fc.assert(
    fc.property(fc.array(period), (periods) => {
      const all = Int32Array.from(
        periods.sort(byPeriod).flatMap(({ first, last }) => [first, last]),
      )
      expect(daysOf(runsOf(all))).toEqual(all)
    }),
  )
})
