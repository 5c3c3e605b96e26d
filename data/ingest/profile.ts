import { readdirSync, readFileSync } from 'node:fs'
import { lookUp } from '../model/look-up.ts'
import type { Role } from '../model/report.ts'
import { periodHeader } from './layouts/period-header.ts'
import { missingStatus } from './numbers/missing.ts'
import { isNumberText } from './numbers/number-evidence.ts'
import { looseWord } from './words.ts'

/** Words for every row that stand outside the table, found by a pattern; `$<name>` is a group of it. */
export interface Found {
  in: 'name' | 'above'
  pattern: string
  constants: Record<string, string>
}

/** How the files of one source are read: a document, so that a source more is a file more. */
export interface Profile {
  id: string
  /** The source as readers know it, and the publisher in full. */
  title: string
  source: string
  /** Headers that are all there; `a|b` is one of several. */
  header: string[]
  /** What the first header, every other header, and the lines above must look like. */
  first?: string
  others?: string
  above?: string
  /** Periods are columns. */
  isWide?: boolean
  /** What a cell of the first row must look like, by header. */
  cells?: Record<string, string>
  /** Roles by header. Those of `prefer` come first. */
  columns?: Record<string, Role>
  /** Columns of which the first that says anything is the dimension. */
  prefer?: Record<string, string[]>
  /** What the columns not named are. */
  rest?: 'sdmx' | 'dimension' | 'pairs' | 'value' | 'ignore'
  constants?: Record<string, string>
  found?: Found[]
  /** Constants that a person must say where nothing else does. */
  ask?: string[]
  decimalMark?: '.' | ','
  /** The number that its source writes where there is no figure. */
  absent?: number
  /** Units of value columns, by header. */
  units?: Record<string, string>
  /** The currency that its source calls dollars. */
  dollars?: string
  /** Codes of ours for the source's own, by dimension. */
  codes?: Record<string, Record<string, string>>
  /** Codes of a dimension that stand for all of it, so that they tell no series apart. */
  totals?: Record<string, string[]>
  /** The status of what the file writes as one; '' for none. */
  statuses?: Record<string, string>
  /** Rows that are read: those with one of the texts in the column. */
  only?: Record<string, string[]>
  /** Column of the year after which figures are estimates. */
  estimatesAfter?: string
  /** A value column's name as the title and key of its series. */
  seriesName?: string
  /** Column and pattern of the name of the data set; the first group is the name. */
  name?: { column: string; pattern: string }
}

/** What a profile says of a column, whose name a program may write in other letters: `stoim` for `STOIM`. */
export const saidOf = <T>(told: Readonly<Record<string, T>> | undefined, name: string) =>
  lookUp(told, name) ??
  Object.entries(told ?? {}).find(([own]) => looseWord(own) === looseWord(name))?.[1]

/** Where a column stands that a profile names, in whatever letters; -1 where it is not there. */
export function columnNamed(header: readonly string[], name = ''): number {
  const at = header.indexOf(name)
  return at >= 0 || name === '' ? at : header.map(looseWord).indexOf(looseWord(name))
}

const FOLDER = new URL('./profiles/', import.meta.url)

let kept: Profile[] | undefined

/** The profiles that come with the program, the most particular first. */
export function profiles(): readonly Profile[] {
  kept ??= readdirSync(FOLDER)
    .filter((name) => name.endsWith('.json'))
    .map((name) => JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')) as Profile)
    .sort((a, b) => weight(b) - weight(a) || (a.id < b.id ? -1 : 1))
  return kept
}

const weight = ({ header, first, others, above, cells }: Profile): number =>
  header.length + [first, others, above, cells].filter(Boolean).length * 2

/** The profile whose source writes such files; undefined where none does. */
export function profileOf(
  header: string[],
  above: string[],
  row: string[] = [],
): Profile | undefined {
  const words = header.map(looseWord)
  return profiles().find((profile) => fits(profile, { header, words, above, row }))
}

interface Seen {
  header: string[]
  words: string[]
  above: string[]
  row: string[]
}

function fits(profile: Profile, { header, words, above, row }: Seen): boolean {
  const named = profile.header.map((names) => names.split('|').map(looseWord))
  if (!named.every((names) => names.some((name) => words.includes(name)))) return false
  if (profile.first && !new RegExp(profile.first, 'i').test(header[0] ?? '')) return false
  if (profile.above && !new RegExp(profile.above, 'i').test(above.join('\n'))) return false
  for (const [name, pattern] of Object.entries(profile.cells ?? {})) {
    if (!new RegExp(pattern).test(row[words.indexOf(looseWord(name))] ?? '')) return false
  }
  if (profile.isWide && !header.some((name) => periodHeader(name))) return false
  const others = profile.others && new RegExp(profile.others)
  const isNamed = (word: string) => named.some((names) => names.includes(word))
  // What the profile takes for values holds some.
  const mayBeValue = (i: number) =>
    profile.rest !== 'value' ||
    isNumberText(row[i] ?? '') ||
    missingStatus(row[i] ?? '') !== undefined
  return (
    !others || header.every((name, i) => isNamed(words[i]!) || (others.test(name) && mayBeValue(i)))
  )
}

/** Words for every row from the name of the file and the lines above its header, and where they stand. */
export function constantsFound(
  { found = [] }: Pick<Profile, 'found'>,
  fileName: string,
  above: string[],
): { constants: Record<string, string>; from: Record<string, Found['in']> } {
  const constants: Record<string, string> = {}
  const from: Record<string, Found['in']> = {}
  const doubtful = new Set<string>()
  for (const one of found) {
    const match = new RegExp(one.pattern, 'iu').exec(
      one.in === 'name' ? fileName : above.join('\n'),
    )
    if (!match) continue
    for (const [id, text] of Object.entries(one.constants)) {
      const value = text
        .replace(/\$<(\w+)>/g, (_, name: string) => match.groups?.[name] ?? '')
        .trim()
      if (constants[id] !== undefined && constants[id] !== value) doubtful.add(id)
      constants[id] ??= value
      from[id] ??= one.in
    }
  }
  for (const id of doubtful) delete constants[id]
  return { constants, from }
}
