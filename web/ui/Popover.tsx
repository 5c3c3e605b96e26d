import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'

interface Props {
  /** Words on the button: what is chosen now. */
  title: string
  /** Whether something other than the usual is chosen. */
  isOn?: boolean
  children: ComponentChildren
}

/** A button that opens a small sheet of choices under it; Esc, or going elsewhere, closes it. */
export function Popover({ title, isOn, children }: Props) {
  const box = useRef<HTMLDetailsElement>(null)
  useEffect(() => {
    const close = (event: Event) => {
      const details = box.current
      if (!details?.open) return
      if (event instanceof KeyboardEvent) {
        if (event.key !== 'Escape') return
        details.querySelector('summary')?.focus()
      } else if (details.contains(event.target as Node)) return
      details.open = false
    }
    document.addEventListener('pointerdown', close)
    document.addEventListener('keydown', close)
    return () => {
      document.removeEventListener('pointerdown', close)
      document.removeEventListener('keydown', close)
    }
  }, [])
  const leave = ({ relatedTarget }: FocusEvent) => {
    if (relatedTarget instanceof Node && !box.current?.contains(relatedTarget))
      box.current?.removeAttribute('open')
  }
  return (
    <details ref={box} class="popover" onFocusOut={leave}>
      <summary class={isOn ? 'button on' : 'button'}>{title}</summary>
      <div class="sheet">{children}</div>
    </details>
  )
}
