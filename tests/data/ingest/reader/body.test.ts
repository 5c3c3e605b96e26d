import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createBody } from '../../../../data/ingest/reader/body.ts'
import { beginningOf, findForm } from '../../../../data/ingest/reader/form.ts'
import { lineEnds } from '../../../../data/ingest/reader/lines.ts'

/** Reads a text given in pieces of `size` characters: header, rows, and what was odd. */
function readText(text: string, size = text.length || 1) {
  const form = findForm(beginningOf(lineEnds()(text, true), true))
  if (!form) return null
  const read = createBody(form, 'one').reader(1)
  const ends = lineEnds()
  const batches = Array.from({ length: Math.ceil(text.length / size) }, (_, i) => {
    const last = (i + 1) * size >= text.length
    return read(ends(text.slice(i * size, (i + 1) * size), last), last)
  })
  const notes = batches.flatMap((batch) => batch.notes)
  return {
    dialect: form.dialect,
    header: form.table.header,
    rows: batches.flatMap((batch) => batch.rows),
    lines: batches.flatMap((batch) => batch.lines),
    odd: notes.filter((note) => note.severity === 'warning').map((n) => `${n.line} ${n.code}`),
    asides: notes.filter((note) => note.code === 'note-line').map((note) => note.value),
    nextTable: batches.find((batch) => batch.next)?.next?.line ?? null,
  }
}

const table = (rows: string[]) => rows.join('\n')

describe('a table is found as its office wrote it', () => {
  it('takes a semicolon for the delimiter where commas are decimal marks', () => {
    const read = readText('Land;Monat;Wert\nChina;2023-01;1,5\nRussland;2023-01;22,75\n')
    expect(read).toMatchObject({
      header: ['Land', 'Monat', 'Wert'],
      rows: [
        ['China', '2023-01', '1,5'],
        ['Russland', '2023-01', '22,75'],
      ],
    })
  })

  it('skips a title and blank lines above the header, and counts lines as an editor does', () => {
    const read = readText('Exports by month\n\nperiod,value\n2023-01,5\n2023-02,6\n')
    expect(read).toMatchObject({ header: ['period', 'value'], lines: [4, 5] })
  })

  it('joins a header over two rows, the upper one naming groups', () => {
    const read = readText(
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

  it('knows that a file without a header has none', () => {
    const read = readText('2023-01,CHN,5.1\n2023-02,CHN,6.2\n2023-03,CHN,7.3\n')
    expect(read).toMatchObject({ header: [], rows: [{ 0: '2023-01' }, {}, {}] })
  })

  it('stops where a second table begins and says where', () => {
    const read = readText('period,value\n2023-01,5\n2023-02,6\n\nperiod,value\n2022-01,1\n')
    expect(read).toMatchObject({ rows: [{ 1: '5' }, { 1: '6' }], nextTable: 5 })
  })

  it('keeps notes under the table out of its rows', () => {
    const read = readText(
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

  it('leaves out an empty cell that is one too many', () => {
    const read = readText(table([...good, '2023-01-05,,A-5,5.5,Tea,']))
    expect(read?.rows.at(-1)).toEqual(['2023-01-05', 'A-5', '5.5', 'Tea', ''])
    expect(read?.odd).toEqual(['6 extra-cell'])
  })

  it('splits a row that uses another delimiter than its file', () => {
    const read = readText(table([...good, '2023-01-05;A-5;5.5;Tea;']))
    expect(read?.rows.at(-1)).toEqual(['2023-01-05', 'A-5', '5.5', 'Tea', ''])
  })

  it('takes a quote that never closes for a letter, and loses no row behind it', () => {
    const read = readText(
      table([...good.slice(0, 3), '2023-01-09,"A-9,9.5,"Tea, black",', ...good.slice(3)]),
    )
    expect(read?.rows).toHaveLength(5)
    expect(read?.rows[2]).toEqual(['2023-01-09', '"A-9', '9.5', 'Tea, black', ''])
  })

  it('reads a quoted cell over several lines and keeps the line numbers right after it', () => {
    const read = readText('id,name,value\n1,"two\nlines",5\n2,x,6\n')
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

  it('in every delimiter and line end, in pieces of any size', () => {
    fc.assert(
      fc.property(
        rowsOf,
        fc.constantFrom(',', ';', '\t', '|'),
        fc.constantFrom('\n', '\r\n', '\r'),
        fc.integer({ min: 7, max: 400 }),
        (rows, delimiter, end, size) => {
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
          const read = readText(`${text}${end}`, size)
          expect(read?.header).toEqual(['day', 'amount', 'first name', 'second name'])
          expect(read?.rows).toEqual(body)
        },
      ),
      { numRuns: 150 },
    )
  })
})
