import { describe, expect, it } from 'vitest'
import { DATASETS, type Row, readRows, rowsOf } from './shipped.ts'

const fold = (text: string): string =>
  text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim()

const number = (text = ''): string => text.replace(/^0+(?=\d)/, '')

function spellings(row: Row): string[] {
  const words = [row.code, row.alpha2, row.en, row.ru, row.zh, ...(row.aliases ?? '').split('|')]
  const all = [...words.map((word) => fold(word ?? '')), number(row.m49), number(row.un)]
  return [...new Set(all.filter((word) => word !== ''))]
}

const meanings = (rows: Row[]): Map<string, string[]> => {
  const found = new Map<string, string[]>()
  for (const row of rows) {
    for (const word of spellings(row)) {
      found.set(word, [...(found.get(word) ?? []), row.code ?? ''])
    }
  }
  return found
}

const countries = readRows('codelists/countries.csv')
const flows = readRows('codelists/flows.csv')
const units = readRows('codelists/units.csv')

describe('the code lists', () => {
  it.each([
    ['countries', countries],
    ['flows', flows],
    ['units', units],
  ])('%s give no spelling two meanings', (_, rows) => {
    const twice = [...meanings(rows)].filter(([, codes]) => codes.length > 1)
    expect(twice).toEqual([])
  })

  it('know every code of the shipped series', () => {
    const rows = DATASETS.flatMap(rowsOf)
    const unknown = (column: string, list: Row[]) => {
      const known = meanings(list)
      const texts = new Set(rows.map((row) => row[column] ?? ''))
      return [...texts].filter((text) => text !== '' && !known.has(fold(text)))
    }
    expect(unknown('reporter', countries)).toEqual([])
    expect(unknown('partner', countries)).toEqual([])
    expect(unknown('flow', flows)).toEqual([])
    expect(unknown('unit', units)).toEqual([])
  })

  it('know a country by its names in three languages and by the numbers in use', () => {
    const known = meanings(countries)
    const codes = (...texts: string[]) => texts.map((text) => known.get(fold(text))?.[0])
    expect(codes('Turkey', 'Türkiye', 'TURKIYE', 'Турция', '土耳其', '792')).toEqual(
      Array(6).fill('TUR'),
    )
    expect(codes('840', '842', 'USA', 'United States of America')).toEqual(Array(4).fill('USA'))
    expect(codes('251', '757', '579', '699', '490')).toEqual(['FRA', 'CHE', 'NOR', 'IND', 'TWN'])
    expect(codes('China, Hong Kong SAR', 'Hong Kong, China', '344')).toEqual(Array(3).fill('HKG'))
    expect(codes('World', '0', 'Areas, nes', '_X')).toEqual(['W00', 'W00', '_X', '_X'])
    expect(codes('Congo', 'Dem. Rep. of the Congo')).toEqual(['COG', 'COD'])
  })

  it('know a flow as statistics offices write it', () => {
    const known = meanings(flows)
    const codes = (...texts: string[]) => texts.map((text) => known.get(fold(text))?.[0])
    expect(codes('Export', 'экспорт', '出口', 'Ausfuhr', 'exportations', '2')).toEqual(
      Array(6).fill('X'),
    )
    expect(codes('imports', 'импорт', '进口', 'Einfuhr', 'importaciones', '1')).toEqual(
      Array(6).fill('M'),
    )
    expect(codes('Re-Export', 'turnover', 'сальдо')).toEqual(['RX', 'T', 'B'])
  })

  it('name the members of groups by codes of their own', () => {
    const codes = new Set(countries.map((row) => row.code))
    const members = countries.flatMap((row) => (row.members || '').split('|')).filter(Boolean)
    expect(members.filter((member) => !codes.has(member))).toEqual([])
    expect(countries.find((row) => row.code === 'EU')?.members?.split('|')).toHaveLength(27)
    expect(countries.find((row) => row.code === 'CHN+HKG')?.members).toBe('CHN|HKG')
  })
})
