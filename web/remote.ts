import { effect, type ReadonlySignal, type Signal, signal } from '@preact/signals'
import { useEffect, useMemo } from 'preact/hooks'
import { RequestError } from './client.ts'

/** An answer on its way: the old value stays while a new one comes. */
export interface Remote<T> {
  value: T | null
  loading: boolean
  error: RequestError | null
  /** Milliseconds since 1970 at which it is asked again by itself; null where asking again is of no use. */
  retryAt: number | null
}

interface Entry {
  state: Signal<Remote<unknown>>
  load: () => Promise<void>
}

const entries = new Map<string, Entry>()
const RETRIES = [5_000, 10_000, 30_000, 60_000]

/** Whether asking again may help: no answer, too many requests or a server's own trouble. */
const passing = (error: RequestError): boolean =>
  error.status === 0 || error.status === 429 || error.status >= 500

function entryOf<T>(key: string, ask: () => Promise<T>): Entry {
  const known = entries.get(key)
  if (known) return known
  const state = signal<Remote<unknown>>({ value: null, loading: true, error: null, retryAt: null })
  let failures = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  const load = async (): Promise<void> => {
    clearTimeout(timer)
    state.value = { ...state.peek(), loading: true, retryAt: null }
    try {
      const value = await ask()
      failures = 0
      state.value = { value, loading: false, error: null, retryAt: null }
    } catch (cause) {
      const error = cause instanceof RequestError ? cause : new RequestError(String(cause), 0)
      let retryAt: number | null = null
      if (passing(error)) {
        const wait = RETRIES[Math.min(failures++, RETRIES.length - 1)]!
        retryAt = Date.now() + wait
        timer = setTimeout(load, wait)
      }
      state.value = { value: state.peek().value, loading: false, error, retryAt }
    }
  }
  const entry = { state, load }
  entries.set(key, entry)
  load()
  return entry
}

/** The kept answer to a question; asked once for all who want it. */
export const remote = <T>(key: string, ask: () => Promise<T>): ReadonlySignal<Remote<T>> =>
  entryOf(key, ask).state as Signal<Remote<T>>

/** Asks again at once. */
export const retry = (key: string): void => {
  entries.get(key)?.load()
}

/** After a write: everything shown is asked again, the old figures stay until then. */
export function refresh(): void {
  for (const entry of entries.values()) entry.load()
}

/**
 * The answer to `key` as a component's state. When the key changes, the value of the key before stays
 * until the new one is there.
 */
export function useRemote<T>(key: string | null, ask: () => Promise<T>): Remote<T> {
  const shown = useMemo(
    () => signal<Remote<T>>({ value: null, loading: key !== null, error: null, retryAt: null }),
    [],
  )
  useEffect(() => {
    if (key === null) return
    const source = remote(key, ask)
    return effect(() => {
      const next = source.value
      const value = next.value ?? (next.error ? null : shown.peek().value)
      shown.value = { ...next, value }
    })
  }, [key])
  return shown.value
}
