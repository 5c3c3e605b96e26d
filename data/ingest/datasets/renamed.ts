import type { DatasetDescription } from '../../model/dataset.ts'
import type { Role } from '../../model/report.ts'
import { loneFlow } from '../codes/flows.ts'
import { isPartHeader } from '../headings/part-header.ts'
import { quoted } from '../issues.ts'
import { periodIn } from '../layouts/stated.ts'
import { namesFlow, valuesOf } from '../records/described.ts'
import { splitUnit } from '../units/units.ts'
import { headerWord } from '../words.ts'

/** A column of a dataset and what a file calls it. */
export interface Renaming {
  column: string
  called: string
}

/** Roles that one column has: by such a role it is known whatever it is called. */
const ONCE = /^(?:series|period|period_part|period_start|period_end|value|unit|dimension:.+)$/

/**
 * The columns of a dataset that a later file calls otherwise: in capitals, or in another language.
 * `roles` are those that the file's columns have by themselves.
 */
export function renamings(
  description: DatasetDescription,
  header: readonly string[],
  roles: readonly Role[],
): Renaming[] {
  const { columns } = description
  const found: Renaming[] = []
  // Of several columns of values nobody knows which one it is that is called otherwise.
  const isOfOne = (role: Role): boolean =>
    ONCE.test(role) && Object.values(columns).filter((other) => other === role).length === 1
  const isFree = (name: string) =>
    !Object.hasOwn(columns, name) && !found.some(({ called }) => called === name)
  for (const [column, role] of Object.entries(columns)) {
    if (header.includes(column)) continue
    const free = header.filter(isFree)
    const alike = free.filter((name) => headerWord(name) === headerWord(column))
    const isOfRole = (name: string) =>
      roles[header.indexOf(name)] === role && mayBeCalled(description, column, name)
    const ofRole = isOfOne(role) ? free.filter(isOfRole) : []
    const [called, more] = alike.length > 0 ? alike : ofRole
    if (called !== undefined && more === undefined) found.push({ column, called })
  }
  const values = header.filter((name, i) => roles[i] === 'value' && isFree(name))
  return [...found, ...ofMeasures(description, header, values)]
}

/** `Exports, USD mn` where a dataset has `Exports (USD thousand)`: all values that a file calls otherwise, or none of them. */
function ofMeasures(
  description: DatasetDescription,
  header: readonly string[],
  names: readonly string[],
): Renaming[] {
  const isByFlow = namesFlow(description)
  const isSame = (column: string, name: string): boolean => {
    const [stem, other] = [column, name].map((each) => headerWord(splitUnit(each).stem))
    const flow = isByFlow ? loneFlow(column) : undefined
    return stem === other || (flow !== undefined && flow === loneFlow(name))
  }
  const missing = valuesOf(description).filter((column) => !header.includes(column))
  const found = names.flatMap((called) => {
    const [column, more] = missing.filter((one) => isSame(one, called))
    return column !== undefined && more === undefined ? [{ column, called }] : []
  })
  const isOnceEach = new Set(found.map(({ column }) => column)).size === names.length
  return isOnceEach ? found : []
}

/** `Exports` are no other word for `Imports`, unless the flow that a heading names tells the series apart. */
function mayBeCalled(description: DatasetDescription, column: string, name: string): boolean {
  const [before, now] = [column, name].map(loneFlow)
  const isOther = before !== undefined && now !== undefined && before !== now
  return !isOther || namesFlow(description)
}

/** `Exports` where a dataset has `Imports`, and tells its series apart by their flow: a file of the other side. */
export function otherFlow(description: DatasetDescription, header: readonly string[]): Renaming[] {
  if (!namesFlow(description)) return []
  const [column, more] = valuesOf(description)
  if (column === undefined || more !== undefined || header.includes(column)) return []
  const [called, another] = header.filter((name) => loneFlow(name) !== undefined)
  const isOne = loneFlow(column) !== undefined && called !== undefined && another === undefined
  return isOne ? [{ column, called }] : []
}

/** A dataset's description with its columns called as a file calls them, in the order that they have. */
export function calledAsIn(
  description: DatasetDescription,
  renamed: readonly Renaming[],
): DatasetDescription {
  if (renamed.length === 0) return description
  const columns = Object.entries(description.columns).map(([column, role]) => [
    renamed.find((renaming) => renaming.column === column)?.called ?? column,
    role,
  ])
  return { ...description, columns: Object.fromEntries(columns) }
}

/** Whether a column is called by another word, not only in capitals, with other signs or after another period: `Sales May 2024`. */
const isAnotherWord = ({ column, called }: Renaming): boolean =>
  headerWord(column) !== headerWord(called) &&
  (beforePeriod(column) === '' || beforePeriod(column) !== beforePeriod(called))

/** What a heading says before the period that it names; '' where it says nothing or names none. */
function beforePeriod(name: string): string {
  if (periodIn(name) === undefined) return ''
  const words = name
    .slice(0, Math.max(name.search(YEAR), 0))
    .trim()
    .split(/\s+/)
  return headerWord((isPartHeader(words.at(-1)!) ? words.slice(0, -1) : words).join(' '))
}

const YEAR = /(?<!\d)(?:19|20)\d\d/

/** Whether any column is called by another word. */
export const areOtherwise = (renamed: readonly Renaming[]): boolean => renamed.some(isAnotherWord)

const MOST_NAMED = 5

/** Says which columns are called otherwise; nothing where they differ by capitals and signs alone. */
export function renamedWords(id: string, renamed: readonly Renaming[]): string[] {
  const told = renamed.filter(isAnotherWord)
  if (told.length === 0) return []
  const names = told
    .slice(0, MOST_NAMED)
    .map(({ column, called }) => `${quoted(called)} is its ${quoted(column)}`)
  const more = told.length > MOST_NAMED ? ` and ${told.length - MOST_NAMED} more` : ''
  return [`Columns are called otherwise than in ${quoted(id)}: ${names.join(', ')}${more}.`]
}
