import type { Columns } from '../model/columns.ts'
import type { Panel, TradeEvent } from '../model/dashboard.ts'
import { dayOf } from '../model/day.ts'
import type { Drawing, Look } from './drawing.ts'

export type * from './drawing.ts'
export type { Chart, EChartsOption } from './engine.ts'

/** Draws a panel: figures in, a picture and all that stands round it out. Pure: the same figures give the same drawing. */
export function draw(panel: Panel, columns: Columns, _events: TradeEvent[], look: Look): Drawing {
  const plot = { left: 40, right: look.width - 14, top: 12, bottom: look.height - 28 }
  return {
    option: {
      animation: false,
      grid: { left: plot.left, right: 14, top: plot.top, bottom: 28 },
      xAxis: { type: 'value', min: 252, max: 314 },
      yAxis: { type: 'value', min: 0, max: 100 },
    },
    title: panel.claim ?? panel.name,
    subtitle: panel.subtitle,
    source: panel.source,
    unit: panel.unit,
    keys: [],
    lines: columns.series.map((s) => ({
      id: s.id,
      label: panel.lines[s.id]?.label ?? s.title,
      colour: '#2B3A44',
      text: '#2B3A44',
      shown: true,
    })),
    stops: [],
    flags: [],
    plot: { ...plot, first: dayOf(2021, 1, 1), last: dayOf(2026, 2, 28) },
    summary: panel.name,
    notes: [],
    table: { head: ['Period'], rows: [] },
  }
}
