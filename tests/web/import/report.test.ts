import { expect, test } from 'vitest'
import type { Change, ImportReport } from '../../../data/model/report.ts'
import { changeRows, unitSentence } from '../../../web/import/changes.ts'
import { effectWords } from '../../../web/import/effect.ts'
import {
  groupIssues,
  issuesWords,
  moreLines,
  splitMessage,
  withoutKept,
} from '../../../web/import/issues.ts'
import { undoneWords, undoWords } from '../../../web/import/undoing.ts'
import {
  bytesWords,
  countsWords,
  fileWords,
  keptLead,
  leadWords,
  nothingGood,
  otherTables,
  quietWords,
  readingLead,
  rejectedThen,
  writeWords,
} from '../../../web/import/words.ts'
import { writing } from '../../../web/import/writing.ts'
import { change, issue, reading, report } from './given.ts'

test('the button says how many figures it writes', () => {
  expect(writeWords(report())).toBe('11 figures')
  expect(writeWords(report({ added: 0, revised: 1 }))).toBe('1 figure')
  expect(writeWords(report({ confirmed: 803 }))).toBe('11 figures and 803 confirmations')
  expect(writeWords(report({ confirmed: 2, removed: 738 }))).toBe(
    '11 figures, 2 confirmations and 738 withdrawals',
  )
  expect(writeWords(report({ added: 0, revised: 0 }))).toBe('Nothing')
})

test('a change is told with its published decimals, bound and period in words', () => {
  const [months, share] = changeRows([
    change({
      kind: 'added',
      period: '2026-01/2026-02',
      before: null,
      after: 20.75,
      afterDecimals: 3,
    }),
    change({ unit: 'percent', before: 90, beforeDecimals: 0, after: 90, bound: '>' }),
  ])
  expect(months).toMatchObject({
    period: 'Jan–Feb 2026',
    before: 'none',
    after: '20.750',
    tag: 'new',
  })
  expect(share).toMatchObject({ before: '90\u202f%', after: '>\u202f90.0\u202f%' })
})

test('more decimals of the same figure are finer, another figure is revised', () => {
  const tagOf = (after: number, afterDecimals: number) =>
    changeRows([change({ after, afterDecimals })])[0]!.tag
  expect(tagOf(228.105, 3)).toBe('finer')
  expect(tagOf(228.205, 3)).toBe('revised')
})

test('a cumulative period is told by its months, also where it fills a year or quarter', () => {
  const periodOf = (period: string) => changeRows([change({ period })])[0]!.period
  expect(periodOf('2023-01/2023-12')).toBe('Jan–Dec 2023')
  expect(periodOf('2023-01/2023-03')).toBe('Jan–Mar 2023')
  expect(periodOf('2023-Q1')).toBe('Q1 2023')
})

test('the unit is said once, and where it is another', () => {
  const changes = [change({}), change({}), change({ unit: 'CNY bn' })]
  expect(unitSentence(changes)).toBe('Billion US dollars unless said otherwise.')
  expect(changeRows(changes).map(({ unit }) => unit)).toEqual([null, null, 'billion yuan'])
  expect(unitSentence([change({ unit: null })])).toBe('No unit is told.')
  const some = [change({ unit: null }), change({ unit: null }), change({})]
  expect(unitSentence(some)).toBe('Without a unit unless one is said.')
})

test('an issue that several lines have is told once, with the other lines', () => {
  const note = { severity: 'note', column: 'frequency', value: 'RANGE' } as const
  const groups = groupIssues([
    issue({}),
    ...[101, 351, 607].map((line) => issue({ ...note, line })),
  ])
  expect(groups.map(({ line, more }) => [line, more])).toEqual([
    [499, []],
    [101, [351, 607]],
  ])
  expect(moreLines([351])).toBe('Also on line 351')
  expect(moreLines([351, 607])).toBe('Also on lines 351 and 607')
  expect(moreLines([1, 2, 3, 4, 5])).toBe('Also on lines 1, 2, 3 and 2 more')
  expect(moreLines([1, 2, 3, 4, 5], true)).toBe('Also on lines 1, 2, 3 and at least 2 more')
})

test('the first sentence of a message is set apart; a number does not end it', () => {
  expect(splitMessage('No such day. February 2026 ends on the 28th.')).toEqual({
    first: 'No such day.',
    rest: 'February 2026 ends on the 28th.',
  })
  expect(splitMessage('“Russia: exports” (X) is 5. Is it?').first).toBe(
    '“Russia: exports” (X) is 5.',
  )
  expect(splitMessage('12.69 is far from 12.92')).toEqual({
    first: '12.69 is far from 12.92',
    rest: '',
  })
})

