import { expect, test } from 'vitest'
import type { ReleaseRow } from '../../web/client.ts'
import { tellingWords } from '../../web/series/telling.ts'

const release = (of: Partial<ReleaseRow>): ReleaseRow => ({
  period: '2023',
  value: 218.176,
  decimals: 3,
  status: 'A',
  bound: null,
  note: null,
  source: 'GACC',
  sourceUrl: null,
  published: null,
  import: 1,
  file: 'trade.csv',
  line: 2,
  selected: false,
  ...of,
})
const selected = release({ selected: true, published: '2024-03-07' })

test.each([
  ['its own note comes first', { note: 'page says more than 107' }, 'page says more than 107'],
  ['fewer decimals, rounded', { value: 218.2, decimals: 1 }, 'same figure, rounded'],
  ['fewer decimals, cut', { value: 218.17, decimals: 2 }, 'same figure, truncated'],
  ['the very same', {}, 'same figure'],
  ['an older one', { value: 217.9, decimals: 1, published: '2024-01-12' }, 'earlier print'],
  ['one that differs, of no known day', { value: 219.4, decimals: 1 }, 'differs'],
  ['an estimate', { value: 218, status: 'E' }, 'estimated or derived'],
])('a release beside the selected one says what it is: %s', (_, of, words) => {
  const other = release(of)
  expect(tellingWords(other, [selected, other])).toBe(words)
})

test('the selected release says why it is there', () => {
  expect(tellingWords(selected, [selected])).toBe('')
  expect(tellingWords(selected, [selected, release({ value: 218, decimals: 0 })])).toBe('finer')
  expect(tellingWords(selected, [selected, release({ value: 217.111 })])).toBe('the latest telling')
})
