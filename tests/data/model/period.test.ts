import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dateOf, dayOf, dayText, parseDay } from '../../../data/model/day.ts'
import {
  monthsFrom,
  parsePeriod,
  periodText,
  type TimePeriod,
  unitOf,
} from '../../../data/model/period.ts'

const period = (text: string): TimePeriod => parsePeriod(text)!
const earliest = dayOf(1000, 1, 1)
const latest = dayOf(9980, 12, 31)
const anyPeriod = fc
  .tuple(fc.integer({ min: earliest, max: latest }), fc.nat({ max: 4000 }))
  .map(([first, length]): TimePeriod => ({ first, last: first + length }))
const anyMonths = fc
  .tuple(fc.integer({ min: 1000 * 12, max: 9900 * 12 }), fc.integer({ min: 1, max: 60 }))
  .map(([month, count]) => monthsFrom(month, count))
const anyWeek = fc
  .integer({ min: 1, max: 400_000 })
  .map((n): TimePeriod => ({ first: 4 + n * 7, last: 10 + n * 7 }))

describe('a day', () => {
  it('is a whole number that no time zone can move', () => {
    expect(dayOf(1970, 1, 1)).toBe(0)
    expect(dayText(dayOf(2024, 2, 29))).toBe('2024-02-29')
    expect(dateOf(-1)).toEqual({ year: 1969, month: 12, day: 31 })
  })

  it('that the calendar does not have is no day', () => {
    expect(parseDay('2023-02-29')).toBeUndefined()
    expect(parseDay('2024-02-29')).toBeDefined()
    expect(parseDay('2023-13-01')).toBeUndefined()
    expect(parseDay('2023-00-10')).toBeUndefined()
  })

  it('reads back as it was written', () => {
    fc.assert(
      fc.property(fc.integer({ min: earliest, max: latest }), (day) => {
        expect(parseDay(dayText(day))).toBe(day)
      }),
    )
  })
})

describe('a time period', () => {
  it('is spelled in one way only: the calendar unit it fills, else whole months, else days', () => {
    const spelled = (first: string, last: string): string =>
      periodText({ first: parseDay(first)!, last: parseDay(last)! })
    expect(spelled('2023-01-01', '2023-12-31')).toBe('2023')
    expect(spelled('2023-07-01', '2023-12-31')).toBe('2023-S2')
    expect(spelled('2023-10-01', '2023-12-31')).toBe('2023-Q4')
    expect(spelled('2023-11-01', '2023-11-30')).toBe('2023-11')
    expect(spelled('2023-12-11', '2023-12-17')).toBe('2023-W50')
    expect(spelled('2023-12-17', '2023-12-17')).toBe('2023-12-17')
    expect(spelled('2023-01-01', '2023-02-28')).toBe('2023-01/2023-02')
    expect(spelled('2022-03-01', '2023-09-30')).toBe('2022-03/2023-09')
    expect(spelled('2022-02-24', '2022-12-31')).toBe('2022-02-24/2022-12-31')
    expect(spelled('2023-02-01', '2023-04-30')).toBe('2023-02/2023-04')
  })

  it('is spelled from January in a cumulative series, also where it fills a unit', () => {
    expect(periodText(period('2023'), true)).toBe('2023-01/2023-12')
    expect(periodText(period('2023-Q1'), true)).toBe('2023-01/2023-03')
    expect(periodText(period('2023-01'), true)).toBe('2023-01/2023-01')
  })

  it('reads back from every spelling that it is written in', () => {
    for (const any of [anyPeriod, anyMonths, anyWeek]) {
      fc.assert(
        fc.property(any, fc.boolean(), (original, cumulative) => {
          expect(parsePeriod(periodText(original, cumulative))).toEqual(original)
        }),
      )
    }
  })

  it('has a second spelling for nothing', () => {
    fc.assert(
      fc.property(anyMonths, anyMonths, (a, b) => {
        const same = a.first === b.first && a.last === b.last
        expect(periodText(a) === periodText(b)).toBe(same)
      }),
    )
  })

  it('is understood in the other spellings of SDMX too', () => {
    expect(period('2023-M11')).toEqual(period('2023-11'))
    expect(period('2023Q4')).toEqual(period('2023-10/2023-12'))
    expect(period('2023-A1')).toEqual(period('2023'))
    expect(period('2023-D032')).toEqual(period('2023-02-01'))
    expect(period('2023-T2')).toEqual(period('2023-05/2023-08'))
    expect(period('2023-01-01/P2M')).toEqual(period('2023-01/2023-02'))
    expect(period('2023-Q1/2023-Q2')).toEqual(period('2023-S1'))
  })

  it.each([
    '',
    '23',
    '2023-13',
    '2023-Q5',
    '2023-S3',
    '2023-W53',
    '2023-D366',
    '2023-02/2023-01',
    '2023/2024/2025',
    'Jan 2023',
    '2023-1',
    '2023-01-01/P0M',
  ])('"%s" is none', (text) => {
    expect(parsePeriod(text)).toBeUndefined()
  })

  it('counts weeks as ISO 8601 does: they belong to the year of their Thursday', () => {
    expect(period('2020-W53')).toEqual(period('2020-12-28/2021-01-03'))
    expect(period('2021-W01').first).toBe(parseDay('2021-01-04'))
    expect(periodText(period('2018-12-31/2019-01-06'))).toBe('2019-W01')
    expect(unitOf(period('2023-12-12/2023-12-18'))).toBe('I')
  })

  it('knows leap years', () => {
    expect(period('2024-02').last - period('2024-02').first + 1).toBe(29)
    expect(period('1900-02').last - period('1900-02').first + 1).toBe(28)
    expect(period('2000-02').last - period('2000-02').first + 1).toBe(29)
    expect(periodText(period('2024-01-01/2024-02-28'))).toBe('2024-01-01/2024-02-28')
  })
})
