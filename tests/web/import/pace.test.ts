import { expect, test } from 'vitest'
import { durationWords, paceWords, type Step } from '../../../web/import/pace.ts'

const step = (of: Partial<Step>): Step => ({
  phase: 'reading',
  bytes: 100,
  totalBytes: 1000,
  rows: 500_000,
  fraction: 0.1,
  rowsPerSecond: 253_187,
  secondsLeft: 18,
  ...of,
})

test('what runs says its rows, rows a second and the time left', () => {
  expect(paceWords(step({}))).toBe(
    'Reading: 500\u202f000 rows, 250\u202f000 a second, about 20\u202fs left',
  )
})

test.each([
  [1, 'Waiting: one import comes before it'],
  [3, 'Waiting: 3 imports come before it'],
])('what waits says how many come before it: %i', (ahead, words) => {
  const nothing = { rows: 0, fraction: null, rowsPerSecond: null, secondsLeft: null }
  expect(paceWords(step({ phase: 'waiting', ahead, ...nothing }))).toBe(words)
})

test('an end that nobody knows is not said', () => {
  const unknown = { phase: 'writing', rows: 100, rowsPerSecond: null, secondsLeft: null } as const
  expect(paceWords(step({ ...unknown, fraction: null }))).toBe('Writing: 100 rows')
})

test.each([
  [2, 'a few seconds'],
  [41, 'about 45\u202fs'],
  [200, 'about 3\u202fmin'],
])('%i seconds are %s', (seconds, words) => {
  expect(durationWords(seconds)).toBe(words)
})
