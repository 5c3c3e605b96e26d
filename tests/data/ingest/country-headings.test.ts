import { describe, expect, it } from 'vitest'
import {
  countryHeadings,
  flowsOfCountries,
  sayPartners,
} from '../../../data/ingest/headings/country-headings.ts'

const table = { roles: [], words: [], told: {} }

describe('headings that are countries', () => {
  it('are those that report, or partners where somebody else reports or a word says so', () => {
    const names = ['Germany', 'Poland', 'Total']
    const sides = (of: Partial<typeof table> & object) =>
      countryHeadings(names, { ...table, ...of })?.map(([one]) => one?.dimension)
    expect(sides({})).toEqual(['reporter', 'reporter', 'reporter'])
    expect(sides({ told: { reporter: 'China' } })?.[0]).toBe('partner')
    expect(sides({ told: { partner: 'China' } })?.[0]).toBe('reporter')
    expect(sides({ told: { partner: 'China', reporter: 'India' } })).toBeUndefined()
    expect(countryHeadings(names, table)?.map(([one]) => one?.code)).toEqual(['DEU', 'POL', 'W00'])
  })

  it('may share what is measured, and their units', () => {
    const codes = (...names: string[]) => countryHeadings(names, table)?.map(([one]) => one?.code)
    expect(codes('China Value (NZD)', 'Australia Value (NZD)')).toEqual(['CHN', 'AUS'])
    expect(codes('China, USD', 'India, USD')).toEqual(['CHN', 'IND'])
    expect(codes('US', 'CN', 'DE')).toEqual(['USA', 'CHN', 'DEU'])
  })

  it('may name a flow as well, as two rows of headings are joined', () => {
    const names = ['Exports China', 'Exports India', 'Imports China', 'Imports India']
    const codes = flowsOfCountries(names, table)?.map((pair) =>
      pair.map(({ code }) => code).join('.'),
    )
    expect(codes).toEqual(['CHN.X', 'IND.X', 'CHN.M', 'IND.M'])
    expect(flowsOfCountries(names.slice(0, 2), table)?.[1]?.map(({ code }) => code)).toEqual([
      'IND',
      'X',
    ])
    expect(
      flowsOfCountries(['Exports China', 'Exports China', 'Imports India'], table),
    ).toBeUndefined()
  })

  it('are none where one is no country, or where letters are those of metals and futures', () => {
    for (const names of [
      ['Turkey', 'Chicken'],
      ['CO', 'CL', 'NG'],
      ['China', 'China (2)'],
      ['Total', 'Other'],
      ['China'],
    ])
      expect(countryHeadings(names, table), names.join()).toBeUndefined()
  })
})

describe('words above a table', () => {
  it('say that countries are partners where goods go there or come from them', () => {
    for (const line of [
      'Exports by country of destination',
      'Imports by main supplier',
      'Экспорт Республики Казахстан по странам',
      'Exports of China by country',
      'Imports from (USD million)',
      'Trading partners',
    ])
      expect(sayPartners([line]), line).toBe(true)
  })

  it('say nothing of it where another country is the partner, or nothing is traded', () => {
    for (const line of [
      'Exports to Russia by country',
      'New cars by market',
      'Exports by country',
      'Imports from Russia',
    ])
      expect(sayPartners([line]), line).toBe(false)
  })
})
