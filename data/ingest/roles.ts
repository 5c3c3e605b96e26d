import type { DatasetDescription } from '../model/dataset.ts'
import type { Question, ReadingOptions, Role } from '../model/report.ts'
import {
  areOne,
  type ColumnFacts,
  type Facts,
  isNumeric,
  isPeriods,
  isPlainlyPeriods,
} from './facts.ts'
import {
  dimensionOf,
  headerWord,
  isCodeName,
  isOwnDownload,
  isQuantity,
  roleOfHeader,
} from './words.ts'

/** What each column is, who said so, and what only a person can say. */
export interface Roles {
  by: 'dataset' | 'entrepot' | 'sdmx-csv' | 'shipped' | 'headers'
  roles: Role[]
  questions: Question[]
  says: string[]
}

type Open = (Role | undefined)[]

/** Decides the role of every column: by what a person said, the dataset, the header, then the cells. */
export function rolesOf(
  facts: Facts,
  options: ReadingOptions,
  description?: DatasetDescription,
): Roles {
  const { by, roles } = byHeader(facts, description)
  const says: string[] = []
  const questions: Question[] = []
  for (const [name, role] of Object.entries(options.columns ?? {})) {
    const index = facts.columns.findIndex((column) => column.name === name)
    if (index >= 0) roles[index] = role
  }
  settlePeriod({ facts, roles, options, questions, says })
  if (by === 'headers') settleCodes(facts, roles)
  settleValue({ facts, roles, options, questions, says })
  settleRest(facts, roles, says)
  return { by, roles: roles.map((role) => role ?? 'ignore'), questions, says }
}

interface Settling {
  facts: Facts
  roles: Open
  options: ReadingOptions
  questions: Question[]
  says: string[]
}

function byHeader(
  facts: Facts,
  description?: DatasetDescription,
): { by: Roles['by']; roles: Open } {
  const names = facts.columns.map((column) => column.name)
  const described = names.map((name) => description?.columns[name])
  if (isComplete(described)) return { by: 'dataset', roles: withExtras(names, described) }
  const words = names.map(headerWord)
  if (words.includes('time_period') && words.includes('obs_value')) {
    const own = isOwnDownload(names)
    return { by: own ? 'entrepot' : 'sdmx-csv', roles: sdmxRoles(names, own) }
  }
  const roles = names.map(roleOfHeader)
  const shipped = words.includes('series_id') && words.includes('period_start')
  return { by: shipped ? 'shipped' : 'headers', roles }
}

const isComplete = (roles: Open): boolean =>
  roles.includes('value') &&
  (roles.includes('period') || (roles.includes('period_start') && roles.includes('period_end')))

/** Columns that the dataset does not know are read where they say something of a value, not of a series. */
function withExtras(names: string[], described: Open): Open {
  const extra: Role[] = ['status', 'bound', 'source', 'source_url', 'published', 'note']
  return described.map((role, i) => {
    if (role !== undefined) return role
    const known = roleOfHeader(names[i]!)
    return known && extra.includes(known) && !described.includes(known) ? known : 'ignore'
  })
}

/** SDMX-CSV: dimensions stand before the period, attributes after the value, labels beside their codes. */
function sdmxRoles(names: string[], own: boolean): Open {
  const period = names.findIndex((name) => headerWord(name) === 'time_period')
  const upper = names[period] === names[period]!.toUpperCase()
  const roles: Role[] = []
  for (const [i, name] of names.entries()) {
    const word = headerWord(name)
    const isLabel = upper && name !== name.toUpperCase()
    const before = roles[i - 1]
    if (isLabel) {
      roles.push(before?.startsWith('dimension:') ? `label:${before.slice(10)}` : 'ignore')
    } else if (own && i > 1 && i < period) roles.push(`dimension:${word}`)
    else roles.push(roleOfHeader(name) ?? (i < period ? `dimension:${word}` : `attribute:${word}`))
  }
  return roles
}

const option = ({ name, examples }: ColumnFacts) => ({
  value: name,
  label: name,
  example: examples.join(', '),
})

function answered({ facts, options }: Settling, code: string): ColumnFacts | undefined {
  const answer = options.answers?.[code]
  return facts.columns.find((column) => column.name === answer)
}

