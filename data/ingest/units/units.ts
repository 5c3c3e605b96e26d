import { unjoined } from '../unjoined.ts'
import { unitNamed, unitOfWords } from './listed-units.ts'
import { isGrowth, isPrice, isRelative } from './measured.ts'
import { priceNamed } from './price-units.ts'
import { isCurrencyCode, sizeBeforeCode, sizeBehindCurrency } from './unit-phrase.ts'
import { ofItsPlace } from './yuan.ts'

/** Words and signs by which a unit in no list of ours is known. */
const LIKE =
  /%|[$€£¥₽]|درهم|دينار|ريال|جنيه|ليرة|元|亿|万|тыс|млн|млрд|долл|руб|\b(?:usd|eur|cny|rmb|rub|gbp|jpy|krw|chf|inr|cad|aud|brl|hkd|twd|sgd|myr|rm|nok|sek|dkk|kr|mn?kr|md(?:r)?kr|tkr|kroner|kronor|pln|czk|sdr|dollars?|cents?|pence|euros?(?! area)|yuan|rou?bles?|kg|kilograms?|tonn?es?|tons?|[kmgt]wh|[gtpe]j|m?toe|boe|bbl|bcm|bcf|tcf|mmbtu|btu|barrels?|bushels?|gallons?|therms?|[tf]eus?|litres?|m3|thousands?|millions?|billions?|percent|per cent|index|persons?|people|units?|pieces|current|constant|per capita|1000|000s?)\b|^(?:t|mt|kt|l|pcs|pp|rs\.)$|=\s?100/i

/** A unit as a list of ours writes it, else as it stands, without an `in` before it or brackets around it. */
export function unitOf(text: string): string {
  const bare = text.trim().replace(/^[([]([^()[\]]+)[)\]]$/, '$1')
  return unitNamed(bare) ?? bare.replace(/^in (?=\S)/i, '').replace(/^'?000'?s?$/, 'thousand')
}

/** `EXR.D.USD.EUR.SP00.A` names a series, not its unit. */
const KEY = /^[\w-]+(?:[./][\w-]+){2,}$/

export const isUnit = (text: string): boolean =>
  text.trim() !== '' &&
  (unitNamed(text) !== undefined || (text.length < 60 && LIKE.test(text) && !KEY.test(text)))

/** A text where a list of ours has it as a unit. */
export const known = (text: string): string | undefined =>
  unitNamed(text) === undefined ? undefined : text

/** Whether a text is a currency that several countries call so. */
export const isNamelessCurrency = (text: string): boolean =>
  /^\(?(?:dollars|francs|pesos|kroner|kronor|rupees)\)?$/i.test(text.trim())

/** A name and the unit that stands in it. */
interface Split {
  stem: string
  unit: string | null
}

/** The ways in which a heading holds a unit, the surest first. */
const SHAPES: readonly ((text: string) => Split | undefined)[] = [
  beforeCode,
  behindCurrency,
  inBrackets,
  withinBrackets,
  beforeDash,
  behindDash,
  betweenCommaAndDash,
  behindComma,
  behindIn,
  priced,
  perOther,
  atEnd,
  signed,
  percentage,
  growth,
]

/** A longer text is a remark. */
const LONGEST = 400

/** The number of a note behind a heading: `(bbl/day)[1]`. */
const REFERENCE = /(?: ?\[(?:\d{1,2}|[a-z]|note \d)\])+$/

/** `Value (USD thousand)`, `Exports, million tonnes`, `VALUE_IN_EUROS`, `同比%`, `人民币`: a name and its unit; `null` where none is in it. */
export function splitUnit(name: string): Split {
  if (name.length > LONGEST) return { stem: name.trim(), unit: null }
  const bare = name.trim().replace(REFERENCE, '')
  const inside = /^[([]([^()[\]]+)[)\]]$/.exec(bare)?.[1]
  if (inside !== undefined && isRelative(inside)) return splitUnit(inside)
  const text = unjoined(bare)
  for (const shape of text === bare ? SHAPES : [...SHAPES, joinedAtEnd]) {
    const found = shape(text)
    if (found) return { ...found, unit: ofItsPlace(text, found.unit) }
  }
  const unit = unitNamed(text)
  const adjusted = unit === undefined ? adjustmentIn(name) : undefined
  if (!adjusted) return { stem: name.trim(), unit: unit ?? null }
  const split = splitUnit(adjusted.name)
  return { stem: `${split.stem} ${adjusted.code}`, unit: split.unit }
}

