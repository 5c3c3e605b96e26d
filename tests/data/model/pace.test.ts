import { expect, test } from 'vitest'
import { type Pace, paced } from '../../../data/model/pace.ts'
import type { Progress } from '../../../data/model/report.ts'

const told = (of: Partial<Progress>): Progress => ({
  phase: 'reading',
  bytes: 0,
  totalBytes: 1000,
  rows: 0,
  ...of,
})
const after = (...steps: [number, Partial<Progress>][]): Pace =>
  steps.reduce<Pace | null>((pace, [at, of]) => paced(pace, told(of), at), null)!

test('reading goes by bytes: rows, rows a second, time left', () => {
  const pace = after([0, {}], [2000, { bytes: 100, rows: 500_000 }])
  expect(pace.fraction).toBe(0.1)
  expect(pace.rowsPerSecond).toBe(250_000)
  expect(pace.secondsLeft).toBeCloseTo(18)
})

test('no speed is made out from less than half a second', () => {
  const pace = after([0, {}], [400, { bytes: 10, rows: 6000 }])
  expect([pace.rowsPerSecond, pace.secondsLeft]).toEqual([null, null])
})

test('the speed is that of the last five seconds, not of all the time', () => {
  const pace = after(
    [0, {}],
    [1000, { bytes: 100, rows: 100 }],
    [7000, { bytes: 200, rows: 200 }],
    [8000, { bytes: 300, rows: 1200 }],
  )
  expect(pace.rowsPerSecond).toBe(1000)
})

test('writing goes by the rows that reading counted', () => {
  const pace = after(
    [0, { bytes: 1000, rows: 400 }],
    [1000, { phase: 'writing', rows: 100 }],
    [2000, { phase: 'writing', rows: 200 }],
  )
  expect(pace.fraction).toBe(0.5)
  expect(pace.secondsLeft).toBeCloseTo(2)
})

test('who comes to it in the middle knows no end, unless the rows of the file were counted before', () => {
  const pace = paced(null, told({ phase: 'writing', rows: 100 }), 0)
  expect(pace.fraction).toBeNull()
  expect(paced(null, told({ phase: 'writing', rows: 100 }), 0, 400).fraction).toBe(0.25)
})
