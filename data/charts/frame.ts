import { FAMILY, fontOf, measureText } from './measure.ts'
import type { Box } from './place.ts'
import { unitTail, type ValueAxis } from './scale.ts'
import type { TimeAxis } from './time.ts'
import type { ChartTokens } from './tokens.ts'

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

const labelled = (values: number[], texts: string[]) => {
  const of = new Map(values.map((value, i) => [value.toFixed(9), texts[i] ?? '']))
  return (value: number): string => of.get(value.toFixed(9)) ?? ''
}

/** The axes of one plot as ECharts draws them: light rules, values at the left, years or months below. */
export function axesOf(
  frame: Frame,
  index: number,
  form: { unit: string; tokens: ChartTokens; isBottom: boolean },
) {
  const { time, value } = frame
  const { tokens } = form
  const { tail } = unitTail(form.unit)
  const top = value.labels.length - 1
  const label = { color: tokens.ink2, fontFamily: FAMILY.sans, fontSize: 13, margin: 8 }
  return {
    x: {
      type: 'value' as const,
      gridIndex: index,
      min: time.min,
      max: time.max,
      axisLine: { show: false },
      splitLine: { show: false },
      axisTick: {
        show: form.isBottom,
        length: 5,
        lineStyle: { color: tokens.rule },
        customValues: time.ticks,
      },
      axisLabel: {
        ...label,
        show: form.isBottom,
        margin: 9,
        lineHeight: 16,
        hideOverlap: false,
        customValues: time.labels.map(({ at }) => at),
        formatter: labelled(
          time.labels.map(({ at }) => at),
          time.labels.map(({ text }) => text),
        ),
      },
    },
    y: {
      type: 'value' as const,
      gridIndex: index,
      min: value.min,
      max: value.max,
      axisLine: { show: false },
      axisTick: { show: false, customValues: value.ticks },
      splitLine: { lineStyle: { color: tokens.grid, width: 1 } },
      axisLabel: {
        ...label,
        hideOverlap: false,
        customValues: value.ticks,
        formatter: labelled(
          value.ticks,
          value.labels.map((text, i) => (i === top && text !== '' ? text + tail : text)),
        ),
      },
    },
  }
}
