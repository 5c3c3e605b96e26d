import type { Columns } from '../model/columns.ts'
import type { Form, Panel, TradeEvent } from '../model/dashboard.ts'
import { headline, isChecked, sourceWords, subtitle } from '../model/panel-words.ts'
import { axisShapes } from './axes.ts'
import { drawBars } from './bars.ts'
import { type Chart, DEPTH, type Parts } from './chart.ts'
import type { ChartTable, Drawing, Layer, Look, Stop } from './drawing.ts'
import type { EChartsOption } from './engine.ts'
import { linesOf, shownLines } from './figures.ts'
import { flagRules, flagShapes, flagsOf } from './flags.ts'
import type { Frame } from './frame.ts'
import { drawLines } from './lines.ts'
import { crisp, type Shape, line as stroke, text } from './marks.ts'
import { drawPairs } from './pairs.ts'
import { drawRanked } from './ranked.ts'
import { unitTail } from './scale.ts'
import { sized } from './sized.ts'
import { drawSpans } from './spans.ts'
import { summaryOf } from './summary.ts'
import { tableOf } from './table.ts'
import { dayAt } from './time.ts'
import { tokensOf } from './tokens.ts'
import { drawYears } from './years.ts'

export type * from './drawing.ts'
export type { Chart as EChart, EChartsOption } from './engine.ts'

const FORMS: Record<Form, (chart: Chart) => Parts> = {
  bars: drawBars,
  lines: drawLines,
  years: drawYears,
  pairs: drawPairs,
  spans: drawSpans,
  ranked: drawRanked,
}

const MOST_EVENTS = 7

/**
 * Draws a panel: figures in, a picture and all that stands round it out. Pure: the same figures and the
 * same look give the same drawing, in Node and in the browser, in every time zone.
 */
export function draw(asked: Panel, columns: Columns, events: TradeEvent[], look: Look): Drawing {
  const panel = sized(asked, columns.series)
  const all = linesOf(panel, columns.series, look)
  const lines = shownLines(all, look)
  const chart: Chart = {
    panel: panel.annotations && !isChecked(panel, columns) ? { ...panel, annotations: [] } : panel,
    look,
    tokens: tokensOf(look),
    lines,
    events: eventsOf(panel, events),
    notes: [],
  }
  const parts = FORMS[panel.form](chart)
  const main = parts.frames[0]!
  const flags = parts.range ? flagsOf(chart.events, main) : []
  const { box } = main
  const isChanged = lines.length < all.length || Boolean(look.log) || Boolean(look.range)
  const layers: Layer[] = [
    { name: 'axes', z: DEPTH.axes, shapes: axesOf(chart, parts.frames) },
    ...parts.layers,
    { name: 'zero', z: DEPTH.zero, shapes: groundShapes(chart, main) },
    {
      name: 'rules',
      z: DEPTH.rules,
      shapes: flagRules(flags, main, parts.frames.at(-1)!.box.bottom, chart.tokens),
    },
    { name: 'flags', z: DEPTH.flags, shapes: flagShapes(flags, main, chart.tokens) },
  ]
  layers.sort((a, b) => a.z - b.z)
  return lazily(
    { stops: parts.stops, table: () => tableOf(lines) },
    {
      layers,
      option: optionOf(layers),
      title: headline(panel, columns, isChanged),
      subtitle: subtitle(panel, columns, look.range ?? null),
      source: sourceWords(panel, columns),
      keys: parts.keys,
      lines: all.map(({ id, label, ink }) => ({
        id,
        label,
        colour: ink.mark,
        text: ink.text,
        shown: lines.some((line) => line.id === id),
      })),
      flags,
      plot: {
        ...box,
        bottom: parts.frames.at(-1)!.box.bottom,
        first: parts.range?.first ?? dayAt(main.time.min),
        last: parts.range?.last ?? dayAt(main.time.max) - 1,
      },
      summary: summaryOf(panel, lines),
      notes: chart.notes,
      log: Boolean(main.value.log),
    },
  )
}

/** Stops and table are made when somebody asks: a picture of a hundred thousand points needs neither. */
function lazily(
  make: { stops: () => Stop[]; table: () => ChartTable },
  rest: Omit<Drawing, 'stops' | 'table'>,
): Drawing {
  let stops: Stop[] | undefined
  let table: ChartTable | undefined
  return {
    ...rest,
    get stops() {
      stops ??= make.stops()
      return stops
    },
    get table() {
      table ??= make.table()
      return table
    },
  }
}

/** The events that the panel names, in order of date. */
function eventsOf(panel: Panel, events: TradeEvent[]): TradeEvent[] {
  const named = new Set(panel.events)
  return events
    .filter(({ id }) => named.has(id))
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
    .slice(0, MOST_EVENTS)
}

/**
 * What belongs to no form: words where nothing is drawn, the zero line (above the bars, where a split line
 * would lie under them), and a unit too long for the margin.
 */
function groundShapes({ tokens, panel, lines }: Chart, { box, value, y }: Frame): Shape[] {
  const shapes: Shape[] = []
  const isEmpty = lines.every(({ figures }) => figures.length === 0)
  if (isEmpty) {
    const form = { align: 'center' as const, size: 14, halo: tokens.panel }
    const [x, middle] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2]
    shapes.push(text('No figures to show here', x, middle, tokens.ink2, form))
  }
  if (value.labels.length > 0 && !value.log && value.min <= 0 && value.max >= 0) {
    const at = crisp(y(0))
    shapes.push(
      stroke(
        [
          [box.left, at],
          [box.right, at],
        ],
        tokens.zero,
        1,
      ),
    )
  }
  const { over } = unitTail(panel.unit)
  if (over && value.labels.length > 0)
    shapes.push(text(over, 0, box.top - 16, tokens.ink2, { size: 13 }))
  return shapes
}

const axesOf = ({ panel, tokens }: Chart, frames: Frame[]): Shape[] =>
  frames.flatMap((frame, i) =>
    axisShapes(frame, {
      unit: i === 0 ? panel.unit : '',
      tokens,
      isBottom: i === frames.length - 1,
    }),
  )

/** The option: graphic elements, from the back to the front, that stand where they were laid out. */
const optionOf = (layers: Layer[]): EChartsOption => ({
  animation: false,
  backgroundColor: 'transparent',
  graphic: {
    elements: layers
      .filter(({ shapes }) => shapes.length > 0)
      .map(({ shapes }) => ({ type: 'group' as const, silent: true, children: shapes })),
  },
})
