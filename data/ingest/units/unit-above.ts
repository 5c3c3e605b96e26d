import { measureOf } from './listed-units.ts'
import { sizeBeforeCode } from './unit-phrase.ts'
import { isNamelessCurrency, known, unitOf } from './units.ts'
import { ofItsPlace } from './yuan.ts'

const NAMED =
  /(?:^|[\s(（])(?:units?|unit of measure|einheit|eenheid|enhet|birim|jednostka|unité|unidad|unidade|unità|единица измерения|ед\. ?изм\.?|单位|單位|単位|단위|หน่วย)\s*[:：为]\s*([^;；)）\n]+)/i

/** `Valori in euro, dati cumulati`, `Valor FOB en Miles de US$`: the words between a value and what it is in. */
const VALUES_IN =
  /(?:^|[\s(（])(?:values?|amounts?|valor(?:es|i|e)?|werte?|valeurs?|wartość|значени[ея])(?:,? (?:FOB|CIF|CAF))? (?:in|en|w|в) ([^,;()（）]+)/iu
/** `Billings in US$ (000s)`, `Sales in euro (millions)`: a currency and its size behind it. */
const IN_SIZED =
  /(?<!\p{L})in ([^\s()]{1,6}(?: dollars)? ?\((?:['’]?0{3}(?:'?s)?|thousands?|millions?|billions?)\))/iu
/** `в % от итога`, `as % of total`, `% des Gesamtwerts`. */
const SHARES =
  /(?:^|[\s(])(?:(?:as|in|en|в) )?(?:%|percent|per cent|процентах) (?:от|к|of|des|der|du|del) \p{L}/iu

/** `Индексы физического объема (2021=100)`, `2014-2016=100`: the base of an index. */
const BASE =
  /(?:^|[\s(（,])((?:19|20)\d\d(?:[-–/](?:19|20)?\d\d)?(?: ?г(?:\.|од))?\s?=\s?100)(?!\d)/iu

/** What a line says of the unit of all figures, wherever it stands. */
const ofFigures: readonly ((line: string) => string | undefined)[] = [
  (line) => ofAmounts(balanced(NAMED.exec(line)?.[1])),
  (line) => known((VALUES_IN.exec(line)?.[1] ?? '').trim()),
  inSentence,
]

/** The unit that notes below a table say of its figures: `Values in thousands of dollars`; null where two differ. */
export function unitBelow(notes: readonly string[]): string | null {
  const units = notes.flatMap((line) => {
    const bare = line.replace(UNLESS, '').replace(/[.\s]+$/, '')
    return ofFigures.map((said) => said(bare) ?? '').find(known) ?? []
  })
  const [unit, ...others] = new Set(units.map(unitOf))
  return unit === undefined || others.length > 0 ? null : unit
}

/** What a line says of the unit of what stands below it, the surest first. */
const SAID: readonly ((line: string) => string | undefined)[] = [
  (line) => {
    const sized = sizeBeforeCode(line.trim().replace(/^\((.*\))\)$/, '$1'))
    return sized && `${sized.code} ${sized.size}`
  },
  (line) => ofAmounts(balanced(NAMED.exec(line)?.[1])),
  (line) =>
    known(line.replace(/^[(（\s]*(?:(?:values?|amounts?|in|в|en|ve)\s)*|[)）\s,;]+$/gi, '')),
  ofValue,
  (line) =>
    [...line.matchAll(/[([（]([^()[\]（）]+)[)\]）]/g)]
      .map(([, inside = '']) => inside)
      .find(known),
  (line) => known(/[:：]\s*([^:：()（）]+)[)）]*$/.exec(line)?.[1] ?? ''),
  (line) => known(/,\s*([^,]+)$/.exec(line)?.[1] ?? ''),
  (line) => known((line.split(/[,;]|\. /)[0] ?? '').replace(/^[[(\s]*(?:in )?/i, '')),
  (line) => known((VALUES_IN.exec(line)?.[1] ?? '').trim()),
  (line) => known(IN_SIZED.exec(line)?.[1] ?? ''),
  (line) => line.split(/[,;]/).slice(1).find(known)?.trim(),
  (line) => COUNTED_IN_HAN.exec(line)?.[1],
  (line) => SIGNED.exec(line)?.[1] ?? SIGNED_IN.exec(line)?.[1],
  inSentence,
  (line) => (SHARES.test(line) ? 'percent' : undefined),
  (line) => BASE.exec(line)?.[1],
]

const SAYS_UNIT =
  /(?:^|\P{L})(?:figures|values?|data|amounts?|numbers|данные|значения|суммы|angaben|werte|beträge)(?: (?:are|is|sind|приведены|указаны|expressed|stated|given|shown|reported|presented)){0,2} (?:in|в) (?=\S)/iu
/** Words that go on with a unit, or with another. */
const GOES_ON = /^(?:per|of|and|or|a|an|и|на|und|pro|je|\/)$/i
const MOST_WORDS = 6

/** `All figures are in millions of U.S. dollars on a nominal basis`: the longest of the words there that a list has. */
function inSentence(line: string): string | undefined {
  const said = SAYS_UNIT.exec(line)
  if (!said) return undefined
  const words = line.slice(said.index + said[0].length).split(/\s+/)
  for (let length = Math.min(MOST_WORDS, words.length); length > 0; length--) {
    const text = words.slice(0, length).join(' ')
    const unit = [text, text.replace(/[.,;:)]+$/, '')].find(known)
    if (unit !== undefined && !GOES_ON.test(words[length] ?? '')) return unit
  }
  return undefined
}

/** `乘用车产销（万辆）`: a size and what is counted. */
const COUNTED_IN_HAN =
  /[(（]((?:[十百千]?[万萬亿億]|[百千])(?:吨|噸|辆|輛|台|个|個|件|人|吨公里|立方米))[)）]\s*$/

/** `Trade with Russia, $ bn`: of which dollars only a person knows. */
const SIGNED = /[,(]\s*([$€£]\s?(?:thousand|million|billion|trillion|mn?|mln|bn?|bln|trn))\)?\s*$/i

/** `(Total sales in $M, calendar year)`. */
const SIGNED_IN =
  /(?<!\p{L})in ([$€£] ?(?:thousand|million|billion|trillion|mn?|mln|bn?|bln|trn))(?=[,;)]|$)/iu

/** `Nghìn tấn; triệu USD`: values are in the money of several units, and quantities beside them are not. */
function ofValue(line: string): string | undefined {
  const units = line.split(/[;；]|, /).filter(known)
  return units.length > 1 ? units.find((unit) => measureOf(unit) === 'value')?.trim() : undefined
}

/** `万辆、%`, `천불 %`: per cent are the unit of what is none of the amounts; of two others only a person knows. */
function ofAmounts(text: string | undefined): string | undefined {
  const units = text?.split(/[、，,]\s*|\s*[;；]\s*|\s+(?=[%％]$)/) ?? []
  const [unit, more] = units.filter((one) => unitOf(one) !== 'percent')
  const isOfBoth = units.length > 1 && unit !== undefined && more === undefined
  return isOfBoth ? unit : text
}

/** `천불(USD 1,000`: what stands in a bracket that is cut off says it once more. */
const balanced = (text: string | undefined): string | undefined =>
  text?.replace(/\s*[([（][^)\]）]*$/, '').trim()

/** `Değer: Bin ABD $ / Value: Thousand US $`: the same in two languages. */
const inEachLanguage = (line: string): string[] => [
  line,
  ...(line.includes(' / ') ? line.split(' / ') : saidAgain(line)),
]

/** `(ming t /тыс.т/thousand tons)`, `Bin ABD $ - Thousand US $`: the unit that two or more parts of a line say in their languages. */
function saidAgain(line: string): string[] {
  const parts = line.replace(/^[\s([]+|[\s)\]]+$/g, '').split(/\/| - /)
  const units = parts.filter(known)
  return units.length > 1 && new Set(units.map(unitOf)).size === 1 ? units.slice(0, 1) : []
}

const UNLESS =
  /[,;]? (?:unless|except where|если не) (?:otherwise )?\p{L}+(?: иное| otherwise)?\.?$/iu

/** The year of a title, behind its unit. */
const DATED = /\s*\((?:19|20)\d\d(?: ?[-–] ?(?:19|20)\d\d)?\)\s*$/

/** The unit that a line above a table names: `Unit: USD thousand`, `单位：亿美元`, `Value (USD Thousands)`. */
export function unitAbove(lines: readonly string[]): string | null {
  const all = lines
    .map((line) => line.replace(UNLESS, '').replace(DATED, ''))
    .flatMap(inEachLanguage)
  for (const said of SAID) {
    for (const line of all) {
      const unit = said(line)
      if (unit) return ofItsPlace(line, unitOf(unit))
    }
  }
  const times = lines.flatMap((line) => TIMES.exec(line)?.[1] ?? [])[0]
  const parts = [
    lines.find(isNamelessCurrency)?.trim(),
    SIZES.get(times?.replaceAll(/\D/g, '') ?? ''),
  ]
  return parts.filter(Boolean).join(', ') || null
}

/** `(x 1,000,000)`: how Canada's tables say that their figures are millions. */
const TIMES = /\(x ?(1(?:[, ]000){1,4})\)/
const SIZES = new Map([
  ['1000', 'thousands'],
  ['1000000', 'millions'],
  ['1000000000', 'billions'],
])
