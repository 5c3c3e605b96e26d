import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { detectDialect } from '../../../data/ingest/detect.ts'
import { createParser, MAX_RECORD } from '../../../data/ingest/parse.ts'

const COMMA = { delimiter: ',', quote: '"' }

/** Reads pieces one after the other; the last one ends the text. */
function parse(pieces: string[], dialect = COMMA) {
  const read = createParser(dialect)
  const batches = pieces.map((piece, i) => read(piece, i === pieces.length - 1))
  return {
    rows: batches.flatMap(({ rows }) => rows),
    lines: batches.flatMap(({ lines }) => lines),
  }
}

const cell = fc.string({ unit: fc.constantFrom('a', 'é', ',', '"', '\n', ' ', '1'), maxLength: 6 })
const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`

describe('records', () => {
  it('come out as they went in, wherever the text is cut', () => {
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { maxLength: 6 })
    fc.assert(
      fc.property(table, fc.array(fc.nat(80), { maxLength: 5 }), (rows, cuts) => {
        const text = rows.map((row) => `${row.map(quote).join(',')}\n`).join('')
        const places = [0, ...cuts.map((cut) => Math.min(cut, text.length)), text.length]
        places.sort((a, b) => a - b)
        const pieces = places.slice(1).map((end, i) => text.slice(places[i], end))
        expect(parse(pieces).rows).toEqual(rows)
      }),
    )
  })

  it('begin on the line that an editor shows, whatever ends the lines', () => {
    const lines = ['a,b', '"two\nlines",1', '', '"three\n\nlines",2', 'last,3']
    for (const end of ['\n', '\r\n', '\r']) {
      const text = lines.join('\n').replaceAll('\n', end)
      expect(parse([text]).lines).toEqual([1, 2, 5, 8])
      expect(parse([...text]).lines).toEqual([1, 2, 5, 8])
    }
  })

  it('do not grow without end where a quote never closes', () => {
    const read = createParser(COMMA)
    read('a,b\n1,"', false)
    const flood = () => {
      for (let i = 0; i < 64; i++) read('x'.repeat(MAX_RECORD / 16), false)
    }
    expect(flood).toThrow('The record on line 2 is longer')
  })
})

describe('the dialect', () => {
  const detect = (text: string) => detectDialect(text, true, {})

  it('is that which cuts every record alike', () => {
    expect(detect('a;b;c\n1,5;2,5;3,5\n').delimiter).toBe(';')
    expect(detect('a\tb\n"x, y, z"\t1\n').delimiter).toBe('\t')
    expect(detect('a|b|c\n1|2|3\n').delimiter).toBe('|')
    expect(detect('name,value\n"a;b;c",1\n').delimiter).toBe(',')
  })

  it('has its header on the first record of the common width', () => {
    expect(detect('Trade of China\n\nperiod,value\n2023,1\n2024,2\n').headerLine).toBe(3)
  })

  it('is what a person says, where one does', () => {
    expect(detectDialect('a,b;c\n1,2;3\n', true, { delimiter: ';' }).delimiter).toBe(';')
  })
})
