import { describe, expect, it } from 'vitest'
import type { Columns, SeriesColumns } from '../../../data/model/columns.ts'
import type { Panel } from '../../../data/model/dashboard.ts'
import { fingerprint, headline, sourceWords, subtitle } from '../../../data/model/panel-words.ts'
import { parsePeriod } from '../../../data/model/period.ts'

const series: SeriesColumns = {
  id: 'trade/total',
  title: 'Total',
  unit: 'USD bn',
  frequency: 'M',
  additive: 'sum',
  cumulative: false,
  dimensions: {},
  updated: null,
  periods: ['2025-12', '2026-01/2026-02'],
  values: [24.4, 39.044],
  decimals: [1, 3],
  status: ['A', 'A'],
  sources: [],
  sourceOf: [-1, -1],
  straddling: 0,
}
const columnsOf = (more: Partial<SeriesColumns> = {}): Columns => ({
  query: { series: [], start: null, end: null, span: [], transform: [], asOf: null },
  series: [{ ...series, ...more }],
})

const panel: Panel = {
  id: 'monthly',
  claim: 'Trade rose',
  checked: fingerprint(columnsOf()),
  name: 'Trade by month',
  subtitle: 'Billion US dollars a month, {range}. Bars are wide.',
  form: 'bars',
  query: '',
  lines: {},
  source: 'Source: customs.',
  width: 12,
  unit: 'bn',
}

describe('what stands over a chart', () => {
  it('is its claim while the figures are those it was checked against', () => {
    expect(headline(panel, columnsOf(), false)).toBe('Trade rose')
  })

  it('is its name once a month is added, a value revised, a status or a bound told otherwise', () => {
    const others = [
      {
        periods: [...series.periods, '2026-03'],
        values: [24.4, 39.044, 20],
        status: ['A', 'A', 'A'],
      },
      { values: [24.4, 39.1] },
      { values: [24.4, null] },
      { status: ['A', 'P'] },
      { bounds: [null, '>' as const] },
    ]
    for (const more of others) {
      expect(headline(panel, columnsOf(more), false)).toBe('Trade by month')
    }
  })

  it('stays when only words beside the figures are told otherwise', () => {
    expect(headline(panel, columnsOf({ title: 'All goods', updated: '2026-05-01' }), false)).toBe(
      'Trade rose',
    )
  })

  it('is its name where the reader changed the chart', () => {
    expect(headline(panel, columnsOf(), true)).toBe('Trade by month')
  })

  it('is the word of its author where it names no figures', () => {
    expect(headline({ ...panel, checked: undefined }, columnsOf({ values: [1, 2] }), false)).toBe(
      'Trade rose',
    )
  })
})

describe('a remark on what is missing', () => {
  const remarked = { ...panel, remark: 'No figure is held for March 2026.' }

  it('stands after the source, and is silent once the figures are others', () => {
    expect(sourceWords(remarked, columnsOf())).toBe(
      'Source: customs. No figure is held for March 2026.',
    )
    expect(sourceWords(remarked, columnsOf({ values: [24.4, 39.1] }))).toBe('Source: customs.')
    expect(sourceWords(remarked, null)).toBe('Source: customs.')
  })
})

describe('what stands under it', () => {
  it('says the time of the figures, and follows when they go on', () => {
    expect(subtitle(panel, columnsOf(), null)).toBe(
      'Billion US dollars a month, December 2025 to February 2026. Bars are wide.',
    )
    const more = columnsOf({
      periods: ['2025-12', '2026-01/2026-02', '2026-03'],
      values: [1, 2, 3],
    })
    expect(subtitle(panel, more, null)).toContain('December 2025 to March 2026')
  })

  it('leaves out a missing figure at the end', () => {
    expect(subtitle(panel, columnsOf({ values: [24.4, null] }), null)).toContain(', December 2025.')
  })

  it('says the zoom where there is one', () => {
    expect(subtitle(panel, columnsOf(), parsePeriod('2022/2023')!)).toContain(', 2022 to 2023.')
    expect(subtitle(panel, columnsOf(), parsePeriod('2022-02-24/2022-12-31')!)).toContain(
      ', 24 February 2022 to 31 December 2022.',
    )
  })

  it('says no time before the figures are there', () => {
    expect(subtitle(panel, null, null)).toBe('Billion US dollars a month. Bars are wide.')
  })
})
