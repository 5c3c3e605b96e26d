import { expect, it } from 'vitest'
import { offPieces } from '../../../data/compare/pieces.ts'
import { before, type Figures, lineOf, listen } from './lines.ts'

const QUARTERS: Figures = {
  '2023-Q1': '11.0',
  '2023-Q2': '12.0',
  '2023-Q3': '13.0',
  '2023-Q4': '14.0',
}
const say = (figures: Figures, said: number[] = []) =>
  listen((tell) => offPieces(lineOf('exports', figures), new Set(said), tell))

it('says nothing of a year that its quarters come to, but for corrections', () => {
  expect(say({ ...QUARTERS, 2023: '50.0' })).toEqual([])
  expect(say({ ...QUARTERS, 2023: '50.4' })).toEqual([])
})

it('says that a year is not the sum of its quarters, or months where these are there', () => {
  const [said, ...more] = say({ ...QUARTERS, 2023: '80.0' })
  expect(more).toEqual([])
  expect(said).toMatchObject({ code: 'off-total', value: '80.0' })
  expect(said!.message).toBe(
    '“exports” is 80.0 USD bn in 2023, and its 4 figures from the first quarter of 2023 to the fourth quarter of 2023 come to 50.0. Look up which of them is wrong.',
  )
  const months = { '2023-01/2023-02': '7.0', '2023-03': '4.0' }
  const [quarter] = say({ ...QUARTERS, '2023-Q1': '16.0', ...months })
  expect(quarter!.message).toContain(
    'its 2 figures from January–February 2023 to March 2023 come to 11.0',
  )
})

it('needs all pieces, numbers of them, and something that the file tells', () => {
  const { '2023-Q2': _, ...some } = QUARTERS
  expect(say({ ...some, 2023: '80.0' })).toEqual([])
  expect(say({ ...QUARTERS, '2023-Q2': '12.0 E', 2023: '80.0' })).toEqual([])
  const stood = before(lineOf('exports', { ...QUARTERS, 2023: '80.0' }))
  expect(listen((tell) => offPieces(stood, new Set(), tell))).toEqual([])
})

it('does not speak of a line of which something was said', () => {
  const line = lineOf('exports', { ...QUARTERS, 2023: '80.0' })
  const year = line.told[1]!
  expect(listen((tell) => offPieces(line, new Set([year]), tell))).toEqual([])
})
