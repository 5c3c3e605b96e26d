import { fontOf, measureText } from './measure.ts'
import type { Box } from './place.ts'
import { unitTail, type ValueAxis } from './scale.ts'
import type { TimeAxis } from './time.ts'

/** A plot: its box in pixels, its axes, and the way from a figure to a place. */
export interface Frame {
  box: Box
  time: TimeAxis
  value: ValueAxis
  /** Months since 2000 to pixels. */
  x(time: number): number
  /** A value in the axis' unit to pixels. */
  y(value: number): number
}

export function frameOf(box: Box, time: TimeAxis, value: ValueAxis): Frame {
  const width = (box.right - box.left) / (time.max - time.min)
  const height = (box.bottom - box.top) / (value.max - value.min)
  return {
    box,
    time,
    value,
    x: (at) => box.left + (at - time.min) * width,
    y: (v) => box.bottom - ((value.log ? Math.log10(v) : v) - value.min) * height,
  }
}

/** Pixels at the left that the value labels need. */
export function leftMargin(axes: { axis: ValueAxis; unit: string }[]): number {
  const widths = axes.flatMap(({ axis, unit }) => {
    const { tail } = unitTail(unit)
    return axis.labels.map((label, i) =>
      measureText(i === axis.labels.length - 1 ? label + tail : label, fontOf(13)),
    )
  })
  return Math.max(28, Math.ceil(Math.max(...widths)) + 10)
}
