import { signal } from '@preact/signals'

const words = signal('')
let timer: ReturnType<typeof setTimeout> | undefined

/** Says one short sentence at the foot of the page, read aloud by screen readers. */
export function toast(sentence: string): void {
  clearTimeout(timer)
  words.value = sentence
  timer = setTimeout(() => {
    words.value = ''
  }, 5_000)
}

export const Toasts = () => (
  <div class="toast" role="status" aria-live="polite">
    {words.value && <p>{words.value}</p>}
  </div>
)
