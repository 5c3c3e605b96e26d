import { describe, expect, it } from 'vitest'
import { figures, given, noteAt, transformed } from './given.ts'

describe('change on a year earlier', () => {
  it('is percent over the same month of the year before', () => {
    const [yoy] = transformed(
      given({ '2022-03': '10', '2022-04': '20', '2023-03': '11', '2023-04': '15' }),
      'yoy',
    )
    expect(figures(yoy)).toEqual({
      '2022-03': null,
      '2022-04': null,
      '2023-03': 10,
      '2023-04': -25,
    })
    expect(yoy).toMatchObject({
      id: 'yoy(d/a)',
      title: 'Trade, change on a year earlier',
      unit: '%',
      additive: 'none',
      frequency: 'M',
      decimals: [-1, -1, -1, -1],
    })
    expect(noteAt(yoy, '2023-03')).toBe('Mar 2023 over Mar 2022')
    expect(noteAt(yoy, '2022-03')).toBe('no figure for Mar 2021 to compare with')
  })

  it('of January-February compares with January plus February of a year told by month', () => {
    const [yoy] = transformed(
      given({ '2022-01': '10', '2022-02': '6', '2023-01/2023-02': '20' }),
      'yoy',
    )
    expect(figures(yoy)['2023-01/2023-02']).toBe(25)
    expect(noteAt(yoy, '2023-01/2023-02')).toBe('Jan–Feb 2023 over Jan 2022 + Feb 2022')
  })

  it('adds January and February up where the year before told them together', () => {
    const [yoy] = transformed(
      given({
        '2023-01/2023-02': '20',
        '2023-03': '10',
        '2024-01': '12',
        '2024-02': '13',
        '2024-03': '11',
      }),
      'yoy',
    )
    expect(figures(yoy)).toEqual({
      '2023-01/2023-02': null,
      '2023-03': null,
      '2024-01/2024-02': 25,
      '2024-03': 10,
    })
    expect(noteAt(yoy, '2024-01/2024-02')).toBe('Jan 2024 + Feb 2024 over Jan–Feb 2023')
  })

  it('of 60 days in a leap year compares with 59', () => {
    const [yoy] = transformed(given({ '2023-01/2023-02': '20', '2024-01/2024-02': '22' }), 'yoy')
    expect(figures(yoy)['2024-01/2024-02']).toBe(10)
  })

  it('of a cumulative series compares the same months, and never adds any up', () => {
    const [yoy] = transformed(
      given({
        '2022-01/2022-02': '10',
        '2022-01/2022-03': '16',
        '2023-01/2023-03': '20',
        '2023-01/2023-04': '30',
      }),
      'yoy',
    )
    expect(figures(yoy)).toEqual({
      '2022-01/2022-02': null,
      '2022-01/2022-03': null,
      '2023-01/2023-03': 25,
      '2023-01/2023-04': null,
    })
    expect(noteAt(yoy, '2023-01/2023-03')).toBe('Jan–Mar 2023 over Jan–Mar 2022')
  })

  it('of a year compares with its months where the year before was told by month', () => {
    const months = Object.fromEntries(
      Array.from({ length: 12 }, (_, i) => [`2022-${String(i + 1).padStart(2, '0')}`, '10']),
    )
    const [yoy] = transformed(given({ ...months, '2023': '150' }), 'yoy')
    expect(figures(yoy)['2023']).toBe(25)
  })

  it('does not add up what does not add over time', () => {
    const [yoy] = transformed(
      given({ '2022-01': '10', '2022-02': '6', '2023-01/2023-02': '20' }, { additive: 'last' }),
      'yoy',
    )
    expect(figures(yoy)['2023-01/2023-02']).toBeNull()
  })

  it('is missing where either end is missing, or the base is not above zero', () => {
    const [yoy] = transformed(
      given({ '2020': '0', '2021': '5', '2022': null, '2023': '8', '2024': '-8', '2025': '4' }),
      'yoy',
    )
    expect(Object.values(figures(yoy))).toEqual([null, null, null, null, -200, null])
    expect(noteAt(yoy, '2021')).toBe('no growth on 2020, which is zero')
    expect(noteAt(yoy, '2022')).toBe('no figure for 2022')
    expect(noteAt(yoy, '2023')).toBe('no figure for 2022 to compare with')
    expect(noteAt(yoy, '2025')).toBe('no growth on 2024, which is below zero')
  })

  it('is as doubtful as the more doubtful end', () => {
    const [yoy] = transformed(
      given({ '2021': '4 E', '2022': '5 P', '2023': '6', '2024': '7' }),
      'yoy',
    )
    expect(yoy?.status).toEqual(['O', 'E', 'P', 'A'])
  })

  it('of "more than 90" is more than that, and on "more than 90" less', () => {
    const [yoy] = transformed(
      given({ '2021': '40', '2022': '> 90', '2023': '99', '2024': '~ 99' }),
      'yoy',
    )
    expect(yoy?.bounds).toEqual([null, '>', '<', '~'])
  })

  it('of two bounds that pull apart is not known', () => {
    const [yoy] = transformed(given({ '2021': '> 40', '2022': '> 90' }), 'yoy')
    expect(yoy?.values[1]).toBeNull()
    expect(noteAt(yoy, '2022')).toContain('pull apart')
  })

  it('of a series in per cent is refused, with the advice to take its difference in points', () => {
    const share = given({ '2022': '10', '2023': '15.5' }, { unit: 'percent', additive: 'none' })
    expect(() => transformed(share, 'yoy')).toThrow(/use change/)
    const [change] = transformed(share, 'change')
    expect(figures(change)['2023']).toBe(5.5)
    expect(change?.unit).toBe('points')
  })
})

