import { lookUp } from '../../model/look-up.ts'
import { codeWords } from '../code-words.ts'
import { codeOf } from '../codes.ts'
import type { ColumnFacts } from '../facts.ts'
import { flowIn } from '../flows.ts'
import type { Settling } from './settling.ts'

const REPORTS = /report|declar|ref_area|geo|entity|meldel/i
const PARTNERS = ['dimension:partner', 'dimension:importer', 'dimension:exporter'] as const

/** Whether a heading, a person or the profile of the source calls a column that of who reports. */
const isCalledReporter = (
  { name }: ColumnFacts,
  { options, profile }: Pick<Settling, 'options' | 'profile'>,
): boolean =>
  REPORTS.test(name) ||
  (lookUp(options.columns, name) ?? lookUp(profile?.columns, name)) !== undefined

/** Countries beside one that is told to report all rows, by a line above or a person, are its partners. */
export function settleCountry(settling: Settling): void {
  const { facts, roles, constants, says } = settling
  const column = facts.columns[roles.indexOf('dimension:reporter')]
  const { reporter, partner } = constants
  if (!column || reporter === undefined || partner !== undefined) return
  if (isCalledReporter(column, settling) || PARTNERS.some((role) => roles.includes(role))) return
  const { code } = codeOf('reporter', reporter)
  const isOther = (text: string) => codeOf('reporter', text).code !== code
  if (![...column.distinct.keys()].some(isOther)) return
  for (const [index, role] of roles.entries()) {
    if (role === 'dimension:reporter') roles[index] = 'dimension:partner'
    if (role === 'label:reporter') roles[index] = 'label:partner'
  }
  says.push(`“${column.name}” holds the partners of ${codeWords('reporter', code)}, which reports.`)
}

/** Says that a country which no heading calls reporter or partner was taken for the reporter. */
export function sayCountry(settling: Settling): void {
  const { facts, roles, says, words } = settling
  const column = facts.columns[roles.indexOf('dimension:reporter')]
  if (!column || isCalledReporter(column, settling)) return
  const hasFlow =
    roles.includes('dimension:flow') || words.some((word) => flowIn(word) !== undefined)
  if (!hasFlow || PARTNERS.some((role) => roles.includes(role))) return
  says.push(
    `“${column.name}” is taken to be the country that reports: where it is the partner of one that reports, say so.`,
  )
}
