import { signal } from '@preact/signals'

/** What the address bar says: the state of the page. */
export interface Address {
  path: string
  /** With its question mark, or empty. */
  search: string
}

export type Route =
  | { page: 'dashboard'; id: string | null }
  | { page: 'explore' }
  | { page: 'series'; id: string }
  | { page: 'chart' }
  | { page: 'upload' }
  | { page: 'imports' }
  | { page: 'import'; id: number }
  | { page: 'about' }

const decode = (part: string): string => {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

/** The page that a path names; null where there is none. */
export function matchRoute(path: string): Route | null {
  const [place = '', ...rest] = path.split('/').filter(Boolean).map(decode)
  const [one, two, three] = rest
  if (place === '') return { page: 'dashboard', id: null }
  if (place === 'd' && one && !two) return { page: 'dashboard', id: one }
  if (place === 'series' && one && two && !three) return { page: 'series', id: `${one}/${two}` }
  if (place === 'imports' && one && !two)
    return /^\d+$/.test(one) ? { page: 'import', id: Number(one) } : null
  if (one) return null
  if (['explore', 'chart', 'upload', 'imports', 'about'].includes(place))
    return { page: place } as Route
  return null
}

const read = (): Address => ({ path: location.pathname, search: location.search })

/** The address bar as a signal; `go` and the browser's own buttons move it. */
export const address = signal<Address>(
  typeof location === 'undefined' ? { path: '/', search: '' } : read(),
)

/** Goes to an address of this page; `replace` leaves no step for the back button. */
export function go(href: string, { replace = false } = {}): void {
  const before = location.pathname
  history[replace ? 'replaceState' : 'pushState'](null, '', href)
  address.value = read()
  if (location.pathname !== before && !replace) scrollTo(0, 0)
}

/** Follows clicks on this page's own links without loading the page again. */
export function startRouter(): void {
  addEventListener('popstate', () => {
    address.value = read()
  })
  document.addEventListener('click', (event) => {
    if (event.defaultPrevented || event.button !== 0) return
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    const link = (event.target as Element | null)?.closest?.('a')
    if (!link || link.target || link.hasAttribute('download')) return
    if (link.origin !== location.origin || link.pathname.startsWith('/api/')) return
    if (link.hash && link.pathname === location.pathname && link.search === location.search) return
    event.preventDefault()
    go(link.pathname + link.search + link.hash)
  })
}
