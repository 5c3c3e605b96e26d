import { type Drawing, draw } from '../../../data/charts/draw.ts'
import type { Look } from '../../../data/charts/drawing.ts'
import type { Shape } from '../../../data/charts/marks.ts'
import { drawSvg } from '../../../data/charts/svg.ts'
import { timeAt } from '../../../data/charts/time.ts'
import type { Panel } from '../../../data/model/dashboard.ts'
import { dayOf } from '../../../data/model/day.ts'
import { type ChartCase, cases } from './cases.ts'
import { columnsOf, shippedEvents } from './figures.ts'

export const caseNamed = (name: string): ChartCase => cases.find((each) => each.name === name)!

/** A case drawn, with another look or panel where a test wants one. */
export function drawCase(
  { panel, series, cut, look }: ChartCase,
  change: { look?: Partial<Look>; panel?: Partial<Panel> } = {},
): Drawing {
  return draw({ ...panel, ...change.panel }, columnsOf(series, cut), shippedEvents(), {
    ...look,
    ...change.look,
  })
}

export const fileOf = (one: ChartCase): string => drawSvg(drawCase(one), one.look)

/** The shapes of one depth of a drawing. */
export const shapesOf = ({ layers }: Drawing, name: string): Shape[] =>
  layers.find((layer) => layer.name === name)?.shapes ?? []

export const textsOf = (drawing: Drawing, name = 'labels'): string[] =>
  shapesOf(drawing, name).flatMap((shape) => (shape.type === 'text' ? [shape.style.text] : []))

/** Polylines that are drawn at least as thick as a line of data. */
export const thickLines = (drawing: Drawing, name: string) =>
  shapesOf(drawing, name).flatMap((shape) =>
    shape.type === 'polyline' && (shape.style.lineWidth ?? 0) >= 1.5 ? [shape] : [],
  )

/** Where a month begins in the plot of a drawing, in pixels. */
export function pixelOf({ plot }: Drawing, year: number, month: number): number {
  const [min, max] = [timeAt(plot.first), timeAt(plot.last + 1)]
  const share = (timeAt(dayOf(year, month, 1)) - min) / (max - min)
  return plot.left + share * (plot.right - plot.left)
}
