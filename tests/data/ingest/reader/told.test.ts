import { describe, expect, it } from 'vitest'
import { linesTold, toldBy } from '../../../../data/ingest/reader/told.ts'

describe('a line above a table', () => {
  it('is a key and its value in one cell or in two', () => {
    const pairs = {
      'Reporter: China': 'Reporter',
      'Flow;Exports': 'Flow',
      'Unit = USD million': 'Unit',
    }
    for (const [line, key] of Object.entries(pairs)) expect(toldBy([line])?.key, line).toBe(key)
    expect(toldBy(['Reporter', 'China'])).toEqual({
      key: 'Reporter',
      value: 'China',
      isSure: false,
    })
    expect(toldBy(['Unit', 'USD million', '', ''])?.value).toBe('USD million')
    expect(toldBy(['Anything:', 'at all'])?.isSure).toBe(true)
  })

  it('is none where its words may name columns, or are figures', () => {
    for (const cells of [
      ['Country', 'Value'],
      ['Period', 'Value'],
      ['China', '67.5'],
      ['Country', 'Imports in 2023'],
      ['Exports'],
      ['', 'China'],
    ])
      expect(toldBy(cells), cells.join()).toBeUndefined()
  })
})

describe('lines above a table', () => {
  const rows = (...lines: string[]) => lines.map((line) => ({ cells: line.split(',') }))

  it('are counted up to its names', () => {
    expect(linesTold(rows('Reporter,China', 'Unit,USD', ',', 'Period,Value', '2023,5'))).toBe(2)
    expect(linesTold(rows('Statistics', 'Reporter,China', 'Period,Value', '2023,5'))).toBe(2)
  })

  it('are none where the last of them names a column of figures', () => {
    expect(linesTold(rows('Country,China', '2021,5', '2022,6'))).toBe(0)
    expect(linesTold(rows('Reporter: China', '', 'Period,Value', '2023,5'))).toBe(0)
  })
})
