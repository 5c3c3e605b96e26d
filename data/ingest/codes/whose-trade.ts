import { codeOf, hasCode } from './codes.ts'
import { ofAdjective } from './demonyms.ts'
import { flowIn, isOfPrices, isOneSided, namesFlow } from './flows.ts'

const TRADE =
  /(?<!\p{L})trade|торгов|торгівл|verslun|külkeresk|handel|commerce|comercio|贸易|貿易/iu

/** Whether a line speaks of trade, in one flow or in both. */
export const isOfTrade = (line: string): boolean => namesFlow(line) || TRADE.test(line)

/** The country whose trade a line above a table says it is: `U.S. Imports for Consumption`; undefined where it says none. */
export const whoseTradeIn = (line: string): string | undefined =>
  isOfTrade(line) ? countryIn(line) : undefined

const MOST_WORDS = 4
const SHORT = /^(?:US|USA|UK|EU|РФ|ЕС|КНР|ОАЭ)$/
const FROM = /^(?:from|из|aus|von|desde|provenance|origine?|origen|originating)$/iu
const TO = /^(?:to|into|в|во|к|nach|vers|hacia|destination|destino)$/iu
const WITH = /^(?:with|с|со|mit|avec|con|between|между|zwischen|entre)$/iu
const AND = /^(?:and|und|et|y|и|&)$/iu
/** Between a preposition and its country: `vers la Russie`, `en provenance de Chine`. */
const ARTICLE = /^(?:the|la|le|les|den|die|dem|der|de|of)$/i

/** The share of a country is of another's trade: `China's share of imports`; but of the world's it is its own. */
const SHARE = /^(?:shares?|дол[яиюе]|anteil|part|cuota|participación|quota)$/iu
const WORLD = /^(?:world|global|миров\p{L}+|welt\p{L}*|mondial\p{L}*|mundial\p{L}*)$/iu

/** A country in a line: whose trade it is, or the other side. */
interface Mention {
  code: string
  side: 'own' | 'from' | 'to' | 'with' | 'share'
  /** Its first word, and how many there are. */
  at: number
  length: number
  isAdjective: boolean
}

/** The first country that a line names, and whose the trade may be. */
export const countryIn = (line: string): string | undefined =>
  mentionsIn(line).find(({ side }) => side === 'own')?.code

/** The dimensions of who reports some trade, and of whom it is with. */
export const SIDES = ['reporter', 'partner'] as const

type Sides = Partial<Record<(typeof SIDES)[number], string>>

/**
 * The sides of the trade that a line above a table is of, as far as it says which is which: both of
 * `China imports from Russia` and of `Экспорт из Китая в Россию`, one of `Russian exports`. Nothing where
 * it names more countries.
 */
export function sidesIn(line: string): Sides {
  if (!isOfTrade(line) || isOfPrices(line)) return {}
  const words = wordsOf(line)
  const mentions = mentionsIn(line, words)
  const [mention, other] = mentions
  if (!mention || mentions.length > 2 || mention.code === other?.code) return {}
  const flow = flowIn(line)
  return other ? bothSides(mentions, flow) : oneSide(mention, words, flow)
}

function bothSides(mentions: readonly Mention[], flow: string | undefined): Sides {
  const one = (wanted: Mention['side']) => mentions.find(({ side }) => side === wanted)?.code
  const [own, from, to] = [one('own'), one('from'), one('to')]
  const between: Record<string, (string | undefined)[]> = { X: [from, to], M: [to, from] }
  const share = one('share')
  if (share) {
    const whose = isOneSided(flow) ? (own ?? between[flow]?.[0]) : undefined
    return whose ? { reporter: whose, partner: share } : {}
  }
  const [reporter, partner] = own ? [own, from ?? to ?? one('with')] : (between[flow ?? ''] ?? [])
  return reporter && partner ? { reporter, partner } : {}
}

/** Words that may stand between a country and its trade: `Russia's total exports`, `Exports of goods of Russia`. */
const BETWEEN = 3

