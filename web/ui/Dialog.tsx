import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { Button } from './Button.tsx'

interface Props {
  title: string
  onClose: () => void
  children: ComponentChildren
  /** Buttons under the body; a lone Close when left out. */
  actions?: ComponentChildren
  wide?: boolean
}

/**
 * A modal dialog: the browser's own, so that focus stays in it, Esc closes it and focus comes back. One
 * that asks begins at its first field; one whose title changes says the new one.
 */
export function Dialog({ title, onClose, children, actions, wide }: Props) {
  const box = useRef<HTMLDialogElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const isOver = useRef(false)
  const close = () => {
    if (!isOver.current) onClose()
  }
  useEffect(() => {
    const dialog = box.current
    dialog?.showModal()
    dialog?.querySelector<HTMLElement>(':read-write')?.focus()
    return () => {
      isOver.current = true
      dialog?.close()
      // What opened it may be gone by what was done in it.
      const now = document.activeElement
      if (now === document.body || dialog?.contains(now)) document.querySelector('main')?.focus()
    }
  }, [])
  const said = useRef(title)
  useEffect(() => {
    if (said.current !== title) heading.current?.focus()
    said.current = title
  }, [title])
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a click beside the dialog is a second way; Esc is the first.
    <dialog
      ref={box}
      class={wide ? 'dialog wide' : 'dialog'}
      aria-label={title}
      onCancel={(event) => {
        if (event.target !== box.current) return
        // Closed by us: the browser says only some time later that it was, when another may stand there.
        event.preventDefault()
        box.current?.close()
        close()
      }}
      onClose={close}
      onClick={(event) => {
        if (event.target === box.current) close()
      }}
    >
      <div class="dialog-body">
        <header>
          <h2 ref={heading} tabIndex={-1}>
            {title}
          </h2>
          <Button kind="bare" icon="close" onClick={close}>
            Close
          </Button>
        </header>
        {children}
        {actions && <footer>{actions}</footer>}
      </div>
    </dialog>
  )
}
