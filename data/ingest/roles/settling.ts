import type { Question, ReadingOptions, Role } from '../../model/report.ts'
import type { ColumnFacts, Facts } from '../facts.ts'
import type { Profile } from '../profile.ts'
import type { Constants } from '../records/series.ts'

/** Roles that are known so far. */
export type Open = (Role | undefined)[]

/** What the steps that settle roles share. */
export interface Settling {
  facts: Facts
  roles: Open
  /** The same before what a person says of columns. */
  unsaid: Readonly<Open>
  options: ReadingOptions
  profile: Profile | undefined
  /** A record of the file is several of these. */
  isSpread: boolean
  /** Lines above the table; these and its headings. */
  above: readonly string[]
  words: readonly string[]
  /** Words for every row. */
  constants: Constants
  questions: Question[]
  says: string[]
}

export const option = ({ name, examples }: ColumnFacts) => ({
  value: name,
  label: name,
  example: examples.join(', '),
})

/** The column that a person named in answer to a question. */
export function answered({ facts, options }: Settling, code: string): ColumnFacts | undefined {
  const answer = options.answers?.[code]
  return facts.columns.find((column) => column.name === answer)
}

const MOST_NAMED = 12

/** The names of columns, the first ones where they are many. */
export function named(columns: readonly ColumnFacts[]): string {
  const names = columns.slice(0, MOST_NAMED).map(({ name }) => `“${name}”`)
  const more = columns.length - names.length
  return names.join(', ') + (more > 0 ? ` and ${more.toLocaleString('en')} more` : '')
}
