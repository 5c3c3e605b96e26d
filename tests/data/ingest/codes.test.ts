import { describe, expect, it } from 'vitest'
import { codeOf, nameOf, namesOf } from '../../../data/ingest/codes/codes.ts'
import { additiveOf, unitNamed } from '../../../data/ingest/units/listed-units.ts'

describe('a code', () => {
  const country = (text: string) => codeOf('partner', text)

  it('is found by names in three languages, by letters and by numbers', () => {
    for (const text of ['RUS', 'ru', 'Russia', 'Russian Federation', 'Россия', '俄罗斯', '643']) {
      expect(country(text), text).toEqual({ code: 'RUS', known: true })
    }
    expect(country('842').code).toBe('USA')
    expect(country('4').code).toBe('AFG')
    expect(country("Cote d'Ivoire").code).toBe('CIV')
  })

  it('of a union stays a union', () => {
    expect(country('CHN+HKG').code).toBe('CHN+HKG')
    expect(country('Turkey+ARE')).toEqual({ code: 'TUR+ARE', known: true })
  })

  it('is no short name in another language, nor an office’s own number before a name', () => {
    expect(country('Nga').code).toBe('RUS')
    expect(country('NGA').code).toBe('NGA')
    expect(country('Usa').code).toBe('USA')
    expect(country('105_中華人民共和国').code).toBe('CHN')
    expect(country('_World').code).toBe('W00')
    expect(country('Ý').known).toBe(false)
  })

  it('is of a name told in two languages where both are of one country', () => {
    expect(country('Çin-China').code).toBe('CHN')
    expect(country('Chine / China').code).toBe('CHN')
    expect(country('Burma (Myanmar)').code).toBe('MMR')
    expect(country('China-Japan').known).toBe(false)
    expect(country('Guinea-Bissau').code).toBe('GNB')
  })

  it('that no list has stays as it is', () => {
    expect(country(' Atlantis ')).toEqual({ code: 'Atlantis', known: false })
    expect(codeOf('commodity', '0101')).toEqual({ code: '0101', known: true })
  })

  it('of a flow is one letter, whatever the file says', () => {
    expect(['export', 'Imports', 'total', '进口'].map((text) => codeOf('flow', text).code)).toEqual(
      ['X', 'M', 'T', 'M'],
    )
  })

  it('has names to be found by', () => {
    expect(namesOf('partner', 'CHN')).toEqual(['China', 'Китай', '中国'])
    expect(nameOf('partner', 'TUR+ARE')).toBe('Türkiye and United Arab Emirates')
  })
})

describe('a unit', () => {
  it('says what a sum of it means', () => {
    expect(['USD bn', 'percent', '%', 'million tonnes', 'parsecs'].map(additiveOf)).toEqual([
      'sum',
      'none',
      'none',
      'sum',
      undefined,
    ])
  })

  it('of millions of tonnes is Mt, and no other capitals', () => {
    const units = ['Mt', 'MT', 'mt', 'kt', 'KT'].map(unitNamed)
    expect(units).toEqual([
      'million tonnes',
      undefined,
      undefined,
      ...Array(2).fill('thousand tonnes'),
    ])
  })
})
