import type { ComponentChildren } from 'preact'
import { isWebAddress } from '../../data/model/web-address.ts'

interface Props {
  href: string | null
  title?: string
  children: ComponentChildren
}

/** A page elsewhere. Where its address is none of the web its words stand alone: a link could run a script. */
export const OuterLink = ({ href, title, children }: Props) =>
  href !== null && isWebAddress(href) ? (
    <a href={href} rel="noreferrer" title={title}>
      {children}
    </a>
  ) : (
    <span title={title}>{children}</span>
  )
