import { fontOf, measureText } from './measure.ts'

export interface Box {
  left: number
  right: number
  top: number
  bottom: number
}

/** A place that a label may take: its anchor and how the text runs from it. `y` is its middle. */
export interface Candidate {
  x: number
  y: number
  align: 'left' | 'center' | 'right'
}

const overlap = (a: Box, b: Box): number =>
  Math.max(0, Math.min(a.right, b.right) - Math.max(a.left, b.left)) *
  Math.max(0, Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top))

/** The box of a text of one or more lines at a candidate place. */
export function boxOf(
  lines: string[],
  { x, y, align }: Candidate,
  weight: 400 | 600 | 700 = 600,
  size = 13.5,
): Box {
  const width = Math.max(...lines.map((words) => measureText(words, fontOf(size, weight))))
  const left = align === 'left' ? x : align === 'right' ? x - width : x - width / 2
  const half = lines.length * 8
  return { left, right: left + width, top: y - half, bottom: y + half }
}

/** Keeps account of what is taken in a plot, so that labels stand where nothing else does. */
export interface Placer {
  /** Something drawn: `weight` says how bad it is to lie over it. */
  block(box: Box, weight?: number): void
  /** The candidate that covers least, in the order of preference; undefined where all cover too much. */
  place(boxes: Box[], tolerance?: number): number | undefined
}

export function placer(inside: Box): Placer {
  const taken: { box: Box; weight: number }[] = []
  const cost = (box: Box): number => {
    const beyond =
      Math.max(0, inside.left - box.left) +
      Math.max(0, box.right - inside.right) +
      Math.max(0, inside.top - box.top) +
      Math.max(0, box.bottom - inside.bottom)
    if (beyond > 0.5) return Number.POSITIVE_INFINITY
    return taken.reduce((sum, { box: other, weight }) => sum + overlap(box, other) * weight, 0)
  }
  return {
    block: (box, weight = 1) => void taken.push({ box, weight }),
    place(boxes, tolerance = 0) {
      let best: number | undefined
      let least = tolerance + 1e-6
      for (let i = 0; i < boxes.length; i++) {
        const box = boxes[i]
        if (!box) continue
        const here = cost(box)
        if (here < least) [best, least] = [i, here]
        if (here === 0) break
      }
      const chosen = best === undefined ? undefined : boxes[best]
      if (chosen) taken.push({ box: chosen, weight: 4 })
      return best
    },
  }
}
