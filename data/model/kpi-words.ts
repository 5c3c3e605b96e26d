import type { Columns, SeriesColumns } from './columns.ts'
import type { Kpi } from './dashboard.ts'
import { type NumberForm, numberText, shownDecimals } from './numbers.ts'
import { parsePeriod, type TimePeriod } from './period.ts'
import { shiftPeriod } from './shift.ts'
import { isNormal, statusWords } from './status.ts'
import { periodWords } from './words.ts'

/** A headline figure in words; `value` and `change` are null where the store does not know them. */
export interface KpiWords {
  label: string
  /** Without its unit. */
  value: string | null
  /** "provisional", "estimated": what its status says; empty where it is a normal figure. */
  doubt: string
  /** Before, the change itself, and after. */
  change: [before: string, change: string, after: string] | null
}

interface Found {
  series: SeriesColumns
  at: number
  period: TimePeriod
}

/**
 * What a headline says of its figures. Where it names no period it speaks of the last one that has a value,
 * and its change is of that period too; `{period}` in the label and `{base}` in the change follow.
 */
export function kpiWords(kpi: Kpi, main: Columns | null, second: Columns | null): KpiWords {
  const found = findFigure(main, kpi.period ? parsePeriod(kpi.period) : null)
  const words = found && periodWords(found.period, { cumulative: found.series.cumulative })
  const label = kpi.label.replace(/,? ?\{period\}/, (gap) =>
    words ? gap.replace('{period}', words) : '',
  )
  if (!found) return { label, value: null, doubt: '', change: null }
  const status = found.series.status[found.at] ?? 'A'
  return {
    label,
    value: textOf(found, { unit: null }),
    doubt: isNormal(status) ? '' : statusWords(status),
    change: changeOf(kpi, found, second),
  }
}

function changeOf(kpi: Kpi, { period }: Found, second: Columns | null): KpiWords['change'] {
  if (kpi.change === undefined) return null
  const base = periodWords(shiftPeriod(period, -12))
  const [before = '', after = ''] = kpi.change.replace('{base}', base).split('{}')
  if (!kpi.changeQuery) return [before, '', '']
  const wanted = kpi.changePeriod
    ? parsePeriod(kpi.changePeriod)
    : kpi.changeAs === 'level'
      ? shiftPeriod(period, -12)
      : period
  const found = findFigure(second, wanted)
  return found && [before, textOf(found, { sign: kpi.changeAs !== 'level' }), after]
}

/** The figure of a period, however it is spelled; the last one with a value for null. */
function findFigure(columns: Columns | null, wanted: TimePeriod | null | undefined): Found | null {
  const series = columns?.series[0]
  if (!series || wanted === undefined) return null
  const at = wanted
    ? series.periods.findIndex((text) => {
        const own = parsePeriod(text)
        return own?.first === wanted.first && own.last === wanted.last
      })
    : series.values.findLastIndex((value) => value !== null)
  const period = parsePeriod(series.periods[at] ?? '')
  return period && series.values[at] != null ? { series, at, period } : null
}

const textOf = ({ series, at }: Found, form: Partial<NumberForm>): string =>
  numberText(series.values[at]!, {
    unit: series.unit,
    decimals: shownDecimals(series.decimals[at] ?? -1),
    bound: series.bounds?.[at] ?? null,
    ...form,
  })
