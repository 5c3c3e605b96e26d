import { signal } from '@preact/signals'

const query = typeof matchMedia === 'undefined' ? null : matchMedia('(max-width: 699px)')

/** Whether the window is as narrow as a phone's, where tables become lists. */
export const narrow = signal(query?.matches ?? false)

query?.addEventListener('change', ({ matches }) => {
  narrow.value = matches
})
