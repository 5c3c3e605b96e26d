import { expect, test } from 'vitest'
import type { ReadingOptions } from '../../../data/model/report.ts'
import {
  asAsked,
  changed,
  newDatasetId,
  withCodes,
  withConstant,
  withMode,
  withoutAnswers,
  withRole,
} from '../../../web/import/options.ts'
import {
  alikeQuestions,
  answerCode,
  answered,
  answersTo,
  answerWords,
} from '../../../web/import/questions.ts'
import { unheeded } from '../../../web/import/unheeded.ts'
import { reading, report } from './given.ts'

test('another delimiter, encoding or header line gives other columns, so their roles are forgotten', () => {
  const options: ReadingOptions = { dataset: 'oil', columns: { a: 'value' }, answers: { x: 'y' } }
  expect(changed(options, { delimiter: ';' })).toEqual({ dataset: 'oil', delimiter: ';' })
  expect(changed(options, { decimalMark: ',' })).toEqual({ ...options, decimalMark: ',' })
})

test('a role that one column only can have leaves the column that had it', () => {
  expect(withRole({}, reading(), 'remark', 'period').columns).toEqual({
    remark: 'period',
    month: 'ignore',
  })
})

test('several columns may hold values', () => {
  expect(withRole({}, reading(), 'remark', 'value').columns).toEqual({ remark: 'value' })
})

test('a file makes a dataset of its own name, beside those that there are', () => {
  expect(newDatasetId('Oil exports (2024).csv', [])).toBe('oil-exports-2024')
  expect(newDatasetId('oil.csv', ['oil', 'oil-2'])).toBe('oil-3')
  expect(newDatasetId('нефть.csv', ['neft'])).toBe('neft-2')
})

test('an answer taken back leaves the others, so that its question is asked again', () => {
  const code = answerCode({ code: 'decimal-mark', column: 'amount' })
  const options = { answers: { [code]: ',', 'date-order:Дата': 'dmy' } }
  expect(withoutAnswers(options, [code])).toEqual({ answers: { 'date-order:Дата': 'dmy' } })
  expect(answerWords(code)).toBe('Decimal mark of “amount”')
})

test('what holds for every row is said once, and taken back with nothing', () => {
  const told = withConstant({ constants: { unit: 't' } }, 'reporter', 'CHN')
  expect(told.constants).toEqual({ unit: 't', reporter: 'CHN' })
  expect(withConstant(told, 'unit', '').constants).toEqual({ reporter: 'CHN' })
})

test('the usual mode need not be said', () => {
  expect(withMode({ dataset: 'oil' }, 'append')).toEqual({ dataset: 'oil', mode: 'append' })
  expect(withMode({ dataset: 'oil', mode: 'append' }, 'revise')).toEqual({ dataset: 'oil' })
})

test('texts are given the codes that they stand for, beside those that were said before', () => {
  const before = { codes: { partner: { Ruritania: 'RRT' } } }
  const told = withCodes(before, [
    { dimension: 'partner', text: 'Freedonia', code: 'FRD' },
    { dimension: 'reporter', text: 'Sylvania', code: 'SYL' },
  ])
  expect(told.codes).toEqual({
    partner: { Ruritania: 'RRT', Freedonia: 'FRD' },
    reporter: { Sylvania: 'SYL' },
  })
  expect(before.codes).toEqual({ partner: { Ruritania: 'RRT' } })
  expect(withCodes(told, [{ dimension: 'partner', text: 'Ruritania', code: '' }]).codes).toEqual({
    partner: { Freedonia: 'FRD' },
    reporter: { Sylvania: 'SYL' },
  })
})

const asked = (column: string | null, ...labels: string[]) => ({
  code: 'decimal-mark',
  column,
  message: `What separates the decimals of ${column}?`,
  options: labels.map((label) => ({ value: label.slice(0, 1), label })),
})

test('questions of several columns with the same answers are one, and one answer is said of all', () => {
  const alike = [asked('a', '. fraction', ', thousand'), asked('b', '. fraction', ', thousand')]
  const other = asked('c', '. thousand', ', fraction')
  const all = [alike[0]!, other, alike[1]!]
  expect(alikeQuestions(all)).toEqual([alike, [other]])
  expect(alikeQuestions([asked(null, 'x'), asked(null, 'x')])).toHaveLength(2)
  expect(answersTo(alike, '.', alike)).toEqual({ 'decimal-mark': '.' })
  expect(answersTo(alike, '.', all)).toEqual({ 'decimal-mark:a': '.', 'decimal-mark:b': '.' })
  expect(answersTo([other], ',', all)).toEqual({ 'decimal-mark:c': ',' })
})

test('what was answered is told in words, once where it is the same of several columns', () => {
  expect(
    answered({ 'decimal-mark:a': ',', 'date-order:d': 'mdy', 'decimal-mark:b': ',', flow: 'X' }),
  ).toEqual([
    {
      codes: ['decimal-mark:a', 'decimal-mark:b'],
      about: 'Decimal mark of “a” and 1 other',
      value: 'comma',
    },
    {
      codes: ['date-order:d'],
      about: 'What comes first in a date of “d”',
      value: 'the month',
    },
    { codes: ['flow'], about: 'Flow', value: 'Exports' },
  ])
  expect(answered({ 'month-to-date': '11' })[0]?.value).toBe('November')
})

test('what a file could not be read by is said, and what it was read by is not', () => {
  const read = reading({ encoding: 'utf8', headerLine: 1 })
  const heeded: ReadingOptions = { encoding: 'UTF-8', delimiter: ',', headerLine: 1 }
  expect(unheeded({ ...heeded, columns: { month: 'period', gone: 'value' } }, read)).toEqual([])
  expect(
    unheeded({ delimiter: '|', headerLine: 99, columns: { amount: 'dimension:reporter' } }, read),
  ).toEqual([
    'Its cells could not be separated by vertical bar.',
    'Line 99 is no header: that of line 1 is taken.',
    '“amount” could not be read as “Reporter”: it is “Value”.',
  ])
})

test('what stands in no column of a file has a role that is shown, changed and said as those of columns', () => {
  const made = [{ name: 'section', role: 'dimension:reporter' as const, examples: ['China'] }]
  const read = reading({ made })
  const asked = withRole({}, read, 'section', 'dimension:partner')
  expect(asked.columns).toEqual({ to: 'ignore', section: 'dimension:partner' })
  expect(asAsked(report({ reading: read }), asked).reading!.made![0]!.role).toBe(
    'dimension:partner',
  )
  expect(unheeded(asked, read)).toContain(
    '“section” could not be read as “Partner”: it is “Reporter”.',
  )
})

test('a column and a text may be called like what every object has', () => {
  const columns = [{ name: '__proto__', role: 'value' as const, examples: [] }]
  const named = withRole({}, { columns }, '__proto__', 'ignore')
  expect(JSON.stringify(named)).toBe('{"columns":{"__proto__":"ignore"}}')
  const told = withCodes({}, [{ dimension: 'partner', text: '__proto__', code: 'PRO' }])
  expect(JSON.stringify(told)).toBe('{"codes":{"partner":{"__proto__":"PRO"}}}')
})
