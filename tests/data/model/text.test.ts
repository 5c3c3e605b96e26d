import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nearest } from '../../../data/model/nearest.ts'
import {
  fileNumber,
  numberText,
  roundTo,
  shortest,
  shownDecimals,
  unitMark,
} from '../../../data/model/numbers.ts'
import { parsePeriod } from '../../../data/model/period.ts'
import { addStatus, isEstimated, statusWords, worstStatus } from '../../../data/model/status.ts'
import { dayWords, periodWords } from '../../../data/model/words.ts'

const words = (text: string, options?: Parameters<typeof periodWords>[1]): string =>
  periodWords(parsePeriod(text)!, options)

describe('a period in words', () => {
  it.each([
    ['2023-01/2023-02', 'Jan–Feb 2023', 'January–February 2023'],
    ['2023-Q4', 'Q4 2023', 'Fourth quarter of 2023'],
    ['2024-S1', 'H1 2024', 'First half of 2024'],
    ['2022-03/2023-09', 'Mar 2022–Sep 2023', 'March 2022–September 2023'],
    ['2022-02-24/2022-12-31', '24 Feb–31 Dec 2022', '24 February–31 December 2022'],
    ['2023-W50', 'week of 11 Dec 2023', 'week of 11 December 2023'],
    ['2026-03-10', '10 Mar 2026', '10 March 2026'],
    ['2023', '2023', '2023'],
    ['2021/2023', '2021–2023', '2021–2023'],
    ['2023-11', 'Nov 2023', 'November 2023'],
    ['2023-02-03/2023-02-20', '3–20 Feb 2023', '3–20 February 2023'],
    ['2022-12-30/2023-01-02', '30 Dec 2022–2 Jan 2023', '30 December 2022–2 January 2023'],
  ])('%s is "%s", and in a sentence "%s"', (text, short, long) => {
    expect(words(text)).toBe(short)
    expect(words(text, { form: 'long' })).toBe(long)
  })

  it('of a cumulative series names its months, also where they fill a unit', () => {
    expect(words('2023', { cumulative: true })).toBe('Jan–Dec 2023')
    expect(words('2023-S1', { cumulative: true })).toBe('Jan–Jun 2023')
    expect(words('2023-Q1', { cumulative: true, form: 'long' })).toBe('January–March 2023')
    expect(words('2023-01', { cumulative: true })).toBe('Jan 2023')
  })

  it('is the same for a day', () => {
    expect(dayWords(0, 'long')).toBe('1 January 1970')
  })
})

/** Narrow spaces as underscores, so that one can see them. */
const seen = (...args: Parameters<typeof numberText>): string =>
  numberText(...args).replaceAll('\u202f', '_')

