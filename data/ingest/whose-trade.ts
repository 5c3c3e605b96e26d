import { codeOf, hasCode } from './codes.ts'
import { ofAdjective } from './demonyms.ts'
import { namesFlow } from './flows.ts'

const TRADE = /(?<!\p{L})trade|торгов|handel|commerce|comercio|贸易|貿易/iu

/** Whether a line speaks of trade, in one flow or in both. */
export const isOfTrade = (line: string): boolean => namesFlow(line) || TRADE.test(line)

/** The country whose trade a line above a table says it is: `U.S. Imports for Consumption`; undefined where it says none. */
export const whoseTradeIn = (line: string): string | undefined =>
  isOfTrade(line) ? countryIn(line) : undefined

const MOST_WORDS = 4
const SHORT = /^(?:US|USA|UK|EU)$/
/** Exports to Russia are those of the countries that the table lists. */
const OTHER_SIDE =
  /^(?:to|from|with|into|в|во|из|с|со|к|между|nach|aus|mit|vers|avec|hacia|desde|con)$/iu
/** The same in two words: `en provenance de Chine`. */
const OTHER_SIDE_OF = /^(?:provenance|origine?|destination|destino|origen|originating)$/i

/** The first country that a line names, and whose the trade may be. */
export function countryIn(line: string): string | undefined {
  const words = line
    .split(/[\s,;:()]+/)
    .map((word) => word.replace(/['’]s$/, ''))
    .filter(Boolean)
  for (const [from, word] of words.entries()) {
    if (OTHER_SIDE.test(words[from - 1] ?? '') || OTHER_SIDE_OF.test(words[from - 2] ?? ''))
      continue
    const short = word.replaceAll('.', '')
    if (SHORT.test(short)) return codeOf('reporter', short).code
    const runs = Array.from({ length: MOST_WORDS }, (_, i) => words.slice(from, from + i + 1))
    const named = runs
      .flatMap((run) => [run.join(' '), run.map(nominative).join(' ')])
      .find(isCountry)
    if (named !== undefined) return codeOf('reporter', named).code
    // Imports of Russian gas are those of whoever buys it.
    const adjective = /^of$/i.test(words[from - 1] ?? '') ? undefined : ofAdjective(word)
    if (adjective !== undefined) return adjective
  }
  return inChinese(line)
}

const isCountry = (run: string): boolean =>
  /^\p{Lu}/u.test(run) && run.length > 3 && hasCode('reporter', run) && isName(run)

/** Longer than a code of two letters, and no word that stands for all of something. */
export const isName = (text: string): boolean =>
  (/^[A-Z]{3}$/.test(text) ||
    text.length > 3 ||
    /^[\p{Script=Han}\p{Script=Hangul}]{2,}$/u.test(text)) &&
  !['W00', 'other'].includes(codeOf('partner', text).code)

/** Endings of the genitive and of the nominative: `России`, `Китая`, `Казахстана`, `Беларуси`; `Chinas`. */
const ENDINGS: [RegExp, string][] = [
  [/ии$/u, 'ия'],
  [/([кгхжшчщ])и$/u, '$1а'],
  [/ой$/u, 'ая'],
  [/и$/u, 'ь'],
  [/ы$/u, 'а'],
  [/я$/u, 'й'],
  [/а$/u, ''],
  [/s$/u, ''],
]

/** A word of a name as lists have it, where a title has its genitive. */
export function nominative(word: string): string {
  const [ending, other] = ENDINGS.find(([end]) => end.test(word)) ?? []
  return ending ? word.replace(ending, other!) : word
}

/** What follows the country whose trade it is: `中国进出口`, `中国对主要国家`. */
const AFTER = /进出口|進出口|出口|进口|進口|对外|對外|外贸|外貿|货物|[对對自从從与與]/gu
const LONGEST = 6
const SHORTEST = 2

/** The same in a line without spaces, where goods neither come from the country nor go there. */
function inChinese(line: string): string | undefined {
  for (const { index } of line.matchAll(AFTER))
    for (let length = SHORTEST; length <= Math.min(LONGEST, index); length++) {
      const name = line.slice(index - length, index)
      const isOther = /[对對向自从從由与與和及]/.test(line[index - length - 1] ?? '')
      if (!isOther && /^\p{Script=Han}+$/u.test(name) && hasCode('reporter', name) && isName(name))
        return codeOf('reporter', name).code
    }
  return undefined
}
