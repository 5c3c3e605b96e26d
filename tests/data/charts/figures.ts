import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Papa from 'papaparse'
import type { Columns, SeriesColumns } from '../../../data/model/columns.ts'
import type { TradeEvent } from '../../../data/model/dashboard.ts'
import { parseDay } from '../../../data/model/day.ts'
import { frequencyOf, isCumulative } from '../../../data/model/frequency.ts'
import type { Bound, Release } from '../../../data/model/observation.ts'
import { byPeriod, periodText, type TimePeriod, unitOf } from '../../../data/model/period.ts'
import { selectRelease } from '../../../data/model/select.ts'
import { shiftPeriod } from '../../../data/model/shift.ts'

const data = join(import.meta.dirname, '../../../data')
type Row = Record<string, string>

const read = (path: string): Row[] =>
  Papa.parse<Row>(readFileSync(join(data, path), 'utf8').trim(), { header: true }).data

const files = new Map<string, Row[]>()
function rowsOf(dataset: string): Row[] {
  const rows = files.get(dataset) ?? read(`series/${dataset}/${dataset}.csv`)
  files.set(dataset, rows)
  return rows
}

const decimalsOf = (text: string): number => (text.split('.')[1] ?? '').length

/** A shipped series as the store would answer: one selected value a period, the others beside it. */
function stored(id: string): SeriesColumns {
  const slash = id.indexOf('/')
  const [dataset, key] = [id.slice(0, slash), id.slice(slash + 1)]
  const rows = rowsOf(dataset)
  const groups = new Map<string, { period: TimePeriod; releases: Release[] }>()
  let head: Row | undefined
  rows.forEach((row, i) => {
    if (row.series_id !== key) return
    head ??= row
    const first = parseDay(row.period_start!)!
    const last = parseDay(row.period_end!)!
    const published = parseDay(row.published ?? '') ?? null
    const release: Release = {
      period: { first, last },
      value: Number(row.value),
      decimals: decimalsOf(row.value!),
      status: row.status === 'C' ? 'A' : row.status!,
      bound: (row.bound || null) as Bound | null,
      note: row.note || null,
      source: row.source_name || null,
      sourceUrl: row.source_url || null,
      published,
      known: published ?? last + 45,
      import: 1,
      file: `${dataset}.csv`,
      line: i + 2,
    }
    const group = groups.get(`${first}/${last}`)
    if (group) group.releases.push(release)
    else groups.set(`${first}/${last}`, { period: { first, last }, releases: [release] })
  })
  if (!head) throw new Error(`no such series: ${id}`)
  const sorted = [...groups.values()].sort((a, b) => byPeriod(a.period, b.period))
  const periods = sorted.map(({ period }) => period)
  const cumulative = isCumulative(periods)
  const chosen = sorted.map(({ releases }) => selectRelease(releases, 'earliest')!)
  return {
    id,
    title: head.series_name!,
    unit: head.unit || null,
    frequency: frequencyOf(periods),
    additive: /yoy|pct|share/.test(key) ? 'none' : 'sum',
    cumulative,
    dimensions: {
      reporter: head.reporter ?? '',
      partner: head.partner ?? '',
      flow: { export: 'X', import: 'M', total: 'T' }[head.flow ?? ''] ?? '',
    },
    updated: null,
    periods: periods.map((p) => periodText(p, cumulative)),
    values: chosen.map((r) => r.value),
    decimals: chosen.map((r) => r.decimals),
    status: chosen.map((r) => r.status),
    bounds: chosen.map((r) => r.bound),
    notes: chosen.map((r) => r.note),
    others: sorted.map(({ releases }, i) => {
      const values = releases.map((r) => r.value!).filter((v) => v !== chosen[i]!.value)
      return values.length > 0 ? [...new Set(values)] : null
    }),
    sources: chosen.map((r) => ({
      source: r.source,
      url: r.sourceUrl,
      published:
        r.published === null ? null : new Date(r.published * 86_400_000).toISOString().slice(0, 10),
    })),
    sourceOf: chosen.map((_, i) => i),
    straddling: 0,
  }
}

