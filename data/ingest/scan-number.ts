import { isSame, MOST_DECIMALS } from './numbers.ts'

const MINUS = 45
const ZERO = 48
/** Digits of which a double holds every whole number. */
const EXACT = 15
const POWERS = Array.from({ length: EXACT + 1 }, (_, power) => 10 ** power)

/** Reads plain numbers from bytes: a sign, digits, and digits after the mark; nothing else. */
export interface PlainNumber {
  /** Of the number read last. */
  value: number
  decimals: number
  /** Reads a number that begins at `from` and ends before `to` or earlier: where, or -1 for none. */
  read(bytes: Uint8Array, from: number, to: number): number
}

export function createPlainNumber(mark: number): PlainNumber {
  const number: PlainNumber = {
    value: 0,
    decimals: 0,
    read(bytes, from, to) {
      const isNegative = bytes[from] === MINUS
      const start = isNegative ? from + 1 : from
      let digits = 0
      let point = -1
      let at = start
      for (; at < to; at++) {
        const digit = bytes[at]! - ZERO
        if (digit >= 0 && digit <= 9) digits = digits * 10 + digit
        else if (bytes[at] === mark && point < 0) point = at
        else break
      }
      const decimals = point < 0 ? 0 : at - point - 1
      // A digit before the mark and one after it.
      if (start === at || point === start || (point >= 0 && decimals === 0)) return -1
      if (at - start > EXACT) return long(bytes, from, at, point, decimals)
      // Both exact, so that their quotient is the double nearest to the text.
      const size = decimals === 0 ? digits : digits / POWERS[decimals]!
      number.value = isNegative ? -size : size
      number.decimals = decimals
      return at
    },
  }
  const long = (bytes: Uint8Array, from: number, to: number, point: number, decimals: number) => {
    let text = ''
    for (let at = from; at < to; at++) text += at === point ? '.' : String.fromCharCode(bytes[at]!)
    number.value = Number(text)
    number.decimals = decimals
    if (decimals > MOST_DECIMALS || !Number.isFinite(number.value)) return -1
    return isSame(text, number.value, decimals) ? to : -1
  }
  return number
}
