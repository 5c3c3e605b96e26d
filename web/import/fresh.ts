import { useEffect } from 'preact/hooks'
import { type Remote, retry, useRemote } from '../remote.ts'

/**
 * Like `useRemote`, but asked again whenever a page comes to it: imports also end, and are undone,
 * elsewhere.
 */
export function useFresh<T>(key: string | null, ask: () => Promise<T>): Remote<T> {
  useEffect(() => {
    if (key !== null) retry(key)
  }, [key])
  return useRemote(key, ask)
}