function settlePeriod(settling: Settling): void {
  const { facts, roles, questions, says } = settling
  if (roles.includes('period_start') && roles.includes('period_end')) {
    for (const [index, role] of roles.entries()) if (role === 'period') roles[index] = 'ignore'
    return
  }
  const chosen = answered(settling, 'period-column')
  const named = facts.columns.filter(({ index }) => roles[index] === 'period')
  const unnamed = facts.columns.filter(
    (column) => roles[column.index] === undefined && isPlainlyPeriods(column),
  )
  const candidates = chosen ? [chosen] : named.length > 0 ? named : unnamed
  for (const { index } of named) roles[index] = undefined
  const [first] = candidates
  if (first && (candidates.length === 1 || contains(facts, candidates))) {
    const finest = candidates.reduce((a, b) => (b.distinct.size > a.distinct.size ? b : a))
    for (const { index } of candidates) roles[index] = 'ignore'
    roles[finest.index] = 'period'
    if (!chosen && named.length === 0) says.push(`Every cell of “${first.name}” is a period.`)
    return
  }
  for (const { index } of candidates) roles[index] = 'ignore'
  const options = (candidates.length > 0 ? candidates : facts.columns).map(option)
  questions.push({
    code: 'period-column',
    column: null,
    message:
      candidates.length === 0
        ? 'No column names the period. Which one does?'
        : `The period may stand in ${candidates.map(({ name }) => `“${name}”`).join(' or ')}. Which one names it whole?`,
    options,
  })
}

/** Whether one of several period columns holds all that the others say: `2023-05` beside `2023`. */
function contains(facts: Facts, candidates: ColumnFacts[]): boolean {
  if (!candidates.every(isPeriods)) return false
  const finest = candidates.reduce((a, b) => (b.distinct.size > a.distinct.size ? b : a))
  return candidates.every((other) => {
    const told = new Map<string, string>()
    return facts.sample.every((row) => {
      const [fine, coarse] = [row[finest.index] ?? '', row[other.index] ?? '']
      if (!told.has(fine)) told.set(fine, coarse)
      return told.get(fine) === coarse
    })
  })
}

/** Columns that one of the known dimensions already speaks for become labels of it, and labels alone dimensions. */
function settleCodes(facts: Facts, roles: Open): void {
  for (const [index, role] of roles.entries()) {
    const [kind, id] = role?.split(':') ?? []
    if (kind === 'label' && !roles.includes(`dimension:${id}`)) roles[index] = `dimension:${id}`
    const first = roles.indexOf(role)
    if (kind !== 'dimension' || first === index) continue
    roles[index] = areOne(facts, first, index)
      ? `label:${id}`
      : `dimension:${dimensionOf(facts.columns[index]!.name)}`
  }
}

function settleValue(settling: Settling): void {
  const { facts, roles, options, questions, says } = settling
  const named = facts.columns.filter(({ index }) => roles[index] === 'value')
  const unnamed = facts.columns.filter(
    (column) => roles[column.index] === undefined && isNumeric(column) && !isCodeName(column.name),
  )
  const told = named.filter(({ name }) => options.columns?.[name] === 'value')
  const candidates = told.length > 0 ? told : [...named, ...unnamed]
  const clear = unnamed.length === 0 && named.filter(({ name }) => !isQuantity(name)).length <= 1
  const all = told.length > 0 || options.answers?.['value-column'] === '*' || clear
  const answer = answered(settling, 'value-column')
  const chosen = answer ? [answer] : candidates.length === 1 || all ? candidates : []
  for (const { index } of [...named, ...candidates]) roles[index] = 'ignore'
  for (const { index } of chosen) roles[index] = 'value'
  if (chosen.length === 0) questions.push(valueQuestion(facts, candidates))
  else if (named.length === 0 && candidates.length === 1 && !answer) {
    says.push(`“${chosen[0]!.name}” is the only column of numbers.`)
  }
}

function valueQuestion(facts: Facts, candidates: ColumnFacts[]): Question {
  const names = candidates.map(({ name }) => `“${name}”`).join(', ')
  const all = { value: '*', label: 'All of them: each is a measure of its own' }
  return {
    code: 'value-column',
    column: null,
    message:
      candidates.length === 0
        ? 'No column holds numbers only. Which one holds the values?'
        : `${names} hold numbers. Which are the values?`,
    options: [
      ...(candidates.length > 0 ? candidates : facts.columns).map(option),
      ...(candidates.length > 1 ? [all] : []),
    ],
  }
}

/** What no name explains: codes and repeated texts are dimensions, the rest is left out and said. */
function settleRest(facts: Facts, roles: Open, says: string[]): void {
  const period = facts.columns[roles.indexOf('period')]
  const periodsRepeat = period !== undefined && period.distinct.size < facts.rows
  const left: string[] = []
  for (const column of facts.columns) {
    if (roles[column.index] !== undefined) continue
    const { name, index, filled, distinct } = column
    const repeats = distinct.size < filled || periodsRepeat
    const isCode = isCodeName(name) || column.leadingZero || !isNumeric(column)
    if (filled > 0 && repeats && isCode && !isProse(column)) {
      roles[index] = `dimension:${dimensionOf(name)}`
      says.push(`“${name}” is no word we know; its texts repeat, so it is a dimension.`)
    } else if (filled > 0) left.push(`“${name}”`)
  }
  if (left.length > 0) says.push(`Not read: ${left.join(', ')}.`)
}

const isProse = ({ distinct }: ColumnFacts): boolean => {
  const texts = [...distinct.keys()]
  return texts.length > 0 && texts.reduce((sum, text) => sum + text.length, 0) / texts.length > 80
}
