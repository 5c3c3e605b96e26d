import { WRONG } from './reader/encoding.ts'

/** What pandas calls a column without a name. */
const UNNAMED = /\bUnnamed: \d+(?:_level_\d+)?/g

/** Names for all columns behind the first `before`: trimmed, numbered where empty or repeated. */
export function uniqueNames(columns: string[], before = 0): string[] {
  const seen = new Map<string, number>()
  return columns.map((column, i) => {
    const name =
      column.replaceAll(WRONG, '\ufffd').replace(UNNAMED, '').trim() || `column ${before + i + 1}`
    const times = (seen.get(name) ?? 0) + 1
    seen.set(name, times)
    return times === 1 ? name : `${name} (${times})`
  })
}

/** Whether a column has no name of its own: `column 3`. */
export const isNameless = (name: string): boolean => /^column \d+$/.test(name)

/** The name as the file has it: `Country (2)` is `Country` come again. */
export const bareName = (name: string): string => name.replace(/ \([1-9]\d*\)$/, '')
