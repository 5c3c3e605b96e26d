import type { Chart } from './chart.ts'
import { type Figure, type Line, lengthOf } from './figures.ts'
import type { Frame } from './frame.ts'
import type { Slot } from './slots.ts'

/** What the lines are to a bar chart. */
export interface Cast {
  parts: Line[]
  total: Line | undefined
  balance: Line | undefined
  mirrors: Line[]
  /** Parts on top of each other, or one alone; else side by side. */
  isStacked: boolean
}

export function castOf(lines: Line[]): Cast {
  const parts = lines.filter(({ role = '' }) => !['total', 'balance', 'mirror'].includes(role))
  const total = lines.find(({ role }) => role === 'total')
  const isTotalAlone = parts.length === 0 && total !== undefined
  return {
    parts: isTotalAlone ? [total] : parts,
    total: isTotalAlone ? undefined : total,
    balance: lines.find(({ role }) => role === 'balance'),
    mirrors: lines.filter(({ role }) => role === 'mirror'),
    isStacked: parts.length <= 1 || parts.some(({ role }) => role === 'stack'),
  }
}

/** As high as the monthly average where the axis is per month, so that the area is the amount. */
export const heightOf = ({ panel }: Chart, figure: Figure): number =>
  panel.perMonth ? figure.value / lengthOf(figure) : figure.value

/** Months of an annual figure that covers part of its year, the last one only: drawn hollow and said. */
export function monthsOfYear(line: Line, figure: Figure): number | undefined {
  const months = Math.round(lengthOf(figure))
  const isLast = line.figures.at(-1) === figure
  return line.columns.frequency === 'A' && isLast && months < 12 ? months : undefined
}

/** Months that most of the slots are long. */
export function usualLength(slots: Slot[]): number {
  const lengths = slots.map(({ from, to }) => to - from).sort((a, b) => a - b)
  return Math.max(1, Math.round(lengths[Math.floor(lengths.length / 2)] ?? 1))
}

/** What every bar needs to know of its chart. */
export interface Sheet {
  chart: Chart
  cast: Cast
  frame: Frame
  slots: Slot[]
  /** Months of most slots, their width in pixels, and the pixels left free between two bars. */
  unit: number
  pitch: number
  gap: number
}

export function sheetOf(chart: Chart, cast: Cast, frame: Frame, slots: Slot[]): Sheet {
  const unit = usualLength(slots)
  const pitch = frame.x(frame.time.min + unit) - frame.box.left
  const gap = pitch < 6 ? 0.6 : pitch < 24 ? Math.max(1, pitch * 0.1) : Math.min(48, pitch * 0.3)
  return { chart, cast, frame, slots, unit, pitch, gap }
}

/** Left and right edge of a bar in pixels, inside the plot; whole pixels where bars are wide enough. */
export function edges({ frame, gap }: Sheet, from: number, to: number): [number, number] {
  const left = Math.max(frame.x(from), frame.box.left) + gap / 2
  const right = Math.min(frame.x(to), frame.box.right) - gap / 2
  return right - left < 5
    ? [left, Math.max(right, left + 0.5)]
    : [Math.round(left), Math.round(right)]
}
