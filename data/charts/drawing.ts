import type { TradeEvent } from '../model/dashboard.ts'
import type { Day } from '../model/day.ts'
import type { EChartsOption } from './engine.ts'
import type { Shape } from './marks.ts'

/** Where and how a panel is drawn. Width and height are those of the plot's box, without title and keys. */
export interface Look {
  theme: 'light' | 'dark'
  width: number
  height: number
  phone: boolean
  print?: boolean
  /** Expressions of the series that the reader has hidden, and the one that is shown alone. */
  hidden?: string[]
  isolate?: string | null
  log?: boolean
  /** Zoom: the days shown, both included. */
  range?: { first: Day; last: Day } | null
}

/** How a figure is drawn: the same sign stands in the key, in the tooltip and in the plot. */
export type Mark =
  | 'bar'
  | 'hollow'
  | 'outline'
  | 'line'
  | 'dash'
  | 'point'
  | 'open'
  | 'square'
  | 'open-square'
  | 'triangle'
  | 'diamond'
  | 'line-point'
  | 'dash-open'
  | 'span'
  | 'dash-span'
  | 'band'
  | 'up'
  | 'down'
  | 'stroke'
  | 'cross'
  | 'gap'

export interface Key {
  mark: Mark
  /** Colour of the mark in the look's theme. */
  colour: string
  label: string
  /** The series it stands for, so that a press can hide it; null for a kind of mark. */
  series: string | null
}

/** One line of the chart as the reader may hide or isolate it, shown or not. */
export interface DrawnLine {
  id: string
  label: string
  colour: string
  /** The hue's variant that is legible as text. */
  text: string
  shown: boolean
}

export interface StopRow {
  series: string
  label: string
  mark: Mark
  colour: string
  /** With sign, published decimals and bound, without unit: "−3.394", "> 90". */
  value: string
}

/** A period that the tooltip and the arrow keys stop at. */
export interface Stop {
  first: Day
  last: Day
  /** Pixels from the left of the plot's box; `y` of its highest mark from the top. */
  x: number
  y: number
  /** "January–February 2024". */
  words: string
  rows: StopRow[]
  /** Sentences under the rows: unit and length, doubt and formula, source, other releases. */
  foot: string[]
}

export interface Flag {
  number: number
  /** "2–3" where flags stand closer than one fits. */
  label: string
  events: TradeEvent[]
  x: number
}

export interface ChartTable {
  head: string[]
  /** Below each head what its figures were told in: "Thousand US dollars"; empty below the period. */
  units: string[]
  rows: { period: string; cells: string[]; flags: string[] }[]
}

/** Shapes drawn at one depth. */
export interface Layer {
  name: string
  z: number
  shapes: Shape[]
}

/** A chart as shapes and as ECharts draws them, and everything that stands round it on a page or in a file. */
export interface Drawing {
  /** From the back to the front. */
  layers: Layer[]
  option: EChartsOption
  /** The claim, or the quantity's name where there is none or the reader changed the chart. */
  title: string
  subtitle: string
  source: string
  keys: Key[]
  lines: DrawnLine[]
  stops: Stop[]
  flags: Flag[]
  plot: { left: number; right: number; top: number; bottom: number; first: Day; last: Day }
  /** One sentence for a screen reader: what, first, last, highest, missing. */
  summary: string
  /** What the reader should be told of this drawing: a log scale refused, periods left out. */
  notes: string[]
  /** Whether its amounts are on a log scale: not always where one was asked for. */
  log: boolean
  table: ChartTable
}
