import { unitNamed } from './listed-units.ts'
import { currencyNamed, isCurrencyCode } from './unit-phrase.ts'

/** Signs of currencies, and the units that they are; `$` and `¥` are those of several. */
const SIGNS: Readonly<Record<string, string>> = {
  US$: 'USD',
  R$: 'BRL',
  $: '$',
  '€': 'EUR',
  '£': 'GBP',
  '¥': '¥',
  '₽': 'RUB',
  '₹': 'INR',
  '₩': 'KRW',
  元: 'CNY',
  руб: 'RUB',
  'руб.': 'RUB',
}

const SIGN = '(US\\$|R\\$|[$€£¥₽₹₩])'
const BEFORE = new RegExp(`^([+\\-−–]?)\\s*(?:${SIGN}\\s*|([A-Z]{3})\\s+)(?=[\\d.,(-])`)
const AFTER = /(?<=[\d)])(?:\s*([$€£¥₽₹₩]|元|руб\.?)|\s+([A-Z]{3}))$/u

let codes: ReadonlySet<string> | undefined
/** Codes of ISO 4217, and the yuan's other name. */
export const isCurrency = (text: string): boolean => {
  codes ??= new Set([...Intl.supportedValuesOf('currency'), 'RMB'])
  return codes.has(text)
}

/** `Китайский юань CNY`: a currency and its code. */
const NAME_AND_CODE = /^(.+?)[ ,(]+([A-Z]{3})\)?$/

function namesCurrency(heading: string): boolean {
  const [, name = heading, code] = NAME_AND_CODE.exec(heading) ?? []
  return code === undefined ? isOneCurrency(heading) : currencyNamed(name) === code
}

const isOneCurrency = (name: string): boolean =>
  isCurrency(name) || isCurrencyCode(unitNamed(name) ?? '') || currencyNamed(name) !== undefined

/** Whether headings are several currencies and nothing else: `USD`, `JPY`, `Euro`, and `SIT` among them, which is no more. */
export function areCurrencies(headings: readonly string[]): boolean {
  const names = headings.map((heading) => heading.trim())
  const known = names.filter(namesCurrency)
  return (
    known.length > 1 &&
    known.length * 2 > names.length &&
    names.every((name) => /^[A-Z]{3}$/.test(name) || namesCurrency(name))
  )
}

/** Whether a heading is so many of a currency, whose price stands below it: `100HUF`, `1 USD`. */
export const isPriced = (heading: string): boolean =>
  isCurrency(/^10* ?([A-Z]{3})(?!\p{L})/u.exec(heading.trim())?.[1] ?? '')

/** Two currencies that the name of a file joins: `usd_rub`, `EURCNY`. */
const MONEY = '(?:usd|eur|cny|rmb|rub|gbp|jpy|inr|krw|kzt|try|hkd|chf|byn|uah|brl|pln|cad|aud)'
const JOINED = new RegExp(`(?<!\\p{L})${MONEY}[-_/ ]?${MONEY}(?!\\p{L})`, 'iu')

/**
 * Whether the one heading of figures is a currency whose rate stands below it: where each is of a day, of which
 * hardly anything else is told, or the name of the file names two.
 */
export const isRateOf = (heading: string, fileName: string, periods: readonly string[]): boolean =>
  namesCurrency(heading.trim().toUpperCase()) &&
  (JOINED.test(fileName) || (periods.length > 1 && periods.every((text) => DAY.test(text))))

const DAY = /^(?:\d{4}([-./])\d{1,2}\1\d{1,2}|\d{1,2}([-./])\d{1,2}\2\d{4})(?:[T ].*)?$/

/** Whether texts are currencies whose rates stand below headings: they are exchanged, and no units of what stands there. */
export const areExchanged = (headings: readonly string[], texts: readonly string[]): boolean =>
  headings.length > 0 &&
  headings.every((name) => /rate(?!\p{L})|курс|^curs$|汇率/iu.test(name)) &&
  texts.every(namesCurrency)

/** A figure without the currency at it, `€5` or `5 USD`, and that currency as a unit; '' where there is none. */
export function withoutCurrency(text: string): { rest: string; currency: string } {
  const before = BEFORE.exec(text)
  const after = before ? null : AFTER.exec(text)
  const sign = before?.[2] ?? after?.[1]
  const code = before?.[3] ?? after?.[2] ?? ''
  if (sign === undefined && !isCurrency(code)) return { rest: text, currency: '' }
  const rest = before ? before[1] + text.slice(before[0].length) : text.slice(0, after!.index)
  const unit = sign === undefined ? code : (SIGNS[sign] ?? sign)
  return { rest, currency: unit === 'RMB' ? 'CNY' : unit }
}