const ADJUSTED = /^(.+?)[\s_,]+\(?(sa|nsa|swda)\)?$/i

/** `exports_usd_bn_sa`: whether figures are seasonally adjusted, behind their unit, and the heading without that. */
export function adjustmentIn(heading: string): { name: string; code: string } | undefined {
  const [, name = '', code = ''] = ADJUSTED.exec(heading.trim()) ?? []
  return name !== '' && splitUnit(name).unit !== null
    ? { name, code: code.toUpperCase() }
    : undefined
}

function beforeCode(text: string): Split | undefined {
  const found = sizeBeforeCode(text)
  return found && { stem: found.stem, unit: unitOf(`${found.code} ${found.size}`) }
}

function behindCurrency(text: string): Split | undefined {
  const found = sizeBehindCurrency(text)
  return found && { stem: found.stem, unit: unitOf(`${found.currency} ${found.size}`) }
}

function inBrackets(text: string): Split | undefined {
  const [, stem = '', inside = ''] =
    /^(.*?)\s*[([（［【]([^()[\]（）【】]+)[)\]）］】]\s*$/.exec(text) ?? []
  const unit = unjoined(inside)
  if (!isUnit(unit)) return undefined
  // `Exports (Change %)`.
  const isChange = /[%％]\s*$/.test(unit) && isRelative(unit)
  return isChange ? { stem: text, unit: 'percent' } : { stem: stem.trim(), unit: unitOf(unit) }
}

/** `Erdgas [MWh] Berechnete Auflösungen`: a unit of a list of ours in square brackets among the words. */
function withinBrackets(text: string): Split | undefined {
  const [, stem, unit = '', more] = /^(\S.*?)\s*\[([^[\]]+)\]\s*(\p{L}.*)$/u.exec(text) ?? []
  return stem === undefined || unitNamed(unit) === undefined
    ? undefined
    : { stem: `${stem}, ${more}`, unit: unitOf(unit) }
}

/** `Trade (US$ Mil)-Top 5 Export Partner`: the unit of what stands before a dash or a colon. */
function beforeDash(text: string): Split | undefined {
  const unit = /^[^()]+\(([^()]+)\) ?[-–:] ?\p{L}[^()]*$/u.exec(text)?.[1]
  return unit !== undefined && isUnit(unit) ? { stem: text, unit: unitOf(unit) } : undefined
}

/** `esportazioni - migliaia di euro`, `Exportações-mensal-milhões de euros`: a unit of a list of ours behind a dash. */
function behindDash(text: string): Split | undefined {
  const [, stem, unit = ''] =
    /^(\S.*?) [-–—] ([^-–—()]+)$/.exec(text) ?? /^(\S.*\S)[-–—](\S+ [^-–—()]+)$/.exec(text) ?? []
  if (stem === undefined || unitNamed(unit) === undefined) return undefined
  return unitNamed(stem) === undefined ? { stem, unit: unitOf(unit) } : undefined
}

/** `Value of Exports, US Dollars – China, P.R.: Mainland`: a unit of a list of ours between a comma and a dash. */
function betweenCommaAndDash(text: string): Split | undefined {
  const [, stem, unit = '', more] = /^(.+)[,:] ([^,:]+?) ([-–—] \p{L}.*)$/u.exec(text) ?? []
  return stem === undefined || unitNamed(unit) === undefined
    ? undefined
    : { stem: `${stem} ${more}`, unit: unitOf(unit) }
}

/** Of `Ausfuhr: Wert Tsd. EUR` only the end is a unit, of `GDP, current US$` all behind the comma. */
function behindComma(text: string): Split | undefined {
  const [, stem = '', unit] = /^(.+?)\s*[,，:：]\s*([^,，:：()]+)$/.exec(text) ?? []
  if (unit === undefined || !isUnit(unit)) return undefined
  if (/^[%％] \p{L}/u.test(unit)) return { stem: text, unit: 'percent' }
  const words =
    unitNamed(unit) === undefined ? (ENDS[0]!.exec(unit) ?? ENDS[1]!.exec(unit))?.[1] : undefined
  if (words !== undefined && !LIKE.test(words)) return undefined
  return { stem: stem.trim(), unit: unitOf(unit) }
}

