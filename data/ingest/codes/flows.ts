import { splitUnit } from '../units/units.ts'
import { unjoined } from '../unjoined.ts'
import { headerWord, roleOfHeader } from '../words.ts'
import { codeOf } from './codes.ts'
import { isTotalWord } from './summaries.ts'

const WORDS: [RegExp, string][] = [
  [/re-?export|реэкспорт|复出口|復出口|إعادة (?:ال)?تصدير/i, 'RX'],
  [/re-?import|реимпорт|复进口|復進口/i, 'RM'],
  [
    /(?<!\p{L})e(?:x|ks)port|экспорт|出口|輸出|수출|ausfuhr|uitvoer|[iİ]hracat|vývoz|wywóz|exporta|esporta|(?<!\p{L})ekspor|vienti(?!\p{L})|kivitel|експорт|xuất khẩu|útflutning|u[dt]f[øö]rsel|(?<!\p{L})izvoz|(?<!\p{L})(?:износ|извоз)|การส่งออก|εξαγωγ|صادرات|(?<!\p{L})(?:ال)?تصدير|(?<!\p{L})ה?יי?צוא|արտահանում|(?<!\p{L})निर्यात/iu,
    'X',
  ],
  [
    /(?<!\p{L})import|импорт|进口|進口|輸入|수입|einfuhr|invoer|[iİ]thalat|dovoz|przywóz|importa|(?<!\p{L})impor(?!t)|tuonti(?!\p{L})|behozatal|імпорт|nhập khẩu|innflutning|inn?d?f[øö]rsel|(?<!\p{L})uvoz|(?<!\p{L})(?:внос|увоз)|การนำเข้า|εισαγωγ|واردات|(?<!\p{L})(?:ال)?استيراد|(?<!\p{L})ה?יי?בוא|ներմուծում|(?<!\p{L})आयात/iu,
    'M',
  ],
]
/** Both in one word. */
const TOTAL =
  /进出口|進出口|輸出入|수출입|(?<!(?:差|出口|進口|进口)\p{Script=Han}*)(?:贸易|貿易)[总總][值额額]|(?<!\p{L})turnover|товарооборот|imports? (?:and|&) exports?|exports? (?:and|&) imports?/iu
const BALANCE =
  /贸易差额|进出口差额|進出口差額|出[(（]?入[)）]?超|[顺順逆]差|무역수지|ticaret dengesi|(?<!\p{L})trade balance|саль?до|saldo|(?<!\p{L})(?:egyenleg|bilanc[aei])(?!\p{L})/iu
const NAMED = new Set(['X', 'M', 'T', 'B', 'RX', 'RM'])
/** A total may be of anything. */
const ANYTHING = /^(?:total|trade|всего|合计)$/i

/** `出口值(含復出口)`: exports, with what is exported again. */
const WITH = /[(（](?:含|incl\.?|including|включая|einschl\.?)[^)）]*[)）]/giu

/** Prices of trade are no trade. */
const PRICES =
  /(?<!\p{L})(?:price|unit value)s? (?:ind(?:ex|ices)|deflators?)(?!\p{L})|terms of trade|индекс\p{L}* цен|价格指数/iu

export const isOfPrices = (line: string): boolean => PRICES.test(line)

/** The flow that a phrase names: `Imported value` is M; undefined where it names none, or more than one. */
export function flowIn(words: string): string | undefined {
  const phrase = unjoined(words).replace(WITH, ' ')
  if (PRICES.test(phrase)) return undefined
  // `进出口差额` is the balance of both.
  if (BALANCE.test(phrase)) return 'B'
  if (TOTAL.test(phrase)) return 'T'
  const { code, known } = codeOf('flow', phrase)
  if (known && ANYTHING.test(phrase.trim())) return undefined
  if (known) return NAMED.has(code) && !/^\d*$/.test(phrase.trim()) ? code : undefined
  const found = WORDS.filter(([word]) => word.test(phrase)).map(([, flow]) => flow)
  const again = found.find((flow) => flow.length > 1)
  return again ?? (found.length === 1 ? found[0] : undefined)
}

/** Words of a line that heads what stands below it are few. */
const FEW = 4

