import fc from 'fast-check'
import { expect, it } from 'vitest'
import { BOUNDS } from '../../../data/model/batch.ts'
import { makeRows } from '../../../data/model/rows.ts'
import { type Again, packAgain, packRows, unpackAgain } from '../../../data/store/write/again.ts'

const telling: fc.Arbitrary<Again> = fc
  .record({
    first: fc.integer({ min: -30_000, max: 40_000 }),
    days: fc.constantFrom(0, 6, 27, 30, 364),
    value: fc.option(fc.double({ noNaN: true, noDefaultInfinity: true })),
    decimals: fc.integer({ min: 0, max: 9 }),
    status: fc.constantFrom('A', 'E', 'P'),
    bound: fc.constantFrom(...BOUNDS),
    note: fc.option(fc.string({ maxLength: 5 })),
    origin: fc.integer({ min: 1, max: 9 }),
    line: fc.integer({ min: 1, max: 4_294_967_295 }),
  })
  .map(({ days, first, ...others }) => ({ ...others, first, last: first + days }))

it('gives back whatever was packed', () => {
  fc.assert(
    fc.property(fc.array(telling, { minLength: 1 }), (tellings) => {
      expect(unpackAgain(packAgain(tellings))).toEqual(tellings)
    }),
  )
})

it('gives back more notes than a byte tells apart', () => {
  const [one] = fc.sample(telling, 1)
  const tellings = Array.from({ length: 300 }, (_, i) => ({ ...one!, note: `note ${i}`, line: i }))
  expect(unpackAgain(packAgain(tellings))).toEqual(tellings)
})

/** A year of months as a file tells them, of which some places are packed. */
function year() {
  const rows = makeRows(12)
  for (let month = 0; month < 12; month++) {
    rows.first[month] = Date.UTC(2025, month) / 86_400_000
    rows.last[month] = Date.UTC(2025, month + 1) / 86_400_000 - 1
    rows.value[month] = month + 0.5
    rows.status[month] = month === 11 ? 1 : 0
    rows.note[month] = -1
    rows.line[month] = 2 + month
  }
  rows.length = 12
  return rows
}

const words = {
  status: (n: number) => ['A', 'P'][n]!,
  note: () => null,
  origin: () => ({ id: 7 }) as never,
}

it('packs the rows of a file by their places', () => {
  const packed = packRows(year(), [0, 1, 11], words)
  expect(unpackAgain(packed).map(({ value, status, line }) => [value, status, line])).toEqual([
    [0.5, 'A', 2],
    [1.5, 'A', 3],
    [11.5, 'P', 13],
  ])
})

it('takes little more than the values where rows follow one another', () => {
  const rows = year()
  const some = packRows(rows, [0, 1, 2, 3, 4, 5], words)!.length
  const more = packRows(rows, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10], words)!.length
  expect(more - some).toBeLessThanOrEqual(5 * Float64Array.BYTES_PER_ELEMENT + 2)
})

it('reads what stores from before hold, whose columns stand one number after the other', () => {
  const packed =
    'XgAAAHsiY291bnQiOjIsImRlY2ltYWxzIjpbMl0sInN0YXR1cyI6WyJBIiwiTSJdLCJib3VuZCI6W251bGxdLCJub3RlIjpb' +
    'bnVsbCwibGF0ZSJdLCJvcmlnaW4iOlszXX0AAAAAAAAAAAAAAAD4PwAAAAAAAPh/Wj0AAHk9AAB4PQAAlD0AAAIAAAAJAAAA' +
    'AAAAAAEAAAAAAAAAAQAAAA=='
  expect(unpackAgain(Buffer.from(packed, 'base64'))).toEqual([
    {
      first: 15706,
      last: 15736,
      value: 1.5,
      decimals: 2,
      status: 'A',
      bound: null,
      note: null,
      origin: 3,
      line: 2,
    },
    {
      first: 15737,
      last: 15764,
      value: null,
      decimals: 2,
      status: 'M',
      bound: null,
      note: 'late',
      origin: 3,
      line: 9,
    },
  ])
})