describe('change on the period before', () => {
  it('compares a month with the month before, a quarter with the quarter before', () => {
    const [pop] = transformed(
      given({ '2023-03': '10', '2023-04': '11', '2023-Q3': '50', '2023-Q4': '40' }),
      'pop',
    )
    expect(figures(pop)).toMatchObject({ '2023-03': null, '2023-04': 10, '2023-Q4': -20 })
  })

  it('compares January-February with November plus December, and March with nothing', () => {
    const [pop] = transformed(
      given({ '2022-11': '9', '2022-12': '11', '2023-01/2023-02': '25', '2023-03': '12' }),
      'pop',
    )
    expect(figures(pop)).toMatchObject({ '2023-01/2023-02': 25, '2023-03': null })
    expect(noteAt(pop, '2023-03')).toBe('no figure for Feb 2023 to compare with')
  })

  it('compares a week with the week before and a day with the day before', () => {
    const [pop] = transformed(
      given({ '2023-W01': '10', '2022-W52': '8', '2023-03-01': '3', '2023-02-28': '2' }),
      'pop',
    )
    expect(figures(pop)).toMatchObject({ '2023-W01': 25, '2023-03-01': 50 })
  })

  it('of a cumulative series is refused, with the advice to take months out of it first', () => {
    const cumulative = given({
      '2023-01/2023-02': '10',
      '2023-01/2023-03': '16',
      '2023-01/2023-04': '24',
    })
    expect(() => transformed(cumulative, 'pop')).toThrow(/difference,pop/)
    expect(figures(transformed(cumulative, 'difference,pop')[0])['2023-04']).toBeCloseTo(33.3333)
  })
})

describe('an index', () => {
  it('is 100 in its base period', () => {
    const [index] = transformed(given({ '2021': '20', '2022': '25', '2023': null }), 'index:2021')
    expect(figures(index)).toEqual({ '2021': 100, '2022': 125, '2023': null })
    expect(index).toMatchObject({
      id: 'index(d/a:2021)',
      title: 'Trade, index (2021 = 100)',
      unit: 'index',
    })
  })

  it('compares two months with one by their average a month, and says so', () => {
    const [index] = transformed(
      given({ '2022-12': '10', '2023-01/2023-02': '24' }),
      'index:2022-12',
    )
    expect(figures(index)['2023-01/2023-02']).toBe(120)
    expect(noteAt(index, '2023-01/2023-02')).toBe('Jan–Feb 2023 over Dec 2022, averages a month')
  })

  it('may have months as its base that add up to it', () => {
    const [index] = transformed(
      given({ '2022-11': '10', '2022-12': '14', '2023-03': '18' }),
      'index:2022-11/2022-12',
    )
    expect(figures(index)['2023-03']).toBe(150)
  })

  it('of a level compares the levels as they are', () => {
    const stock = given({ '2022-12': '10', '2023-01/2023-02': '24' }, { additive: 'last' })
    expect(figures(transformed(stock, 'index:2022-12')[0])['2023-01/2023-02']).toBe(240)
  })

  it('of a cumulative series is for the same months of each year only', () => {
    const [index] = transformed(
      given({ '2022-01/2022-11': '10', '2022': '11', '2023-01/2023-11': '12' }),
      'index:2022-01/2022-11',
    )
    expect(figures(index)).toEqual({
      '2022-01/2022-11': 100,
      '2022-01/2022-12': null,
      '2023-01/2023-11': 120,
    })
  })

  it('is refused without a base, with one that is no period, or that the series does not have', () => {
    const annual = given({ '2021': '20', '2022': '0' })
    expect(() => transformed(annual, 'index')).toThrow(/index:2021-12/)
    expect(() => transformed(annual, 'index:then')).toThrow(/not a period/)
    expect(() => transformed(annual, 'index:2019')).toThrow(/run from 2021 to 2022/)
    expect(() => transformed(annual, 'index:2022')).toThrow(/not above zero/)
  })
})
