import { go } from './router.ts'

/** Changes parameters of the current address; null takes one away. */
export function setParams(changes: Record<string, string | null>, { replace = false } = {}): void {
  go(withParams(location.pathname, location.search, changes) + location.hash, { replace })
}

/** A path with its search changed; parameters are kept in order and spelled to be read. */
export function withParams(
  path: string,
  search: string,
  changes: Record<string, string | null>,
): string {
  const params = new URLSearchParams(search)
  for (const [name, value] of Object.entries(changes))
    if (value === null || value === '') params.delete(name)
    else params.set(name, value)
  const text = spell(params)
  return text ? `${path}?${text}` : path
}

/** Parameters as text that leaves the slashes, colons, commas and brackets of queries readable. */
export const spell = (params: URLSearchParams): string =>
  [...params]
    .map(([name, value]) => {
      const text = encodeURIComponent(value).replace(/%2F|%3A|%2C/g, decodeURIComponent)
      return `${encodeURIComponent(name)}=${text}`
    })
    .join('&')
