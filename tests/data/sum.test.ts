import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SeriesColumns } from '../../data/model/columns.ts'
import { parseQuery, queryText } from '../../data/model/query.ts'
import { read } from '../../data/read.ts'
import type { Store } from '../../data/store/open.ts'
import { findPackedSeries, packedColumns } from '../../data/store/packed/read.ts'
import { sumPacked } from '../../data/sum.ts'
import { sumColumns } from '../../data/transform/sum.ts'
import { emptyStore, type Row, tell } from './store/fixture.ts'

let store: Store

beforeAll(async () => {
  store = await emptyStore()
})

afterAll(() => store.close())

/** A dataset of series by partner and flow; a name is `PARTNER.FLOW`. */
async function told(
  id: string,
  rows: Row[],
  more: Record<string, { unit?: string; additive?: 'sum' | 'last' | 'none' }> = {},
): Promise<void> {
  const drafts = Object.fromEntries(
    rows.map(({ series }) => {
      const [partner = '', flow = ''] = series.split('.')
      return [series, { unit: 'USD', dimensions: { partner, flow }, ...more[series] }]
    }),
  )
  await tell(store, rows, { dataset: { id }, drafts, file: `${id}.csv` })
}

const one = async (query: string): Promise<SeriesColumns> => {
  const { series } = await read(store.db, parseQuery(query))
  expect(series).toHaveLength(1)
  return series[0]!
}

const row = (series: string, period: string, value: number | null, more = {}): Row => ({
  series,
  period,
  value,
  ...more,
})

describe('a sum over all series with some codes', () => {
  beforeAll(() =>
    told('ds', [
      row('DEU.X', '2023-01', 0.1, { decimals: 1 }),
      row('DEU.X', '2023-02', 2, { status: 'E' }),
      row('DEU.X', '2023-03', 3),
      row('FRA.X', '2023-01', 0.2, { decimals: 1 }),
      row('FRA.X', '2023-02', 20),
      row('FRA.X', '2023-03', 30),
      row('FRA.M', '2023-01', 500),
    ]),
  )

  it('adds up what has the codes and nothing else, and says of how many', async () => {
    const sum = await one('series=sum(ds/flow=X)')
    expect(sum).toMatchObject({
      id: 'sum(ds/flow=X)',
      title: 'Sum of 2 series of ds: flow X',
      unit: 'USD',
      additive: 'sum',
      dimensions: { flow: 'X' },
      periods: ['2023-01', '2023-02', '2023-03'],
      values: [0.3, 22, 33],
      status: ['A', 'E', 'A'],
      notes: Array(3).fill('the sum of 2 series'),
    })
  })

  it('is of what the store holds now, however often it was asked for before', async () => {
    await told('new', [row('DEU.X', '2023-01', 1), row('FRA.X', '2023-01', 2)])
    const values = async () => (await one('series=sum(new/flow=X)')).values
    expect([await values(), await values()]).toEqual([[3], [3]])
    await told('new', [row('FRA.X', '2023-01', 20), row('ITA.X', '2023-01', 100)])
    expect(await values()).toEqual([121])
  })

  it('is what the sum of the listed series is', async () => {
    const { id: _, title: __, ...sum } = await one('series=sum(ds/flow=X)')
    const { id: ___, title: ____, ...listed } = await one('series=sum(ds/DEU.X,ds/FRA.X)')
    expect(sum).toEqual(listed)
  })

  it('takes names for codes, and is worked on as a series is', async () => {
    expect((await one('series=sum(ds/flow=exports;partner=Germany)')).values).toEqual([0.1, 2, 3])
    const change = await one('series=pop(sum(ds/flow=X))&start=2023-03')
    expect(change.values).toEqual([50])
    expect(queryText(parseQuery('series=pop(sum(ds/flow=X))'))).toBe('series=pop(sum(ds/flow=X))')
  })

  it.each([
    ['sum(dx/flow=X)', 404, 'unknown-dataset', 'ds'],
    ['sum(ds/flwo=X)', 400, 'unknown-parameter', 'flow'],
    ['sum(ds/partner=FRB)', 400, 'unknown-code', 'FRA'],
    ['sum(ds/flow=M;partner=DEU)', 404, 'unknown-series', undefined],
  ])('%s is refused with the nearest name', async (series, status, code, near) => {
    const asking = read(store.db, parseQuery(`series=${series}`))
    await expect(asking).rejects.toMatchObject({ status, code, near })
  })
})

