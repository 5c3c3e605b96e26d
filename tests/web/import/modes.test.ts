import { expect, test } from 'vitest'
import type { Missing, Mode } from '../../../data/model/report.ts'
import { absentWords, isMissing, missingLead } from '../../../web/import/missing.ts'
import { modeLines, takenOut } from '../../../web/import/modes.ts'
import { report } from './given.ts'

const missing = (of: Partial<Missing>): Missing => ({
  figures: 12,
  first: [],
  series: 3,
  seriesFigures: 40,
  firstSeries: [],
  firstTitles: [],
  ...of,
})
const says = (given: ReturnType<typeof report>, mode: Mode) =>
  modeLines(given).find((line) => line.mode === mode)!.says

test('each mode says what it would take out before it is chosen', () => {
  const given = report({ missing: missing({}), rejected: 0 })
  expect(says(given, 'revise')).not.toContain('taken out')
  expect(says(given, 'append')).not.toContain('taken out')
  expect(says(given, 'replace-series')).toContain('12 figures that it does not tell are taken out.')
  expect(says(given, 'replace-dataset')).toContain(
    '52 figures that it does not tell, all of 3 series among them, are taken out.',
  )
  expect(modeLines(given).map(({ isOn }) => isOn)).toEqual([true, false, false, false])
})

test('a file that tells all that is there takes nothing out', () => {
  const given = report({
    missing: missing({ figures: 0, series: 0, seriesFigures: 0 }),
    rejected: 0,
  })
  expect(says(given, 'replace-dataset')).toContain('nothing is taken out')
})

test('a file of which a row is rejected cannot replace anything, nor is it said that it would', () => {
  const given = report({ missing: missing({}), rejected: 1 })
  expect(says(given, 'replace-series')).toContain('must be all good')
  expect(says(given, 'replace-series')).not.toContain('taken out')
  expect(missingLead(missing({}), 1)).toBe(
    '12 figures of series that the file tells are not in it, or in a rejected row.',
  )
})

test('in a replacing mode the counts are those of the comparison', () => {
  const series = report({
    options: { mode: 'replace-series' },
    removed: 12,
    missing: missing({ figures: 0 }),
  })
  expect(takenOut(series, 'replace-series')).toBe(12)
  expect(takenOut(series, 'replace-dataset')).toBe(52)
  const whole = report({
    options: { mode: 'replace-dataset' },
    removed: 52,
    missing: missing({ figures: 0, series: 0, seriesFigures: 0 }),
  })
  expect(takenOut(whole, 'replace-dataset')).toBe(52)
  expect(takenOut(whole, 'replace-series')).toBeNull()
})

test('what is missing from the file is said, with the way to take it out', () => {
  expect(missingLead(missing({}))).toBe(
    '12 figures of series that the file tells are not in it. To take them out, let the file replace its series or the dataset.',
  )
  expect(missingLead(missing({ figures: 1, series: 0 }))).toMatch(/^1 figure .* take it out/)
  expect(absentWords(missing({ series: 1, seriesFigures: 9 }))).toBe(
    '1 other series with 9 figures is not in the file at all:',
  )
  expect(isMissing(missing({ figures: 0, series: 0 }))).toBe(false)
  expect(isMissing(null)).toBe(false)
})