/** A computed series: values of the same periods put through `combine`, the worse status of the two. */
function computed(
  id: string,
  a: SeriesColumns,
  b: SeriesColumns,
  periodOfB: (period: TimePeriod) => TimePeriod,
  combine: (a: number, b: number) => number,
): SeriesColumns {
  const spell = (p: TimePeriod) => periodText(p, b.cumulative)
  const at = new Map(b.periods.map((p, i) => [p, i]))
  const kept = a.periods.flatMap((text, i) => {
    const period = parsed(text)
    const j = at.get(spell(periodOfB(period)))
    return j === undefined ? [] : [{ i, j }]
  })
  return {
    ...a,
    id,
    additive: 'none',
    periods: kept.map(({ i }) => a.periods[i]!),
    values: kept.map(({ i, j }) => combine(a.values[i]!, b.values[j]!)),
    decimals: kept.map(() => -1),
    status: kept.map(({ i, j }) => [a.status[i]!, b.status[j]!].sort().at(-1)!),
    bounds: undefined,
    notes: undefined,
    others: undefined,
    sources: [],
    sourceOf: kept.map(() => -1),
  }
}

import { parsePeriod } from '../../../data/model/period.ts'

const parsed = (text: string): TimePeriod => parsePeriod(text)!

function answer(expression: string): SeriesColumns {
  const [, name, inner] = /^(\w+)\((.*)\)$/.exec(expression) ?? []
  if (!name || !inner) return stored(expression)
  const [a = '', b = ''] = inner.split(',')
  if (name === 'balance') {
    const x = answer(a)
    return {
      ...computed(
        expression,
        x,
        answer(b),
        (p) => p,
        (m, n) => m - n,
      ),
      additive: 'sum',
    }
  }
  const level = answer(a)
  const growth = computed(
    expression,
    level,
    level,
    (p) => shiftPeriod(p, -12),
    (m, n) => (m / n - 1) * 100,
  )
  return { ...growth, unit: 'percent' }
}

export interface Cut {
  start?: string
  end?: string
  span?: string[]
}

/** The answer to a query of shipped series, cut to the periods that lie inside. */
export function columnsOf(expressions: string[], { start, end, span }: Cut = {}): Columns {
  const from = start ? parsed(start).first : Number.NEGATIVE_INFINITY
  const to = end ? parsed(end).last : Number.POSITIVE_INFINITY
  const series = expressions.map(answer).map((s) => {
    const keep = s.periods.flatMap((text, i) => {
      const period = parsed(text)
      const isIn = period.first >= from && period.last <= to
      const isLength = !span || span.includes(s.cumulative ? 'ytd' : unitOf(period))
      return isIn && isLength ? [i] : []
    })
    const cut = <T>(list: T[]): T[] => keep.map((i) => list[i]!)
    return {
      ...s,
      periods: cut(s.periods),
      values: cut(s.values),
      decimals: cut(s.decimals),
      status: cut(s.status),
      bounds: s.bounds && cut(s.bounds),
      notes: s.notes && cut(s.notes),
      others: s.others && cut(s.others),
      sourceOf: cut(s.sourceOf),
    }
  })
  return {
    query: { series: [], start: null, end: null, span: [], transform: [], asOf: null },
    series,
  }
}

/** The shipped events, numbered within their day. */
export function shippedEvents(): TradeEvent[] {
  const counts = new Map<string, number>()
  return read('dashboards/events.csv').map((row) => {
    const n = (counts.get(row.date!) ?? 0) + 1
    counts.set(row.date!, n)
    return {
      id: `${row.date}-${n}`,
      date: row.date!,
      title: row.title!,
      category: row.category!,
      sourceUrl: row.source_url!,
      note: row.note || null,
    }
  })
}
