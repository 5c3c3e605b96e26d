import { copyOf } from './copy.ts'

const KEPT = 20_000

/**
 * Remembers what was read from a text, so that the same text is read once. It forgets all when it holds
 * too much; the last text is tried first, as files repeat themselves from row to row.
 */
export function createRemembered<I, T>(read: (input: I) => T): (text: string, input: I) => T {
  const kept = new Map<string, T>()
  let lastText: string | undefined
  let last: T | undefined
  return (text, input) => {
    if (text === lastText) return last as T
    let found = kept.get(text)
    if (found === undefined) {
      found = read(input)
      if (kept.size >= KEPT) kept.clear()
      kept.set(copyOf(text), found)
    }
    lastText = text
    last = found
    return found
  }
}
