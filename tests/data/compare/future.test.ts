import { expect, it } from 'vitest'
import { future } from '../../../data/compare/future.ts'
import { parseDay } from '../../../data/model/day.ts'
import { before, lineOf, listen } from './lines.ts'

const TODAY = parseDay('2023-11-26')!
const figures = { '2023-10': '9.1', '2023-11': '9.2', '2033-12': '9.3' }

it('asks whether a period still to come is right, with the figure and the way out', () => {
  const said = listen((tell) => future(lineOf('exports', figures), TODAY, tell))
  expect(said).toMatchObject([{ code: 'future', value: '9.3' }])
  expect(said[0]!.message).toBe(
    '“exports” is 9.3 USD bn in December 2033, which is still to come, and is not marked as a forecast. Is the period right? If so, give it the status F.',
  )
})

it('says nothing of what the store held, nor of forecasts', () => {
  const line = lineOf('exports', figures)
  expect(listen((tell) => future(before(line), TODAY, tell))).toEqual([])
  line.estimated[2] = 1
  expect(listen((tell) => future(line, TODAY, tell))).toEqual([])
})