function behindIn(text: string): Split | undefined {
  const [, stem, unit] = /^(.+) in ([^()]+)$/i.exec(text) ?? []
  if (stem === undefined || unit === undefined || unitNamed(unit) === undefined) return undefined
  return { stem, unit: unitOf(unit) }
}

/** `price_eur_mwh`, `Brent USD per barrel`: the code of a currency and the quantity that it buys at the end of a heading. */
function priced(text: string): Split | undefined {
  const words = text.split(/[\s,]+/)
  const at = words.findLastIndex((word) => isCurrencyCode(word.toUpperCase()))
  const goods = words.slice(at + 1).join(' ')
  const unit = at < 0 ? undefined : priceNamed(`${words[at]}/${goods.replace(/^per /i, '')}`)
  const stem = words.slice(0, at).join(' ')
  // A letter may be a size: `exports_usd_b`.
  const isPlain = goods.length > 1 || isPrice(stem)
  return unit === undefined || !isPlain ? undefined : { stem: stem || text, unit: unitOf(unit) }
}

/** `Spot Price FOB Dollars per Barrel`, `Retail price, US cents per gallon`: an amount for another at the end of a heading. */
function perOther(text: string): Split | undefined {
  const [, stem, unit] =
    /^(\S.*?),?(?: in)? ((?:(?:US|U\.S\.) )?(?:dollars?|cents?|euros?|pence|yuan|(?:thousand|million) barrels) per (?:(?:thousand|million|metric|short|long|troy|cubic|standard) ){0,2}\p{L}+)$/iu.exec(
      text,
    ) ?? []
  return stem === undefined || unit === undefined ? undefined : { stem, unit: unitOf(unit) }
}

/** The last two words, and the last one. */
const ENDS = [/^(.+?)[,:]? (\S+ \S+)$/, /^(.+?)[,:]? (\S+)$/]
/** `Экспорт тыс. долл. США`: a size, a currency and whose it is. */
const SIZED = /^(.+?)[,:]? (\S+ \S+ (?:США|USA|US))$/i
/** Words that may be a name as well as a unit. */
const COUNTED = /^(?:units?|numbers?|items?|pieces|persons?|people|transactions?|records?|t|l)$/i
/** Behind a word for a weight `t` can be nothing else. */
const WEIGHT = /(?:gewicht|menge|masse|weight|quantity|вес|масса|poids|peso|waga|vikt|vekt)$/iu
/** `Price per`, `usd` in `usd_rub`: the unit behind it is not that of the figure. */
const RATIO = /(?:^|\s)(?:per|of|pro|je|par|por|за|на|and|or|и|или|und|et|in|to|vs|against)$|\/$/i

/** A size in a language that we do not know the words of: `millió` of a currency is not one of it. */
const SIZE =
  /(?:^|[\s–—-])(?:mil|mrd|mld|mlrd|bil|tri|млн|млрд|тыс|tys|tis|tūkst|tsd|thous|hundred|lakh|crore)\p{L}*\.?(?: (?:de|di|do|of|d'))?$/iu

/** `Exports 1000` of tonnes. */
const POWER = /(?:^|\s)'?(?:10+|1?[ .,']?000)s?$/

/** `Российский рубль`, `Chinese yuan` are names of currencies, and no units of what stands before. */
const ADJECTIVE = /(?:[сц]к(?:ий|ая|ое)|\p{L}{3}(?:ian|ese|ish|iss))$/iu

/** `CNY/RUB - yuan` is a rate of two currencies. */
const PAIR = /\b[A-Z]{3}\/[A-Z]{3}\b/

/** `Курс CNY`, `rate_usd`: the currency behind is what is exchanged. */
const EXCHANGED =
  /(?<!\p{L})(?:(?<!(?:freight|charter|hire|day) )rate|курс|kurs|kur)$|汇率$|환율$/iu

