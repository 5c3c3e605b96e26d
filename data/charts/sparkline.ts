import type { SeriesColumns } from '../model/columns.ts'
import { disjoint, type Figure, figuresOf, lengthOf } from './figures.ts'
import { colourCode } from './palette.ts'
import { holesOf } from './slots.ts'
import { tokensOf } from './tokens.ts'

export interface SparkLook {
  theme: 'light' | 'dark'
  width: number
  height: number
  /** A code whose colour it takes; ink without one. */
  colour?: string
}

const tenth = (value: number): number => Math.round(value * 10) / 10

/**
 * The small picture of a headline figure, as an SVG: bars from zero with the last in full colour and
 * missing periods as dotted strokes; shares and rates as points, the last one large.
 */
export function sparkline(columns: SeriesColumns, look: SparkLook): string {
  const tokens = tokensOf(look)
  const code = colourCode(look.colour, tokens) ?? 'T'
  const colour = tokens.code[code]
  const { width, height } = look
  const open = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" aria-hidden="true">`
  const all = figuresOf(columns, 1)
  const isFlow = columns.additive === 'sum'
  const figures = isFlow ? disjoint(all) : all
  const first = figures[0]
  if (!first) return `${open}</svg>`
  const end = Math.max(...figures.map(({ to }) => to))
  const x = (at: number): number => ((at - first.from) / (end - first.from)) * width
  // Periods of several lengths are compared by the month, like the bars of a chart.
  const isEven = figures.every((f) => Math.abs(lengthOf(f) - lengthOf(first)) < 0.2)
  const size = (f: Figure): number => (isFlow && !isEven ? f.value / lengthOf(f) : f.value)
  const low = Math.min(0, ...figures.map(size))
  const high = Math.max(0, ...figures.map(size))
  const y = (value: number): number => 1 + ((high - value) / (high - low || 1)) * (height - 2)
  const inside = isFlow
    ? bars(figures, size, x, y, colour, code === 'T' ? 0.42 : 0.5)
    : dots(figures, size, x, y, colour, width)
  const holes = holesOf(figures).map(
    ({ from, to }) =>
      `<path d="M${tenth(x(from) + 3)} ${tenth(y(0))}H${tenth(x(to) - 3)}" stroke="${tokens.ink3}" stroke-width="2" stroke-dasharray="2 3" fill="none"/>`,
  )
  const zero = `<path d="M0 ${tenth(y(0))}H${width}" stroke="${tokens.rule}" fill="none"/>`
  return [open, zero, ...(isFlow ? holes : []), ...inside, '</svg>'].join('')
}

function bars(
  figures: Figure[],
  size: (f: Figure) => number,
  x: (at: number) => number,
  y: (value: number) => number,
  colour: string,
  pale: number,
): string[] {
  return figures.map((figure, i) => {
    const gap = Math.min(8, (x(figure.to) - x(figure.from)) * 0.2)
    const [left, right] = [x(figure.from) + gap / 2, x(figure.to) - gap / 2]
    const [top, bottom] = [Math.min(y(0), y(size(figure))), Math.max(y(0), y(size(figure)))]
    const opacity = i === figures.length - 1 ? '' : ` fill-opacity="${pale}"`
    const rest = `width="${tenth(Math.max(0.5, right - left))}" height="${tenth(Math.max(0.5, bottom - top))}"`
    return `<rect x="${tenth(left)}" y="${tenth(top)}" ${rest} fill="${colour}"${opacity}/>`
  })
}

function dots(
  figures: Figure[],
  size: (f: Figure) => number,
  x: (at: number) => number,
  y: (value: number) => number,
  colour: string,
  width: number,
): string[] {
  return figures.map((figure, i) => {
    const r = i === figures.length - 1 ? 3 : 1.7
    const at = Math.max(r, Math.min(width - r, x(figure.at)))
    const level = Math.max(r, y(size(figure)))
    return `<circle cx="${tenth(at)}" cy="${tenth(level)}" r="${r}" fill="${colour}"/>`
  })
}
