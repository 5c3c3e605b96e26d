import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parsePeriod, periodText } from '../../../data/model/period.ts'
import { figures, given, noteAt, transformed } from './given.ts'

const month = (year: number, n: number): string => `${year}-${String(n).padStart(2, '0')}`
const year = (of: number, values: readonly number[]): Record<string, string> =>
  Object.fromEntries(values.map((value, i) => [month(of, i + 1), value.toFixed(2)]))
const amounts = fc.array(
  fc.integer({ min: 1, max: 10_000 }).map((n) => n / 100),
  {
    minLength: 12,
    maxLength: 12,
  },
)
/** The same year with January and February told as one. */
const joined = (of: number, values: readonly number[]): Record<string, string> => {
  const { [month(of, 1)]: _january, [month(of, 2)]: _february, ...rest } = year(of, values)
  return { [`${month(of, 1)}/${month(of, 2)}`]: (values[0]! + values[1]!).toFixed(2), ...rest }
}
const total = (values: readonly number[]): number =>
  Number(values.reduce((sum, value) => sum + value, 0).toFixed(2))

describe('January to date', () => {
  it('adds months up, joint ones too', () => {
    const [ytd] = transformed(
      given({ '2023-01/2023-02': '33.69', '2023-03': '20.15', '2023-04': '19.2' }),
      'ytd',
    )
    expect(figures(ytd)).toEqual({
      '2023-01/2023-02': 33.69,
      '2023-01/2023-03': 53.84,
      '2023-01/2023-04': 73.04,
    })
    expect(ytd).toMatchObject({
      cumulative: true,
      additive: 'sum',
      title: 'Trade, January to date',
    })
    expect(noteAt(ytd, '2023-01/2023-03')).toBe('Jan–Feb 2023 + Mar 2023')
  })

  it('stops at the first gap of a year and begins again in the next', () => {
    const [ytd] = transformed(
      given({ '2023-01': '1', '2023-02': null, '2023-03': '3', '2024-01': '4', '2024-02': '5' }),
      'ytd',
    )
    expect(figures(ytd)).toEqual({
      '2023-01/2023-01': 1,
      '2023-01/2023-02': null,
      '2023-01/2023-03': null,
      '2024-01/2024-01': 4,
      '2024-01/2024-02': 9,
    })
  })

  it('never adds a quarter to the months in it', () => {
    const [ytd] = transformed(
      given({ '2023-01': '1', '2023-02': '2', '2023-03': '3', '2023-Q1': '7', '2023-Q2': '9' }),
      'ytd',
    )
    expect(figures(ytd)).toMatchObject({ '2023-01/2023-03': 6, '2023-01/2023-06': 15 })
  })

  it('in December is the annual total, whether January and February were told together or apart', () => {
    fc.assert(
      fc.property(amounts, (values) => {
        for (const told of [year(2023, values), joined(2023, values)]) {
          expect(figures(transformed(given(told), 'ytd')[0])['2023-01/2023-12']).toBe(total(values))
        }
      }),
    )
  })

  it('is refused for what does not add, or is cumulative already', () => {
    expect(() => transformed(given({ '2023-01': '1' }, { additive: 'none' }), 'ytd')).toThrow(
      /rates/,
    )
    expect(() => transformed(given({ '2023-01': '1' }, { additive: 'last' }), 'ytd')).toThrow(
      /levels/,
    )
    const cumulative = given({ '2023-01/2023-02': '1', '2023-01/2023-03': '2' })
    expect(() => transformed(cumulative, 'ytd')).toThrow(/from January already/)
  })
})

describe('the sum of twelve months', () => {
  const two = (values: readonly number[]): Record<string, string> => ({
    ...year(2022, values),
    ...joined(2023, values),
  })

  it('needs all twelve, disjoint', () => {
    const ones = Array.from({ length: 12 }, () => 1)
    const [sum12] = transformed(given(two(ones)), 'sum12')
    expect(figures(sum12)).toMatchObject({
      '2021-12/2022-11': null,
      '2022': 12,
      '2022-03/2023-02': 12,
      '2022-04/2023-03': 12,
      '2023': 12,
    })
    expect(sum12).toMatchObject({ additive: 'last', frequency: 'M', id: 'sum12(d/a)' })
  })

  it('is missing where a month is missing, for as long as that month is in it', () => {
    const { '2022-07': _july, ...told } = two(Array.from({ length: 12 }, () => 1))
    const [sum12] = transformed(given(told), 'sum12')
    expect(figures(sum12)).toMatchObject({
      '2022-07/2023-06': null,
      '2022-08/2023-07': 12,
    })
  })

  it('is the annual total in December', () => {
    fc.assert(
      fc.property(amounts, (values) => {
        const sums = figures(transformed(given(two(values)), 'sum12')[0])
        expect(sums['2022']).toBe(total(values))
        expect(sums['2023']).toBe(total(values))
      }),
    )
  })

  it('grows on the twelve months that ended a year earlier', () => {
    const [growth] = transformed(
      given({ ...year(2022, Array(12).fill(2)), ...joined(2023, Array(12).fill(3)) }),
      'sum12,yoy',
    )
    expect(figures(growth)['2023']).toBe(50)
    expect(growth?.id).toBe('yoy(sum12(d/a))')
  })
})

describe('months out of cumulative figures', () => {
  it('are the differences inside one year, estimated, with their formula', () => {
    const [months] = transformed(
      given({
        '2022-01/2022-11': '90.1',
        '2022': '100',
        '2023-01/2023-02': '33.69',
        '2023-01/2023-03': '53.845',
        '2023-01/2023-05': '93.806',
      }),
      'difference',
    )
    expect(figures(months)).toEqual({
      '2022-01/2022-11': 90.1,
      '2022-12': 9.9,
      '2023-01/2023-02': 33.69,
      '2023-03': 20.155,
      '2023-04/2023-05': 39.961,
    })
    expect(months?.status).toEqual(['A', 'E', 'A', 'E', 'E'])
    expect(noteAt(months, '2023-03')).toBe('Jan–Mar 2023 less Jan–Feb 2023')
    expect(months).toMatchObject({ cumulative: false, additive: 'sum' })
  })

  it('may be negative, which is a revision and shown as what it is', () => {
    const [months] = transformed(
      given({ '2023-01/2023-02': '10', '2023-01/2023-03': '9.5' }),
      'difference',
    )
    expect(figures(months)['2023-03']).toBe(-0.5)
  })

  it('add up to the cumulative figures again', () => {
    // January and February stays: without a range nothing says that they count from January.
    fc.assert(
      fc.property(amounts, fc.subarray([2, 3, 4, 5, 6, 7, 8, 9, 10]), (values, left) => {
        const cumulative = given(
          Object.fromEntries(
            values.flatMap((_, i) =>
              left.includes(i)
                ? []
                : [
                    [
                      periodText(parsePeriod(`${month(2023, 1)}/${month(2023, i + 1)}`)!, true),
                      total(values.slice(0, i + 1)).toFixed(2),
                    ],
                  ],
            ),
          ),
        )
        const again = transformed(cumulative, 'difference,ytd')[0]
        expect(figures(again)).toEqual(figures(cumulative))
      }),
    )
  })

  it('are refused where figures do not count from January, or do not add', () => {
    expect(() => transformed(given({ '2023-01': '1', '2023-03': '2' }), 'difference')).toThrow(
      /January/,
    )
    const rates = given({ '2023-01/2023-02': '1', '2023-01/2023-03': '2' }, { additive: 'none' })
    expect(() => transformed(rates, 'difference')).toThrow(/rates/)
  })
})
