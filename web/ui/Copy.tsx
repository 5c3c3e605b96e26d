import { toast } from './Toast.tsx'

/** Puts text on the clipboard and says so. */
export async function copy(text: string, what: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text)
  } catch {
    const box = document.createElement('textarea')
    box.value = text
    ;(document.querySelector('dialog[open]') ?? document.body).append(box)
    box.select()
    document.execCommand('copy')
    box.remove()
  }
  toast(`${what} copied`)
}
