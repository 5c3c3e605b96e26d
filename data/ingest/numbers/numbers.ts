import { decimalsOf, fileNumber, shortest } from '../../model/numbers.ts'
import { inAscii } from './digits.ts'

export type DecimalMark = '.' | ','

export interface ParsedNumber {
  value: number
  /** Digits after the mark, as the source wrote them. */
  decimals: number
  /** It has more digits than a double holds, and was rounded. */
  isRounded?: boolean
}

/** Why a text is no number, in words that follow its quotation. */
export interface NotANumber {
  code: 'bad-number' | 'not-finite'
  why: string
}

const PLAIN: Record<DecimalMark, RegExp> = { '.': /^-?\d+(?:\.\d+)?$/, ',': /^-?\d+(?:,\d+)?$/ }
/** Blanks that separate thousands. */
export const BLANKS = '\u0020\u00a0\u2007\u2009\u202f'
const SHAPE: Record<DecimalMark, RegExp> = {
  '.': shape('\\.', ','),
  ',': shape(',', '\\.'),
}

/**
 * Sign, digits whole or in groups of three (of two above a thousand in India), fraction, exponent. An
 * exponent needs a mark in the number or a sign of its own: `1E05` is a code.
 */
function shape(decimal: string, group: string): RegExp {
  const separator = `[${BLANKS}'’${group}]`
  const groups = `\\d{1,3}(?<separator>${separator})\\d{3}(?:\\k<separator>\\d{3})*`
  const lakhs = group === ',' ? '|\\d{1,2}(?:,\\d{2})+,\\d{3}' : ''
  const exponent = `e(?<exponent>[+-]\\d+)|(?<=${decimal}\\d*)e(?<bareExponent>\\d+)`
  return new RegExp(
    `^(?<sign>[+-]?)[${BLANKS}]?(?:(?<grouped>${groups}${lakhs})|(?<plain>\\d*))` +
      `(?:${decimal}(?<fraction>\\d*))?(?:${exponent})?$`,
    'i',
  )
}

const isInfinite = (text: string): boolean => /^[+-]?(?:inf|infinity|∞)$/i.test(text)

/** What a program writes that divides by nothing: no figure, but its column is one of figures. */
export const isDividedByNothing = (text: string): boolean =>
  isInfinite(text) || /^#(?:DIV|ДЕЛ)\/0!$/i.test(text)

/** What a spreadsheet leaves where a formula failed. */
const FAILED = /^#(?:(?:DIV|ДЕЛ)\/0!|REF!|VALUE!|NAME\?|NUM!|NULL!|SPILL!|####*)$/i

/** What stands in place of a figure where working it out failed: its column is one of figures all the same. */
export const isFailed = (text: string): boolean => isInfinite(text) || FAILED.test(text)

/** Reads a number by the column's decimal mark; never a date, a code or a bound. */
export function parseNumber(text: string, mark: DecimalMark): ParsedNumber | NotANumber {
  const bare = text.trim()
  if (PLAIN[mark].test(bare)) return kept(mark === '.' ? bare : bare.replace(',', '.'), 0)
  const trimmed = inAscii(bare).replace(/^[−–]/, '-')
  if (isInfinite(trimmed)) {
    return { code: 'not-finite', why: 'it is not finite' }
  }
  const parts = SHAPE[mark].exec(trimmed)?.groups
  if (!parts || !/\d/.test(trimmed)) {
    return { code: 'bad-number', why: wrongCharacter(trimmed, mark) }
  }
  const { sign = '', grouped, plain, fraction = '' } = parts
  const exponent = parts.exponent ?? parts.bareExponent ?? '0'
  const whole = (grouped ?? plain ?? '').replace(/\D/g, '') || '0'
  const digits = fraction === '' ? whole : `${whole}.${fraction}`
  return kept(sign === '-' ? `-${digits}` : digits, Number(exponent))
}

/** Digits of which a double holds every number. */
const EXACT = 15
/** No number is written with more decimals. */
export const MOST_DECIMALS = 100

/** What is kept of digits such as `-1234.50`, times a power of ten. */
function kept(digits: string, exponent: number): ParsedNumber | NotANumber {
  const value = Number(exponent === 0 ? digits : `${digits}e${exponent}`)
  if (!Number.isFinite(value)) return { code: 'not-finite', why: 'it is too large to be kept' }
  const decimals = Math.min(Math.max(0, decimalsOf(digits) - exponent), MOST_DECIMALS)
  const isKept = exponent !== 0 || digits.length <= EXACT || isSame(digits, value, decimals)
  if (isKept) return { value, decimals }
  return { value, decimals: decimalsOf(shortest(value)), isRounded: true }
}

/** Whether the digits come back from what is kept of them. */
export function isSame(digits: string, value: number, decimals: number): boolean {
  if (value === 0) return !/[1-9]/.test(digits)
  return fileNumber(value, decimals) === digits.replace(/^(-?)0+(?=\d)/, '$1')
}

const GROUPS = new RegExp(`[${BLANKS}'’]`)

function wrongCharacter(text: string, mark: DecimalMark): string {
  if (FAILED.test(text)) return 'a formula of the spreadsheet failed there'
  const at = [...text].findIndex((c) => !/[\d.,+\-\s']/.test(c) && !GROUPS.test(c))
  const wrong = [...text][at]
  if (wrong !== undefined && !/^e$/i.test(wrong)) {
    return `“${wrong}” at character ${at + 1} does not belong to a number`
  }
  const other = mark === '.' ? ',' : '.'
  if (text.includes(other)) {
    return `“${other}” separates thousands in this column, and its groups must have three digits`
  }
  return 'its signs and digits are in no order that makes a number'
}