function atEnd(text: string): Split | undefined {
  if (PAIR.test(text)) return undefined
  const last = text.replace(/^.*[,:] (?=\S+ \S)/, '')
  for (const end of [SIZED, ...ENDS]) {
    const [, told, unit] = end.exec(last) ?? []
    // `USD - US dollar`.
    const before = told?.replace(/[\s–-]+$/, '')
    if (before === undefined || unit === undefined || unitNamed(unit) === undefined) continue
    if (!isNamed(before, unit)) return undefined
    return { stem: text.slice(0, -unit.length).replace(/[\s,:]+$/, ''), unit: unitOf(unit) }
  }
  return undefined
}

/** Whether a unit behind some words is that of the figures that they name, and no part of another. */
const isNamed = (before: string, unit: string): boolean =>
  !(
    (COUNTED.test(unit) && !WEIGHT.test(before)) ||
    RATIO.test(before) ||
    (EXCHANGED.test(before) && isCurrencyCode(unitOfWords(unit) ?? unit)) ||
    SIZE.test(before) ||
    POWER.test(before) ||
    isCurrencyCode(before.replace(/^.*\s/, '').toUpperCase()) ||
    ADJECTIVE.test(before) ||
    unitNamed(before) !== undefined
  )

const MOST_WORDS = 6

/** `exports_thousands_of_us_dollars`, `oil_exports_mb_d`: the longest unit at the end of words that a program joined. */
function joinedAtEnd(text: string): Split | undefined {
  const words = text.split(/,? /)
  for (let at = Math.max(1, words.length - MOST_WORDS); at < words.length; at++) {
    const [stem, behind] = [words.slice(0, at), words.slice(at)].map((some) => some.join(' '))
    // `output_g_wh`, `loaded_te_us`: R parts what begins with a capital letter.
    const unit =
      pricedIn(behind!) ??
      unitOfWords(behind!) ??
      (PARTED.test(behind!) && unitNamed(behind!.replace(' ', '')))
    const sized = unit && sizeBeforeCode(`${stem} (${unit})`)
    if (sized) return { stem: sized.stem, unit: unitOf(`${sized.code} ${sized.size}`) }
    if (unit) return isNamed(stem!, behind!) ? { stem: stem!, unit } : undefined
  }
  return undefined
}

/** `美元_桶`: a currency and what it buys. */
const pricedIn = (words: string): string | undefined =>
  isCurrencyCode(words.split(' ')[0]!.toUpperCase())
    ? undefined
    : priceNamed(words.replace(' ', '/'))

const PARTED = /^[a-z]{1,2} [a-z]{1,3}$/

/** `Trade balance $ bn`: a sign and a size at the end of a heading. */
function signed(text: string): Split | undefined {
  const [, stem, unit] =
    /^(\S.*?) ([$€£¥] ?(?:thousand|million|billion|trillion|mn?|mln|bn?|bln|trn))$/i.exec(text) ??
    []
  return stem === undefined || unit === undefined || RATIO.test(stem)
    ? undefined
    : { stem, unit: unitOf(unit) }
}

function percentage(text: string): Split | undefined {
  if (
    /(?:^|\s)(?:%|per ?cent|percentage) (?:change|growth|share)(?!\p{L})|(?:^|[ _])pct[ _]\p{L}|^percentage[ _]of[ _]/iu.test(
      text,
    )
  )
    return { stem: text, unit: 'percent' }
  const stem =
    /^(.*?[^\s±])[\s±]*[%％]$/.exec(text)?.[1] ??
    /^(?:(?:в|in|as|en) )?[%％]\s*(\p{L}.*)$/u.exec(text)?.[1]
  return stem === undefined ? undefined : { stem, unit: 'percent' }
}

function growth(text: string): Split | undefined {
  return isGrowth(text) ? { stem: text, unit: 'percent' } : undefined
}

/** The unit in brackets, or behind a comma, at the end of a heading, known by a list of ours or by its sign: `Exports by country ($m)`. */
export function unitInBrackets(heading: string): string | null {
  const unit = (inBrackets(heading) ?? behindComma(heading))?.unit ?? null
  return unit !== null && (known(unit) !== undefined || /[$€£¥₽%]/.test(unit)) ? unit : null
}
