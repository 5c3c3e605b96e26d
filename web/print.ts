import { signal } from '@preact/signals'
import { options } from 'preact'

/** Whether the page is being put on paper: charts are drawn at its width and in light colours. */
export const printing = signal(false)

let before: string | undefined

function toPaper(): void {
  if (printing.peek()) return
  before = document.documentElement.dataset.theme
  document.documentElement.dataset.theme = 'light'
  // Printing does not wait: what follows from the signal is drawn before this function returns.
  const later = options.debounceRendering
  options.debounceRendering = (draw) => draw()
  printing.value = true
  options.debounceRendering = later
}

function toScreen(): void {
  if (!printing.peek()) return
  if (before) document.documentElement.dataset.theme = before
  else delete document.documentElement.dataset.theme
  printing.value = false
}

/** Draws for paper when the reader prints, and for the screen again after. */
export function watchPrinting(): void {
  addEventListener('beforeprint', toPaper)
  addEventListener('afterprint', toScreen)
  matchMedia('print').addEventListener('change', ({ matches }) =>
    matches ? toPaper() : toScreen(),
  )
}
