import { useRef } from 'preact/hooks'
import type { Drawing, Key } from '../../data/charts/drawing.ts'
import { KeyMark } from './KeyMark.tsx'
import type { View } from './view.ts'

interface Props {
  drawing: Drawing
  view: View
  onView: (view: View) => void
  /** Name every line, also those that carry their own label in the plot. */
  all?: boolean
}

const nameOf = ({ mark, label, series }: Key): string => `${series}|${mark}|${label}`

/** The keys of series, those of hidden ones where they stood before; then those of kinds of mark. */
function useKeys({ keys, lines }: Drawing, all: boolean): Key[] {
  // A chart keyed once keeps the order of its keys, whatever is hidden later.
  const seen = useRef<Key[]>([])
  const ofSeries = keys.filter(({ series }) => series !== null)
  const names = new Set(seen.current.map(nameOf))
  seen.current.push(...ofSeries.filter((key) => !names.has(nameOf(key))))
  const keyed = new Set(ofSeries.map(({ series }) => series))
  for (const { id, label, colour, shown } of lines) {
    // A hidden line without a key must have one, or it could not come back.
    if (keyed.has(id) || (shown && !(all && lines.length > 1))) continue
    const before = seen.current.filter(({ series }) => series === id)
    ofSeries.push(
      ...(before.length ? before : [{ mark: 'line' as const, colour, label, series: id }]),
    )
  }
  const order = new Map(seen.current.map((key, i) => [nameOf(key), i]))
  ofSeries.sort((a, b) => (order.get(nameOf(a)) ?? 99) - (order.get(nameOf(b)) ?? 99))
  return [...ofSeries, ...keys.filter(({ series }) => series === null)]
}

/**
 * What the marks mean. The key of a series is a button: a press hides it, a press with Shift or a double
 * press shows it alone.
 */
export function Keys({ drawing, view, onView, all = false }: Props) {
  const keys = useKeys(drawing, all)
  const shown = new Map(drawing.lines.map((line) => [line.id, line.shown]))
  const many = drawing.lines.length > 1
  const hide = (id: string) => {
    if (view.only) return onView({ ...view, only: null, hidden: [] })
    const hidden = view.hidden.includes(id)
      ? view.hidden.filter((other) => other !== id)
      : [...view.hidden, id]
    if (hidden.length < drawing.lines.length) onView({ ...view, hidden })
  }
  const isolate = (id: string) =>
    onView({ ...view, hidden: [], only: view.only === id ? null : id })
  if (keys.length === 0) return null
  return (
    <ul class="keys">
      {keys.map(({ mark, colour, label, series }) => (
        <li key={`${series}${mark}${label}`}>
          {series && many ? (
            <button
              type="button"
              aria-pressed={shown.get(series) ?? true}
              title="Press to hide or show, press twice to show it alone"
              onClick={(event) => (event.shiftKey ? isolate(series) : hide(series))}
              onDblClick={() => isolate(series)}
            >
              <KeyMark mark={mark} colour={colour} />
              {label}
            </button>
          ) : (
            <span>
              <KeyMark mark={mark} colour={colour} />
              {label}
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}