/** The flow that a line alone names, and all below it are of: `TY Exports`; undefined for other lines. */
export function flowOfHead(line: string): string | undefined {
  const flow = line.trim().split(/\s+/, FEW).length < FEW ? flowIn(line) : undefined
  return flow === 'T' ? undefined : flow
}

/** Whether words name a flow, or more than one. */
export const namesFlow = (words: string): boolean =>
  flowIn(words) !== undefined || WORDS.some(([word]) => word.test(words))

/** Flows that are of one side; a total may be of anything. */
const SIDES = new Set(['X', 'M', 'RX', 'RM'])

export const isOneSided = (flow: string | undefined): flow is string =>
  flow !== undefined && SIDES.has(flow)

/** The flow that each of some phrases names: `Total` beside exports and imports is of both. */
export function flowsIn(phrases: readonly string[]): (string | undefined)[] {
  const flows = phrases.map(flowIn)
  const isOfBoth = flows.includes('X') && flows.includes('M')
  const isTotal = (phrase: string) => ANYTHING.test(phrase.trim()) || isTotalWord(phrase)
  return flows.map((flow, i) => (isOfBoth && isTotal(phrases[i]!) ? 'T' : flow))
}

const SHORT = /^(?:([Ee]xp|EXP(?!\p{L}))|[Ii]mp|IMP(?!\p{L}))(?=[ _.-]|\p{Lu}|$)/u
const SHORT_BALANCE = /^bal(?=[ _.]|\p{Lu}|$)\p{L}*/u

/** Headings that shorten both flows, `exp_usd` and `imp_usd`, `expDlr` and `impDlr`, with their names in full. */
export function flowsInFull(phrases: readonly string[]): readonly string[] {
  const short = new Set(phrases.flatMap((phrase) => SHORT.exec(phrase)?.[0].toLowerCase() ?? []))
  if (short.size < 2) return phrases
  return phrases.map((phrase) =>
    phrase
      .replace(SHORT, (_, exports) => (exports ? 'exports ' : 'imports '))
      .replace(SHORT_BALANCE, 'balance'),
  )
}

/** Words beside a flow that say no more than that its value is told. */
const OF_VALUE =
  /(?<![\p{L}\p{N}])(?:(?:trade )?values?|amounts?|total|of|fob|cif|стоимость|объ[её]м|сумма|всего|wert|betrag|valeur|montant|valor|valore|wartość|hodnota|de|des|delle)(?![\p{L}\p{N}])|(?:金额|总值|總值|总额|總額|价值|金額|額|额|값|werte?)$/giu

/** `2 Eksport`, `1: Import`: the number that an office gives to a flow. */
const OWN_NUMBER = /^\d{1,2}(?:[.:] ?| - | )(?=\p{L})/u

/** `수출금액`, `수출액`: beside other measures of a flow this one keeps its name. */
const OF_MONEY = /금?액$/

/** The one-sided flow that a heading names and nothing else, `Imports (USD million)`, `出口金额`; else undefined. */
export function loneFlow(heading: string): string | undefined {
  const { stem } = splitUnit(heading.replace(OWN_NUMBER, ''))
  // `Importe` are imports in German, and amounts in Spanish.
  if (roleOfHeader(stem) !== undefined) return undefined
  const bare = stem.replaceAll(OF_VALUE, ' ').trim().replace(OF_MONEY, '')
  const named = [stem, headerWord(bare).replaceAll('_', ' ')]
  const isWord = (words: string) => /\p{L}/u.test(words)
  const found = named
    .filter(isWord)
    .map((words) => codeOf('flow', words))
    .find(({ known }) => known)
  return isOneSided(found?.code) && !/^(?:\P{L}*|\p{L}|[A-Z]{2,3})$/u.test(stem)
    ? found.code
    : undefined
}

