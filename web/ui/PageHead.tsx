import type { ComponentChildren } from 'preact'
import { useEffect } from 'preact/hooks'
import { printing } from '../print.ts'
import { instantWords } from '../words.ts'

interface Props {
  title: string
  /** One or two sentences under the title. */
  children?: ComponentChildren
  /** Where the reader is, over the title. */
  crumb?: ComponentChildren
  /** One line high, where what follows has a title of its own. */
  compact?: boolean
  /** Controls at the right. */
  controls?: ComponentChildren
}

/** The head of a page; its title becomes the document's too. */
export function PageHead({ title, children, crumb, compact, controls }: Props) {
  useTitle(title)
  return (
    <header class={compact ? 'page-head compact' : 'page-head'}>
      <div>
        {crumb && (
          <nav class="crumb" aria-label="You are here">
            {crumb}
          </nav>
        )}
        <h1 tabIndex={-1}>{title}</h1>
        {children && <div class="lead">{children}</div>}
        <p class="printed">
          {printing.value && `${location.href}, read on ${instantWords(new Date().toISOString())}`}
        </p>
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
