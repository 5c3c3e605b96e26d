import { expect, test } from 'vitest'
import { asSaid, said } from '../../../web/import/said.ts'
import { issue, reading, report } from './given.ts'

test('numbers in the words of the server are written as those of the page', () => {
  expect(said('510,405 of the first 1,510,505 figures are wrong, 12 of 300.')).toBe(
    '510\u202f405 of the first 1\u202f510\u202f505 figures are wrong, 12 of 300.',
  )
})

test('figures too, but no codes, years and addresses', () => {
  expect(said('It is 4.33 USD, about 1000 times as small as (about 26344.3512).')).toContain(
    'about 26\u202f344.3512).',
  )
  const codes = '(A.THA.M.UKR.854231) is 010444 in 2023-11, at /api/imports/12345/issues.csv'
  expect(said(codes)).toBe(codes)
})

test('what is quoted from the file stays as it stood there, and lists of numbers are none', () => {
  const quoted = '“1,234” is not a number. Lines 12,345,67 and “2,000 t”.'
  expect(said(quoted)).toBe(quoted)
})

test('a report says all of its words so', () => {
  const words = 'and 2,588 more'
  const option = { value: '2', label: 'Table 2, from line 1,204' }
  const question = { code: 'table', column: null, message: words, options: [option] }
  const {
    error,
    issues,
    questions,
    reading: read,
  } = asSaid(
    report({
      error: words,
      issues: [issue({ message: words, value: '2,588' })],
      questions: [question],
      reading: reading({ says: [words] }),
    }),
  )
  const all = [error, issues[0]?.message, questions[0]?.message, read?.says[0]]
  expect(new Set(all)).toEqual(new Set(['and 2\u202f588 more']))
  expect(questions[0]?.options[0]?.label).toBe('Table 2, from line 1\u202f204')
  expect(issues[0]?.value).toBe('2,588')
})
