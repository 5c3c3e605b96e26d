import type { Drawing } from '../../data/charts/drawing.ts'
import { KeyMark } from './KeyMark.tsx'
import type { View } from './view.ts'

interface Props {
  drawing: Drawing
  view: View
  onView: (view: View) => void
  /** Name every line, also those that carry their own label in the plot. */
  all?: boolean
}

/**
 * What the marks mean. The key of a series is a button: a press hides it, a press with Shift or a double
 * press shows it alone.
 */
export function Keys({ drawing, view, onView, all }: Props) {
  const keyed = new Set(drawing.keys.map((key) => key.series))
  // A hidden line without a key must have one, or it could not come back.
  const more = drawing.lines.filter((line) => !keyed.has(line.id) && (all || !line.shown))
  const lines = new Map(drawing.lines.map((line) => [line.id, line]))
  const many = drawing.lines.length > 1
  const hide = (id: string) => {
    if (view.only)
      return onView({ ...view, only: null, hidden: view.only === id ? [] : view.hidden })
    const hidden = view.hidden.includes(id)
      ? view.hidden.filter((other) => other !== id)
      : [...view.hidden, id]
    if (hidden.length < drawing.lines.length) onView({ ...view, hidden })
  }
  const isolate = (id: string) =>
    onView({ ...view, hidden: [], only: view.only === id ? null : id })
  const button = (id: string, mark: preact.JSX.Element, label: string) => (
    <button
      type="button"
      aria-pressed={lines.get(id)?.shown ?? true}
      title="Press to hide or show, press twice to show it alone"
      onClick={(event) => (event.shiftKey ? isolate(id) : hide(id))}
      onDblClick={() => isolate(id)}
    >
      {mark}
      {label}
    </button>
  )
  if (drawing.keys.length + more.length === 0) return null
  return (
    <ul class="keys">
      {drawing.keys.map(({ mark, colour, label, series }) => (
        <li key={`${series}${mark}${label}`}>
          {series && many ? (
            button(series, <KeyMark mark={mark} colour={colour} />, label)
          ) : (
            <span>
              <KeyMark mark={mark} colour={colour} />
              {label}
            </span>
          )}
        </li>
      ))}
      {many &&
        more.map(({ id, label, colour }) => (
          <li key={id}>{button(id, <KeyMark mark="line" colour={colour} />, label)}</li>
        ))}
    </ul>
  )
}
