import type { ComponentChildren, JSX } from 'preact'
import { Icon, type IconName } from './Icon.tsx'

type Kind = 'plain' | 'main' | 'bare'

interface Common {
  /** `main` is the one thing to do here; `bare` has no border and stands in rows of actions. */
  kind?: Kind
  icon?: IconName
  children: ComponentChildren
}

const names = (kind: Kind, extra?: unknown): string =>
  `button ${kind}${typeof extra === 'string' ? ` ${extra}` : ''}`

/** A button with words; give `href` and it is a link that looks like one. */
export function Button({
  kind = 'plain',
  icon,
  children,
  class: extra,
  ...rest
}: Common & JSX.IntrinsicElements['button']) {
  return (
    <button type="button" class={names(kind, extra)} {...rest}>
      {icon && <Icon name={icon} />}
      {children}
    </button>
  )
}

export function ButtonLink({
  kind = 'plain',
  icon,
  children,
  class: extra,
  ...rest
}: Common & JSX.IntrinsicElements['a']) {
  return (
    <a class={names(kind, extra)} {...rest}>
      {icon && <Icon name={icon} />}
      {children}
    </a>
  )
}
