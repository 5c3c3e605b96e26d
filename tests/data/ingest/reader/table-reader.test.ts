import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findForm, lineEnds, readBody } from '../../../../data/ingest/reader/table-reader.ts'

/** Reads a text given in pieces of `size` characters: header, rows, and what was odd. */
async function readText(text: string, size = text.length || 1) {
  const normal = lineEnds()(text, true)
  const form = findForm(normal.slice(0, 65_536))
  if (!form) return null
  const pieces = Array.from({ length: Math.ceil(normal.length / size) }, (_, i) =>
    normal.slice(i * size, (i + 1) * size),
  )
  const rows: string[][] = []
  const lines: number[] = []
  const odd: string[] = []
  const asides: string[] = []
  let nextTable: number | null = null
  for await (const body of readBody(pieces, form)) {
    for (const record of body.records) {
      rows.push(record.cells)
      lines.push(record.line)
      if (record.oddity) odd.push(`${record.line} ${record.oddity}`)
    }
    asides.push(...body.asides.map(({ text }) => text))
    nextTable ??= body.nextTable
  }
  return { dialect: form.dialect, header: form.table.header, rows, lines, odd, asides, nextTable }
}

const table = (rows: string[]) => rows.join('\n')

describe('a table is found as its office wrote it', () => {
  it('takes a semicolon for the delimiter where commas are decimal marks', async () => {
    const read = await readText('Land;Monat;Wert\nChina;2023-01;1,5\nRussland;2023-01;22,75\n')
    expect(read).toMatchObject({
      header: ['Land', 'Monat', 'Wert'],
      rows: [
        ['China', '2023-01', '1,5'],
        ['Russland', '2023-01', '22,75'],
      ],
    })
  })

  it('skips a title and blank lines above the header, and counts lines as an editor does', async () => {
    const read = await readText('Exports by month\n\nperiod,value\n2023-01,5\n2023-02,6\n')
    expect(read).toMatchObject({ header: ['period', 'value'], lines: [4, 5] })
  })

  it('joins a header over two rows, the upper one naming groups', async () => {
    const read = await readText(
      'Partner,Exports,,Imports,\n,Value,Weight,Value,Weight\nChina,1.5,20,3,40\nJapan,2.5,21,4,41\n',
    )
    expect(read?.header).toEqual([
      'Partner',
      'Exports Value',
      'Exports Weight',
      'Imports Value',
      'Imports Weight',
    ])
  })

  it('knows that a file without a header has none', async () => {
    const read = await readText('2023-01,CHN,5.1\n2023-02,CHN,6.2\n2023-03,CHN,7.3\n')
    expect(read).toMatchObject({ header: [], rows: [{ 0: '2023-01' }, {}, {}] })
  })

  it('stops where a second table begins and says where', async () => {
    const read = await readText('period,value\n2023-01,5\n2023-02,6\n\nperiod,value\n2022-01,1\n')
    expect(read).toMatchObject({ rows: [{ 1: '5' }, { 1: '6' }], nextTable: 5 })
  })

  it('keeps notes under the table out of its rows', async () => {
    const read = await readText(
      'partner,period,value\nCHN,2023-01,5\nCHN,2023-02,6\n\nSource: customs office\n',
    )
    expect(read).toMatchObject({ rows: [{}, {}], asides: ['Source: customs office'] })
  })
})

describe('a broken row is mended where there is no doubt, and named', () => {
  const good = [
    'date,code,price,name,note',
    ...[1, 2, 3, 4].map((d) => `2023-01-0${d},A-${d},${d}.5,"Tea, green",`),
  ]

  it('leaves out an empty cell that is one too many', async () => {
    const read = await readText(table([...good, '2023-01-05,,A-5,5.5,Tea,']))
    expect(read?.rows.at(-1)).toEqual(['2023-01-05', 'A-5', '5.5', 'Tea', ''])
    expect(read?.odd).toEqual(['6 extra-cell'])
  })

  it('splits a row that uses another delimiter than its file', async () => {
    const read = await readText(table([...good, '2023-01-05;A-5;5.5;Tea;']))
    expect(read?.rows.at(-1)).toEqual(['2023-01-05', 'A-5', '5.5', 'Tea', ''])
  })

  it('takes a quote that never closes for a letter, and loses no row behind it', async () => {
    const read = await readText(
      table([...good.slice(0, 3), '2023-01-09,"A-9,9.5,"Tea, black",', ...good.slice(3)]),
    )
    expect(read?.rows).toHaveLength(5)
    expect(read?.rows[2]).toEqual(['2023-01-09', '"A-9', '9.5', 'Tea, black', ''])
  })

  it('reads a quoted cell over several lines and keeps the line numbers right after it', async () => {
    const read = await readText('id,name,value\n1,"two\nlines",5\n2,x,6\n')
    expect(read).toMatchObject({ rows: [['1', 'two\nlines', '5'], {}], lines: [2, 4] })
  })
})

describe('any table comes back the same', () => {
  const cell = fc.oneof(
    fc.stringMatching(/^[a-z]{1,8}( [a-z]{1,6})?$/),
    fc.constantFrom(
      '',
      'a "quoted" word',
      'semi;colon',
      'a, comma',
      'two\nlines',
      'naïve',
      'Россия',
    ),
  )
  const rowsOf = fc.array(fc.tuple(fc.integer({ min: 1, max: 9_999_999 }), cell, cell), {
    minLength: 4,
    maxLength: 30,
  })

  it('in every delimiter and line end, in pieces of any size', async () => {
    await fc.assert(
      fc.asyncProperty(
        rowsOf,
        fc.constantFrom(',', ';', '\t', '|'),
        fc.constantFrom('\n', '\r\n', '\r'),
        fc.integer({ min: 7, max: 400 }),
        async (rows, delimiter, end, size) => {
          const quoted = (text: string) =>
            /[",;\t|\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
          const body = rows.map(([n, a, b], i) => [
            `2023-01-${String((i % 28) + 1).padStart(2, '0')}`,
            String(n),
            a,
            b,
          ])
          const text = [['day', 'amount', 'first name', 'second name'], ...body]
            .map((cells) => cells.map(quoted).join(delimiter).replaceAll('\n', end))
            .join(end)
          const read = await readText(`${text}${end}`, size)
          expect(read?.header).toEqual(['day', 'amount', 'first name', 'second name'])
          expect(read?.rows).toEqual(body)
        },
      ),
      { numRuns: 150 },
    )
  })
})
