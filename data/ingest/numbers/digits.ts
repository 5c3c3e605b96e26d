/** The nought of each kind of digits that offices print, in the order of their codes: Arabic, Persian, of India, Thailand, Laos, Burma and Cambodia. */
const NOUGHTS = [...'٠۰०০๐໐၀០'].map((nought) => nought.charCodeAt(0))

const DIGITS = NOUGHTS.map((code) => String.fromCharCode(code, 45, code + 9)).join('')
const OTHERS = new RegExp(`[${DIGITS}]`, 'g')
const RUNS = new RegExp(`[${DIGITS}]+`, 'g')
/** The marks of Arabic, too, and the wide form of East Asia. */
const IN_NUMBERS = new RegExp(`[٫٬！-～${DIGITS}]`, 'g')

/** A number in other digits and marks, in those of ASCII. */
export const inAscii = (text: string): string => text.replace(IN_NUMBERS, asciiOf)

/** A text with digits of ours in place of others. */
export const inOurDigits = (text: string): string => text.replace(OTHERS, asciiOf)

/** The first number in other digits than ours, where most digits of a text are such. */
export function otherDigits(text: string): string | undefined {
  const others = text.match(RUNS)
  if (!others) return undefined
  const count = others.reduce((sum, { length }) => sum + length, 0)
  return count > text.replace(/\D+/g, '').length ? others[0] : undefined
}

function asciiOf(sign: string): string {
  if (sign === '٫') return '.'
  if (sign === '٬') return ','
  const code = sign.charCodeAt(0)
  if (code >= 0xff01) return String.fromCharCode(code - 0xfee0)
  return String(code - NOUGHTS.findLast((nought) => nought <= code)!)
}
