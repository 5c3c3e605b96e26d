import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dayText } from '../../data/model/day.ts'
import { parseQuery, queryText, type SeriesQuery } from '../../data/model/query.ts'
import { read } from '../../data/read.ts'
import { openReadText, type ReadText } from '../../data/read-text.ts'
import { columnsOf } from '../../data/store/columns.ts'
import type { Store } from '../../data/store/open.ts'
import { findPacked, packedColumns } from '../../data/store/packed/read.ts'
import { searchSeries } from '../../data/store/search/search.ts'
import { selectObservations } from '../../data/store/series/observations.ts'
import { findRecordOrThrow } from '../../data/store/series/record.ts'
import { shippedStore } from './shipped-store.ts'
import { tell } from './store/fixture.ts'

let store: Store
let ids: string[]

beforeAll(async () => {
  store = await shippedStore()
  const { series } = await searchSeries(store.db, { limit: 1000 })
  ids = series.map(({ id }) => id)
})

afterAll(() => store.close())

const plain = async (query: SeriesQuery) => JSON.stringify(await read(store.db, query))

const textOf = (readText: ReadText, query: SeriesQuery): string | undefined => {
  const answer = readText(query)
  return answer && Buffer.from(answer.bytes).toString()
}

it('every shipped series reads the same from its packed form and from its rows', async () => {
  for (const id of ids) {
    const record = await findRecordOrThrow(store.db, id)
    const packed = await findPacked(store.db, record.seriesId)
    const rows = columnsOf(record, await selectObservations(store.db, record))
    expect(JSON.stringify(packedColumns(record.series, packed!))).toBe(JSON.stringify(rows))
  }
})

describe('an answer as text', () => {
  it('is byte for byte what the columns come to, for every shipped series', async () => {
    const readText = openReadText(store)
    for (const id of ids) {
      const query = parseQuery({ series: id })
      expect(textOf(readText, query)).toBe(await plain(query))
    }
  })

  it('is that for any series together, any stretch of time and any span', async () => {
    const readText = openReadText(store)
    const day = fc.integer({ min: 13_000, max: 20_600 }).map(dayText)
    const edge = fc.oneof(
      day,
      day.map((text) => text.slice(0, 7)),
      day.map((text) => text.slice(0, 4)),
    )
    const asked = fc.record(
      {
        series: fc
          .array(fc.constantFrom(...ids), { minLength: 1, maxLength: 4 })
          .map((list) => list.join()),
        start: edge,
        end: edge,
        span: fc.constantFrom('M', 'A', 'ytd', 'M,I'),
      },
      { requiredKeys: ['series'] },
    )
    const inOrder = ({ start, end }: { start?: string; end?: string }) =>
      !start || !end || start <= end
    let told = 0
    await fc.assert(
      fc.asyncProperty(asked.filter(inOrder), async (parameters) => {
        const query = parseQuery(parameters)
        const text = textOf(readText, query)
        if (text !== undefined) told++
        expect(text ?? (await plain(query))).toBe(await plain(query))
      }),
      { numRuns: 300 },
    )
    expect(told).toBeGreaterThan(30)
  })

  it.each([
    ['there is something to compute', '&transform=yoy'],
    ['a day is asked for', '&asOf=2023-12-31'],
    ['there is no such series', 'x'],
  ])('is left to the columns where %s', (_, more) => {
    const query = parseQuery(`series=bilateral-trade/cn-ru-trade.total.ytd.usd-bn${more}`)
    expect(openReadText(store)(query)).toBeUndefined()
  })

  it('names the nearest series where there is none of a name, among others that there are', async () => {
    const asking = read(store.db, parseQuery(`series=${ids[0]},${ids[1]}x`))
    await expect(asking).rejects.toMatchObject({ code: 'unknown-series', near: ids[1] })
  })

  it('is new when the data is', async () => {
    const readText = openReadText(store)
    const dataset = { id: 'new' }
    const values = (list: string) => {
      const { series } = JSON.parse(textOf(readText, parseQuery(`series=${list}`))!)
      return series.map((one: { values: number[] }) => one.values)
    }
    await tell(store, [{ series: 'a', period: '2023', value: 1 }], { dataset })
    await tell(store, [{ series: 'b', period: '2023', value: 5 }], { dataset, file: 'b.csv' })
    expect(values('new/a')).toEqual([[1]])
    const revision = { series: 'a', period: '2023', value: 2, published: '2026-01-01' }
    await tell(store, [revision], { dataset, file: 'c.csv' })
    expect(values('new/b,new/a')).toEqual([[5], [2]])
    expect(values('new/a')).toEqual([[2]])
  })

  it('spells the query as it was asked', async () => {
    const query = parseQuery(`series=${ids[0]}&start=2023M01`)
    const text = textOf(openReadText(store), query)!
    expect(queryText(JSON.parse(text).query)).toBe(queryText(query))
  })
})
