import { expect, test } from 'vitest'
import type { ReadingOptions } from '../../../data/model/report.ts'
import {
  changed,
  newDatasetId,
  withCode,
  withConstant,
  withMode,
  withoutAnswer,
  withRole,
} from '../../../web/import/options.ts'
import { answerCode, answerWords } from '../../../web/import/questions.ts'
import { reading } from './given.ts'

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
  expect(newDatasetId('нефть.csv', [])).toBe('dataset')
})

test('an answer taken back leaves the others, so that its question is asked again', () => {
  const code = answerCode({ code: 'decimal-mark', column: 'amount' })
  const options = { answers: { [code]: ',', 'date-order:Дата': 'dmy' } }
  expect(withoutAnswer(options, code)).toEqual({ answers: { 'date-order:Дата': 'dmy' } })
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

test('a text is given the code that it stands for, beside those that were said before', () => {
  const told = withCode({ codes: { partner: { Ruritania: 'RRT' } } }, 'partner', 'Freedonia', 'FRD')
  expect(told.codes).toEqual({ partner: { Ruritania: 'RRT', Freedonia: 'FRD' } })
  expect(withCode(told, 'partner', 'Ruritania', '').codes).toEqual({
    partner: { Freedonia: 'FRD' },
  })
})
