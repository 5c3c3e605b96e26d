import { line, type Point, type Shape, text } from './marks.ts'
import { fontOf, measureText, wrapText } from './measure.ts'
import type { ChartTokens } from './tokens.ts'

/** Lines of a direct label: name, then value. */
export type LabelLine = { words: string; weight: 400 | 600 | 700; colour?: string }

/** A label that stands in the right margin, beside the end of its line. */
export interface EndLabel {
  /** Where its mark ends, in pixels. */
  x: number
  y: number
  colour: string
  lines: LabelLine[]
}

const SIZE = 13.5
const LINE = 16
const LEADER = 5

const widthOf = ({ words, weight }: LabelLine): number => measureText(words, fontOf(SIZE, weight))

/** Whether a name fits into two lines beside the plot; a longer one is told by a key. */
export const isShortName = (name: string): boolean => measureText(name, fontOf(SIZE, 600)) <= 250

/** Pixels that the labels need at the right of the plot; 14 where there are none. */
export function endMargin(labels: { lines: LabelLine[] }[]): number {
  const widths = labels.flatMap(({ lines }) => lines.map(widthOf))
  return widths.length === 0 ? 14 : Math.ceil(Math.max(...widths)) + 20
}

/** Name and value on one line where they fit into `width`, else the name in lines and the value after it. */
export function endLines(
  name: string,
  value: string,
  weight: 600 | 700 = 600,
  width = 130,
): LabelLine[] {
  if (name === '') return [{ words: value, weight }]
  const font = fontOf(SIZE, weight)
  const together = `${name} ${value}`
  if (measureText(together, font) <= width) return [{ words: together, weight }]
  const lines = wrapText(name, width, font)
  const last = lines.at(-1) ?? ''
  if (measureText(`${last} ${value}`, font) <= width && lines.length > 1) {
    lines[lines.length - 1] = `${last} ${value}`
  } else lines.push(value)
  return lines.map((words) => ({ words, weight }))
}

/**
 * Moves middles apart so that none overlaps the next, keeping their order and moving them as little as
 * possible in sum of squares (pooled neighbours), inside `low` to `high`. `heights` are of the labels,
 * sorted like the middles. Gives the new middles.
 */
export function spread(middles: number[], heights: number[], low: number, high: number): number[] {
  interface Block {
    from: number
    count: number
    height: number
    // Mean of where each member would have the block's top.
    top: number
  }
  const blocks: Block[] = []
  const clamp = (block: Block): void => {
    block.top = Math.max(low, Math.min(block.top, high - block.height))
  }
  middles.forEach((middle, i) => {
    const height = heights[i] ?? 0
    const block: Block = { from: i, count: 1, height, top: middle - height / 2 }
    clamp(block)
    blocks.push(block)
    while (blocks.length > 1) {
      const lower = blocks.at(-1)!
      const upper = blocks.at(-2)!
      if (upper.top + upper.height <= lower.top + 1e-9) break
      blocks.pop()
      upper.top =
        (upper.top * upper.count + (lower.top - upper.height) * lower.count) /
        (upper.count + lower.count)
      upper.height += lower.height
      upper.count += lower.count
      clamp(upper)
    }
  })
  const result: number[] = []
  for (const { from, count, top } of blocks) {
    let y = top
    for (let i = from; i < from + count; i++) {
      const height = heights[i] ?? 0
      result.push(y + height / 2)
      y += height
    }
  }
  return result
}

/** Draws the labels right of the plot, spread, with a thin leader where one was moved or its line ends early. */
export function drawEndLabels(
  labels: EndLabel[],
  right: number,
  low: number,
  high: number,
  tokens: ChartTokens,
): Shape[] {
  const sorted = labels.map((label, i) => ({ ...label, i })).sort((a, b) => a.y - b.y || a.i - b.i)
  const heights = sorted.map(({ lines }) => lines.length * LINE + (lines.length > 1 ? 4 : 0))
  const middles = spread(
    sorted.map(({ y }) => y),
    heights,
    low,
    high,
  )
  const shapes: Shape[] = []
  const isLed = sorted.map(
    ({ x, y }, i) => Math.abs((middles[i] ?? y) - y) > LEADER || right - x > 12,
  )
  const at = right + (isLed.some(Boolean) ? 16 : 10)
  sorted.forEach(({ x, y, lines, colour }, i) => {
    const middle = middles[i] ?? y
    if (isLed[i]) {
      const points: Point[] = [
        [x + 6, y],
        [Math.max(x + 8, right + 4), y],
        [at - 4, middle],
      ]
      shapes.push(line(points, colour, 1, { opacity: 0.65 }))
    }
    lines.forEach((entry, n) => {
      const top = middle + (n - (lines.length - 1) / 2) * LINE
      shapes.push(
        text(entry.words, at, top, entry.colour ?? colour, {
          size: SIZE,
          weight: entry.weight,
          halo: tokens.panel,
        }),
      )
    })
  })
  return shapes
}
