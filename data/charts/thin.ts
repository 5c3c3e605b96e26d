import type { Point } from './marks.ts'

/**
 * A path with no more than four points for each pixel column: the first, the lowest, the highest and the
 * last in it. What is drawn is the same; a hundred thousand points become as many as can be seen.
 */
export function thin(points: Point[]): Point[] {
  const from = points[0]
  const to = points.at(-1)
  if (!from || !to || points.length < 4 * (to[0] - from[0])) return points
  const kept: Point[] = []
  let i = 0
  while (i < points.length) {
    const column = Math.floor(points[i]![0])
    const start = i
    let low = i
    let high = i
    while (i < points.length && Math.floor(points[i]![0]) === column) {
      if (points[i]![1] < points[low]![1]) low = i
      if (points[i]![1] > points[high]![1]) high = i
      i++
    }
    for (const at of [...new Set([start, low, high, i - 1])].sort((a, b) => a - b)) {
      kept.push(points[at]!)
    }
  }
  return kept
}
