import { quoted } from '../issues.ts'
import { inOurDigits, otherDigits } from '../numbers/digits.ts'
import { inTabs, isAligned } from './aligned.ts'

/** What a text is read as in place of how it is written, line by line. */
export interface Rewriting {
  /** Undefined where it is read as it is. */
  readAs?: (text: string) => string
  says: string[]
}

/**
 * Found by the beginning of a text: its digits are others than ours, triangles are its minus, or blanks align its
 * columns, unless a person says that something else parts them.
 */
export function rewritingOf(text: string, delimiter: string | undefined): Rewriting {
  const says: string[] = []
  const all: ((text: string) => string)[] = []
  const digits = otherDigits(text)
  if (digits !== undefined) {
    all.push(inOurDigits)
    says.push(`Its digits are read as ours: ${quoted(digits)} is ${inOurDigits(digits)}.`)
  }
  const triangle = minusOf(text)
  if (triangle !== undefined) {
    all.push(withMinus)
    says.push(
      `${quoted(triangle)} before a figure is its minus, as offices of Japan and Korea write it.`,
    )
  }
  if (isAligned(text, delimiter)) {
    all.push(inTabs)
    says.push('Blanks align its columns: two of them or more are read as a tab.')
  }
  if (all.length === 0) return { says }
  return { says, readAs: (text) => all.reduce((told, rewrite) => rewrite(told), text) }
}

const TRIANGLES = /(?<![\p{L}\p{N}])[▲△]\s?(?=\d)/gu
const withMinus = (text: string): string => text.replace(TRIANGLES, '-')

/** Letters of Japan and Korea, or words of Japan in Chinese ones. */
const THEIRS = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]|円|輸出|輸入|前年/u

/** The triangle that is a minus: in Japanese or Korean, and where no other one could be the sign of growth beside it. */
function minusOf(text: string): string | undefined {
  const signs = new Set(text.match(/[▲△▼▽]/g))
  const [sign] = signs
  return signs.size === 1 && THEIRS.test(text) && text.search(TRIANGLES) >= 0 ? sign : undefined
}