describe('a number for readers', () => {
  it('has fixed decimals, narrow spaces and a true minus', () => {
    expect(seen(218.176)).toBe('218.2')
    expect(seen(5, { decimals: 3 })).toBe('5.000')
    expect(seen(1056000, { decimals: 0 })).toBe('1_056_000')
    expect(seen(-1234.56)).toBe('−1_234.6')
    expect(seen(0)).toBe('0.0')
    expect(seen(-0)).toBe('0.0')
  })

  it('has a plus where it is a change', () => {
    expect(seen(26.7, { sign: true, unit: 'percent' })).toBe('+26.7_%')
    expect(seen(-3.1, { sign: true, unit: '%' })).toBe('−3.1_%')
    expect(seen(0, { sign: true })).toBe('0.0')
  })

  it('is never a rounded zero', () => {
    expect(seen(0.03)).toBe('<_0.05')
    expect(seen(-0.03)).toBe('>_−0.05')
    expect(seen(0.4, { decimals: 0, unit: 'bn' })).toBe('<_0.5_bn')
    expect(seen(0.03, { sign: true })).toBe('<_0.05')
    expect(seen(0.05)).toBe('0.1')
  })

  it('keeps its bound', () => {
    expect(seen(90, { bound: '>', decimals: 0, unit: '%' })).toBe('>_90_%')
    expect(seen(40, { bound: '~', decimals: 0 })).toBe('≈_40')
    expect(seen(740, { bound: '>=', decimals: 0 })).toBe('≥_740')
    expect(seen(0.03, { bound: '<' })).toBe('<_0.03')
  })

  it('that is missing says so', () => {
    expect(seen(null)).toBe('no data')
    expect(seen(null, { missing: '' })).toBe('')
  })

  it('shows no more digits than the source gave, and one where it is computed', () => {
    expect(shownDecimals(0)).toBe(0)
    expect(shownDecimals(3)).toBe(1)
    expect(shownDecimals(3, 9)).toBe(3)
    expect(shownDecimals(-1)).toBe(1)
  })

  it('rounds what is written, not what the machine holds', () => {
    expect(roundTo(1.005, 2)).toBe(1.01)
    expect(roundTo(-2.5, 0)).toBe(-3)
    expect(roundTo(53.845, 2)).toBe(53.85)
    expect(roundTo(1e-9, 2)).toBe(0)
    expect(roundTo(1e21, 2)).toBe(1e21)
  })

  it('has its unit as it is said', () => {
    expect(['USD bn', 'USD million', 'percent', 'units', 'bcm', null].map(unitMark)).toEqual([
      'bn',
      'm',
      '%',
      '',
      'bcm',
      '',
    ])
  })
})

describe('a number for files', () => {
  it('is plain ASCII with its published decimals', () => {
    expect(fileNumber(5, 1)).toBe('5.0')
    expect(fileNumber(-1234.5, 1)).toBe('-1234.5')
    expect(fileNumber(218.176, -1)).toBe('218.176')
    expect(fileNumber(null, 1)).toBe('')
    expect(fileNumber(-0, 1)).toBe('0.0')
  })

  it('never loses a digit', () => {
    expect(fileNumber(218.176, 1)).toBe('218.176')
    fc.assert(
      fc.property(
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.integer({ min: -1, max: 12 }),
        (value, decimals) => {
          expect(Number(fileNumber(value, decimals))).toBe(value === 0 ? 0 : value)
          expect(Number(shortest(value))).toBe(value === 0 ? 0 : value)
        },
      ),
    )
  })
})

describe('a status', () => {
  it('is a set of letters with words', () => {
    expect(statusWords('A')).toBe('')
    expect(statusWords('E')).toBe('estimated')
    expect(statusWords('bu')).toBe('break in the series, low reliability')
    expect(statusWords('X')).toBe('X')
    expect(statusWords('withdrawn')).toBe('withdrawn')
    expect(addStatus('A', 'P')).toBe('P')
    expect(addStatus('b', 'P')).toBe('bP')
    expect(addStatus('P', 'P')).toBe('P')
  })

  it('is estimated in capitals and in small letters, but S is a strike', () => {
    expect(['E', 'be', 's', 'F'].every(isEstimated)).toBe(true)
    expect(['A', 'S', 'P', 'b'].some(isEstimated)).toBe(false)
  })

  it('of a computed value is the gravest doubt about any input', () => {
    expect(worstStatus(['A', 'P', 'E'])).toBe('E')
    expect(worstStatus(['A', 'bp'])).toBe('P')
    expect(worstStatus(['A', 'A'])).toBe('A')
    expect(worstStatus([])).toBe('A')
  })
})

describe('the nearest name', () => {
  const names = ['series', 'start', 'end', 'span', 'transform', 'asOf']

  it('is the one that was probably meant', () => {
    expect(nearest('asof', names)).toBe('asOf')
    expect(nearest('strat', names)).toBe('start')
    expect(nearest('sereis', names)).toBe('series')
    expect(nearest('trans', names)).toBe('transform')
  })

  it('is none where nothing is near', () => {
    expect(nearest('colour', names)).toBeUndefined()
    expect(nearest('', names)).toBeUndefined()
    expect(nearest('x', [])).toBeUndefined()
  })
})
