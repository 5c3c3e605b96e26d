import type { Question, ReadingOptions, Role } from '../../model/report.ts'
import type { ColumnFacts, Facts } from '../facts.ts'
import type { Profile } from '../profile.ts'

/** Roles that are known so far. */
export type Open = (Role | undefined)[]

/** What the steps that settle roles share. */
export interface Settling {
  facts: Facts
  roles: Open
  options: ReadingOptions
  profile: Profile | undefined
  /** A record of the file is several of these. */
  isSpread: boolean
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

export const named = (columns: readonly ColumnFacts[]): string =>
  columns.map(({ name }) => `“${name}”`).join(', ')
