import type { Frame } from './frame.ts'
import { crisp, line, type Shape, text } from './marks.ts'
import { unitTail } from './scale.ts'
import type { ChartTokens } from './tokens.ts'

const SIZE = 13
const LINE = 16

/**
 * The axes of a plot: light rules with values at their left, and, under the lowest plot, ticks at New Year
 * with years or months. They are shapes like all else, so that a page need not load ECharts' own axes.
 */
export function axisShapes(
  { box, time, value, x, y }: Frame,
  form: { unit: string; tokens: ChartTokens; isBottom: boolean },
): Shape[] {
  const { tokens, isBottom } = form
  const { tail } = unitTail(form.unit)
  const top = value.labels.length - 1
  const heightOf = (tick: number) => y(value.log ? 10 ** tick : tick)
  const rules = value.ticks.map((tick) => {
    const at = crisp(heightOf(tick))
    return line(
      [
        [box.left, at],
        [box.right, at],
      ],
      tokens.grid,
      1,
    )
  })
  const values = value.labels.flatMap((label, i) =>
    label === ''
      ? []
      : text(
          i === top ? label + tail : label,
          box.left - 8,
          heightOf(value.ticks[i]!),
          tokens.ink2,
          {
            align: 'right',
            size: SIZE,
          },
        ),
  )
  if (!isBottom) return [...rules, ...values]
  const ticks = time.ticks.map((tick) => {
    const at = crisp(x(tick))
    return line(
      [
        [at, box.bottom],
        [at, box.bottom + 5],
      ],
      tokens.rule,
      1,
    )
  })
  const times = time.labels.flatMap(({ at, text: words }) =>
    words.split('\n').map((row, i) =>
      text(row, x(at), box.bottom + 9 + LINE * (i + 0.5), tokens.ink2, {
        align: 'center',
        size: SIZE,
      }),
    ),
  )
  return [...rules, ...values, ...ticks, ...times]
}
