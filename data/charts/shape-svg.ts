import type { Shape } from './marks.ts'
import { FAMILY } from './measure.ts'

export const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')

/** Hundredths of a pixel: finer differences nobody sees. */
const short = (value: number): string => String(Math.round(value * 100) / 100)

type Attributes = Record<string, string | number | undefined>

const written = (attributes: Attributes): string =>
  Object.entries(attributes)
    .flatMap(([name, value]) => {
      if (value === undefined) return []
      return ` ${name}="${typeof value === 'number' ? short(value) : value}"`
    })
    .join('')

/** What SVG calls the style of a shape; what is its default is left out. */
function painted(style: Exclude<Shape, { type: 'text' }>['style']): Attributes {
  const { fill, stroke, lineWidth, lineDash, fillOpacity, opacity, lineJoin, lineCap } = style
  return {
    fill,
    'fill-opacity': fillOpacity,
    stroke,
    'stroke-width': stroke && lineWidth !== 1 ? lineWidth : undefined,
    'stroke-dasharray': lineDash?.join(' '),
    'stroke-linejoin': lineJoin === 'miter' ? undefined : lineJoin,
    'stroke-linecap': lineCap === 'butt' ? undefined : lineCap,
    opacity,
  }
}

const ANCHORS = { left: undefined, center: 'middle', right: 'end' } as const

/** The family is said once, by whoever holds the drawing. */
function lettered({ x, y, style }: Extract<Shape, { type: 'text' }>): string {
  const [, weight, size] = /^(\d+) ([\d.]+)px /.exec(style.font) ?? []
  const serif = style.font.includes(FAMILY.serif)
  const attributes = {
    x,
    // Not every reader of SVG files knows baselines other than the usual one.
    y: y + Number(size) * 0.35,
    'font-size': size,
    'font-weight': weight === '400' ? undefined : weight,
    'font-family': serif ? FAMILY.serif : undefined,
    'text-anchor': ANCHORS[style.align],
    fill: style.fill,
    stroke: style.stroke,
    'stroke-width': style.stroke && style.lineWidth,
    'stroke-linejoin': style.stroke && 'round',
    'paint-order': style.stroke && 'stroke',
  }
  return `<text${written(attributes)}>${escaped(style.text)}</text>`
}

/** A shape as an element of SVG. */
export function shapeSvg(shape: Shape): string {
  if (shape.type === 'text') return lettered(shape)
  const style = painted(shape.style)
  if ('points' in shape.shape) {
    const points = shape.shape.points.map((point) => point.map(short).join(' ')).join(' ')
    return `<${shape.type}${written({ points, ...style })}/>`
  }
  return `<${shape.type}${written({ ...shape.shape, ...style })}/>`
}
