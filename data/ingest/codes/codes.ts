import { fold, listNamed } from '../code-lists.ts'
import { createRemembered } from '../remember.ts'
import { countryOf } from './countries.ts'

export interface Code {
  code: string
  /** False where no code list has it: the text is kept as it is. */
  known: boolean
}

type List = 'countries' | 'flows'

const LIST_OF = new Map<string, List>([
  ['reporter', 'countries'],
  ['partner', 'countries'],
  ['partner2', 'countries'],
  ['exporter', 'countries'],
  ['importer', 'countries'],
  ['origin', 'countries'],
  ['destination', 'countries'],
  ['flow', 'flows'],
])

/** The list of ours that codes of a dimension are looked up in. */
export const listOf = (dimension: string): string | undefined => LIST_OF.get(dimension)

/** Whether codes of the dimension are looked up in a list of ours. */
export const hasList = (dimension: string): boolean => LIST_OF.has(dimension)

/** The dimensions whose codes are looked up in a list of ours. */
export const listed: readonly string[] = [...LIST_OF.keys()]

/** The dimension and all others whose codes are looked up in the same list. */
export const withSameList = (dimension: string): string[] =>
  listed.filter((id) => LIST_OF.get(id) === LIST_OF.get(dimension))

/** The code that a text stands for: `Russian Federation` is RUS, `export` X; `CHN+HKG` stays a union. */
export function codeOf(dimension: string, text: string): Code {
  const list = LIST_OF.get(dimension)
  return list === undefined ? { code: text.trim(), known: true } : inList[list](text, text)
}

function codeIn(list: List, text: string): Code {
  const { codeOf } = listNamed(list)
  const whole = list === 'countries' ? countryOf(text) : codeOf.get(fold(text))
  if (whole !== undefined) return { code: whole, known: true }
  const members = text.split('+').map((member) => codeOf.get(fold(member)))
  const union = members.every((code) => code !== undefined)
  return { code: union ? members.join('+') : text.trim(), known: union }
}

/** Many series have the same countries and flows. */
const inList = {
  countries: createRemembered((text: string) => codeIn('countries', text)),
  flows: createRemembered((text: string) => codeIn('flows', text)),
}

/** The name of a code for readers; the code itself where no list has it. */
export function nameOf(dimension: string, code: string): string {
  const name = LIST_OF.get(dimension)
  if (name === undefined) return code
  const { nameOf } = listNamed(name)
  return (
    nameOf.get(code) ??
    code
      .split('+')
      .map((member) => nameOf.get(member) ?? member)
      .join(' and ')
  )
}

/** Every name by which readers look for a code. */
export function namesOf(dimension: string, code: string): string[] {
  const name = LIST_OF.get(dimension)
  const row =
    name === undefined ? undefined : listNamed(name).rows.find((each) => each.code === code)
  return row ? [row.en, row.ru, row.zh].flatMap((word) => word || []) : []
}

/** Whether a list of ours has the text as a code of the dimension. */
export const hasCode = (dimension: string, text: string): boolean =>
  text.trim() !== '' && hasList(dimension) && codeOf(dimension, text).known
