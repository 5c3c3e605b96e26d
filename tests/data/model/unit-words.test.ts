import { expect, test } from 'vitest'
import { axisWords, unitWords } from '../../../data/model/unit-words.ts'
import { readRows } from '../content/shipped.ts'

test('units are said as the list of units says them', () => {
  const listed = readRows('codelists/units.csv')
  expect(listed.length).toBeGreaterThan(50)
  expect(listed.map(({ code }) => unitWords(code!))).toEqual(listed.map(({ en }) => en))
})

test.each([
  ['TRY million', 'million Turkish Lira'],
  ['FEU', 'FEU'],
  ['MMBtu', 'MMBtu'],
])('%s, which is not listed, is "%s"', (unit, words) => {
  expect(unitWords(unit).toLowerCase()).toBe(words.toLowerCase())
})

test.each([
  ['USD thousand', 'US dollars'],
  ['CNY bn', 'yuan'],
  ['percent', 'per cent'],
  ['thousand tonnes', 'thousand tonnes'],
  ['USD 100 million', 'hundred million US dollars'],
])('above a chart, whose axis has its own size, %s is "%s"', (unit, words) => {
  expect(axisWords(unit)).toBe(words)
})
