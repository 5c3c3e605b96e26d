import { type Signal, useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { toast } from '../ui/Toast.tsx'

/** Pasted text as a file; its name makes the dataset's. */
export const pastedFile = (text: string, name = 'pasted-table'): File =>
  new File([text], `${name.trim().replace(/\.csv$/i, '') || 'pasted-table'}.csv`, {
    type: 'text/csv',
  })

/** Whether text may be a table: two lines or more, each in more than one cell. */
export const isTable = (text: string): boolean => {
  const lines = text.trim().split(/\r\n?|\n/)
  return lines.length > 1 && lines.slice(0, 5).every((line) => /[\t,;|]/.test(line))
}

/** The first of several files, and a word on those that are not taken. */
function firstOf(files: FileList | undefined): File | undefined {
  const [file, ...others] = files ?? []
  if (file && others.length > 0)
    toast(
      `One file at a time: ${file.name} is read, ${others.map(({ name }) => name).join(', ')} not`,
    )
  return file
}

/**
 * Takes files that are dropped anywhere on the page, and files or tables that are pasted outside of a
 * field. The signal is true while a file hangs over the page.
 */
export function useIncoming(onFile: (file: File) => void): Signal<boolean> {
  const isOver = useSignal(false)
  const take = useRef(onFile)
  take.current = onFile
  useEffect(() => {
    const ended = new AbortController()
    const { signal } = ended
    const hasFile = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false
    const over = (event: DragEvent) => {
      if (!hasFile(event)) return
      event.preventDefault()
      isOver.value = true
    }
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) isOver.value = false
    }
    const drop = (event: DragEvent) => {
      if (!hasFile(event)) return
      event.preventDefault()
      isOver.value = false
      const file = firstOf(event.dataTransfer?.files)
      if (file) take.current(file)
    }
    const paste = (event: ClipboardEvent) => {
      if ((event.target as Element | null)?.closest?.('input, textarea, select, dialog')) return
      const file = firstOf(event.clipboardData?.files)
      const text = event.clipboardData?.getData('text/plain') ?? ''
      if (file) take.current(file)
      else if (isTable(text)) take.current(pastedFile(text))
    }
    addEventListener('dragenter', over, { signal })
    addEventListener('dragover', over, { signal })
    addEventListener('dragleave', leave, { signal })
    addEventListener('drop', drop, { signal })
    addEventListener('paste', paste, { signal })
    return () => ended.abort()
  }, [])
  return isOver
}
