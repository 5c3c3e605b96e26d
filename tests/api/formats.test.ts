import { inflateRawSync } from 'node:zlib'
import Papa from 'papaparse'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { csv, guarded } from '../../api/formats/csv.ts'
import { fileName } from '../../api/formats/name.ts'
import { rowCount } from '../../api/formats/rows.ts'
import type { Columns, SeriesColumns } from '../../data/model/columns.ts'
import { parseQuery } from '../../data/model/query.ts'
import { openServer, type TestServer } from './server.ts'

const TOTAL = 'bilateral-trade/cn-ru-trade.total.ytd.usd-bn'

const series: SeriesColumns = {
  id: 'trade/a',
  title: 'A',
  unit: '=SUM(A1)',
  frequency: 'M',
  additive: 'sum',
  cumulative: false,
  dimensions: { flow: 'X', 'place of assembly': '@here' },
  updated: null,
  periods: ['2023-01/2023-02', '2023-03', '2023-04'],
  values: [-3.1, null, 5],
  decimals: [1, 1, 2],
  status: ['A', 'M', 'bu'],
  bounds: ['>=', null, null],
  sources: [{ source: 'Office, "yearbook"', url: 'https://example.org', published: '2023-12-07' }],
  sourceOf: [0, 0, 0],
  straddling: 0,
}
const columns: Columns = { query: parseQuery('series=trade/a'), series: [series] }
const rowsOf = async (text: string | Uint8Array | Promise<string | Uint8Array>) =>
  Papa.parse<string[]>(String(await text), { skipEmptyLines: true }).data

describe('downloads', () => {
  it('are long CSV: a row for each period, dimensions in capitals', async () => {
    expect(await rowsOf(csv.write(columns, ''))).toEqual([
      'DATASET SERIES FLOW PLACE_OF_ASSEMBLY TIME_PERIOD OBS_VALUE OBS_STATUS BOUND UNIT_MEASURE SOURCE SOURCE_URL PUBLISHED'.split(
        ' ',
      ),
      ...[
        ['2023-01/2023-02', '-3.1', 'A', '>='],
        ['2023-03', '', 'M', ''],
        ['2023-04', '5.00', 'bu', ''],
      ].map((cells) => [
        ...['trade', 'a', 'X', "'@here"],
        ...cells,
        ...["'=SUM(A1)", 'Office, "yearbook"', 'https://example.org', '2023-12-07'],
      ]),
    ])
  })

  it('guard texts that a spreadsheet would run, and never a number', () => {
    expect(['=1+1', '+A1', '-A1', '@x', '\tx'].map(guarded)).toEqual(
      ['=1+1', '+A1', '-A1', '@x', '\tx'].map((text) => `'${text}`),
    )
    expect(['-3.1', '+5', '0101', 'a=b', ''].map(guarded)).toEqual([
      '-3.1',
      '+5',
      '0101',
      'a=b',
      '',
    ])
  })

  it('name the datasets of a computed series, and the one source that all of it has', async () => {
    const growth = { ...series, id: 'yoy(trade/a)', decimals: [-1, -1, -1], sourceOf: [-1, -1, -1] }
    const [, row] = await rowsOf(csv.write({ ...columns, series: [growth] }, ''))
    expect(row?.slice(0, 2)).toEqual(['trade', 'yoy(trade/a)'])
    expect(row?.at(-1)).toBe('2023-12-07')
  })

  it('have names that say what is in them', () => {
    const name = (query: string) => fileName(parseQuery(query), 'csv')
    expect(name('series=trade/a.b')).toBe('trade_a.b.csv')
    expect(name('series=trade/a,trade/b,cars/c&start=2021&end=2023-11')).toBe(
      'trade_cars_3-series_from-2021_to-2023-11.csv',
    )
    expect(name('series=yoy(trade/a)&asOf=2023-12-31')).toBe('yoy-trade_a_as-of-2023-12-31.csv')
    expect(name('series=trade/a&transform=sum12,index:2021-12')).toBe(
      'trade_a_sum12_index-2021-12.csv',
    )
    expect(name(`series=trade/${'я'.repeat(300)}"`)).toMatch(/^[\w.-]{1,124}$/)
  })
})

describe('downloads over HTTP', () => {
  let server: TestServer
  beforeAll(async () => {
    server = await openServer({ shipped: true })
  })
  afterAll(() => server.close())
  const query = `series=${TOTAL},yoy(${TOTAL})&start=2022-01&end=2023-12`

  it('hold the same figures in every format, and say how many rows', async () => {
    const answer = (await (await server.get(`/api/data?${query}`)).json()) as Columns
    const rows = rowCount(answer.series)
    const json = await server.get(`/api/data.json?${query}`)
    expect(await json.json()).toEqual(answer)
    const text = await server.get(`/api/data.csv?${query}`)
    const [, ...records] = await rowsOf(text.text())
    const values = records.map((record) => (record[6] === '' ? null : Number(record[6])))
    expect(values).toEqual(answer.series.flatMap((one) => one.values))
    const xlsx = await server.get(`/api/data.xlsx?${query}`)
    for (const file of [json, text, xlsx]) {
      expect(file.headers.get('X-Total-Rows')).toBe(String(rows))
      expect(file.headers.get('Content-Disposition')).toMatch(/^attachment; filename="bilateral/)
    }
    const sheets = unzip(Buffer.from(await xlsx.arrayBuffer()))
    expect(sheets['xl/worksheets/sheet1.xml']?.match(/<row /g)).toHaveLength(rows + 1)
    expect(Object.keys(sheets)).toContain('xl/worksheets/sheet2.xml')
    expect(sheets['xl/worksheets/sheet1.xml']).toContain('<v>218.176</v>')
    expect(JSON.stringify(sheets)).toContain('/api/data.xlsx?')
    expect(JSON.stringify(sheets)).not.toContain('localhost/api')
  })

  it('give a whole dataset, as many rows as it has observations', async () => {
    const { observations } = await (await server.get('/api/datasets/bilateral-trade')).json()
    const file = await server.get('/api/datasets/bilateral-trade.csv')
    const [header, ...records] = await rowsOf(file.text())
    expect(records).toHaveLength(observations)
    expect(file.headers.get('X-Total-Rows')).toBe(String(observations))
    const one = await rowsOf((await server.get(`/api/data.csv?series=${TOTAL}`)).text())
    expect(header).toEqual(one[0])
    expect(records.filter((record) => `${record[0]}/${record[1]}` === TOTAL)).toEqual(one.slice(1))
  })

  it('are 304 for whoever has them', async () => {
    for (const path of [`/api/data.xlsx?${query}`, '/api/datasets/bilateral-trade.csv']) {
      const first = await server.get(path)
      await first.arrayBuffer()
      const again = await server.get(path, { 'If-None-Match': first.headers.get('ETag') ?? '' })
      expect([path, again.status]).toEqual([path, 304])
    }
  })
})

/** The parts of a zip file by name, from its central directory. */
function unzip(zip: Buffer): Record<string, string> {
  const end = zip.lastIndexOf('PK\x05\x06', undefined, 'latin1')
  const parts: Record<string, string> = {}
  let at = zip.readUInt32LE(end + 16)
  for (let n = zip.readUInt16LE(end + 10); n > 0; n--) {
    const [size, nameLength] = [zip.readUInt32LE(at + 20), zip.readUInt16LE(at + 28)]
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength)
    const local = zip.readUInt32LE(at + 42)
    const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
    const data = zip.subarray(from, from + size)
    parts[name] = (zip.readUInt16LE(at + 10) === 0 ? data : inflateRawSync(data)).toString()
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  return parts
}
