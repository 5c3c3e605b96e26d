import { TransformError } from './error.ts'
import type { Line } from './line.ts'

/** Refuses to sum over time what does not add over time. */
export function requireSummable(line: Line, name: string): void {
  if (line.cumulative) {
    throw new TransformError(
      'cumulative',
      `"${line.title}" counts from January already; its figures overlap and are never summed. Take difference first (transform=difference,${name}).`,
    )
  }
  if (line.additive === 'sum') return
  const kind = line.additive === 'last' ? 'levels' : 'rates, shares or indices'
  throw new TransformError(
    'not-additive',
    `"${line.title}" holds ${kind}, which do not add up over time; ${name} needs amounts.`,
  )
}
