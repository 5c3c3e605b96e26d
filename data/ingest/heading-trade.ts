import { codeOf, hasCode } from './codes.ts'
import { flowIn } from './flows.ts'
import type { HeadingCode } from './mapping.ts'
import { splitUnit } from './units.ts'
import { isName, nominative, whoseTradeIn } from './whose-trade.ts'

/** What a heading says of its figures: `China's exports to Russia`. */
interface Trade {
  flow: string
  reporter?: string | undefined
  partner: string
}

/** Where goods go, or where they come from, behind the flow. */
const BEHIND =
  /^(.*\S)\s(?:to|from|into|with|в|из|с|со|nach|aus|vers|hacia|desde)\s+(?:the )?(\S.*)$/iu
/** `对俄罗斯出口`, `中国自俄罗斯进口额`. */
const IN_HAN = /^(.*?)[对對自从從]([\p{Script=Han}]{2,8}?)(?:的)?((?:出口|进口|進口).*)$/u

/** What a heading says of whose trade with whom, where it names both a flow and the other side; else undefined. */
function tradeIn(heading: string): Trade | undefined {
  const { stem } = splitUnit(heading)
  const [, before = '', other = '', behind = ''] = IN_HAN.exec(stem) ?? BEHIND.exec(stem) ?? []
  const flow = flowIn(`${before} ${behind}`)
  const partner = countryNamed(other)
  if (flow === undefined || flow === 'T' || partner === undefined) return undefined
  const reporter = behind === '' ? whoseTradeIn(before) : countryNamed(before)
  return { flow, reporter, partner }
}

/** A country in the nominative, or in the case that follows such a word: `Россию`, `Китая`. */
function countryNamed(text: string): string | undefined {
  const name = text.trim().replace(/[,;:]$/, '')
  const accusative = name.replace(/ю$/u, 'я').replace(/у$/u, 'а')
  const found = [name, accusative, nominative(name)].find(
    (one) => hasCode('partner', one) && isName(one),
  )
  return found === undefined ? undefined : codeOf('partner', found).code
}

/** What keeps headings from telling a dimension: a column or a line tells it, or series are known without it. */
interface Told {
  flow: boolean
  reporter: boolean
  partner: boolean
}

/**
 * The flow, the partner, and whose trade it is where all say so, of headings of which each names the other side,
 * `Exports to Russia`; undefined where one does not, or two are of the same.
 */
export function tradeHeadings(names: readonly string[], told: Told): HeadingCode[][] | undefined {
  if (told.flow || told.partner) return undefined
  const found = withBalance(names, names.map(tradeIn))
  if (!found.every((one) => one !== undefined)) return undefined
  const reporters = found.map(({ reporter }) => reporter)
  const isReported = !told.reporter && !reporters.includes(undefined)
  if (!isReported && reporters.some((one) => one !== undefined)) return undefined
  const codes = found.map(({ flow, reporter, partner }) => [
    ...(isReported ? [{ dimension: 'reporter', code: reporter! }] : []),
    { dimension: 'partner', code: partner },
    { dimension: 'flow', code: flow },
  ])
  const isOnceEach = new Set(codes.map((one) => JSON.stringify(one))).size === codes.length
  return isOnceEach ? codes : undefined
}

/** `Balance` beside exports to a country and imports from it is of the same trade. */
function withBalance(names: readonly string[], found: (Trade | undefined)[]) {
  const told = found.filter((one) => one !== undefined)
  const [first] = told
  const isOne = told.every(
    ({ reporter, partner }) => reporter === first?.reporter && partner === first?.partner,
  )
  if (!first || told.length < 2 || !isOne) return found
  return found.map((one, i) => {
    const flow = one ? undefined : flowIn(splitUnit(names[i]!).stem)
    return flow === 'B' || flow === 'T' ? { ...first, flow } : one
  })
}

/** The partner that all of some headings name; undefined where one names none, or another. */
export function partnerOfAll(names: readonly string[]): string | undefined {
  const partners = new Set(names.map((name) => tradeIn(name)?.partner))
  return partners.size === 1 ? [...partners][0] : undefined
}
