import { computed, signal } from '@preact/signals'

export type ThemeChoice = 'system' | 'light' | 'dark'

const stored = (): ThemeChoice => {
  const theme = typeof document === 'undefined' ? '' : document.documentElement.dataset.theme
  return theme === 'light' || theme === 'dark' ? theme : 'system'
}

const system = typeof matchMedia === 'undefined' ? null : matchMedia('(prefers-color-scheme: dark)')
const systemDark = signal(system?.matches ?? false)
system?.addEventListener('change', (event) => {
  systemDark.value = event.matches
})

export const themeChoice = signal<ThemeChoice>(stored())

/** The theme the page shows now, for charts. */
export const theme = computed<'light' | 'dark'>(() => {
  if (themeChoice.value !== 'system') return themeChoice.value
  return systemDark.value ? 'dark' : 'light'
})

/** Keeps the choice; `system` forgets it. */
export function chooseTheme(choice: ThemeChoice): void {
  themeChoice.value = choice
  if (choice === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = choice
  try {
    if (choice === 'system') localStorage.removeItem('theme')
    else localStorage.setItem('theme', choice)
  } catch {}
}
