import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { frequencyOf, isCumulative, spanOf } from '../../../data/model/frequency.ts'
import { gaps } from '../../../data/model/gaps.ts'
import { monthsFrom, parsePeriod, periodText, type TimePeriod } from '../../../data/model/period.ts'
import { shiftPeriod } from '../../../data/model/shift.ts'

const period = (text: string): TimePeriod => parsePeriod(text)!
const periods = (texts: string): TimePeriod[] => texts.split(' ').map(period)
const shifted = (text: string, months: number): string =>
  periodText(shiftPeriod(period(text), months))

describe('a year earlier', () => {
  it('January and February 2024, 60 days, were 59 days in 2023', () => {
    expect(shifted('2024-01/2024-02', -12)).toBe('2023-01/2023-02')
    expect(shifted('2023-01/2023-02', 12)).toBe('2024-01/2024-02')
  })

  it('keeps quarters, halves, years and nineteen months what they are', () => {
    expect(shifted('2024-Q1', -12)).toBe('2023-Q1')
    expect(shifted('2024-Q1', -3)).toBe('2023-Q4')
    expect(shifted('2024-S2', -6)).toBe('2024-S1')
    expect(shifted('2024', -12)).toBe('2023')
    expect(shifted('2022-03/2023-09', -12)).toBe('2021-03/2022-09')
  })

  it('a week is the week 52 weeks before, the nearest to the same date', () => {
    expect(shifted('2023-W50', -12)).toBe('2022-W50')
    expect(shifted('2021-W01', -12)).toBe('2020-W02')
  })

  it('a day keeps its date, and 29 February becomes 28', () => {
    expect(shifted('2023-12-17', -12)).toBe('2022-12-17')
    expect(shifted('2024-02-29', -12)).toBe('2023-02-28')
    expect(shifted('2022-02-24/2022-12-31', -12)).toBe('2021-02-24/2021-12-31')
    expect(shifted('2023-01-15/2023-02-28', 12)).toBe('2024-01-15/2024-02-29')
  })

  it('and a year later again is where one was, for whole months', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 20_000, max: 30_000 }),
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: -300, max: 300 }),
        (month, count, by) => {
          const original = monthsFrom(month, count)
          expect(shiftPeriod(shiftPeriod(original, by), -by)).toEqual(original)
        },
      ),
    )
  })
})

describe('the frequency of a series', () => {
  it('is the unit of most of its periods', () => {
    expect(frequencyOf(periods('2023-01/2023-02 2023-03 2023-04'))).toBe('M')
    expect(frequencyOf(periods('2022 2023 2024-01/2024-09'))).toBe('A')
    expect(frequencyOf(periods('2023-W50 2023-W51'))).toBe('W')
  })

  it('is I where most fill no calendar unit, or there are none', () => {
    expect(frequencyOf(periods('2022-03/2023-09 2023-01/2023-02 2023'))).toBe('I')
    expect(frequencyOf([])).toBe('I')
  })
})

describe('a cumulative series', () => {
  it('counts from January to different months', () => {
    expect(isCumulative(periods('2023-01/2023-02 2023-Q1 2023'))).toBe(true)
  })

  it('is not one that is annual, or begins elsewhere, or runs over a new year', () => {
    expect(isCumulative(periods('2022 2023'))).toBe(false)
    expect(isCumulative(periods('2022 2023'), true)).toBe(false)
    expect(isCumulative(periods('2023-01/2023-02 2023-03'))).toBe(false)
    expect(isCumulative(periods('2022 2023 2022-01/2023-09'))).toBe(false)
    expect(isCumulative([])).toBe(false)
  })

  it('is annual where most figures are full years, the last one not complete', () => {
    expect(isCumulative(periods('2021 2022 2023 2024-01/2024-10'), true)).toBe(false)
    expect(isCumulative(periods('2023 2024-01/2024-07'))).toBe(false)
    expect(isCumulative(periods('2023 2024-01/2024-07'), true)).toBe(true)
  })

  it('is not one of Januaries, or first quarters, beside their years', () => {
    expect(isCumulative(periods('2021-01 2021 2022-01 2022 2023-01 2023'))).toBe(false)
    expect(isCumulative(periods('2022 2023-Q1 2023-01'))).toBe(false)
    expect(isCumulative(periods('2022-Q1 2022-S1'))).toBe(true)
  })

  it('with one length only is one where the source says so', () => {
    expect(isCumulative(periods('2022-01/2022-11 2023-01/2023-11'))).toBe(false)
    expect(isCumulative(periods('2022-01/2022-11 2023-01/2023-11'), true)).toBe(true)
    expect(isCumulative(periods('2023-01/2023-02 2024-01/2024-02'))).toBe(false)
  })

  it('is chosen by span=ytd, whatever unit its periods fill', () => {
    expect(spanOf(period('2023'), true)).toBe('ytd')
    expect(spanOf(period('2023'), false)).toBe('A')
    expect(spanOf(period('2023-01/2023-02'), false)).toBe('I')
  })
})

describe('the gaps of a series', () => {
  const missing = (there: string, ...rest: [Parameters<typeof gaps>[1], boolean?]): string =>
    gaps(periods(there), ...rest)
      .map((gap) => periodText(gap, rest[1]))
      .join(' ')

  it('are the months that nothing covers; the joint January-February covers both', () => {
    expect(missing('2022-11 2023-01/2023-02 2023-03 2023-06', 'M')).toBe('2022-12 2023-04 2023-05')
  })

  it('are years, quarters, weeks and days in a series of those', () => {
    expect(missing('2008 2010 2013', 'A')).toBe('2009 2011 2012')
    expect(missing('2022-Q4 2023-Q2', 'Q')).toBe('2023-Q1')
    expect(missing('2020-W52 2021-W01', 'W')).toBe('2020-W53')
    expect(missing('2023-02-27 2023-03-02', 'D')).toBe('2023-02-28 2023-03-01')
  })

  it('are unknown where there is no frequency, and none where there is nothing', () => {
    expect(missing('2022-03/2023-09 2024-01/2024-05', 'I')).toBe('')
    expect(gaps([], 'M')).toEqual([])
  })

  it('of a cumulative series are its missing January-to-month figures, but never a January it does not tell', () => {
    expect(missing('2022-01/2022-11 2023-01/2023-02 2023-01/2023-04', 'I', true)).toBe(
      '2022-01/2022-12 2023-01/2023-03',
    )
  })

  it('and what is there together leave no month out', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { minLength: 1 }), (months) => {
        const there = months.map((month) => monthsFrom(24_000 + month))
        const all = Math.max(...months) - Math.min(...months) + 1
        expect(gaps(there, 'M').length + there.length).toBe(all)
      }),
    )
  })
})
