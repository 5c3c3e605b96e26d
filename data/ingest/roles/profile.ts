import { dimensionOfRole, type Role } from '../../model/report.ts'
import { areOne, type ColumnFacts, type Facts, isNumeric } from '../facts.ts'
import type { Profile } from '../profile.ts'
import { headerWord, isCodeName, labelStem, looseWord, roleOfHeader } from '../words.ts'
import { sdmxRoles } from './sdmx.ts'
import type { Open, Settling } from './settling.ts'

/** The roles that a profile gives by the names of the columns alone. */
export function profileRoles(profile: Profile, names: string[], laid: Open): Open {
  const exact = new Map(Object.entries(profile.columns ?? {}))
  const told = new Map([...exact].map(([name, role]) => [looseWord(name), role]))
  const preferred = new Set(
    Object.values(profile.prefer ?? {})
      .flat()
      .map(looseWord),
  )
  const sdmx = profile.rest === 'sdmx' ? sdmxRoles(names, false) : []
  return names.map((name, i) => {
    const word = looseWord(name)
    if (preferred.has(word)) return undefined
    return laid[i] ?? exact.get(name) ?? told.get(word) ?? sdmx[i] ?? usual(profile, name)
  })
}

/** Words that mean the same everywhere, unless the profile says that what it does not name is not read. */
function usual({ rest }: Profile, name: string): Role | undefined {
  return rest === 'ignore' ? 'ignore' : roleOfHeader(name)
}

/** What the profile says of columns by what stands in them: which of several is the code, names where there are no codes, what the rest is. */
export function settleProfile({ facts, roles, profile }: Settling): void {
  if (!profile) return
  const find = (name: string): ColumnFacts | undefined =>
    facts.columns.find((column) => looseWord(column.name) === looseWord(name))
  for (const [id, names] of Object.entries(profile.prefer ?? {})) {
    const there = names.flatMap((name) => find(name) ?? [])
    const chosen = there.find(({ filled }) => filled > 0) ?? there[0]
    for (const column of there) {
      const isLabel = column !== chosen && column.filled > 0 && labelStem(column.name) !== undefined
      roles[column.index] =
        column === chosen ? `dimension:${id}` : isLabel ? `label:${id}` : 'ignore'
    }
  }
  for (const [index, role] of roles.entries()) {
    const id = role?.startsWith('label:') ? role.slice('label:'.length) : 'unit'
    if (id !== 'unit' && !roles.includes(`dimension:${id}`)) roles[index] = `dimension:${id}`
  }
  const open = facts.columns.filter(({ index }) => roles[index] === undefined)
  if (profile.rest === 'value') {
    for (const column of open)
      if (isNumeric(column) || column.filled === 0) roles[column.index] = 'value'
  }
  if (profile.rest === 'dimension') {
    for (const { index, name } of open) roles[index] = `dimension:${headerWord(name)}`
  }
  if (profile.rest === 'pairs') settlePairs(facts, roles)
}

/** Code and label in turn: the label is the column after its code. */
function settlePairs(facts: Facts, roles: Open): void {
  for (const { index, name } of facts.columns) {
    if (roles[index] !== undefined) continue
    const before = roles[index - 1]
    const isLabel = before !== undefined && !isCodeName(name) && areOne(facts, index - 1, index)
    const id = dimensionOfRole(before)
    if (isLabel && id !== undefined) roles[index] = `label:${id}`
    else if (isLabel && !/^(?:label|value|ignore)/.test(before)) roles[index] = 'ignore'
    else roles[index] = `dimension:${headerWord(name)}`
  }
}
