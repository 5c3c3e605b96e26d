import { expect, test } from 'vitest'
import type { Issue } from '../../../data/model/report.ts'
import { firstStep, stepLines, stepOf } from '../../../web/import/steps.ts'
import { issue, reading, report } from './given.ts'

const question = { code: 'date-order', column: 'month', message: 'Which comes first?', options: [] }
const lines = (...given: Parameters<typeof stepLines>) => stepLines(...given).map((s) => s.line)
const states = (...given: Parameters<typeof stepLines>) => stepLines(...given).map((s) => s.state)

test('a file of a known dataset is shown by its report, a new dataset by how it was read', () => {
  expect(firstStep(report())).toBe('report')
  expect(firstStep(report({ newDataset: true }))).toBe('reading')
})

test('a file that leaves a question open stays at how it was read, whatever the address says', () => {
  const asked = report({ status: 'ambiguous', questions: [question] })
  expect(stepOf('report', asked)).toBe('reading')
  expect(stepOf('write', asked)).toBe('reading')
  expect(lines(asked, 'reading')[1]).toBe('1 question')
})

test('the address keeps the place, and cannot skip the report', () => {
  expect(stepOf('reading', report())).toBe('reading')
  expect(stepOf('write', report())).toBe('report')
  expect(stepOf('nonsense', report())).toBe('report')
  expect(stepOf('report', null)).toBe('drop')
})

test('what is running is being read, unless it was set to be written', () => {
  expect(stepOf(null, report({ status: 'running' }))).toBe('reading')
  expect(stepOf('write', report({ status: 'running' }))).toBe('write')
  expect(firstStep(report({ status: 'running' }))).toBeNull()
})

test('each step says what came of it', () => {
  expect(lines(report(), 'report')).toEqual([
    'bilateral-trade.csv',
    '4 columns, 3 read',
    '2 rejected rows, 3 notes',
    '11 figures',
  ])
  expect(states(report(), 'report')).toEqual(['done', 'done', 'current', 'ahead'])
})

test('a file that could not be read has no tick at how it was read', () => {
  const unread = report({
    status: 'rejected',
    reading: null,
    rejected: 0,
    rows: 0,
    issuesTotal: 1,
    error: 'This is a zip archive, not a CSV file.',
  })
  expect(states(unread, 'report')).toEqual(['done', 'ahead', 'current', 'ahead'])
  expect(lines(unread, 'report').slice(1)).toEqual([
    'Could not be read',
    'Nothing was written',
    'Nothing to write yet',
  ])
})

test('issues are counted by what they are, where all of them are there', () => {
  const of = (severity: Issue['severity']) => issue({ severity })
  const lineOf = (...issues: Issue[]) =>
    lines(report({ rejected: 1, issues, issuesTotal: issues.length }), 'report')[2]
  expect(lineOf(of('rejected'), of('rejected'))).toBe('1 rejected row')
  expect(lineOf(of('rejected'), of('warning'), of('warning'), of('note'))).toBe(
    '1 rejected row, 2 to look at, 1 note',
  )
})

test('when it is written every step can be looked at again', () => {
  const written = stepLines(report({ status: 'committed' }), 'write')
  expect(written.map((s) => s.isOpen)).toEqual([true, true, true, true])
  expect(written[3]!.line).toBe('11 figures: done')
})

test('rows that hold several values are rejected figure by figure', () => {
  const columns = reading().columns.map((column) => ({ ...column, role: 'value' as const }))
  expect(lines(report({ reading: reading({ columns }) }), 'report')[2]).toBe(
    '2 rejected figures, 3 notes',
  )
})
