import type { ComponentChildren } from 'preact'
import { useEffect } from 'preact/hooks'

interface Props {
  title: string
  /** One or two sentences under the title. */
  children?: ComponentChildren
  /** Where the reader is, over the title. */
  crumb?: ComponentChildren
  /** Controls at the right. */
  controls?: ComponentChildren
}

/** The head of a page; its title becomes the document's too. */
export function PageHead({ title, children, crumb, controls }: Props) {
  useTitle(title)
  return (
    <header class="page-head">
      <div>
        {crumb && (
          <nav class="crumb" aria-label="You are here">
            {crumb}
          </nav>
        )}
        <h1 tabIndex={-1}>{title}</h1>
        {children && <div class="lead">{children}</div>}
      </div>
      {controls && <div class="controls">{controls}</div>}
    </header>
  )
}

/** Names the document: "Imports · Entrepot". */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = title ? `${title} · Entrepot` : 'Entrepot'
  }, [title])
}
