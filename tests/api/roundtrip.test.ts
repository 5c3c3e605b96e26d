import fc from 'fast-check'
import Papa from 'papaparse'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { ImportReport } from '../../data/model/report.ts'
import { BEARER, form, openServer, type TestServer } from './server.ts'

let first: TestServer
let second: TestServer
beforeAll(async () => {
  first = await openServer()
  second = await openServer()
})
afterAll(async () => {
  await first.close()
  await second.close()
})

async function upload(to: TestServer, csv: string, fields = {}): Promise<ImportReport> {
  const body = form(csv, fields, 'any.csv')
  const answer = await to.app.request('/api/imports', { method: 'POST', headers: BEARER, body })
  return (await answer.json()) as ImportReport
}

/** The whole dataset, and its series as a chart's download gives them. */
async function download(
  from: TestServer,
  dataset: string,
): Promise<{ all: string; chart: string }> {
  const { series } = (await (
    await from.get(`/api/series?dataset=${dataset}&limit=500`)
  ).json()) as {
    series: { id: string }[]
  }
  const ids = series.map(({ id }) => encodeURIComponent(id)).join(',')
  const all = await (await from.get(`/api/datasets/${dataset}.csv`)).text()
  return { all, chart: await (await from.get(`/api/data.csv?series=${ids}`)).text() }
}

const text = fc.constantFrom(
  'plain',
  '=SUM(A1:A9)',
  '+1 and more',
  '-the rest',
  '@office',
  'a "quoted" word',
  'a, comma; and more',
  'two\nlines',
  "it's",
  "'apostrophe",
  "'=guarded",
  '\ttab',
  '0101',
  '1,234',
  '2023-01',
  'n/a',
  'Россия, 中国',
  ' blanks ',
  '|',
  '#5',
)
const period = fc.constantFrom(
  ...'2023 2023-S1 2023-Q4 2023-11 2023-W50 2023-12-17 2023-01/2023-02 2022-03/2023-09'.split(' '),
  ...'2022-02-24/2022-12-31 2023-01/2023-12 2024-01 2024-02 2024-03 1999 1000-12'.split(' '),
)
const value = fc.oneof(
  fc.record({
    value: fc.oneof(
      fc.constantFrom(
        '0',
        '0.00',
        '-0.5',
        '1.234',
        '1e+25',
        '5e-324',
        '100',
        '9007199254740993',
        '0.30000000000000004',
      ),
      fc
        .tuple(fc.double({ min: -1e12, max: 1e12, noNaN: true }), fc.nat(8))
        .map(([n, d]) => n.toFixed(d)),
    ),
    status: fc.constantFrom('A', '', 'P', 'E', 'bu', 'p', 'er'),
    bound: fc.constantFrom('', '', '', '>', '<', '>=', '<=', '~'),
  }),
  fc.record({
    value: fc.constantFrom('', '..', ':', 'c', 'x', '(x)', 'n/a'),
    status: fc.constantFrom('', 'O', 'Q', 'M', 'c', 'z'),
    bound: fc.constant(''),
  }),
)
const row = fc.record({
  partner: fc.constantFrom('CHN', 'RUS', 'a "b"', '=cmd', '-x', '@y', 'z, w', 'п\nр'),
  period,
  value,
  source: text,
  url: fc.constantFrom('', 'https://example.org/a?b=1,2&c="x"'),
  published: fc.constantFrom('', '2024-02-01', '2023-12-31'),
  note: text,
})

it('a download, uploaded into an empty store, gives the same download byte for byte, whatever stands in its cells', async () => {
  let count = 0
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 25 }), text, async (rows, unit) => {
      const dataset = `round-${count++}`
      const csv = Papa.unparse([
        'partner,period,value,status,bound,unit,source,source_url,published,note'.split(','),
        ['FRA', '2020', '1.5', '', '', unit, '', '', '', ''],
        ['FRA', '2021', '2.5', '', '', unit, '', '', '', ''],
        ...rows.map((one) => [
          one.partner,
          one.period,
          one.value.value,
          one.value.status,
          one.value.bound,
          unit,
          one.source,
          one.url,
          one.published,
          one.note,
        ]),
      ])
      const options = { answers: { 'decimal-mark': '.' } }
      const told = await upload(first, csv, { dataset, mapping: JSON.stringify(options) })
      expect(told, JSON.stringify([told.questions, told.issues])).toMatchObject({
        status: 'committed',
      })
      const before = await download(first, dataset)
      expect(before.all.split('\n').length).toBeGreaterThan(1)
      const again = await upload(second, before.all)
      expect(again, JSON.stringify([again.questions, again.issues])).toMatchObject({
        status: 'committed',
        dataset,
      })
      expect(await download(second, dataset)).toEqual(before)
      expect(await upload(first, before.all)).toMatchObject({ added: 0, revised: 0, rejected: 0 })
    }),
    { numRuns: Number(process.env.RUNS ?? 40) },
  )
}, 400_000)
