import fc from 'fast-check'
import { expect, it } from 'vitest'
import { MODES } from '../../../data/model/report.ts'
import { rebuild } from '../../../data/store/derive.ts'
import type { Store } from '../../../data/store/open.ts'
import { undo } from '../../../data/store/undo/undo.ts'
import { shippedStore } from '../shipped-store.ts'
import { emptyStore, noNames, type Row, tell } from './fixture.ts'

/** All that is derived from the rows. */
const derived = ({ raw }: Store) =>
  ['packed', 'facet', 'dataset_count', LATEST].map((table) =>
    raw.prepare(`select * from ${table} order by 1, 2, 3`).all(),
  )

const LATEST = `(select series_id, latest_first, latest_last, latest, latest_decimals, latest_status,
  latest_bound from series)`

/** What is derived while files come and go, and what the rows alone give. */
const bothWays = (store: Store) => {
  const written = derived(store)
  rebuild(store.raw)
  return { written, anew: derived(store) }
}

it('the packed form of every shipped series is what its rows say', async () => {
  const store = await shippedStore()
  const series = store.raw.prepare('select count(*) from series').pluck().get()
  const { written, anew } = bothWays(store)
  expect(written[0]).toHaveLength(Number(series))
  expect(anew).toEqual(written)
})

const row: fc.Arbitrary<Row> = fc.record(
  {
    series: fc.constantFrom('a', 'b', 'c'),
    period: fc.constantFrom('2023-01', '2023-01/2023-02', '2023-02', '2023', '2023-Q1', '2024-05'),
    value: fc.constantFrom(null, 218.17, 218.176, 218, 7, -0.5),
    status: fc.constantFrom('A', 'E', 'P', 'bu'),
    bound: fc.constantFrom('>', '~'),
    note: fc.constantFrom('without Belarus', 'assumed bounds'),
    source: fc.constantFrom('Customs', 'A paper'),
    published: fc.constantFrom('2023-12-07', '2024-01-12', '2024-06-01'),
  },
  { requiredKeys: ['series', 'period', 'value'] },
)

it('stays so whatever files tell, tell again, revise and are undone', async () => {
  const step = fc.oneof(
    { weight: 3, arbitrary: fc.array(row, { minLength: 1, maxLength: 12 }) },
    { weight: 1, arbitrary: fc.nat(4) },
  )
  const steps = fc.array(step, { minLength: 1, maxLength: 6 })
  const undated = fc.constantFrom('earliest' as const, 'import' as const)
  await fc.assert(
    fc.asyncProperty(steps, undated, async (steps, undated) => {
      const store = await emptyStore()
      const told: number[] = []
      for (const [i, step] of steps.entries()) {
        if (typeof step === 'number') {
          const [gone] = told.splice(step % Math.max(1, told.length), 1)
          if (gone !== undefined) await undo(store, gone, { names: noNames })
        } else {
          const dimensions: Record<string, string> = i % 2 ? { partner: 'RUS' } : {}
          const drafts = { a: { unit: 'USD bn', dimensions } }
          const mode = MODES[(step.length + i) % MODES.length]
          const on = `2024-0${i + 1}-01`
          const file = { file: `${i}.csv`, on, mode, dataset: { undated }, drafts }
          told.push((await tell(store, step, file)).id)
        }
        const { written, anew } = bothWays(store)
        expect(written).toEqual(anew)
      }
      await store.close()
    }),
    { numRuns: 60 },
  )
})
