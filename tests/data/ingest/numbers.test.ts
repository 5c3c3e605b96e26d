import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseDressed } from '../../../data/ingest/numbers/dressed.ts'
import { missingStatus } from '../../../data/ingest/numbers/missing.ts'
import { createNumberEvidence } from '../../../data/ingest/numbers/number-evidence.ts'
import { parseNumber } from '../../../data/ingest/numbers/numbers.ts'

const read = (text: string, mark: '.' | ',' = '.') => {
  const number = parseNumber(text, mark)
  return 'value' in number ? [number.value, number.decimals] : number.code
}

describe('a number', () => {
  it('keeps the decimals that its source wrote', () => {
    expect(read('5')).toEqual([5, 0])
    expect(read('5.0')).toEqual([5, 1])
    expect(read('-0.50')).toEqual([-0.5, 2])
    expect(read('2.50e3')).toEqual([2500, 0])
    expect(read('1.5E-3')).toEqual([0.0015, 4])
  })

  it('may have its thousands apart, in threes', () => {
    expect(read('1,234,567.8')).toEqual([1234567.8, 1])
    expect(read('1.234.567,8', ',')).toEqual([1234567.8, 1])
    expect(read('1\u00a0234\u00a0567,8', ',')).toEqual([1234567.8, 1])
    expect(read('1,23')).toBe('bad-number')
    expect(read('1,234 567')).toBe('bad-number')
  })

  it('is not what only looks like one', () => {
    for (const text of ['', '-', '.', '1.2.3', '0x10', '1e', '12%', '1 2', '--1', 'NaN']) {
      expect(read(text), text).toBe('bad-number')
    }
    expect(read('1e+999')).toBe('not-finite')
    expect(read('-Infinity')).toBe('not-finite')
  })

  it('is the same double that JavaScript writes', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(read(String(value))).toEqual([Number(String(value)), expect.any(Number)])
      }),
    )
  })
})

const dressed = (text: string, mark: '.' | ',' = '.') => {
  const { why: _, ...read } = { why: '', ...parseDressed(text, mark) }
  return read
}

describe('a figure and what stands at it', () => {
  it('may be written in other digits', () => {
    for (const text of ['１，２３４．５', '١٬٢٣٤٫٥', '۱٬۲۳۴٫۵'])
      expect(dressed(text), text).toMatchObject({ value: 1234.5, decimals: 1 })
    expect(dressed('（１２）')).toMatchObject({ value: -12, isBracketed: true })
  })

  it('keeps its currency as a unit, whichever side it stands on', () => {
    for (const text of ['€5.5', '5.5 €', 'EUR 5.5', '5.5 EUR'])
      expect(dressed(text), text).toMatchObject({ value: 5.5, currency: 'EUR' })
    for (const text of ['-$5', '$-5', '($5)', '$(5)'])
      expect(dressed(text), text).toMatchObject({ value: -5, currency: '$' })
    for (const text of ['5 ABC', 'ABC 5', '€5 USD', '5 €-', 'USD'])
      expect(dressed(text), text).toMatchObject({ code: 'bad-number' })
  })

  it('stays in the size that stands at it, which its column decides on', () => {
    expect(dressed('5k')).toMatchObject({ value: 5, size: 'thousand' })
    expect(dressed('5 m')).toMatchObject({ value: 5, size: 'million' })
    expect(dressed('$1.5bn')).toMatchObject({ value: 1.5, size: 'bn', currency: '$' })
    expect(dressed('-12.3亿美元')).toMatchObject({
      value: -12.3,
      size: '100 million',
      currency: 'USD',
    })
    expect(dressed('(8.1 billion USD)')).toMatchObject({ value: -8.1, size: 'bn', currency: 'USD' })
    for (const code of ['8541B', '0101M', '3T', '1.5 b.', '5 km'])
      expect(dressed(code), code).not.toHaveProperty('size', expect.stringMatching(/./))
  })

  it('is never negative twice', () => {
    for (const text of ['(-5)', '-5-', '--5', '5+', '5–10', 'ab 5'])
      expect(dressed(text), text).toMatchObject({ code: 'bad-number' })
  })

  it('says so where it has more digits than are kept', () => {
    expect(dressed('0.30000000000000004')).not.toHaveProperty('isRounded')
    expect(dressed('9007199254740992')).not.toHaveProperty('isRounded')
    expect(dressed('0.00000000000000000000')).toMatchObject({ value: 0, decimals: 20 })
    expect(dressed('0.10000000000000000000')).toEqual(
      expect.objectContaining({ value: 0.1, decimals: 20 }),
    )
    expect(dressed('4123456789012345.67')).toMatchObject({ isRounded: true, decimals: 1 })
    expect(dressed('12345678901234567891')).toMatchObject({ isRounded: true })
    expect(dressed(`0.${'1'.repeat(300)}`)).toMatchObject({ isRounded: true, decimals: 16 })
    expect(dressed('1.5e-200')).toMatchObject({ value: 1.5e-200, decimals: 100 })
  })
})

describe('the decimal mark of a column', () => {
  const evidence = (...cells: string[]) => {
    const seen = createNumberEvidence()
    for (const cell of cells) seen.see(cell)
    return [seen.mark(), seen.doubtful()]
  }

  it('is proved by any cell that has one reading only', () => {
    expect(evidence('1.234', '1.5')).toEqual(['.', undefined])
    expect(evidence('1.234', '1.234,5')).toEqual([',', undefined])
    expect(evidence('1,234', '0,123')).toEqual([',', undefined])
    expect(evidence('1.234', '1.234.567')).toEqual([',', undefined])
  })

  it('is open where every cell has two', () => {
    expect(evidence('1.234', '2.345', '17')).toEqual([undefined, '1.234'])
    expect(evidence('1', '2', '..')).toEqual([undefined, undefined])
  })
})

describe('a missing figure', () => {
  it('says whether it is not there or not told', () => {
    expect(['', '..', ':', ' n/a ', 'NaN'].map(missingStatus)).toEqual(['O', 'O', 'O', 'O', 'O'])
    expect(['c', 'x', '(D)'].map(missingStatus)).toEqual(['Q', 'Q', 'Q'])
    expect(['[c]', '[x]', '[z]', '\\N', '<NA>', 'б/д'].map(missingStatus)).toEqual([
      'Q',
      'O',
      'M',
      'O',
      'O',
      'O',
    ])
    expect(['0', '-1', 'nothing'].map(missingStatus)).toEqual([undefined, undefined, undefined])
  })
})
