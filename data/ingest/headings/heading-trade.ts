import { codeOf, hasCode } from '../codes/codes.ts'
import { besideFlow, flowIn, flowsIn } from '../codes/flows.ts'
import {
  countryIn,
  inFullHan,
  isName,
  nominative,
  SIDES,
  whoseTradeIn,
} from '../codes/whose-trade.ts'
import type { HeadingCode } from '../mapping.ts'
import { isGrowth, isRelative } from '../units/measured.ts'
import { splitUnit } from '../units/units.ts'
import { unjoined } from '../unjoined.ts'

/** What a heading says of its figures: `China's exports to Russia`, `Imports to Russia`. */
interface Trade {
  flow: string
  reporter?: string | undefined
  partner?: string | undefined
  /** The heading says no more, as `Oil exports to China` does. */
  isPlain: boolean
  /** What it says before its flow, beside whose it is: `oil`. */
  goods?: string
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
/** `对俄罗斯出口`, `中国自俄罗斯进口额`, `中国与俄罗斯贸易总额`. */
const IN_HAN =
  /^(.*?)[对對自从從与與]([\p{Script=Han}]{2,8}?)(?:的)?((?:出口|进口|進口|进出口|進出口|双边|雙邊|贸易|貿易).*)$/u
/** A flow and that its value is told, and nothing more. */
const PLAIN_HAN =
  /^(?:出口|进口|進口|进出口|進出口|(?:双边|雙邊)?(?:贸易|貿易))(?:总|總)?(?:金?[额額]|值|差[额額]|[顺順逆]差)?$/u

/** What a heading says of whose trade it is, or with whom, where it names both a flow and a side of it; else undefined. */
function tradeIn(heading: string): Trade | undefined {
  const [stem, whole] = [splitUnit(heading).stem, heading].map((name) =>
    unjoined(name).replaceAll('_', ' '),
  ) as [string, string]
  return (
    inChinese(stem) ??
    behindFlow(stem) ??
    reportedBy(whole) ??
    ofOwner(stem) ??
    beforeBrackets(stem)
  )
}

const BOOKS =
  /(?<!\p{L})(?:customs|statistics|data|source)(?!\p{L})|^(?:GACC|Rosstat)$|海关|таможн\p{L}*|ФТС/iu

/** `Chinese exports to Russia (China customs)`: brackets behind tell whose books these are, or of what the trade is. */
function beforeBrackets(stem: string): Trade | undefined {
  const [, before = '', inside = ''] = /^(.*\S) ?[(（]([^()（）]+)[)）]$/.exec(stem) ?? []
  const trade = inChinese(before) ?? behindFlow(before)
  if (!trade) return undefined
  if (!BOOKS.test(inside)) return { ...trade, isPlain: false, goods: inside }
  const teller = countryIn(inside)
  const isOther = teller !== undefined && teller !== (trade.reporter ?? teller)
  return isOther ? undefined : { ...trade, ...(teller && { reporter: teller }) }
}

/** `Китай (экспорт в РФ)`, `Türkiye: exports to Russia`: whose trade it is stands before it. */
function ofOwner(stem: string): Trade | undefined {
  const [, owner = '', trade = ''] = /^([^:(]+?)(?:: | ?[(])([^()]+)[)]?$/.exec(stem) ?? []
  return reportedAs(owner, trade)
}

/** A flow to or from a country, and the name of the one that reports it. */
function reportedAs(name: string, trade: string): Trade | undefined {
  const [reporter, found] = [countryNamed(name), behindFlow(trade)]
  return reporter && found?.partner && !found.reporter ? { ...found, reporter } : undefined
}

function inChinese(stem: string): Trade | undefined {
  const [, before = '', other = '', behind = ''] = IN_HAN.exec(inFullHan(stem)) ?? []
  const isPlain = PLAIN_HAN.test(behind)
  const flow = flowIn(behind) ?? (isPlain ? 'T' : undefined)
  const partner = countryNamed(other)
  if (flow === undefined || partner === undefined) return undefined
  return { flow, reporter: countryNamed(before), partner, isPlain }
}

/** `Exports to Russia reported by China`, `Imports from China (as reported by Russia)`. */
function reportedBy(stem: string): Trade | undefined {
  const [, trade = '', by = ''] =
    /^(.*?[^\s,]),? [(]?(?:as )?reported by (?:the )?([^()]+)[)]?$/iu.exec(stem) ?? []
  return reportedAs(by, trade)
}

/** `China Exports` of a heading all in small letters, as names of columns in code are. */
const inCapitals = (text: string): string =>
  /\p{Lu}/u.test(text)
    ? text
    : text.replaceAll(/(?<!\p{L})\p{Ll}/gu, (letter) => letter.toUpperCase())

function behindFlow(stem: string): Trade | undefined {
  const [, before = '', word = '', country = ''] = BEHIND.exec(stem) ?? []
  const [flow, named] = [flowIn(before), countryNamed(country) ?? codeNamed(country)]
  if (flow === undefined || named === undefined) return undefined
  const whose = whoseTradeIn(inCapitals(before))
  const owner = before.replace(/(?:^|\s)\S+$/, '').replace(/['’]s$/, '')
  const isPlain = owner === '' || countryNamed(owner) !== undefined
  const goods = isPlain ? '' : goodsIn(before, whose)
  if (OTHER_SIDE[flow]?.test(word)) return { flow, reporter: whose, partner: named, isPlain, goods }
  return OWN_SIDE[flow]?.test(word) && whose === undefined
    ? { flow, reporter: named, isPlain, goods }
    : undefined
}

/** `crude oil` of `russian_crude_oil_exports`. */
const goodsIn = (before: string, whose: string | undefined): string =>
  besideFlow(before)
    .split(' ')
    .filter((word) => whose === undefined || whoseTradeIn(`${inCapitals(word)} exports`) !== whose)
    .join(' ')
    .replace(/ ?reported$/, '')

/** `to India`, `из Китая`: where goods go or come from stands alone. */
export function sideAlone(heading: string): Trade | undefined {
  const { stem } = splitUnit(heading)
  const [, word = '', country = ''] = /^(\p{L}+)\s+(?:the )?(\S.*)$/u.exec(stem) ?? []
  const flow = ['X', 'M'].find((one) => OTHER_SIDE[one]!.test(word))
  const partner = flow && countryNamed(country)
  return partner ? { flow, partner, isPlain: true } : undefined
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

/** `RU` behind a word that a country follows. */
const codeNamed = (text: string): string | undefined =>
  /^[A-Z]{2}$/.test(text) && hasCode('partner', text) ? codeOf('partner', text).code : undefined

/** What keeps headings from telling a dimension: a column or a line tells it, or series are known without it. */
type Told = Readonly<Record<'flow' | (typeof SIDES)[number], boolean>>

/**
 * The flow and the sides of trade that headings name, `Exports to Russia`, growth behind one with what it is of, and
 * others as measures; undefined where no heading does, they name other sides, or two are of the same.
 */
export function tradeHeadings(
  names: readonly string[],
  told: Told,
  words: readonly string[],
): HeadingCode[][] | undefined {
  if (told.flow) return undefined
  const found = tradesIn(names, words)
  const trades = found.filter((one) => one !== undefined)
  const named = SIDES.filter((side) => trades.some((one) => one[side] !== undefined))
  if (named.length === 0 || named.some((side) => told[side])) return undefined
  if (trades.some((one) => named.some((side) => one[side] === undefined))) return undefined
  const isClear = ({ isPlain, goods = '' }: Trade) => isPlain || goods !== ''
  if (trades.length < names.length && !trades.every(isClear)) return undefined
  // Oil that is sold to one and gas that is sold to another are no two partners of one trade.
  const goods = new Set(trades.map((one) => one.goods ?? ''))
  const ofGoods = goods.size > 1 || trades.length < names.length
  const codesOf = (trade: Trade): HeadingCode[] => [
    ...named.map((side) => ({ dimension: side, code: trade[side]! })),
    { dimension: 'flow', code: trade.flow },
    ...(ofGoods && trade.goods ? [{ dimension: 'measure', code: trade.goods }] : []),
  ]
  const codes = found.map((trade, i) => {
    if (trade) return codesOf(trade)
    const at = found.findLastIndex((one, before) => one !== undefined && before < i)
    const behind = at < 0 ? '' : `${splitUnit(names[at]!).stem} `
    const { stem } = splitUnit(names[i]!)
    const isAgain = at >= 0 && stem.startsWith(behind)
    const owner = isAgain || isGrowth(stem) ? found[at] : undefined
    const code = isAgain ? stem.slice(behind.length) : stem
    return [...(owner ? codesOf(owner) : []), { dimension: 'measure', code }]
  })
  const isOnceEach = new Set(codes.map((one) => JSON.stringify(one))).size === codes.length
  return isOnceEach ? codes : undefined
}

/** What each of some headings says of trade; where some are of growth, these say none of it by themselves. */
function tradesIn(names: readonly string[], words: readonly string[]): (Trade | undefined)[] {
  const alone = names.map(sideAlone)
  const [flow, more] = new Set(words.flatMap((line) => flowIn(line) ?? []))
  if (alone.every((one) => one && (flow === undefined || (flow === one.flow && !more))))
    return alone
  const areRelative = names.every(isRelative)
  const found = names.map((name) => (isRelative(name) && !areRelative ? undefined : tradeIn(name)))
  return withBalance(names, found)
}

/** `Balance` or `Total` beside exports to a country and imports from it is of the same trade. */
function withBalance(names: readonly string[], found: (Trade | undefined)[]) {
  const told = found.filter((one) => one !== undefined)
  const [first] = told
  const isOne = told.every(
    ({ reporter, partner }) => reporter === first?.reporter && partner === first?.partner,
  )
  if (!first || told.length < 2 || !isOne) return found
  const flows = flowsIn(names.map((name) => splitUnit(name).stem))
  return found.map((one, i) => {
    const flow = one ? undefined : flows[i]
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
