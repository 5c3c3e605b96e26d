import fc from 'fast-check'
import { expect, it } from 'vitest'
import { dateOf, dayOf, dayText, monthEnd, parseDay } from '../../../data/model/day.ts'

const DAY = 86_400_000
const anyDay = fc.integer({ min: -1_500_000, max: 4_000_000 })

it('days count from 1970, and every leap year has its 29 February', () => {
  expect(dayOf(1970, 1, 1)).toBe(0)
  expect(dayText(dayOf(2024, 2, 29))).toBe('2024-02-29')
  expect(dayText(monthEnd(1900, 2))).toBe('1900-02-28')
  expect(dayText(monthEnd(2000, 2))).toBe('2000-02-29')
  expect(parseDay('2023-02-29')).toBeUndefined()
  expect(parseDay('0000-02-29')).toBe(dayOf(0, 2, 29))
})

it('a day is the date that the calendar of the machine says', () => {
  fc.assert(
    fc.property(anyDay, (day) => {
      const utc = new Date(day * DAY)
      const date = { year: utc.getUTCFullYear(), month: utc.getUTCMonth() + 1 }
      expect(dateOf(day)).toEqual({ ...date, day: utc.getUTCDate() })
      expect(dayOf(date.year, date.month, utc.getUTCDate())).toBe(day)
    }),
  )
})

it('months and days past the end of a year or a month roll over, backwards too', () => {
  const part = fc.integer({ min: -2000, max: 2000 })
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 9999 }), part, part, (year, month, day) => {
      const utc = new Date(0)
      utc.setUTCFullYear(year, month - 1, day)
      expect(dayOf(year, month, day)).toBe(utc.getTime() / DAY)
    }),
  )
})
