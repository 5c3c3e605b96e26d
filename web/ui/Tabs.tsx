import type { ComponentChildren } from 'preact'
import { useId, useRef } from 'preact/hooks'

interface Props<Name extends string> {
  label: string
  tabs: { name: Name; title: string }[]
  current: Name
  onChange: (name: Name) => void
  children: ComponentChildren
}

/** Tabs over one body: arrow keys walk them, Home and End go to the ends. */
export function Tabs<Name extends string>({
  label,
  tabs,
  current,
  onChange,
  children,
}: Props<Name>) {
  const id = useId()
  const list = useRef<HTMLDivElement>(null)
  const walk = (event: KeyboardEvent) => {
    const at = tabs.findIndex((tab) => tab.name === current)
    const to = {
      ArrowRight: (at + 1) % tabs.length,
      ArrowLeft: (at + tabs.length - 1) % tabs.length,
      Home: 0,
      End: tabs.length - 1,
    }[event.key]
    if (to === undefined) return
    event.preventDefault()
    onChange(tabs[to]!.name)
    list.current?.querySelectorAll('button')[to]?.focus()
  }
  return (
    <div class="tabs">
      <div role="tablist" aria-label={label} ref={list} onKeyDown={walk}>
        {tabs.map(({ name, title }) => (
          <button
            key={name}
            type="button"
            role="tab"
            id={`${id}-${name}`}
            aria-selected={name === current}
            aria-controls={`${id}-body`}
            tabIndex={name === current ? 0 : -1}
            onClick={() => onChange(name)}
          >
            {title}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${id}-body`} aria-labelledby={`${id}-${current}`}>
        {children}
      </div>
    </div>
  )
}