test('issues are counted in words, with what can still be written', () => {
  expect(issuesWords(report())).toBe(
    'Five issues, the gravest first. What is rejected can be left out; the other 814 figures are good.',
  )
  expect(issuesWords(report({ rejected: 0, issuesTotal: 1 }))).toBe(
    'One issue. None keeps a row out.',
  )
})

test('reading again says what it changed of the counts, of a figure, or of what tells series apart', () => {
  const before = report({ added: 3, revised: 0, unchanged: 0, rejected: 813 })
  expect(effectWords(before, report())).toBe('Before this change: 3 added, 813 rejected.')
  expect(effectWords(null, report())).toBe('')
  expect(countsWords(report())).toBe('10 added, 1 revised, 803 unchanged, 2 rejected')

  const read = (of: Partial<Change>, columns = reading().columns) =>
    report({ changes: [change(of)], changesTotal: 1, reading: reading({ columns }) })
  const point = read({ kind: 'added', after: 1.234, afterDecimals: 3 })
  const comma = read({ kind: 'added', after: 1234, afterDecimals: 0 })
  expect(effectWords(point, comma)).toBe(
    'As many figures, but others: Total, 2025 was 1.234 billion US dollars and is 1\u202f234 billion US dollars.',
  )
  expect(effectWords(point, read({ kind: 'added', period: '2024', after: 1 }))).toBe(
    'As many figures, but others: Total, 2024 is 1.0 billion US dollars, and was not told.',
  )
  const columns = reading().columns.map((one) =>
    one.name === 'to' ? { ...one, role: 'dimension:reporter' as const } : one,
  )
  expect(effectWords(read({}), read({}, columns))).toBe(
    'The same figures, told apart by reporter; before this change by partner.',
  )
  expect(effectWords(read({}), read({}))).toBe('This change makes no difference to the figures.')
  expect(effectWords(report(), report())).toBe(
    'This change makes no difference to the counts, nor to the figures in the report.',
  )
})

test('the sentence under the title says what the file is and that nothing is written', () => {
  expect(leadWords(report())).toEqual({
    before: '816 rows, 297\u202fkB, UTF-8, comma. Recognised as the dataset ',
    after: '. Nothing is written yet.',
  })
  expect(leadWords(report({ status: 'committed', newDataset: true })).before).toMatch(
    /Made the dataset $/,
  )
})

test('what will not happen is said', () => {
  const words = quietWords(report(), 6)
  expect(words).toContain('5 more figures, new or revised.')
  expect(quietWords(report({ revised: 0 }), 6)).toContain('5 more figures. ')
  expect(quietWords(report({ confirmed: 1 }), 6)).toContain(
    '1 figure is told anew, and the value stands.',
  )
  expect(words).toContain('803 figures repeat what the store already holds.')
  expect(words).toContain('2 rejected rows stay out.')
  expect(words).toContain('can be undone')
})

test('an undo says before it is done what comes back, and after it what stayed and why', () => {
  const undo = {
    ...{ id: 12, dataset: 'x', restored: 1, removed: 9, kept: 1, keptBy: [], changes: [] },
    datasetRemoved: false,
  }
  expect(undoWords(undo, report()).slice(0, 3)).toEqual([
    '1 figure gets the value before back.',
    '9 figures go: nothing else told it.',
    '1 figure stays, because a later import told the same.',
  ])
  expect(undoneWords(undo)).toBe(
    '1 figure has the value before again. 9 figures are gone. 1 figure stays, because a later import told the same.',
  )
})

test('a revision says how far it goes: amounts in per cent, shares in points', () => {
  const by = (of: Partial<Change>) => changeRows([change(of)])[0]!.change
  expect(by({})).toBe('+1.4\u202f%')
  expect(by({ unit: 'percent', before: 51.7, after: 50.5 })).toBe('−1.2 points')
  expect(by({ before: 218.176, after: 218.17 })).toBe('−0.003\u202f%')
  expect(by({ before: -2.5, after: 1.5 })).toBe('+4.0')
  expect(by({ before: 228.1, after: 228.105, afterDecimals: 3 })).toBe('')
  expect(by({ kind: 'added', before: null })).toBe('')
})

test('a file that is in already says what of it stayed out', () => {
  expect(rejectedThen(report({ rejected: 1 }))).toBe(
    '1 rejected row stayed out then, and still does: that import says why.',
  )
  expect(rejectedThen(report({ rejected: 3 }))).toMatch(/^3 rejected rows .* still do:/)
})

