import { useSignal } from '@preact/signals'
import { useLayoutEffect, useRef } from 'preact/hooks'
import type { Drawing } from '../../data/charts/drawing.ts'
import { type Chart as Instance, openChart } from '../../data/charts/engine.ts'
import { isPhone } from './phone.ts'
import { daysBetween, nearestStop } from './pointer.ts'
import { Tooltip } from './Tooltip.tsx'

interface Props {
  drawing: Drawing
  width: number
  height: number
  /** Called with the days dragged over; left out where the time axis cannot be zoomed. */
  onZoom?: (range: { first: number; last: number } | null) => void
}

/** Pixels that a pointer must go before it drags. */
const DRAG = 8

/** The one place that holds ECharts in the browser. Pointer, keyboard and tooltip are ours. */
export function Chart({ drawing, width, height, onZoom }: Props) {
  const canvas = useRef<HTMLDivElement>(null)
  const chart = useRef<Instance | null>(null)
  const at = useSignal<number | null>(null)
  const pinned = useSignal(false)
  const drag = useSignal<{ from: number; to: number } | null>(null)
  const said = useSignal('')

  useLayoutEffect(() => {
    if (!canvas.current) return
    chart.current ??= openChart(canvas.current, width, height)
    chart.current.resize({ width, height, silent: true })
    chart.current.setOption(drawing.option, { notMerge: true, lazyUpdate: false })
    chart.current.getZr().flush()
  }, [drawing, width, height])
  useLayoutEffect(() => () => chart.current?.dispose(), [])

  const { stops, plot } = drawing
  // A finger's width beside a period is all of a phone: there the words stand under the plot.
  const isNarrow = isPhone(width)
  const stop = at.value === null ? undefined : stops[at.value]
  const close = () => {
    at.value = null
    pinned.value = false
  }
  const place = (event: PointerEvent) => {
    const box = (event.currentTarget as Element).getBoundingClientRect()
    return { x: event.clientX - box.left, y: event.clientY - box.top }
  }
  const show = (x: number, y: number) => {
    const isInside = x >= plot.left - 12 && x <= plot.right + 12 && y >= 0 && y <= plot.bottom + 24
    at.value = isInside ? nearestStop(drawing, x, y) : null
  }
  const down = (event: PointerEvent) => {
    if (event.button !== 0 || event.pointerType === 'touch' || !onZoom) return
    const { x } = place(event)
    if (x < plot.left || x > plot.right) return
    drag.value = { from: x, to: x }
  }
  const move = (event: PointerEvent) => {
    const { x, y } = place(event)
    if (drag.value) {
      drag.value = { ...drag.value, to: Math.min(Math.max(x, plot.left), plot.right) }
      if (Math.abs(x - drag.value.from) > DRAG) {
        ;(event.currentTarget as Element).setPointerCapture(event.pointerId)
        close()
        return
      }
    }
    if (!pinned.value) show(x, y)
  }
  const up = (event: PointerEvent) => {
    const dragged = drag.value
    drag.value = null
    if (dragged && Math.abs(dragged.to - dragged.from) > DRAG) {
      onZoom?.(daysBetween(drawing, dragged.from, dragged.to))
      return
    }
    const { x, y } = place(event)
    const before = at.value
    show(x, y)
    pinned.value = at.value !== null && !(pinned.value && before === at.value)
    if (!pinned.value && event.pointerType === 'touch') close()
  }
  const walk = (event: KeyboardEvent) => {
    const last = stops.length - 1
    const to = {
      ArrowLeft: Math.max(0, (at.value ?? last + 1) - 1),
      ArrowRight: Math.min(last, (at.value ?? last - 1) + 1),
      Home: 0,
      End: last,
    }[event.key]
    if (to !== undefined && last >= 0) {
      at.value = to
      pinned.value = true
      const { words, rows, foot } = stops[to]!
      const figures = rows.map(({ label, value }) => `${label} ${value}`)
      said.value = `${words}: ${figures.join(', ')}. ${foot.join(' ')}`
    } else if (event.key === 'Escape' && stop) close()
    else if (event.key === '+' && onZoom && stop) {
      const half = Math.max(45, Math.round((plot.last - plot.first) / 4))
      onZoom({ first: stop.first - half, last: stop.last + half })
    } else if (event.key === '-' && onZoom) onZoom(null)
    else return
    event.preventDefault()
  }
  const box = drag.value && Math.abs(drag.value.to - drag.value.from) > DRAG ? drag.value : null
  return (
    <div
      class={onZoom ? 'plot zooms' : 'plot'}
      style={{ height: `${height}px` }}
      role="application"
      aria-roledescription="chart"
      aria-label={`${drawing.summary} Arrow keys walk the figures${onZoom ? ', plus and minus zoom' : ''}.`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys walk the figures.
      tabIndex={0}
      onPointerDown={down}
      onPointerMove={move}
      onPointerUp={up}
      onPointerCancel={() => {
        drag.value = null
      }}
      onPointerLeave={() => {
        if (!pinned.value) at.value = null
      }}
      onKeyDown={walk}
      onBlur={close}
    >
      <div ref={canvas} class="canvas" aria-hidden="true" />
      {stop && (
        <div
          class="needle"
          style={{
            left: `${stop.x}px`,
            top: `${plot.top}px`,
            height: `${plot.bottom - plot.top}px`,
          }}
        />
      )}
      {box && (
        <div
          class="drag"
          style={{
            left: `${Math.min(box.from, box.to)}px`,
            width: `${Math.abs(box.to - box.from)}px`,
            top: `${plot.top}px`,
            height: `${plot.bottom - plot.top}px`,
          }}
        />
      )}
      {stop && (
        <Tooltip
          stop={stop}
          width={width}
          top={isNarrow ? height : plot.top}
          isPinned={pinned.value}
        />
      )}
      <p class="unseen" aria-live="polite">
        {said.value}
      </p>
    </div>
  )
}
