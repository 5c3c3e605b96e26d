import { expect, test } from 'vitest'
import { codeWords, extentWords } from '../../web/words.ts'

test.each([
  ['A', '2008-01-01', '2025-12-31', '2008 to 2025'],
  ['M', '2021-01-01', '2026-02-28', 'Jan 2021 to Feb 2026'],
  ['Q', '1995-01-01', '2023-12-31', 'Q1 1995 to Q4 2023'],
  ['Q', '2023-04-01', '2023-06-30', 'Q2 2023'],
  // Quarters of a year that does not begin in January are no quarters of the calendar.
  ['Q', '2022-02-01', '2023-01-31', 'Feb 2022 to Jan 2023'],
  ['S', '2022-01-01', '2023-06-30', 'H1 2022 to H1 2023'],
  ['D', '2023-10-20', '2023-11-20', '20 Oct 2023 to 20 Nov 2023'],
] as const)('%s from %s to %s is "%s"', (frequency, first, last, words) => {
  expect(extentWords({ first, last, frequency, cumulative: false })).toBe(words)
})

test('what counts from January covers months, whatever its frequency', () => {
  const half = {
    first: '2021-01-01',
    last: '2024-06-30',
    frequency: 'S',
    cumulative: true,
  } as const
  expect(extentWords(half)).toBe('Jan 2021 to Jun 2024')
})

test.each([
  ['8542', 'Integrated circuits', '8542 Integrated circuits'],
  ['8542', '8542', '8542'],
  ['RUS', 'Russia', 'Russia'],
  ['NSA', '', 'NSA'],
])('the code %s that is called "%s" is shown as "%s"', (code, label, words) => {
  expect(codeWords(code, label)).toBe(words)
})
