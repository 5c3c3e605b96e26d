import { lookUp } from '../../model/look-up.ts'
import { isOneTable } from '../../model/report.ts'
import { codeWords } from '../codes/code-words.ts'
import { codeOf } from '../codes/codes.ts'
import { membersOf } from '../codes/countries.ts'
import { flowIn, flowsInFull, isOneSided } from '../codes/flows.ts'
import { homeByLetters } from '../codes/home-letters.ts'
import { sidesIn, whoseTradeIn } from '../codes/whose-trade.ts'
import type { ColumnFacts } from '../facts.ts'
import { isOfOne, sayPartners } from '../headings/country-headings.ts'
import { homeMoney } from '../headings/home-money.ts'
import { isOfEurasia, isOfOneCountry } from '../one-country.ts'
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

/**
 * Countries that no heading calls reporters are the partners of one: of that which a line above or a person
 * says reports all rows, or whose trade the lines above say it is, or whose language the headings are in.
 */
export function settleCountry(settling: Settling): void {
  const { facts, roles, constants, says } = settling
  const column = facts.columns[roles.indexOf('dimension:reporter')]
  if (!column || constants.partner !== undefined) return
  if (isCalledReporter(column, settling) || PARTNERS.some((role) => roles.includes(role))) return
  const whose = whoseTrade(column, settling)
  if (whose === undefined) return
  for (const [index, role] of roles.entries()) {
    if (role === 'dimension:reporter') roles[index] = 'dimension:partner'
    if (role === 'label:reporter') roles[index] = 'label:partner'
  }
  says.push(`“${column.name}” holds ${whose}.`)
}

/** In words, whose partners some countries are; undefined where they report, for all that is known. */
function whoseTrade({ distinct }: ColumnFacts, settling: Settling): string | undefined {
  const { constants, above, facts, words } = settling
  const countries = new Set([...distinct.keys()].map((text) => codeOf('reporter', text).code))
  if (constants.reporter !== undefined) {
    const { code } = codeOf('reporter', constants.reporter)
    const isAlone = countries.size === 1 && countries.has(code)
    return isAlone ? undefined : `the partners of ${codeWords('reporter', code)}, which reports`
  }
  if (facts.columns.some(({ name }) => isOfEurasia(name)))
    return 'partners, as goods by ТН ВЭД are told by the customs of one country'
  if (isDeclared(settling)) return 'partners, as ИМ and ЭК are told by the customs of one country'
  // `Russian oil exports (mb/d)` over the countries, or `中国出口` over figures, says so as a line above does.
  const own = [
    ...above.flatMap((line) => sidesIn(line).reporter ?? whoseTradeIn(line) ?? []),
    ...words.flatMap((word) => sidesIn(word).reporter ?? []),
  ].filter(isOfOne)
  // Nobody is a partner of their own, nor are members of a union those of the union.
  const isOwn = (code: string) => [code, ...membersOf(code)].some((one) => countries.has(one))
  if (countries.size < 2 || own.some(isOwn)) return undefined
  if (own.length > 0 || sayPartners(words))
    return above.length > 0
      ? 'partners, by a line above the header: where they report, say so'
      : 'partners, by a heading: where they report, say so'
  // What stands above one of several tables tells it apart from the others.
  const flow = isOneTable(settling.options)
    ? above.find((line) => isOneSided(flowIn(line)))
    : undefined
  if (flow !== undefined)
    return `partners of one who is not named, since “${flow.trim()}” is a table of its own: where they report, say so`
  if (!hasFlow(settling)) return undefined
  const home = homeByLetters(words)
  if (home === undefined ? words.some(isOfOneCountry) : !isOwn(home))
    return 'partners of the country in whose language the headings are: where they report, say so'
  const money = homeMoney([...words, constants.unit ?? ''])
  return money !== undefined && !isOwn(codeOf('reporter', money.slice(0, 2)).code)
    ? `partners of the country whose money is ${money}: where they report, say so`
    : undefined
}

/** Whether flows are written as in declarations to customs, which are those of one country. */
function isDeclared({ facts, roles }: Settling): boolean {
  const flows = facts.columns[roles.indexOf('dimension:flow')]?.distinct.keys() ?? []
  const texts = [...flows]
  return texts.length > 0 && texts.every((text) => /^(?:ИМ|ЭК)$/.test(text))
}

const hasFlow = ({ roles, words }: Settling): boolean =>
  roles.includes('dimension:flow') || flowsInFull(words).some((word) => flowIn(word) !== undefined)

/** Says that a country which no heading calls reporter or partner was taken for the reporter. */
export function sayCountry(settling: Settling): void {
  const { facts, roles, says } = settling
  const column = facts.columns[roles.indexOf('dimension:reporter')]
  if (!column || isCalledReporter(column, settling) || !hasFlow(settling)) return
  if (PARTNERS.some((role) => roles.includes(role))) return
  says.push(
    `“${column.name}” is taken to be the country that reports: where it is the partner of one that reports, say so.`,
  )
}
