import { isNumeric } from '../facts.ts'
import { quoted } from '../issues.ts'
import { dimensionOf, headerWord } from '../words.ts'
import type { Settling } from './settling.ts'

/**
 * A column called `Series` may hold the ids of series, or only a word that other columns tell apart:
 * then it is a dimension like these.
 */
export function settleSeries({ facts, roles }: Settling): void {
  const series = roles.indexOf('series')
  const period = roles.indexOf('period')
  if (series < 0 || period < 0) return
  // One that is called `series_id` holds ids: rows that differ there contradict each other.
  if (headerWord(facts.columns[series]!.name) !== 'series') return
  const others = facts.columns.filter((column) => {
    const role = roles[column.index]
    return role === undefined ? !isNumeric(column) : role.startsWith('dimension:')
  })
  const seen = new Map<string, string[]>()
  const isWord = facts.sample.some((row) => {
    const key = `${row[series]}\u001f${row[period]}`
    const before = seen.get(key)
    if (!before) seen.set(key, row)
    return before !== undefined && others.some(({ index }) => row[index] !== before[index])
  })
  if (isWord) roles[series] = `dimension:${dimensionOf(facts.columns[series]!.name)}`
}

/** Titles tell series apart where nothing else does: rows of one key that have two are of two series. */
export function settleTitle({ facts, roles, options, says }: Settling): void {
  const column = facts.columns[roles.indexOf('title')]
  if (!column || roles.includes('series') || options.columns?.[column.name] !== undefined) return
  const keyed = facts.columns.filter(({ index }) =>
    /^(?:dimension:|unit$)/.test(roles[index] ?? ''),
  )
  const titles = new Map<string, string>()
  const isDecided = facts.sample.every((row) => {
    const key = keyed.map(({ index }) => row[index]).join('\u001f')
    const title = row[column.index]!
    if (!titles.has(key)) titles.set(key, title)
    return titles.get(key) === title
  })
  if (isDecided) return
  roles[column.index] = `dimension:${dimensionOf(column.name)}`
  says.push(`${quoted(column.name)} tells series apart, which nothing else does.`)
}
