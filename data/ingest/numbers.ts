export type DecimalMark = '.' | ','

export interface ParsedNumber {
  value: number
  /** Digits after the mark, as the source wrote them. */
  decimals: number
}

/** Why a text is no number, in words that follow its quotation. */
export interface NotANumber {
  code: 'bad-number' | 'not-finite'
  why: string
}

const PLAIN = /^-?\d+(?:\.\d+)?$/
const BLANKS = '\\u0020\\u00a0\\u2007\\u2009\\u202f'
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
    `^(?<sign>[+-]?)(?:(?<grouped>${groups}${lakhs})|(?<plain>\\d*))` +
      `(?:${decimal}(?<fraction>\\d*))?(?:${exponent})?$`,
    'i',
  )
}

/** Reads a number by the column's decimal mark; never a date, a code or a bound. */
export function parseNumber(text: string, mark: DecimalMark): ParsedNumber | NotANumber {
  if (mark === '.' && PLAIN.test(text)) return finite(Number(text), decimalsOf(text))
  const trimmed = text.trim().replace(/^[−–]/, '-')
  if (/^[+-]?(inf|infinity|∞)$/i.test(trimmed)) {
    return { code: 'not-finite', why: 'it is not finite' }
  }
  const parts = SHAPE[mark].exec(trimmed)?.groups
  if (!parts || !/\d/.test(trimmed)) {
    return { code: 'bad-number', why: wrongCharacter(trimmed, mark) }
  }
  const { sign, grouped, plain, fraction = '' } = parts
  const exponent = parts.exponent ?? parts.bareExponent ?? '0'
  const whole = (grouped ?? plain ?? '').replace(/\D/g, '')
  const value = Number(`${sign}${whole || '0'}.${fraction || '0'}e${exponent}`)
  return finite(value, Math.max(0, fraction.length - Number(exponent)))
}

const finite = (value: number, decimals: number): ParsedNumber | NotANumber =>
  Number.isFinite(value)
    ? { value, decimals: Math.min(decimals, 255) }
    : { code: 'not-finite', why: 'it is too large to be kept' }

function decimalsOf(text: string): number {
  const point = text.indexOf('.')
  return point === -1 ? 0 : text.length - point - 1
}

const GROUPS = new RegExp(`[${BLANKS}'’]`)

function wrongCharacter(text: string, mark: DecimalMark): string {
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
