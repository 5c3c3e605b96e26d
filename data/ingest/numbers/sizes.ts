import { fileNumber } from '../../model/numbers.ts'
import { unitNamed } from '../units/listed-units.ts'
import { sizedCurrency, sizeNamed } from '../units/unit-phrase.ts'
import type { ParsedNumber } from './numbers.ts'

/** Powers of ten of the sizes that numbers are told in, the smallest first. */
const POWERS = new Map([
  ['', 0],
  ['thousand', 3],
  ['10 thousand', 4],
  ['lakh', 5],
  ['million', 6],
  ['crore', 7],
  ['100 million', 8],
  ['bn', 9],
  ['trillion', 12],
])

const power = (size: string): number => POWERS.get(size) ?? 0

/** The smallest of some sizes: in it none of the numbers told in the others has a fraction more. */
export const smallestOf = (sizes: readonly string[]): string =>
  sizes.reduce((a, b) => (power(b) < power(a) ? b : a))

/** A number told in one size, in another. */
export function inSize<N extends ParsedNumber>(number: N, from: string, to: string): N {
  const shift = power(from) - power(to)
  if (shift === 0) return number
  const value = Number(`${fileNumber(number.value, number.decimals)}e${shift}`)
  return { ...number, value, decimals: Math.max(0, number.decimals - shift) }
}

/** A figure with words behind it: `8.1bn`, `4,5 млрд руб.`, `12.3亿美元`. */
const WORDS = /^(.*\d[.,]?)\s?([^\d\s.,()%][^\d()%]*)$/u
/** `350k`, `1.2M`, `1,250m`; but `8541B` is a code. */
const FEW_DIGITS = /^[+-]?(?:\d{1,3}(?:[.,]\d+)?|\d{1,3}(?:[.,' ]\d{3})+(?:[.,]\d+)?)$/

/** A figure without the size at it, and without a currency or a unit behind that; '' for what is not there. */
export function withoutSize(text: string): { rest: string; size: string; currency: string } {
  const [, rest = '', words = ''] = WORDS.exec(text) ?? []
  const size = words === '' ? undefined : sizeNamed(words)
  if (size !== undefined && (words.length > 1 || /\P{ASCII}/u.test(words) || FEW_DIGITS.test(rest)))
    return { rest, size, currency: '' }
  const [, currency = '', many = ''] = /^(\S+) (.+)$/.exec(sizedCurrency(words) ?? '') ?? []
  if (many !== '') return { rest, size: many, currency }
  // `млн шт.`, `万辆`: a size, and what is counted.
  const [, first = '', counted = ''] =
    /^(\S+)\s+(\S.*)$/.exec(words.trim()) ?? /^([千万亿萬億]+)(\p{Script=Han}+)$/u.exec(words) ?? []
  const [large, thing] = [sizeNamed(first), unitNamed(counted)]
  if (large !== undefined && thing !== undefined && sizeOfUnit(thing).size === '')
    return { rest, size: large, currency: thing }
  const isWord = words.length > 1 || /\p{Script=Han}/u.test(words) || FEW_DIGITS.test(rest)
  const quantity = isWord ? unitNamed(words.trim()) : undefined
  if (quantity !== undefined && quantity !== 'percent') {
    const { base, size: own } = sizeOfUnit(quantity)
    return { rest, size: own, currency: base }
  }
  return { rest: text, size: '', currency: '' }
}

const OF_CURRENCY = /^([A-Z]{3}|[$¥])(?: (.+))?$/
const OF_QUANTITY = /^(?:(thousand|10 thousand|million|bn|trillion) )?(.+)$/

/** A unit without its size, and that size: `USD million` is a million of `USD`. */
export function sizeOfUnit(unit: string): { base: string; size: string } {
  const [, currency, size = ''] = OF_CURRENCY.exec(unit) ?? []
  if (currency !== undefined && POWERS.has(size)) return { base: currency, size }
  const [, many = '', base = ''] = OF_QUANTITY.exec(unit) ?? []
  return { base, size: many }
}

/** The unit of so many of another: `USD bn`, `million tonnes`; the size alone where nothing says of what. */
export function unitInSize(base: string, size: string): string {
  const words = OF_CURRENCY.test(base) ? [base, size] : [size, base]
  return words.filter(Boolean).join(' ')
}