test('a bound is told on both sides of a change, and that it went away where the number stays', () => {
  const rowOf = (of: Partial<Change>) =>
    changeRows([change({ before: 107, beforeDecimals: 0, after: 107, afterDecimals: 0, ...of })])[0]
  expect(rowOf({ beforeBound: '>' })).toMatchObject({
    before: '>\u202f107',
    after: '107',
    change: 'no longer a bound',
    tag: 'revised',
  })
  expect(rowOf({ bound: '<' })).toMatchObject({ after: '<\u202f107', change: 'now a bound' })
  expect(rowOf({ beforeBound: '>', bound: '>=' })).toMatchObject({ change: 'another bound' })
  expect(rowOf({ beforeBound: '>', afterDecimals: 1 })).toMatchObject({ tag: 'revised' })
})

test('figures that a file takes out are counted apart from those that it writes', () => {
  const replacing = report({ removed: 5, options: { mode: 'replace-series' } })
  expect(writeWords(replacing)).toBe('11 figures and 5 withdrawals')
  expect(countsWords(replacing)).toMatch(/5 taken out$/)
  expect(writing({ ...replacing, rejected: 0 })).toEqual({
    mayWrite: true,
    says: '5 figures that the file does not tell are taken out; an undo brings them back.',
  })
})

test('what replaces must be all good: with a rejected row there is no button that would fail', () => {
  const replacing = report({ removed: 5, rejected: 1, options: { mode: 'replace-series' } })
  expect(writing(replacing)).toMatchObject({ mayWrite: false })
  expect(writing(replacing).says).toContain('must be all good')
  expect(issuesWords(replacing)).toContain('must be mended first')
  expect(writing({ ...replacing, options: {} })).toMatchObject({ mayWrite: true })
})

test('what an appending file tells otherwise is listed as kept, and not among the issues', () => {
  const kept = [
    issue({ severity: 'note', code: 'kept' }),
    issue({ severity: 'note', code: 'world' }),
  ]
  const appending = report({ kept: 1, rejected: 0, issues: kept, issuesTotal: 2 })
  expect(withoutKept(appending)).toMatchObject({ issuesTotal: 1, issues: [{ code: 'world' }] })
  expect(countsWords(appending)).toContain('1 kept')
  expect(keptLead(appending)).toBe(
    '1 figure that the file tells otherwise stays as it stood, since the file only adds. To take the file’s values, let it add and revise.',
  )
  const nothing = { ...appending, added: 0, revised: 0 }
  expect(writing(nothing).says).toBe(
    'Nothing to write: what the file tells otherwise is kept as it stood.',
  )
})

test('nothing is promised for after writing where there is nothing to write', () => {
  const none = report({ added: 0, revised: 0, changesTotal: 0 })
  expect(quietWords(none, 0)).not.toContain('After writing')
})

test.each([
  [103, '103\u202fbytes'],
  [1340, '1.3\u202fkB'],
  [297_112, '297\u202fkB'],
  [999_900, '1.0\u202fMB'],
  [45_913_203, '46\u202fMB'],
])('%i bytes are %s', (bytes, words) => {
  expect(bytesWords(bytes)).toBe(words)
})

test('a heading has the name of a file without its middle where it is long, and without marks that turn it', () => {
  expect(fileWords('oil.csv')).toBe('oil.csv')
  expect(fileWords(`${'long-'.repeat(60)}name.csv`)).toMatch(/^long-.{27}….{22}-name\.csv$/)
  expect(fileWords('report\u202evsc.exe')).toBe('reportvsc.exe')
})

test('a file of which nothing is good says why at once', () => {
  const bad = { added: 0, revised: 0, unchanged: 0, issues: [issue({})] }
  expect(nothingGood(report(bad))).toBe(
    'Read so, nothing in the file is good. Line 499: There is no day “2026-02-30”.',
  )
  expect(nothingGood(report())).toBe('')
})

test('how a file was read can be changed until it is written, and then after an undo', () => {
  const lead = (status: ImportReport['status']) => readingLead(report({ status }))
  expect(lead('preview')).toMatch(/^Change anything here/)
  expect(lead('committed')).toContain('undo the import')
  expect(lead('undone')).toBe('As it was read; to read it otherwise, drop the file again.')
})

test('where one table of several was written, the way to the others is told', () => {
  expect(otherTables(report({ options: { answers: { table: '2' } } }))).toBe(
    'This was table 2 of bilateral-trade.csv: drop the file again to read another of its tables.',
  )
  expect(otherTables(report({ options: { answers: { table: 'all' } } }))).toBe('')
  expect(otherTables(report())).toBe('')
})
