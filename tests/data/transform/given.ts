import { readFileSync } from 'node:fs'
import Papa from 'papaparse'
import type { SeriesColumns } from '../../../data/model/columns.ts'
import { parseDay } from '../../../data/model/day.ts'
import { parseStep } from '../../../data/model/expression.ts'
import { frequencyOf, isCumulative } from '../../../data/model/frequency.ts'
import type { Bound } from '../../../data/model/observation.ts'
import { byPeriod, parsePeriod, periodText } from '../../../data/model/period.ts'
import { selectRelease } from '../../../data/model/select.ts'
import { applyTransforms } from '../../../data/transform/apply.ts'

/** `'30'`, `'30 E'`, `'> 90'`, or null for missing. */
type Told = string | null

/** A series from its figures by period: `given({ '2023-01/2023-02': '33.69', '2023-03': null })`. */
export function given(
  figures: Record<string, Told>,
  words: Partial<SeriesColumns> = {},
): SeriesColumns {
  const observations = Object.entries(figures)
    .map(([text, told]) => ({ period: parsePeriod(text)!, told }))
    .sort((a, b) => byPeriod(a.period, b.period))
  const periods = observations.map(({ period }) => period)
  const cumulative = words.cumulative ?? isCumulative(periods)
  const parts = observations.map(({ told }) =>
    /^(>=|<=|>|<|~)? ?(-?[\d.]+)(?: (\w+))?$/.exec(told ?? ''),
  )
  return {
    id: 'd/a',
    title: 'Trade',
    unit: 'USD bn',
    frequency: frequencyOf(periods),
    additive: 'sum',
    cumulative,
    dimensions: {},
    updated: null,
    periods: periods.map((period) => periodText(period, cumulative)),
    values: parts.map((part) => (part ? Number(part[2]) : null)),
    decimals: parts.map((part) => part?.[2]?.split('.')[1]?.length ?? 0),
    status: parts.map((part) => part?.[3] ?? 'A'),
    bounds: parts.map((part) => (part?.[1] as Bound | undefined) ?? null),
    sources: [{ source: 'Customs', url: null, published: null }],
    sourceOf: periods.map(() => 0),
    straddling: 0,
    ...words,
  }
}

/** The series after `transform=` as the address bar spells it. */
export const transformed = (
  series: SeriesColumns[] | SeriesColumns,
  steps: string,
): SeriesColumns[] => applyTransforms([series].flat(), steps.split(',').map(parseStep))

/** Figures by period, to a tenth of a per mille: enough to compare, little enough to read. */
export const figures = (series: SeriesColumns | undefined): Record<string, number | null> =>
  Object.fromEntries(
    series!.periods.map((period, i) => {
      const value = series!.values[i]
      return [period, typeof value === 'number' ? Number(value.toFixed(4)) : null]
    }),
  )

export const noteAt = (series: SeriesColumns | undefined, period: string): string | null =>
  series!.notes?.[series!.periods.indexOf(period)] ?? null

interface Row {
  series_id: string
  series_name: string
  unit: string
  period_start: string
  period_end: string
  value: string
  status: string
  published: string
}

const file = new URL('../../../data/series/bilateral-trade/bilateral-trade.csv', import.meta.url)
const rows = Papa.parse<Row>(readFileSync(file, 'utf8'), {
  header: true,
  skipEmptyLines: true,
}).data

/** A shipped series of China's trade with Russia, its selected values chosen by the rule. */
export function shipped(key: string): SeriesColumns {
  const releases = rows.flatMap((row, i) => {
    if (row.series_id !== key) return []
    const published = parseDay(row.published) ?? null
    return {
      period: { first: parseDay(row.period_start)!, last: parseDay(row.period_end)! },
      value: Number(row.value),
      decimals: row.value.split('.')[1]?.length ?? 0,
      status: row.status,
      bound: null,
      published,
      known: published ?? 0,
      import: 1,
      line: i + 2,
    }
  })
  const told = Map.groupBy(releases, ({ period }) => periodText(period))
  const selected = [...told.values()].map((same) => selectRelease(same, 'earliest')!)
  const isRate = key.endsWith('pct')
  return given(
    Object.fromEntries(
      selected.map(({ period, value, decimals, status }) => [
        periodText(period),
        `${value.toFixed(decimals)} ${status === 'C' ? 'A' : status}`,
      ]),
    ),
    {
      id: `bilateral-trade/${key}`,
      title: rows.find((row) => row.series_id === key)!.series_name,
      ...(isRate && { unit: 'percent', additive: 'none' }),
    },
  )
}
