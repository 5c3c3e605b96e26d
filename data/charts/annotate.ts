import { parsePeriod } from '../model/period.ts'
import type { Chart } from './chart.ts'
import type { Figure, Line } from './figures.ts'
import type { Frame } from './frame.ts'
import { type Shape, line as stroke, text } from './marks.ts'
import { fontOf, wrapText } from './measure.ts'
import { boxOf, type Candidate, type Placer } from './place.ts'

/**
 * The panel's remarks, each near the figure that it points at with a thin leader, where nothing else
 * stands. Left out on phones where there is no room for it.
 */
export function annotationShapes(
  chart: Chart,
  frame: Frame,
  room: Placer,
  placeOf: (line: Line, figure: Figure) => { x: number; y: number },
): Shape[] {
  return (chart.panel.annotations ?? []).flatMap(({ series, period, text: words }) => {
    const line = chart.lines.find((l) => l.id === series)
    const at = parsePeriod(period)
    const figure = line?.figures.find((f) => f.first === at?.first && f.last === at?.last)
    if (!line || !figure) return []
    const { x, y } = placeOf(line, figure)
    if (x < frame.box.left - 1 || x > frame.box.right + 1) return []
    const lines = words.includes('\n')
      ? words.split('\n')
      : wrapText(words, chart.look.phone ? 150 : 280, fontOf(13.5))
    const half = lines.length * 8
    const candidates: Candidate[] = []
    for (const distance of [20, 28, 40, 56, 76, 100, 130]) {
      for (const sign of [-1, 1]) {
        const middle = y + sign * (distance + half - 8)
        candidates.push(
          { x: x - 3, y: middle, align: 'left' },
          { x: x + 3, y: middle, align: 'right' },
          { x, y: middle, align: 'center' },
        )
      }
      candidates.push({ x: x + distance, y, align: 'left' }, { x: x - distance, y, align: 'right' })
    }
    const chosen = room.place(candidates.map((c) => boxOf(lines, c, 400)))
    const place = chosen === undefined ? undefined : candidates[chosen]
    if (!place) return []
    const isAbove = place.y < y
    const isBeside = place.y === y
    const from: [number, number] = isBeside
      ? [place.x + (place.align === 'left' ? -4 : 4), y]
      : [x, isAbove ? place.y + half + 1 : place.y - half - 1]
    const to: [number, number] = isBeside
      ? [x + (place.align === 'left' ? 7 : -7), y]
      : [x, isAbove ? y - 4 : y + 4]
    return [
      stroke([from, to], chart.tokens.ink3, 1),
      ...lines.map((entry, i) =>
        text(entry, place.x, place.y + (i - (lines.length - 1) / 2) * 16, chart.tokens.ink2, {
          align: place.align,
          halo: chart.tokens.panel,
        }),
      ),
    ]
  })
}
