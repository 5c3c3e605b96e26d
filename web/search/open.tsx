import { signal } from '@preact/signals'
import { lazy } from '../ui/lazy.tsx'

/** Whether the search dialog stands over the page. */
export const searchOpen = signal(false)

export const openSearch = (): void => {
  searchOpen.value = true
}

export const SearchDialog = lazy(async () => (await import('./SearchDialog.tsx')).SearchDialog)
