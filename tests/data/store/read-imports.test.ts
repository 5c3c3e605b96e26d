import { beforeAll, expect, it } from 'vitest'
import type { Issue } from '../../../data/model/report.ts'
import { findImport, listImports, listIssues } from '../../../data/store/ledger/imports.ts'
import { addIssues, beginImport, finishImport } from '../../../data/store/ledger/write.ts'
import { Findings } from '../../../data/store/merge/findings.ts'
import type { Store } from '../../../data/store/open.ts'
import { undo } from '../../../data/store/undo/undo.ts'
import { description, emptyStore, noNames, reportOf, tell } from './fixture.ts'

let store: Store

const ISSUES = 2500
const issue = (line: number, severity: Issue['severity']): Issue => ({
  severity,
  line,
  column: 'value',
  code: 'bad-number',
  message: 'This is no number.',
  value: 'x',
})

/** Two imports that stand and one of 2,500 issues, the last of them grave. */
beforeAll(async () => {
  store = await emptyStore()
  await tell(store, [{ series: 'a', period: '2023', value: 1 }], { file: 'a.csv' })
  await tell(store, [{ series: 'a', period: '2023', value: 2 }], { file: 'b.csv' })
  const start = { file: 'bad.csv', bytes: 9, sha256: 'x', by: 'Ada', options: {} }
  const id = await beginImport(store, start)
  const last = ISSUES + 1
  const lines = Array.from({ length: ISSUES }, (_, i) => i + 2)
  await addIssues(
    store,
    id,
    lines.map((line) => issue(line, line === last ? 'rejected' : 'note')),
  )
  const report = reportOf(id, ISSUES, description(), new Findings('trade').result(false))
  await finishImport(store, { ...report, status: 'rejected', issuesTotal: ISSUES })
})

it('the ledger shows the latest first, page by page, and says how many there are', async () => {
  const page = await listImports(store.db, { limit: 2 })
  expect(page.total).toBe(3)
  expect(page.imports.map(({ file, status }) => [file, status])).toEqual([
    ['bad.csv', 'rejected'],
    ['b.csv', 'committed'],
  ])
  const next = await listImports(store.db, { limit: 2, cursor: page.next! })
  expect(next.imports.map(({ file }) => file)).toEqual(['a.csv'])
  expect(next.next).toBeNull()
  await expect(listImports(store.db, { cursor: 'x' })).rejects.toMatchObject({ code: 'bad-cursor' })
})

it('an import is found again as it was reported', async () => {
  const report = await findImport(store.db, 2)
  expect(report).toMatchObject({
    id: 2,
    dataset: 'trade',
    datasetTitle: 'Trade',
    newDataset: false,
    file: 'b.csv',
    status: 'committed',
    rows: 1,
    added: 0,
    revised: 1,
    issues: [],
    undoneAt: null,
  })
  expect(report?.changes).toMatchObject([{ kind: 'revised', before: 1, after: 2, period: '2023' }])
  expect(await findImport(store.db, 99)).toBeUndefined()
})

it('a report shows the gravest issues, and the list has all of them in order', async () => {
  const report = await findImport(store.db, 3)
  expect(report?.importedBy).toBe('Ada')
  expect(report?.issuesTotal).toBe(ISSUES)
  expect(report?.issues).toHaveLength(200)
  expect(report?.issues[0]).toEqual(issue(ISSUES + 1, 'rejected'))
  expect(report?.issues[1]).toEqual(issue(2, 'note'))
  const lines: number[] = []
  for await (const { line } of listIssues(store.db, 3)) lines.push(line)
  expect(lines).toEqual(Array.from({ length: ISSUES }, (_, i) => i + 2))
})

it('an undone import stays in the ledger, with the time of its undoing', async () => {
  await undo(store, 2, { names: noNames })
  const { imports } = await listImports(store.db)
  expect(imports.map(({ id, status }) => [id, status])).toEqual([
    [3, 'rejected'],
    [2, 'undone'],
    [1, 'committed'],
  ])
  expect(imports[1]?.undoneAt).toMatch(/^\d{4}-\d\d-\d\dT/)
})
