import { codeOf, hasCode } from '../codes/codes.ts'
import { flowIn } from '../codes/flows.ts'
import { inFullHan, isName, nominative, SIDES, whoseTradeIn } from '../codes/whose-trade.ts'
import type { HeadingCode } from '../mapping.ts'
import { splitUnit } from '../units/units.ts'

/** What a heading says of its figures: `China's exports to Russia`, `Imports to Russia`. */
interface Trade {
  flow: string
  reporter?: string | undefined
  partner?: string | undefined
}

/** Where goods go, or where they come from, behind the flow. */
const BEHIND =
  /^(.*\S)\s(to|from|into|with|в|из|с|со|nach|aus|mit|vers|hacia|desde|con)\s+(?:the )?(\S.*)$/iu
/** The other side of each flow: exports from a country, and imports to it, are its own. */
const OTHER_SIDE: Readonly<Record<string, RegExp>> = {
  X: /^(?:to|в|nach|vers|hacia)$/i,
  M: /^(?:from|из|aus|desde)$/i,
  B: /^(?:with|с|со|mit|con)$/i,
}
const OWN_SIDE: Readonly<Record<string, RegExp>> = {
  X: /^(?:from|из|aus|desde)$/i,
  M: /^(?:to|into|в|nach|hacia)$/i,
}
/** `对俄罗斯出口`, `中国自俄罗斯进口额`. */
const IN_HAN = /^(.*?)[对對自从從]([\p{Script=Han}]{2,8}?)(?:的)?((?:出口|进口|進口).*)$/u

/** What a heading says of whose trade it is, or with whom, where it names both a flow and a side of it; else undefined. */
function tradeIn(heading: string): Trade | undefined {
  const stem = splitUnit(heading).stem.replaceAll('_', ' ')
  return inChinese(stem) ?? behindFlow(stem) ?? ofOwner(stem)
}

/** `Китай (экспорт в РФ)`, `Türkiye: exports to Russia`: whose trade it is stands before it. */
function ofOwner(stem: string): Trade | undefined {
  const [, owner = '', trade = ''] = /^([^:(]+?)(?:: | ?[(])([^()]+)[)]?$/.exec(stem) ?? []
  const [reporter, found] = [countryNamed(owner), behindFlow(trade)]
  return reporter && found?.partner && !found.reporter ? { ...found, reporter } : undefined
}

function inChinese(stem: string): Trade | undefined {
  const [, before = '', other = '', behind = ''] = IN_HAN.exec(inFullHan(stem)) ?? []
  const [flow, partner] = [flowIn(behind), countryNamed(other)]
  const isOne = flow !== undefined && flow !== 'T' && partner !== undefined
  return isOne ? { flow, reporter: countryNamed(before), partner } : undefined
}

function behindFlow(stem: string): Trade | undefined {
  const [, before = '', word = '', country = ''] = BEHIND.exec(stem) ?? []
  const [flow, named] = [flowIn(before), countryNamed(country)]
  if (flow === undefined || named === undefined) return undefined
  const whose = whoseTradeIn(before)
  if (OTHER_SIDE[flow]?.test(word)) return { flow, reporter: whose, partner: named }
  return OWN_SIDE[flow]?.test(word) && whose === undefined ? { flow, reporter: named } : undefined
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
type Told = Readonly<Record<'flow' | (typeof SIDES)[number], boolean>>

/**
 * The flow and the sides of trade that all headings name, `Exports to Russia`; undefined where one does not, or two
 * are of the same.
 */
export function tradeHeadings(names: readonly string[], told: Told): HeadingCode[][] | undefined {
  const found = told.flow ? [undefined] : withBalance(names, names.map(tradeIn))
  if (!found.every((one) => one !== undefined)) return undefined
  const named = SIDES.filter((side) => found.some((one) => one[side] !== undefined))
  if (named.some((side) => told[side])) return undefined
  const codes = found.map((one) => [
    ...named.flatMap((side) => [{ dimension: side as string, code: one[side] ?? '' }]),
    { dimension: 'flow', code: one.flow },
  ])
  const isWhole = codes.every((own) => own.every(({ code }) => code !== ''))
  const isOnceEach = new Set(codes.map((one) => JSON.stringify(one))).size === codes.length
  return isWhole && isOnceEach ? codes : undefined
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

/** The sides of trade that all of some headings name alike: `Exports to Russia`, `Imports from Russia`. */
export function sidesOfAll(names: readonly string[]): Record<string, string> {
  const found = names.map(tradeIn)
  const sides = SIDES.flatMap((side): [string, string][] => {
    const [code, ...others] = new Set(found.map((one) => one?.[side]))
    return code === undefined || others.length > 0 ? [] : [[side, code]]
  })
  return Object.fromEntries(sides)
}
