import { expect, test } from 'vitest'
import type { ReadingOptions } from '../../../data/model/report.ts'
import {
  changed,
  newDatasetId,
  optionParams,
  optionsOf,
  withRole,
} from '../../../web/import/options.ts'
import { withParams } from '../../../web/params.ts'
import { reading } from './given.ts'

const throughAddress = (options: ReadingOptions): ReadingOptions =>
  optionsOf(new URLSearchParams(withParams('/upload', '', optionParams(options)).split('?')[1]))

test.each<[string, ReadingOptions]>([
  ['nothing', {}],
  ['a tab and a header further down', { delimiter: '\t', headerLine: 4 }],
  ['a file without a header', { headerLine: 0 }],
  ['an encoding and a decimal comma', { encoding: 'windows-1251', decimalMark: ',' }],
  [
    'roles of columns whose names are not plain',
    { columns: { 'сумма, млн.': 'value', 'a=b&c': 'ignore' } },
  ],
  ['answers, also to one column', { answers: { 'date-order:Дата': 'dmy', encoding: 'GB18030' } }],
  ['a dataset, its title, a day', { dataset: 'oil', title: 'Oil: 2024', published: '2026-03-10' }],
])('what the reader changed stands in the address and is read back: %s', (_, options) => {
  expect(throughAddress(options)).toEqual(options)
})

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
