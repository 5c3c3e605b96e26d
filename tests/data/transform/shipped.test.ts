import { describe, expect, it } from 'vitest'
import { figures, noteAt, shipped, transformed } from './given.ts'

const TOTAL = 'cn-ru-trade.total.ytd.usd-bn'

describe("China's trade with Russia, as shipped", () => {
  it('was 218.176 bn dollars in January to November 2023, though 218.17 and 218 were told too', () => {
    expect(figures(shipped(TOTAL))['2023-01/2023-11']).toBe(218.176)
    expect(figures(shipped(TOTAL))['2023-01/2023-03']).toBe(53.845)
  })

  it('grew by 26.7 % on a year earlier, as computed and as stated', () => {
    const [computed] = transformed(shipped(TOTAL), 'yoy')
    const stated = figures(shipped('cn-ru-trade.total.ytd.yoy-pct'))['2023-01/2023-11']!
    const growth = figures(computed)['2023-01/2023-11']!
    expect(stated).toBe(26.7)
    expect(Math.abs(growth - stated)).toBeLessThan(4.5)
    expect(noteAt(computed, '2023-01/2023-11')).toBe('Jan–Nov 2023 over Jan–Nov 2022')
  })

  it('had imports 37 % higher in January to March 2023 by the levels first published', () => {
    const [growth] = transformed(shipped('cn-ru-trade.imports.ytd.usd-bn'), 'yoy')
    expect(figures(growth)['2023-01/2023-03']).toBeCloseTo(37, 0)
  })

  it('in derived months adds up to each cumulative figure again', () => {
    const told = shipped(TOTAL)
    expect(figures(transformed(told, 'difference,ytd')[0])).toEqual(figures(told))
  })

  it('has a surplus or deficit for each month that both sides of it are told for', () => {
    const exports = shipped('cn-ru-trade.exports.m.usd-bn')
    const imports = shipped('cn-ru-trade.imports.m.usd-bn')
    const [balance] = transformed([exports, imports], 'balance')
    const april = figures(exports)['2023-04']! - figures(imports)['2023-04']!
    expect(figures(balance)['2023-04']).toBeCloseTo(april)
  })
})