describe('what a sum does not make up', () => {
  it('is missing where any part is, and says how many are', async () => {
    await told('gap', [
      row('DEU.X', '2023-01', 1),
      row('DEU.X', '2023-02', null),
      row('FRA.X', '2023-01', 10),
      row('FRA.X', '2023-02', 20),
      row('ITA.X', '2023-01', 100),
    ])
    const sum = await one('series=sum(gap/flow=X)')
    expect(sum.values).toEqual([111, null])
    expect(sum.notes?.[1]).toBe('no figure for Feb 2023 of 2 of the 3 series, such as "DEU.X"')
  })

  it('knows January and February of one beside the two months of another', async () => {
    await told('joint', [
      row('DEU.X', '2023-01/2023-02', 5),
      row('FRA.X', '2023-01', 1),
      row('FRA.X', '2023-02', 2),
    ])
    const sum = await one('series=sum(joint/flow=X)')
    expect([sum.periods, sum.values]).toEqual([['2023-01/2023-02'], [8]])
  })

  it('is more than it says where a part is', async () => {
    await told('bound', [
      row('DEU.X', '2023', 5, { bound: '>' }),
      row('FRA.X', '2023', 1),
      row('DEU.X', '2024', 5, { bound: '>' }),
      row('FRA.X', '2024', 1, { bound: '<' }),
    ])
    const sum = await one('series=sum(bound/flow=X)')
    expect([sum.values, sum.bounds]).toEqual([
      [6, null],
      ['>', null],
    ])
  })

  it('is of the parts, where their total stands beside them', async () => {
    await told('world', [
      row('W00.X', '2023', 12),
      row('DEU.X', '2023', 5),
      row('FRA.X', '2023', 7),
    ])
    const sum = await one('series=sum(world/flow=X)')
    expect([sum.title, sum.values]).toEqual(['Sum of 2 series of world: flow X', [12]])
  })

  it('is known as it was on a day', async () => {
    await told('known', [
      row('DEU.X', '2023', 5, { published: '2024-01-10' }),
      row('FRA.X', '2023', 7, { published: '2024-01-10' }),
    ])
    const revised = [row('FRA.X', '2023', 8, { published: '2024-06-01' })]
    await tell(store, revised, {
      dataset: { id: 'known' },
      drafts: { 'FRA.X': { unit: 'USD', dimensions: { partner: 'FRA', flow: 'X' } } },
      file: 'later.csv',
    })
    expect((await one('series=sum(known/flow=X)')).values).toEqual([13])
    expect((await one('series=sum(known/flow=X)&asOf=2024-02-01')).values).toEqual([12])
  })

  it.each([
    ['shares', { 'FRA.X': { additive: 'none' as const } }, 'not-additive'],
    ['stocks', { 'FRA.X': { additive: 'last' as const } }, 'not-additive'],
    ['units', { 'FRA.X': { unit: 'EUR' } }, 'different-units'],
  ])('is refused of %s among amounts', async (id, more, code) => {
    await told(id, [row('DEU.X', '2023', 5), row('FRA.X', '2023', 7)], more)
    for (const series of [`sum(${id}/flow=X)`, `sum(${id}/DEU.X,${id}/FRA.X)`]) {
      await expect(one(`series=${series}`)).rejects.toMatchObject({ code, param: 'series' })
    }
  })

  it('is of two thousand series at most', async () => {
    const rows = Array.from({ length: 2001 }, (_, i) => row(`P${i}.X`, '2023', 1))
    await told('many', rows)
    const refused = { code: 'too-many-series', param: 'series' }
    await expect(one('series=sum(many/flow=X)')).rejects.toMatchObject(refused)
    expect((await one('series=sum(many/partner=P7)')).values).toEqual([1])
  })

  it('may be told apart by the unit, its blanks written as in keys', async () => {
    const more = { 'FRA.X': { unit: 'USD bn' }, 'ITA.X': { unit: 'USD bn' } }
    const rows = ['DEU.X', 'FRA.X', 'ITA.X'].map((key, i) => row(key, '2023', 5 + i))
    await told('blank', rows, more)
    const sum = await one('series=sum(blank/flow=X;unit=USD_bn;frequency=a)')
    expect([sum.unit, sum.values]).toEqual(['USD bn', [13]])
    expect(sum.title).toBe('Sum of 2 series of blank: flow X, unit USD bn, frequency a')
  })

  it.each([
    ['unions', ['CHN+HKG.X', 'HKG.X'], 'partner=CHN'],
    ['levels', ['27.X', '2709.X'], ''],
    ['flows', ['DEU.X', 'DEU.T'], ''],
  ])('is refused of codes that hold one another: %s', async (id, keys) => {
    await told(
      id,
      keys.map((key) => row(key, '2023', 1)),
    )
    const code = id === 'flows' ? 'partner=DEU' : 'flow=X'
    await expect(one(`series=sum(${id}/${code})`)).rejects.toMatchObject({ code: 'overlapping' })
  })
})

it('columns added up at once are what each interval looked up comes to', async () => {
  const figure = fc.record({
    value: fc.integer({ min: -1e6, max: 1e6 }).map((n) => n / 100),
    status: fc.constantFrom('A', 'A', 'E', 'P'),
    source: fc.constantFrom('Customs', 'Bank'),
  })
  let run = 0
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(figure, { minLength: 6, maxLength: 6 }), { minLength: 1, maxLength: 5 }),
      async (series) => {
        const id = `any-${run++}`
        await told(
          id,
          series.flatMap((figures, s) =>
            figures.map(({ value, ...more }, month) =>
              row(`P${s}.X`, `2023-0${month + 1}`, value, { decimals: 2, ...more }),
            ),
          ),
        )
        const parts = series.map((_, s) => {
          const { about, packed } = findPackedSeries(store, `${id}/P${s}.X`)!
          return { ...about, packed }
        })
        const columns = parts.map((part) => packedColumns(part, part.packed))
        const { id: _, ...fast } = sumPacked(parts)!
        const { id: __, ...slow } = sumColumns(columns)
        expect(fast).toEqual(slow)
      },
    ),
    { numRuns: 25 },
  )
})