function oneSide(
  { code, side, at, length, isAdjective }: Mention,
  words: readonly string[],
  flow: string | undefined,
): Sides {
  if (side !== 'own') {
    const isOther = side === 'with' || (side === 'to' ? flow === 'X' : flow === 'M')
    // Exports from a country, and imports to it, are its own.
    const isOwn = side === 'from' ? flow === 'X' : side === 'to' && flow === 'M'
    return isOther ? { partner: code } : isOwn ? { reporter: code } : {}
  }
  const trade = words.findIndex(isOfTrade)
  const apart = trade > at ? trade - at - length : at - trade - 1
  // Chinese car imports are of Chinese cars.
  const most = isAdjective && flow !== 'X' ? 0 : BETWEEN
  return apart <= most ? { reporter: code } : {}
}

/** `РОССИЙСКОЙ` as `Российской` in a line of capitals; what is as short as `USA` is itself. */
const inSmall = (line: string): string =>
  /\p{Ll}/u.test(line)
    ? line
    : line.replaceAll(/(?<=\p{Lu})\p{Lu}{4,}/gu, (word) => word.toLowerCase())

const wordsOf = (line: string): string[] =>
  inSmall(line)
    .split(/[\s,;:()]+/)
    .map((word) => word.replace(/['’]s$/i, ''))
    .filter(Boolean)

function mentionsIn(line: string, words = wordsOf(line)): Mention[] {
  const mentions: Mention[] = []
  for (let at = 0; at < words.length; ) {
    const country = countryAt(words, at)
    if (country)
      mentions.push({ ...country, at, side: sideOf(words, at, country, mentions.at(-1)) })
    at += country?.length ?? 1
  }
  return mentions.length > 0 ? mentions : mentionsInChinese(line)
}

function sideOf(
  words: readonly string[],
  at: number,
  { length }: Pick<Mention, 'length'>,
  before: Mention | undefined,
): Mention['side'] {
  const place = ARTICLE.test(words[at - 1] ?? '') ? at - 2 : at - 1
  const word = words[place] ?? ''
  if (AND.test(word) && before) return before.side
  if (FROM.test(word)) return 'from'
  if (TO.test(word)) return 'to'
  if (WITH.test(word)) return 'with'
  const hasShare = [word, words[at - 1], words[at + length]].some((one) => SHARE.test(one ?? ''))
  return hasShare && !words.some((one) => WORLD.test(one)) ? 'share' : 'own'
}

/** Money of a country says nothing of whose trade it is: `Foreign trade - US dollars`. */
const MONEY =
  /^(?:dollars?|euros?|yuan|renminbi|yen|won|rou?bles?|pounds?|rupees?|francs?|kron(?:er|or|a)|liras?|reais|pesos?|долл\p{L}*|руб\p{L}*|юан\p{L}*)\.?$/iu

/** The country that words name from a place on, and how many of them do. */
function countryAt(words: readonly string[], at: number) {
  if (MONEY.test(words[at + 1] ?? '')) return undefined
  const short = words[at]!.replaceAll('.', '')
  if (SHORT.test(short))
    return { code: codeOf('reporter', short).code, length: 1, isAdjective: false }
  for (let length = 1; length <= Math.min(MOST_WORDS, words.length - at); length++) {
    const run = words.slice(at, at + length)
    const named = [run.join(' '), run.map(nominative).join(' ')].find(isCountry)
    if (named !== undefined)
      return { code: codeOf('reporter', named).code, length, isAdjective: false }
  }
  // Imports of Russian gas are those of whoever buys it.
  const code = /^of$/i.test(words[at - 1] ?? '') ? undefined : ofAdjective(words[at]!)
  return code === undefined ? undefined : { code, length: 1, isAdjective: true }
}

const isCountry = (run: string): boolean =>
  /^\p{Lu}/u.test(run) && run.length > 3 && hasCode('reporter', run) && isName(run)

/** Longer than a code of two letters, and no word that stands for all of something. */
export const isName = (text: string): boolean =>
  (/^[A-Z]{3}$/.test(text) ||
    SHORT.test(text) ||
    text.length > 3 ||
    /^[\p{Script=Han}\p{Script=Hangul}]{2,}$/u.test(text)) &&
  !['W00', 'other'].includes(codeOf('partner', text).code)

/** Endings of other cases and of the nominative: `России`, `Китая`, `Казахстана`, `Россию`, `Российскую`, `Китаем`; `Chinas`. */
const ENDINGS: [RegExp, string][] = [
  [/ией$/u, 'ия'],
  [/ию$/u, 'ия'],
  [/ую$/u, 'ая'],
  [/ью$/u, 'ь'],
  [/ем$/u, 'й'],
  [/ом$/u, ''],
  [/ии$/u, 'ия'],
  [/([кгхжшчщ])и$/u, '$1а'],
  [/ой$/u, 'ая'],
  [/и$/u, 'ь'],
  [/ы$/u, 'а'],
  [/я$/u, 'й'],
  [/а$/u, ''],
  [/у$/u, 'а'],
  [/s$/u, ''],
]

/** A word of a name as lists have it, where a title has its genitive. */
export function nominative(word: string): string {
  const [ending, other] = ENDINGS.find(([end]) => end.test(word)) ?? []
  return ending ? word.replace(ending, other!) : word
}

/** What follows the country whose trade it is: `中国进出口`, `中国对主要国家`. */
const AFTER =
  /进出口|進出口|出口|进口|進口|对外|對外|外贸|外貿|货物|贸易|貿易|双边|雙邊|[对對自从從与與]/gu
/** What stands before the other side: `自俄罗斯`, `对俄罗斯`. */
const BEFORE: [RegExp, Mention['side']][] = [
  [/[自从從由]/u, 'from'],
  [/[对對向]/u, 'to'],
  [/[与與和及]/u, 'with'],
]
const LONGEST = 6
const SHORTEST = 2

/** Countries by one sign, as headlines have them. */
const SHORT_HAN: Readonly<Record<string, string>> = {
  中: '中国',
  俄: '俄罗斯',
  美: '美国',
  日: '日本',
  韩: '韩国',
  欧: '欧盟',
  英: '英国',
  德: '德国',
  印: '印度',
  哈: '哈萨克斯坦',
}
const ONE = `[${Object.keys(SHORT_HAN).join('')}]`
const PAIR = new RegExp(`(?<!\\p{Script=Han})(${ONE})(${ONE})(?=[双雙贸貿进進])`, 'gu')
const LONE = new RegExp(`(?<=[对對自从從与與])${ONE}(?=[出进進贸貿的])`, 'gu')

/** `对俄出口`, `中俄贸易` with the names of countries in full. */
export const inFullHan = (text: string): string =>
  text
    .replace(PAIR, (_, one, other) => `${SHORT_HAN[one]}与${SHORT_HAN[other]}`)
    .replace(LONE, (one) => SHORT_HAN[one]!)

/** The same in a line without spaces: the countries before such a word, each by the sign before it. */
function mentionsInChinese(told: string): Mention[] {
  const found: Mention[] = []
  const line = inFullHan(told)
  for (const { index } of line.matchAll(AFTER)) {
    const name = lengths(index)
      .map((length) => line.slice(index - length, index))
      .find(isChinese)
    if (name === undefined) continue
    const at = index - name.length
    const sign = line[at - 1] ?? ''
    const side = BEFORE.find(([before]) => before.test(sign))?.[1] ?? 'own'
    found.push({ code: codeOf('reporter', name).code, side, at: 0, length: 1, isAdjective: false })
  }
  return found
}

const lengths = (most: number): number[] =>
  Array.from(
    { length: Math.max(0, Math.min(LONGEST, most) - SHORTEST + 1) },
    (_, i) => SHORTEST + i,
  )

const isChinese = (name: string): boolean =>
  /^\p{Script=Han}+$/u.test(name) && hasCode('reporter', name) && isName(name)
