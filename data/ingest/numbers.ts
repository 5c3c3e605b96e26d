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

/** What offices write where there is no figure. */
const MISSING = new Set([
  '',
  '..',
  '...',
  ':',
  '-',
  '–',
  '—',
  '.',
  'n/a',
  'na',
  'n.a.',
  'nan',
  'null',
])
const SUPPRESSED = new Set(['c', 'x', '(c)', ': c', ':c'])

/** The status of a missing figure (SDMX CL_OBS_STATUS: O missing, Q suppressed); undefined for a figure. */
export function missingStatus(text: string): 'O' | 'Q' | undefined {
  const first = text.charCodeAt(0)
  const isDigit = first >= 48 && first <= 57
  if (isDigit || text.length > 12) return undefined
  const word = text.trim().toLowerCase()
  if (MISSING.has(word)) return 'O'
  return SUPPRESSED.has(word) ? 'Q' : undefined
}

const PLAIN = /^-?\d+(?:\.\d+)?$/
const GROUPS = /[\u0020\u00a0\u2009\u202f']/
const SHAPE: Record<DecimalMark, RegExp> = {
  '.': shape('\\.', ','),
  ',': shape(',', '\\.'),
}

/** Sign, digits whole or in groups of three, fraction, exponent. */
function shape(decimal: string, group: string): RegExp {
  const separator = `[\\u0020\\u00a0\\u2009\\u202f'${group}]`
  const groups = `\\d{1,3}(?<separator>${separator})\\d{3}(?:\\k<separator>\\d{3})*`
  return new RegExp(
    `^(?<sign>[+-]?)(?:(?<grouped>${groups})|(?<plain>\\d*))` +
      `(?:${decimal}(?<fraction>\\d*))?(?:e(?<exponent>[+-]?\\d+))?$`,
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
  const { sign, grouped, plain, fraction = '', exponent = '0' } = parts
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

/** What the cells of a column say about its decimal mark, as they pass by. */
export interface NumberEvidence {
  /** Whether the text is a number in either reading. */
  see(text: string): boolean
  /** The mark that the cells prove; undefined where they prove none, or where both could be meant. */
  mark(): DecimalMark | undefined
  /** A cell that reads as a thousand or as a fraction, where nothing else decides. */
  doubtful(): string | undefined
}

export function createNumberEvidence(): NumberEvidence {
  let point = 0
  let comma = 0
  let doubtful: string | undefined
  return {
    see(cell) {
      const text = cell.trim()
      if (/^-?\d+$/.test(text)) return true
      const asPoint = 'value' in parseNumber(text, '.')
      const asComma = 'value' in parseNumber(text, ',')
      if (/[.,]/.test(text)) {
        if (asPoint && !asComma) point++
        else if (asComma && !asPoint) comma++
        else if (asPoint && /^[-+−]?0[.,]/.test(text)) text.includes('.') ? point++ : comma++
        else if (asPoint) doubtful ??= text
      }
      return asPoint || asComma
    },
    mark: () => (point === comma ? undefined : point > comma ? '.' : ','),
    doubtful: () => (point === comma ? doubtful : undefined),
  }
}
