import iconv from 'iconv-lite'
import { BLANKS, isSame, MOST_DECIMALS } from '../numbers/numbers.ts'

const MINUS = 45
const ZERO = 48
/** Digits of which a double holds every whole number. */
const EXACT = 15
const POWERS = Array.from({ length: EXACT + 1 }, (_, power) => 10 ** power)
/** Digits between two separators. */
const GROUP = 3

/** Reads plain numbers from bytes: a sign, digits, whole or in groups of three, and digits after the mark. */
export interface PlainNumber {
  /** Of the number read last. */
  value: number
  decimals: number
  /**
   * Reads a number that begins at `from` and ends before `to`, or earlier where something else stands,
   * such as the byte `end`: where, or -1 for none.
   */
  read(bytes: Uint8Array, from: number, to: number, end?: number): number
}

const isDigit = (byte: number | undefined): boolean => byte! >= ZERO && byte! <= ZERO + 9

/** `mark` is the decimal mark, '' where numbers have none. */
export function createPlainNumber(mark: string, encoding = 'UTF-8'): PlainNumber {
  const point = mark === '' ? -1 : mark.charCodeAt(0)
  const separators = separatorsIn(mark, encoding)
  const starts = new Set(separators.map(([first]) => first))

  /** The separator at a place that stands before a group of three digits; undefined where none does. */
  const separatorAt = (bytes: Uint8Array, at: number): Uint8Array | undefined => {
    if (!starts.has(bytes[at])) return undefined
    const found = separators.find((sign) => sign.every((byte, i) => bytes[at + i] === byte))
    const first = at + (found?.length ?? 0)
    const isGroup = isDigit(bytes[first]) && isDigit(bytes[first + 1]) && isDigit(bytes[first + 2])
    return isGroup && !isDigit(bytes[first + GROUP]) ? found : undefined
  }

  const number: PlainNumber = {
    value: 0,
    decimals: 0,
    read(bytes, from, to, end = -1) {
      const isNegative = bytes[from] === MINUS
      const start = isNegative ? from + 1 : from
      let digits = 0
      /** Bytes that are no digits. */
      let others = 0
      let markAt = -1
      let separator: Uint8Array | undefined
      let at = start
      for (; at < to; at++) {
        const digit = bytes[at]! - ZERO
        if (digit >= 0 && digit <= 9) {
          digits = digits * 10 + digit
          continue
        }
        if (markAt >= 0) break
        if (bytes[at] === point) {
          markAt = at
          others++
          continue
        }
        // The first group has three digits at most, and what parts it from the second parts them all.
        const mayFollow = separator !== undefined || (at > start && at - start <= GROUP)
        const sign = mayFollow && bytes[at] !== end ? separatorAt(bytes, at) : undefined
        if (!sign || (separator ?? sign) !== sign || at + sign.length + GROUP > to) break
        separator = sign
        others += sign.length
        at += sign.length - 1
      }
      const decimals = markAt < 0 ? 0 : at - markAt - 1
      // A digit before the mark and one after it.
      if (start === at || markAt === start || (markAt >= 0 && decimals === 0)) return -1
      if (at - start - others > EXACT)
        return separator === undefined ? long(bytes, from, at, markAt, decimals) : -1
      // Both exact, so that their quotient is the double nearest to the text.
      const size = decimals === 0 ? digits : digits / POWERS[decimals]!
      number.value = isNegative ? -size : size
      number.decimals = decimals
      return at
    },
  }
  const long = (bytes: Uint8Array, from: number, to: number, markAt: number, decimals: number) => {
    let text = ''
    for (let at = from; at < to; at++) text += at === markAt ? '.' : String.fromCharCode(bytes[at]!)
    number.value = Number(text)
    number.decimals = decimals
    if (decimals > MOST_DECIMALS || !Number.isFinite(number.value)) return -1
    return isSame(text, number.value, decimals) ? to : -1
  }
  return number
}

/** The signs that may stand between thousands, in bytes; a decimal mark stands against the other one. */
function separatorsIn(mark: string, encoding: string): Uint8Array[] {
  const other = mark === '.' ? ',' : mark === ',' ? '.' : ''
  return [...BLANKS, "'", '’', ...other].flatMap((sign) => {
    const bytes = iconv.encode(sign, encoding)
    return iconv.decode(bytes, encoding) === sign ? [bytes] : []
  })
}
