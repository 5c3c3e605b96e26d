import { codeOf, hasList } from './codes.ts'
import { headerWord, roleOfHeader } from './words.ts'

const LINE = /^["'(]?([\p{L}][^:：]{1,39}?)\s*[:：]\s*(\S.*)$/u

/** Dimensions that a line may name without a list of ours. */
const NAMED = ['commodity', 'indicator']

/** What lines above a table say of all of it, `Reporter: China`: words for every row, by their dimension. */
export function toldAbove(lines: readonly string[]): Record<string, string> {
  const told: Record<string, string> = {}
  const doubtful = new Set<string>()
  for (const line of lines) {
    const [, key = '', text = ''] = LINE.exec(line.trim()) ?? []
    const value = text.replace(/[)"'\s]+$/, '')
    const id = idOf(key, value)
    if (id === undefined || value === '') continue
    if (told[id] !== undefined && told[id] !== value) doubtful.add(id)
    told[id] ??= value
  }
  for (const id of doubtful) delete told[id]
  return told
}

/** What a key names: a dimension whose code the value is, or the source. */
function idOf(key: string, value: string): string | undefined {
  const role = key === '' ? undefined : roleOfHeader(key)
  if (role === 'source') return 'source'
  const id = role?.startsWith('dimension:') ? role.slice('dimension:'.length) : undefined
  if (id === undefined) return undefined
  if (hasList(id)) return codeOf(id, value).known ? id : undefined
  return NAMED.includes(id) && headerWord(value) !== '' ? id : undefined
}
