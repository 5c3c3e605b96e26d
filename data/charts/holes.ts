import type { Frame } from './frame.ts'
import { hatch, type Shape, text } from './marks.ts'
import { measureText } from './measure.ts'
import { holesOf } from './slots.ts'
import type { ChartTokens } from './tokens.ts'

const WORDS = 'no data'

/**
 * Strokes on the zero line where nothing is known, with the words where they fit. `step` months apart
 * each missing period is told by itself (years), 0 tells a stretch as one; `overhang` pixels of the words
 * may stand beside the strokes, where nothing else does.
 */
export function holeShapes(
  frame: Frame,
  figures: { from: number; to: number }[],
  step: number,
  tokens: ChartTokens,
  overhang = 0,
): Shape[] {
  if (frame.value.log || frame.value.min > 0) return []
  const y = frame.y(0)
  const shapes: Shape[] = []
  for (const hole of holesOf(figures)) {
    const from = Math.max(hole.from, frame.time.min)
    const to = Math.min(hole.to, frame.time.max)
    if (to <= from) continue
    const isCut = step > 0 && frame.x(from + step) - frame.x(from) > 24
    const cut = isCut ? step : to - from
    const label = (left: number, right: number): void => {
      const x = (left + right) / 2
      shapes.push(
        text(WORDS, x, y - 18, tokens.ink2, { align: 'center', size: 13, halo: tokens.panel }),
      )
    }
    let told = 0
    for (let at = from; at < to - 1e-6; at += cut) {
      const left = Math.round(frame.x(at)) + 1
      const right = Math.round(frame.x(Math.min(at + cut, to))) - 1
      shapes.push(...hatch(left, right, y, tokens.ink3))
      const beside = cut >= to - from - 1e-6 ? overhang : 0
      if (right - left + beside < measureText(WORDS)) continue
      label(left, right)
      told++
    }
    // Too narrow one by one: said once for the stretch, if it is wide enough.
    const width = frame.x(to) - frame.x(from)
    const isSeen = width >= 12 && width + overhang >= measureText(WORDS)
    if (told === 0 && isSeen) label(frame.x(from), frame.x(to))
  }
  return shapes
}
