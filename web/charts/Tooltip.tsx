import { useLayoutEffect, useRef } from 'preact/hooks'
import type { Stop } from '../../data/charts/drawing.ts'
import { KeyMark } from './KeyMark.tsx'

interface Props {
  stop: Stop
  /** Of the plot. */
  width: number
  top: number
  isPinned: boolean
}

const GAP = 14

/** What is known of one period: it stands beside the period, never over it, and inside the plot. */
export function Tooltip({ stop, width, top, isPinned }: Props) {
  const box = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const element = box.current
    if (!element) return
    const own = element.offsetWidth
    const right = stop.x + GAP
    const left = right + own <= width ? right : stop.x - GAP - own
    element.style.left = `${Math.max(0, Math.min(left, width - own))}px`
  }, [stop, width])
  return (
    <div ref={box} class={isPinned ? 'tooltip pinned' : 'tooltip'} style={{ top: `${top}px` }}>
      <p class="when">{stop.words}</p>
      <ul>
        {stop.rows.map((row) => (
          <li key={row.series + row.label}>
            <KeyMark mark={row.mark} colour={row.colour} />
            <span class="name">{row.label}</span>
            <b class="value">{row.value}</b>
          </li>
        ))}
      </ul>
      {stop.foot.length > 0 && <p class="doubt">{stop.foot.join(' ')}</p>}
    </div>
  )
}
