import { expect, it } from 'vitest'
import { yearAgain } from '../../../data/compare/year-again.ts'
import { before, EXPORTS, type Figures, lineOf, listen } from './lines.ts'

const inYear = (figures: Figures, year: string): Figures =>
  Object.fromEntries(
    Object.entries(figures).map(([period, text]) => [period.replaceAll('2023', year), text]),
  )
const WHOLE = { ...EXPORTS, '2023-12': '10.67' }
const look = (figures: Figures) => listen((say) => yearAgain(lineOf('exports', figures), say))

it('asks whether the year is right where its figures are those of the year before', () => {
  const line = lineOf('exports', { ...WHOLE, ...inYear(WHOLE, '2024') })
  const said = listen((say) => yearAgain(line, say))
  expect(said).toHaveLength(1)
  expect(said[0]).toMatchObject({ code: 'year-again', line: line.told[11], value: '15.04' })
  expect(said[0]!.message).toBe(
    'The 11 figures of “exports” from January–February 2024 to December 2024 are those of a year before. Is the year right?',
  )
})

it('says nothing of a year of its own, though some of its figures come again, nor of what does not move', () => {
  expect(
    look({ ...WHOLE, ...inYear({ ...WHOLE, '2023-05': '9.3', '2023-09': '9.7' }, '2024') }),
  ).toHaveLength(0)
  const still = Object.fromEntries(Object.keys(WHOLE).map((period) => [period, '5.0']))
  expect(look({ ...still, ...inYear(still, '2024') })).toEqual([])
})

it('says nothing of two years apart, nor of what the store held', () => {
  expect(look({ ...WHOLE, ...inYear(WHOLE, '2025') })).toEqual([])
  const line = before(lineOf('exports', { ...WHOLE, ...inYear(WHOLE, '2024') }))
  expect(listen((say) => yearAgain(line, say))).toEqual([])
})
