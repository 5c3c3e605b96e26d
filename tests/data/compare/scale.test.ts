import { expect, it } from 'vitest'
import { offScale } from '../../../data/compare/scale.ts'
import { before, EXPORTS, lineOf, listen } from './lines.ts'

const say = (figures: Record<string, string>, draft = {}) =>
  listen((tell) => offScale(lineOf('exports', figures, draft), tell))

it('says nothing of figures as they were published', () => {
  expect(say(EXPORTS)).toEqual([])
})

it('says that a decimal mark slipped, with both figures', () => {
  const [said, ...more] = say({ ...EXPORTS, '2023-08': '93' })
  expect(more).toEqual([])
  expect(said).toMatchObject({ code: 'off-scale', value: '93' })
  expect(said!.message).toBe(
    '“exports” is 93 USD bn in August 2023, about 10 times as large as the figures around it (about 10). Is the decimal mark, or the unit, another one here?',
  )
})

it.each([
  ['0.093', '100 times as small'],
  ['9300', '1000 times as large'],
])('says so of %s among figures of about 9, also in the last month', (text, words) => {
  expect(say({ ...EXPORTS, '2023-08': text })[0]!.message).toContain(words)
  expect(say({ ...EXPORTS, '2023-11': text })[0]!.message).toContain(words)
})

it('compares a year with months by what they come to in a day', () => {
  expect(say({ ...EXPORTS, '2023-12': '9.1', 2024: '115.49' })).toEqual([])
})

it('holds no year against months where nobody said that the figures add up', () => {
  const figures = { ...EXPORTS, '2023-12': '9.1', 2024: '115.49', 2025: '116.2' }
  expect(say(figures, { unit: null, additive: 'none' })).toEqual([])
})

it('leaves alone what jumps and stays, what has ups and downs of its own, and shares as they are', () => {
  const jump = {
    '2020': '1.1',
    '2021': '1.2',
    '2022': '1.3',
    '2023': '13',
    '2024': '14',
    '2025': '12',
  }
  expect(say(jump)).toEqual([])
  const wild = { '2020': '1', '2021': '30', '2022': '3', '2023': '90', '2024': '9', '2025': '0.5' }
  expect(say(wild)).toEqual([])
  const shares = { '2020': '5', '2021': '8', '2022': '19.2', '2023': '55', '2024': '58.5' }
  expect(say(shares, { additive: 'none', unit: 'percent' })).toEqual([])
})

it('leaves alone what jumps elsewhere too: small trade with a small country', () => {
  // German exports to the Bahamas, per cent of all, 1988 to 2004, as WITS has them.
  const shares =
    '0.0052 0.0056 0.0671 0.0050 0.0065 0.0159 0.0043 0.0020 0.0016 0.0011 0.0029 0.0397 0.0068 0.0130 0.0903 0.0076 0.0012'
  const years = shares.split(' ').map((share, i) => [String(1988 + i), share])
  expect(say(Object.fromEntries(years), { additive: 'none', unit: 'percent' })).toEqual([])
})

it('makes nothing of figures that rounding alone may have moved as far', () => {
  const tiny = { 2019: '0.0001', 2020: '0.0001', 2021: '0.0010', 2022: '0.0001', 2023: '0.0001' }
  expect(say(tiny, { additive: 'none', unit: 'percent' })).toEqual([])
})

it('finds a fraction among percentages', () => {
  const shares = {
    '2022-07': '51.8',
    '2022-08': '55',
    '2022-09': '0.56',
    '2022-10': '57',
    '2022-11': '58',
  }
  expect(say(shares, { additive: 'none', unit: 'percent' })[0]!.message).toContain(
    '100 times as small',
  )
})

it('speaks of figures of the file only', () => {
  const line = before(lineOf('exports', { ...EXPORTS, '2023-08': '93' }))
  expect(listen((tell) => offScale(line, tell))).toEqual([])
})

it('finds two slips not far from each other', () => {
  const said = say({ ...EXPORTS, '2023-05': '0.95', '2023-08': '9300' })
  expect(said.map(({ value }) => value)).toEqual(['0.95', '9300'])
})
