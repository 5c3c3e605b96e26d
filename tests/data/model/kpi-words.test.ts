import { describe, expect, it } from 'vitest'
import type { Columns, SeriesColumns } from '../../../data/model/columns.ts'
import type { Kpi } from '../../../data/model/dashboard.ts'
import { kpiWords } from '../../../data/model/kpi-words.ts'

const answer = (figures: Record<string, number | null>, more: Partial<SeriesColumns> = {}) => {
  const periods = Object.keys(figures)
  const series: SeriesColumns = {
    id: 'trade/total',
    title: 'Total',
    unit: 'USD bn',
    frequency: 'M',
    additive: 'sum',
    cumulative: true,
    dimensions: {},
    updated: null,
    periods,
    values: Object.values(figures),
    decimals: periods.map(() => 3),
    status: periods.map(() => 'A'),
    sources: [],
    sourceOf: periods.map(() => -1),
    straddling: 0,
    ...more,
  }
  const query = { series: [], start: null, end: null, span: [], transform: [], asOf: null }
  return { query, series: [series] } satisfies Columns
}
const growth = { unit: 'percent', decimals: [1, 1] }

const kpi: Kpi = {
  label: 'Trade, {period}',
  query: '',
  unit: 'bn dollars',
  changeQuery: 'series=trade/growth',
  change: '{} on {base}, as stated',
}

describe('a headline figure without a period of its own', () => {
  const before = { '2025-01/2025-12': 228.1, '2026-01/2026-02': 39.044 }

  it('speaks of the last one, its change and its base too', () => {
    const second = answer({ '2025-01/2025-12': -6.9, '2026-01/2026-02': 12.6 }, growth)
    expect(kpiWords(kpi, answer(before), second)).toEqual({
      label: 'Trade, Jan–Feb 2026',
      value: '39.0',
      doubt: '',
      change: ['', '+12.6\u202f%', ' on Jan–Feb 2025, as stated'],
    })
  })

  it('follows when a month is taken in; the change is silent until it is told of that month', () => {
    const second = answer({ '2026-01/2026-02': 12.6, '2026-01/2026-03': null }, growth)
    const words = kpiWords(kpi, answer({ ...before, '2026-01/2026-03': 60.2 }), second)
    expect(words).toMatchObject({ label: 'Trade, Jan–Mar 2026', value: '60.2', change: null })
  })

  it('compares a level with that of a year before', () => {
    const shares = answer({ '2024': 58.5, '2025': 51.7 }, { ...growth, cumulative: false })
    const level: Kpi = { ...kpi, changeAs: 'level', change: '{} in {base}; Autostat' }
    expect(kpiWords(level, shares, shares).change?.join('')).toBe('58.5\u202f% in 2024; Autostat')
  })
})

describe('a headline figure', () => {
  const fixed: Kpi = { ...kpi, label: 'Trade, 2025', period: '2025' }

  it('with a period keeps it, however it is spelled', () => {
    const words = kpiWords(fixed, answer({ '2025-01/2025-12': 228.1, '2026-01/2026-02': 39 }), null)
    expect(words).toMatchObject({ label: 'Trade, 2025', value: '228.1' })
  })

  it('says that it is provisional as long as it is, and how it is bound', () => {
    const main = answer({ '2025': 90 }, { cumulative: false, status: ['P'], bounds: ['>'] })
    expect(kpiWords(fixed, main, null)).toMatchObject({
      value: '>\u202f90.0',
      doubt: 'provisional',
    })
  })

  it('has no period in its name before its figures are there', () => {
    expect(kpiWords(kpi, null, null)).toMatchObject({ label: 'Trade', value: null, change: null })
  })
})
