import { useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { api } from './client.ts'
import { whole } from './count.ts'
import { Page } from './pages.tsx'
import { useRemote } from './remote.ts'
import { address, matchRoute, type Route } from './router.ts'
import { openSearch, SearchDialog, searchOpen } from './search/open.tsx'
import { chooseTheme, type ThemeChoice, themeChoice } from './theme.ts'
import { lazy } from './ui/lazy.tsx'
import { Toasts } from './ui/Toast.tsx'

const PLACES: { href: string; title: string; pages: (Route['page'] | undefined)[] }[] = [
  { href: '/', title: 'Dashboards', pages: ['dashboard', 'chart'] },
  { href: '/explore', title: 'Explore', pages: ['explore', 'series'] },
  { href: '/imports', title: 'Imports', pages: ['imports', 'import', 'upload'] },
]

const Places = ({ route }: { route: Route | null }) => (
  <>
    {PLACES.map(({ href, title, pages }) => (
      <a key={href} href={href} aria-current={pages.includes(route?.page) ? 'page' : undefined}>
        {title}
      </a>
    ))}
  </>
)

/** Who is signed in is asked when the menu is opened, not before. */
const SignedIn = lazy(async () => (await import('./import/SignedIn.tsx')).SignedIn)

function Header({ route, series }: { route: Route | null; series: number | null }) {
  const open = useSignal(false)
  useEffect(() => {
    open.value = false
  }, [address.value])
  const words = series === null ? 'Search series' : `Search ${whole(series)} series`
  return (
    <header class="top">
      <div class="top-row">
        <a class="brand" href="/">
          <svg viewBox="0 0 20 24" width="20" height="24" aria-hidden="true">
            <path class="mast" d="M2.5 2v20" />
            <path class="flag" d="M3.5 3 19 8.5 3.5 14z" />
          </svg>
          Entrepot
        </a>
        <nav class="places" aria-label="Places">
          <Places route={route} />
        </nav>
        <button type="button" class="search-box" onClick={openSearch} aria-keyshortcuts="/">
          <span>{words}</span>
          <span class="hint" aria-hidden="true">
            /
          </span>
        </button>
        <a class="button main" href="/upload">
          Upload CSV
        </a>
        <button
          type="button"
          class="button menu-button"
          aria-expanded={open.value}
          aria-controls="menu"
          onClick={() => {
            open.value = !open.value
          }}
        >
          Menu
        </button>
      </div>
      <nav id="menu" class="menu" aria-label="Menu" hidden={!open.value}>
        <Places route={route} />
        <button type="button" onClick={openSearch}>
          {words}
        </button>
        {open.value && <SignedIn />}
      </nav>
    </header>
  )
}

const THEMES: { choice: ThemeChoice; title: string }[] = [
  { choice: 'system', title: 'As the system' },
  { choice: 'light', title: 'Light' },
  { choice: 'dark', title: 'Dark' },
]

const Footer = ({ releases }: { releases: number | null }) => (
  <footer class="foot">
    <span>Entrepot, self-hosted</span>
    {releases !== null && <span>{whole(releases)} published values, each with its source</span>}
    <a href="/about">Data and licence</a>
    <a href="/api/docs">API</a>
    <fieldset class="themes">
      <legend class="unseen">Theme</legend>
      <span aria-hidden="true">Theme</span>
      {THEMES.map(({ choice, title }) => (
        <label key={choice}>
          <input
            type="radio"
            name="theme"
            checked={themeChoice.value === choice}
            onChange={() => chooseTheme(choice)}
          />
          <span>{title}</span>
        </label>
      ))}
    </fieldset>
  </footer>
)

/** What stands round every page: the way in, the places, search, the foot. */
export function Shell() {
  const route = matchRoute(address.value.path)
  const { value } = useRemote('datasets', api.datasets)
  const count = (of: 'series' | 'releases') =>
    value ? value.datasets.reduce((sum, dataset) => sum + dataset[of], 0) : null
  const main = useRef<HTMLElement>(null)
  const path = useRef(address.value.path)
  useEffect(() => {
    if (path.current === address.value.path) return
    path.current = address.value.path
    main.current?.focus({ preventScroll: true })
  }, [address.value.path])
  useEffect(() => {
    const key = (event: KeyboardEvent) => {
      const typing = (event.target as Element | null)?.closest?.('input, textarea, select, dialog')
      if (event.key !== '/' || typing || event.ctrlKey || event.metaKey || event.altKey) return
      event.preventDefault()
      openSearch()
    }
    addEventListener('keydown', key)
    return () => removeEventListener('keydown', key)
  }, [])
  return (
    <>
      <a class="skip" href="#main">
        Skip to the figures
      </a>
      <Header route={route} series={count('series')} />
      <main id="main" ref={main} tabIndex={-1}>
        <Page route={route} />
      </main>
      <Footer releases={count('releases')} />
      {searchOpen.value && <SearchDialog />}
      <Toasts />
    </>
  )
}
