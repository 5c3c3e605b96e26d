import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { missingStatus } from '../../../data/ingest/missing.ts'
import { createNumberEvidence } from '../../../data/ingest/number-evidence.ts'
import { parseNumber } from '../../../data/ingest/numbers.ts'

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
    for (const text of ['', '-', '.', '1.2.3', '0x10', '1e', '12%', '1 2', '--1', 'NaN', '１２']) {
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
    expect(['0', '-1', 'nothing'].map(missingStatus)).toEqual([undefined, undefined, undefined])
  })
})
