import { expect, it, vi } from 'vitest'
import { parseQuery } from '../../../data/model/query.ts'
import { read } from '../../../data/read.ts'
import { dataVersion } from '../../../data/store/data-version.ts'
import { findImport, listIssues } from '../../../data/store/ledger/imports.ts'
import type { Store } from '../../../data/store/open.ts'
import { searchSeries } from '../../../data/store/search/search.ts'
import { listRelated } from '../../../data/store/series/related.ts'
import { listReleases } from '../../../data/store/series/releases.ts'
import { storeWith } from './read-fixture.ts'

const smallStore = () =>
  storeWith([
    {
      id: 'trade',
      series: [
        {
          key: 'a.b',
          codes: { partner: 'RUS' },
          told: [
            { period: '2023', value: 2 },
            { period: '2023', value: 3, import: 2 },
          ],
        },
      ],
    },
  ])

/** What SQLite says it does for each question that `work` asks. */
async function plansOf(work: (db: Store['db']) => Promise<unknown>): Promise<string[]> {
  const { db, raw, close } = await smallStore()
  const prepare = vi.spyOn(raw, 'prepare')
  await work(db)
  const texts = prepare.mock.calls.map(([text]) => text.trim())
  prepare.mockRestore()
  const plans = texts
    .filter((text) => /^(select|with)\b/.test(text))
    .flatMap((text) => {
      const values = Array.from(text.matchAll(/\?/g), () => null)
      return raw.prepare(`explain query plan ${text}`).all(...values) as { detail: string }[]
    })
  await close()
  return plans.map(({ detail }) => detail)
}

const TABLES =
  /^SCAN (dataset|series|series_code|import|import_series|origin|observation|release|issue)\b/

it.each<[string, (db: Store['db']) => Promise<unknown>]>([
  ['a query', (db) => read(db, parseQuery('series=trade/a.b'))],
  ['a query as of a day', (db) => read(db, parseQuery('series=trade/a.b&asOf=2026-01-01'))],
  ['the releases of a series', (db) => listReleases(db, 'trade/a.b')],
  ['related series', (db) => listRelated(db, 'trade/a.b')],
  ['a search by words', (db) => searchSeries(db, { q: 'a' })],
  ['a search in a dataset', (db) => searchSeries(db, { dataset: 'trade' })],
  ['a search by a code', (db) => searchSeries(db, { q: 'a', codes: { partner: 'RUS' } })],
  ['an import', (db) => findImport(db, 1)],
  ['a page of issues', (db) => listIssues(db, 1).next()],
  ['the version of the data', (db) => dataVersion(db)],
])('%s goes by keys and indexes, and walks through no table', async (_, work) => {
  const plans = await plansOf(work)
  expect(plans).toContainEqual(expect.stringMatching(/^SEARCH|VIRTUAL TABLE/))
  expect(plans.filter((step) => TABLES.test(step))).toEqual([])
})

it('the observations of a series are one range of their primary key', async () => {
  const plans = await plansOf((db) => read(db, parseQuery('series=trade/a.b&asOf=2026-01-01')))
  expect(plans).toContain('SEARCH observation USING PRIMARY KEY (series_id=?)')
  expect(plans).not.toContain('USE TEMP B-TREE FOR ORDER BY')
})