/** More than a flow: where to, how much of it, or in what. */
const MORE = /(?<!\p{L})(?:to|from|with|nach|aus|в|из|с|vers|hacia) \p{L}|[\d(（%]/u

const FLOW_WORDS = new RegExp(
  `(?:${[TOTAL, BALANCE, ...WORDS.map(([word]) => word)].map(({ source }) => source).join('|')})(?:(?<![\\p{Script=Han}\\p{Script=Hangul}])\\p{L})*`,
  'giu',
)
/** Words that each flow has its own of: `by country of origin`, `Domestic exports`. */
const SIDE =
  /(?<!\p{L})(?:domestic|general|by|countr(?:y|ies)|origin|destination|consignment|dispatch)(?!\p{L})/giu

/** By whose books, and up to where, goods are valued: `Exports (f.a.s. basis)`. */
const TERMS = /(?<!\p{L})(?:f\.o\.b|c\.i\.f|f\.a\.s|fas|customs|basis)(?!\p{L})/giu

/** What a phrase says beside its flow: `Exports of services` is of services. */
export const besideFlow = (phrase: string): string =>
  codeOf('flow', phrase).known
    ? ''
    : headerWord(
        [WITH, FLOW_WORDS, SIDE, TERMS].reduce((rest, word) => rest.replaceAll(word, ' '), phrase),
      )
        .split(/[_-]+/)
        .map((word) => word.replaceAll(OF_VALUE, ''))
        .filter((word) => /\p{L}/u.test(word))
        .join(' ')

/** The same beside other measures of a flow, of which one may be of a part of it: `Domestic exports`, `Total exports`. */
export const measureBeside = (phrase: string): string => {
  const part = PART_OF_FLOW.exec(phrase)?.[0].toLowerCase() ?? ''
  const told = `${part} ${besideFlow(phrase)}`.trim()
  return told || (WHOLE.test(phrase) ? 'total' : 'value')
}

const WHOLE = /(?<!\p{L})(?:total|всего|итого|insgesamt)(?!\p{L})|合计/iu
const PART_OF_FLOW = /(?<!\p{L})(?:domestic|general)(?!\p{L})/iu

/** The growth or the share of a flow that a heading tells, in its words: `Change %` of `Exports (Change %)`. */
export const relativeOf = (heading: string): string =>
  unjoined(heading)
    .replaceAll(FLOW_WORDS, ' ')
    .replace(
      /^[\s\p{P}]*(?:total|value|金?[额額]|[总總][额額值])?[\s,;:(（[\]）)–—-]+|[\s,;:(（[\]）)]+$/giu,
      '',
    )
    .replace(/\s+/g, ' ')

/** Whether what stands beside a flow says where goods go, and not what they are: `from ru`. */
export const isPlaced = (goods: string): boolean =>
  /(?:^| )(?:to|from|with|nach|aus|mit|в|из|с|vers|hacia)(?: |$)/u.test(goods)

/**
 * What each of some flows is of, where all of one side say it and not all say the same: `coal_exports` beside
 * `fertiliser_imports`; undefined where they are of the same.
 */
export function goodsOf(phrases: readonly string[]): readonly string[] | undefined {
  const goods = phrases.map((phrase) => (isOneSided(flowIn(phrase)) ? besideFlow(phrase) : ''))
  const told = goods.filter((one, i) => one !== '' || isOneSided(flowIn(phrases[i]!)))
  const isOfGoods = new Set(told).size > 1 && told.every((one) => one !== '' && !isPlaced(one))
  return isOfGoods ? goods : undefined
}

/**
 * The flows that phrases name and nothing else, such as `Imports by country of origin`, where each names
 * another; undefined where one names none, or says more, or each is of other goods.
 */
export function flowsOf(phrases: readonly string[]): Record<string, string> | undefined {
  const split = phrases.map((phrase) => splitUnit(phrase.replace(OWN_NUMBER, '')))
  // `import, mnkr` beside `export, mnkr`: the unit is of both.
  const units = new Set(split.map(({ unit }) => unit))
  if (units.size > 1 || split.some(({ stem }) => MORE.test(stem))) return undefined
  const found = flowsIn(split.map(({ stem }) => stem))
  const told = phrases.map((phrase, i) => [phrase, found[i]] as const)
  const flows = new Set(told.map(([, flow]) => flow))
  if (flows.has(undefined) || flows.size < told.length) return undefined
  // Coal that is sold and fertilisers that are bought are no two sides of one trade.
  const goods = split.flatMap(({ stem }, i) => (SIDES.has(found[i]!) ? besideFlow(stem) : []))
  if (new Set(goods).size > 1) return undefined
  return Object.fromEntries(told.map(([phrase, flow]) => [phrase, flow!]))
}
