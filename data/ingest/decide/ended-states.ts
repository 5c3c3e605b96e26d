import { dimensionOfRole, type Role } from '../../model/report.ts'
import { codeOf, hasCode, listOf, nameOf } from '../codes/codes.ts'
import type { Facts } from '../facts.ts'
import { quoted } from '../issues.ts'
import type { ToldCodes } from './told-codes.ts'

/** Numbers of states that no table of the UN has years after their end, and the year of that. */
const ENDED: Readonly<Record<string, number>> = {
  '720': 1990,
  '886': 1990,
  '278': 1990,
  '280': 1990,
  '810': 1991,
  '890': 1992,
  '200': 1992,
}

/** Years for which an office may go on with the number of a state that is no more. */
const LATE = 5

/** Numbers among texts whose states had ended years before the first period of a table. */
export function endedBefore(
  texts: Iterable<string>,
  { columns }: Facts,
  roles: readonly (Role | undefined)[],
): string[] {
  const ended = [...texts].filter((text) => Object.hasOwn(ENDED, text))
  const periods = columns[roles.indexOf('period')]?.distinct.keys() ?? []
  const years = [...periods].flatMap((text) => /(?:19|20)\d\d/.exec(text)?.[0] ?? [])
  if (ended.length === 0 || years.length === 0) return []
  const first = years.reduce(
    (least, year) => Math.min(least, Number(year)),
    Number.POSITIVE_INFINITY,
  )
  return ended.filter((text) => ENDED[text]! + LATE < first)
}

/** Numbers that stay numbers, as their states had ended: in BACI's figures of 2021 none are of South Yemen. */
export function codesAfterTheEnd(facts: Facts, roles: readonly Role[], says: string[]): ToldCodes {
  const kept: ToldCodes = {}
  const said = new Set<string>()
  for (const { index, distinct } of facts.columns) {
    const id = dimensionOfRole(roles[index]) ?? ''
    if (listOf(id) !== 'countries') continue
    for (const text of endedBefore(distinct.keys(), facts, roles)) {
      if (!hasCode(id, text)) continue
      kept[id] = { ...kept[id], [text]: text }
      said.add(text)
    }
  }
  for (const text of said) {
    const { code } = codeOf('reporter', text)
    says.push(
      `${quoted(text)} was the number of ${nameOf('reporter', code)}, which ended in ${ENDED[text]}: it is kept as it is.`,
    )
  }
  return kept
}
