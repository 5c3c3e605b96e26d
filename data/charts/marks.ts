import { fontOf } from './measure.ts'

/** The shapes of ECharts' graphic component that charts are made of, in pixels of the plot's box. */
export type Shape =
  | { type: 'rect'; shape: { x: number; y: number; width: number; height: number }; style: Style }
  | { type: 'circle'; shape: { cx: number; cy: number; r: number }; style: Style }
  | { type: 'polyline' | 'polygon'; shape: { points: Point[] }; style: Style }
  | { type: 'text'; x: number; y: number; style: TextStyle }

export type Point = [number, number]

interface Style {
  fill?: string
  stroke?: string
  lineWidth?: number
  lineDash?: number[]
  fillOpacity?: number
  opacity?: number
  lineJoin?: 'round' | 'miter'
  lineCap?: 'butt' | 'round'
}

interface TextStyle {
  text: string
  font: string
  fill: string
  align: 'left' | 'center' | 'right'
  verticalAlign: 'middle'
  stroke?: string
  lineWidth?: number
}

/** A pixel's middle, where a hairline is sharp. */
export const crisp = (value: number): number => Math.round(value - 0.5) + 0.5
const tenth = (value: number): number => Math.round(value * 10) / 10

export const rect = (
  left: number,
  top: number,
  right: number,
  bottom: number,
  style: Style,
): Shape => ({
  type: 'rect',
  shape: { x: left, y: top, width: right - left, height: bottom - top },
  style,
})

export const line = (
  points: Point[],
  stroke: string,
  lineWidth: number,
  more: Style = {},
): Shape => ({
  type: 'polyline',
  shape: { points: points.map(([x, y]) => [tenth(x), tenth(y)]) },
  style: { fill: 'none', stroke, lineWidth, ...more },
})

/** Estimated, derived or provisional. Never used for identity. */
export const DOUBT_DASH = [4, 3]

/** A bar between two heights; hollow is a pale fill inside an outline. Edges lie on whole pixels. */
export function bar(
  left: number,
  right: number,
  y0: number,
  y1: number,
  colour: string,
  isHollow: boolean,
): Shape {
  const [top, bottom] = [Math.min(y0, y1), Math.max(y0, y1)]
  if (!isHollow) return rect(left, tenth(top), right, tenth(bottom), { fill: colour })
  const inset = Math.min(0.6, (bottom - top) / 2)
  return rect(left + 0.6, tenth(top + inset), right - 0.6, tenth(bottom - inset), {
    fill: colour,
    fillOpacity: 0.26,
    stroke: colour,
    lineWidth: 1.2,
  })
}

/** A total whose parts are not known. */
export const outline = (
  left: number,
  right: number,
  y0: number,
  y1: number,
  colour: string,
): Shape =>
  rect(left + 0.5, crisp(Math.min(y0, y1)), right - 0.5, Math.max(y0, y1), {
    fill: 'none',
    stroke: colour,
    lineWidth: 1,
    lineDash: [3, 2],
  })

/** Slanted strokes on the zero line: nothing is known here. */
export function hatch(left: number, right: number, y: number, colour: string): Shape[] {
  const height = 8
  const shapes: Shape[] = []
  for (let x = left + 1; x + 4 <= right; x += 5) {
    shapes.push(line([[x, y - 1] as Point, [x + 4, y - height] as Point], colour, 1))
  }
  return shapes
}

/** An open arrow that stands on a mark and points to where the truth lies. */
export function arrow(x: number, y: number, isUp: boolean, colour: string, length = 14): Shape[] {
  const sign = isUp ? -1 : 1
  const tip = y + sign * length
  return [
    line([[x, y] as Point, [x, tip] as Point], colour, 1.8),
    line(
      [[x - 4.5, tip - sign * 5] as Point, [x, tip] as Point, [x + 4.5, tip - sign * 5] as Point],
      colour,
      1.8,
      { lineJoin: 'miter' },
    ),
  ]
}

/** A value over an interval: level from the first to the last day, with a tick where an end is in sight. */
export function span(
  from: number,
  to: number,
  y: number,
  colour: string,
  form: { width: number; dashed?: boolean; openLeft?: boolean; openRight?: boolean; tick?: number },
): Shape[] {
  const tick = form.tick ?? 5
  const shapes = [
    line(
      [[from, y] as Point, [to, y] as Point],
      colour,
      form.width,
      form.dashed ? { lineDash: [6, 3.5] } : {},
    ),
  ]
  const end = (x: number): Shape =>
    line([[x, y - tick] as Point, [x, y + tick] as Point], colour, 1.5)
  if (!form.openLeft) shapes.push(end(from + 0.75))
  if (!form.openRight) shapes.push(end(to - 0.75))
  return shapes
}

export type Marker = 'circle' | 'rect' | 'triangle' | 'diamond'
const MARKERS: Marker[] = ['circle', 'rect', 'triangle', 'diamond']
const DASHES: (number[] | undefined)[] = [undefined, [7, 3], [2, 3], [9, 3, 2, 3]]

/** The second channel: marker and dash for a place among the lines that share a colour. */
export const second = (
  place: number,
): { marker: Marker; dash: number[] | undefined; isOpen: boolean } => ({
  marker: MARKERS[place % 4] ?? 'circle',
  dash: DASHES[place % 4],
  isOpen: place % 8 > 3,
})

/** A point with a halo in the panel's colour; open where the figure is doubtful or a bound. */
export function point(
  x: number,
  y: number,
  colour: string,
  panel: string,
  form: { size?: number; marker?: Marker; isOpen?: boolean } = {},
): Shape {
  const { size = 4.5, marker = 'circle', isOpen = false } = form
  const style: Style = isOpen
    ? { fill: panel, stroke: colour, lineWidth: Math.min(2, size * 0.42) }
    : { fill: colour, stroke: panel, lineWidth: 1.2 }
  const [cx, cy] = [tenth(x), tenth(y)]
  const r = isOpen ? size - 0.6 : size + 0.6
  if (marker === 'circle') return { type: 'circle', shape: { cx, cy, r }, style }
  if (marker === 'rect') {
    const half = r * 0.88
    return rect(cx - half, cy - half, cx + half, cy + half, style)
  }
  const points: Point[] =
    marker === 'triangle'
      ? [
          [cx, cy - r * 1.1],
          [cx + r * 1.05, cy + r * 0.8],
          [cx - r * 1.05, cy + r * 0.8],
        ]
      : [
          [cx, cy - r * 1.2],
          [cx + r * 1.2, cy],
          [cx, cy + r * 1.2],
          [cx - r * 1.2, cy],
        ]
  return { type: 'polygon', shape: { points }, style }
}

/** What another release said. */
export const cross = (x: number, y: number, colour: string): Shape[] => [
  line([[x - 3, y - 3] as Point, [x + 3, y + 3] as Point], colour, 1.4),
  line([[x - 3, y + 3] as Point, [x + 3, y - 3] as Point], colour, 1.4),
]

/** One line of text; a halo keeps it legible over rules and marks. */
export function text(
  words: string,
  x: number,
  y: number,
  fill: string,
  form: {
    align?: 'left' | 'center' | 'right'
    size?: number
    weight?: 400 | 600 | 700
    halo?: string
  } = {},
): Shape {
  const { align = 'left', size = 13.5, weight = 400, halo } = form
  return {
    type: 'text',
    x: tenth(x),
    y: tenth(y),
    style: {
      text: words,
      font: fontOf(size, weight),
      fill,
      align,
      verticalAlign: 'middle',
      ...(halo ? { stroke: halo, lineWidth: 3.5 } : {}),
    },
  }
}
