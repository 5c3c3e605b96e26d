import { dimensionOfRole, type Role } from '../../model/report.ts'
import { bareName } from '../column-names.ts'
import { headerWord, roleOfHeader } from '../words.ts'
import type { Open } from './settling.ts'

/** SDMX-CSV: dimensions stand before the value, attributes after it, labels beside their codes; undefined where that says nothing. */
export function sdmxRoles(names: string[], own: boolean): Open {
  const period = names.findIndex((name) => headerWord(name) === 'time_period')
  const value = names.findIndex((name) => headerWord(name) === 'obs_value')
  const end = Math.max(period, value)
  const first = names[Math.max(period, 0)]!
  const upper = first === first.toUpperCase()
  // Where no dimension stands before the period and the value, those behind them are no attributes.
  const isTurned = !own && Math.min(...[period, value].filter((i) => i >= 0)) === 0
  const roles: Open = []
  for (const [i, name] of names.entries()) {
    const word = headerWord(name)
    // The World Bank's labels are called `REF_AREA_LABEL`; Eurostat's dimensions are ids in small letters; labels are words.
    const isNamed = i > 0 && word === `${headerWord(names[i - 1]!)}_label`
    const isLabel =
      isNamed || (upper && name !== name.toUpperCase() && !/^[a-z][a-z0-9_]*$/.test(name))
    const before = roles[i - 1]
    if (isLabel) roles.push(labelOf(before))
    else if (!own && word === 'key' && i < period) roles.push('series')
    else if (!own && word === 'title' && i > end) roles.push('title')
    else if (own && i > 1 && i < period) roles.push(`dimension:${headerWord(bareName(name))}`)
    else if (i < end) roles.push(roleOfHeader(name) ?? `dimension:${word}`)
    else roles.push(roleOfHeader(name) ?? (isTurned ? undefined : `attribute:${word}`))
  }
  return roles
}

function labelOf(code: Role | undefined): Role {
  const id = dimensionOfRole(code)
  if (id !== undefined) return `label:${id}`
  return code === 'unit' ? 'label:unit' : 'ignore'
}
