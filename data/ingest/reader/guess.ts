import { isUtf8 } from 'node:buffer'
import { analyse } from 'chardet'
import iconv from 'iconv-lite'
import { type Language, languages, small } from './languages.ts'

/** An encoding that a file may be in, and how many bits less likely it is than the likeliest. */
export interface Guess {
  encoding: string
  behind: number
}

/** Encodings of trade files, with the bits that the rarer ones have against them. */
const CANDIDATES: [string, number][] = [
  ['windows-1252', 0],
  ['windows-1251', 0],
  ['GB18030', 0],
  ['windows-1250', 2],
  ['CP949', 2],
  ['Shift_JIS', 2],
  ['Big5', 3],
  ['windows-1254', 4],
  ['windows-1253', 4],
  ['windows-1257', 4],
  ['ISO-8859-2', 4],
  ['EUC-JP', 5],
  ['KOI8-R', 5],
  ['CP866', 5],
  ['CP437', 6],
  ['CP852', 8],
  ['macintosh', 8],
]

/** What each of these has against it where the bytes are right as UTF-8, which is seldom by chance. */
const NOT_UTF8 = 10

/** One more than these may be right where the detector by letter statistics is this sure of it. */
const SURE = 60
const UNLISTED = 6

/** What a word of another language than its file's costs. */
const FOREIGN = 8

/** Signs of tables: currency, degrees, dashes, quotes. */
const SIGN = /[\u00a0€£¥°±²³µ·№§©®–—‘’“”„…•«»×÷½¼ªº¹，。、（）：；％　「」《》]/u
const NO_TEXT = /[\ufffd\u0080-\u009f\ue000-\uf8ff]/
const HALF_WIDTH_KANA = /[\uff61-\uff9f]/

/** Bits of a character that its language does not know. */
function strangeness(char: string): number {
  if (NO_TEXT.test(char)) return 26
  if (SIGN.test(char)) return 9
  if (HALF_WIDTH_KANA.test(char)) return 13
  if (/\p{Nd}/u.test(char)) return 9
  return /\p{L}/u.test(char) ? 15 : 20
}

const isSmall = (char: string): boolean => char !== char.toUpperCase()
const isCapital = (char: string): boolean => char !== char.toLowerCase()

/** Scripts that stand side by side in a word of one language. */
const SCRIPTS = [
  /\p{Script=Latin}/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Greek}/u,
  /\p{Script=Hangul}/u,
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u,
]
const scriptOf = (char: string): number => SCRIPTS.findIndex((script) => script.test(char))

/** Opening and closing quotes, that no letter stands on both sides of. */
const ENCLOSING = /[“„«»”]/
const isLetter = (char: string | undefined): boolean => char !== undefined && /\p{L}/u.test(char)

/** Bits for capitals and quotes where none belong and for scripts that mix inside a word. */
function disorder(letters: readonly string[]): number {
  let bits = 0
  for (let i = 1; i < letters.length; i++) {
    const [before, letter] = [letters[i - 1]!, letters[i]!]
    if (isCapital(letter) && isSmall(before)) bits += 6
    if (isSmall(letter) && isCapital(before) && i > 1 && isCapital(letters[i - 2]!)) bits += 4
    if (isLetter(before) && isLetter(letter) && scriptOf(before) !== scriptOf(letter)) bits += 8
    if (ENCLOSING.test(letter) && isLetter(before) && isLetter(letters[i + 1])) bits += 8
  }
  return bits
}

/** What speaks for a word that is known as a whole, and letters that it has at least. */
const KNOWN = 4
const SHORTEST = 3

/** How unlikely a word is in a language, in bits, by each letter's place after the one before it. */
function surprise(letters: readonly string[], { seen, letters: all, words }: Language): number {
  let bits = letters.length >= SHORTEST && words.has(letters.join('')) ? -KNOWN : 0
  let before = ' '
  for (let i = 0; i <= letters.length; i++) {
    const letter = letters[i] ?? ' '
    const follows = (seen.get(before + letter) ?? 0) / (seen.get(before) ?? 1)
    const occurs = letter === ' ' ? 0.1 : (seen.get(letter) ?? 0) / all
    const likely = 0.7 * follows + 0.25 * occurs
    bits += Math.min(-Math.log2(likely || 1e-9), strangeness(letter))
    before = letter
  }
  return bits
}

/** Signs that stand between letters where the second byte of a letter was taken for them. */
const WORD = /[\p{L}\p{M}\u0080-\u{10ffff}]+(?:[@[\\\]`{}][\p{L}\p{M}\u0080-\u{10ffff}]+)*/gu
/** Stands before who owns a table, or since when, in every language: it tells nothing against an encoding. */
const COPYRIGHT = /(?<![^\n])©(?= ?(?:\p{Lu}|\d{4}|\())/gu
/** Parts thousands, whatever the letters of the file. */
const BETWEEN_DIGITS = /(?<=\d)\u00a0(?=\d{3})/g
/** Stands in a cell of its own where there is no figure. */
const NO_FIGURE = /(?<=^|[,;\t|"\n])[–—…](?=[,;\t|"\r\n]|$)/g
const WORDS = 120
/** Those that are looked at first, and how far behind a candidate then is left out. */
const FIRST_WORDS = 12
const HOPELESS = 40

function wordsOf(text: string): string[][] {
  const words = new Set<string>()
  const plain = [COPYRIGHT, BETWEEN_DIGITS, NO_FIGURE].reduce(
    (all, sign) => all.replaceAll(sign, ' '),
    text,
  )
  for (const [word] of plain.matchAll(WORD)) {
    if (/[^\p{ASCII}]/u.test(word)) words.add(word)
    if (words.size === WORDS) break
  }
  return [...words].map((word) => [...word])
}

/** Bits of the words in the language that they fit best, some of them foreign. */
function surpriseOf(words: string[][]): number {
  const smallWords = words.map((letters) => letters.map(small))
  const tongues = languages().map((language) => smallWords.map((word) => surprise(word, language)))
  const foreign = words.map((_, i) => FOREIGN + Math.min(...tongues.map((bits) => bits[i]!)))
  const sums = tongues.map((bits) =>
    bits.reduce((sum, own, i) => sum + Math.min(own, foreign[i]!), 0),
  )
  return Math.min(...sums) + words.reduce((sum, letters) => sum + disorder(letters), 0)
}

function unlisted(bytes: Buffer): [string, number][] {
  const listed = new Set(CANDIDATES.map(([encoding]) => encoding.toLowerCase()))
  const same: Record<string, string> = { 'euc-kr': 'cp949', 'iso-8859-1': 'windows-1252' }
  return analyse(bytes)
    .filter(({ name, confidence }) => {
      const known = same[name.toLowerCase()] ?? name.toLowerCase()
      return confidence > SURE && !listed.has(known) && !/^(utf|ascii)/i.test(known)
    })
    .filter(({ name }) => iconv.encodingExists(name))
    .map(({ name }) => [name, UNLISTED])
}

interface Candidate {
  encoding: string
  against: number
  words: string[][]
}

function ranked(candidates: Candidate[], most: number): Guess[] {
  const judged = candidates
    .map(({ encoding, against, words }) => ({
      encoding,
      bits: against + surpriseOf(words.slice(0, most)),
    }))
    .sort((a, b) => a.bits - b.bits)
  return judged.map(({ encoding, bits }) => ({ encoding, behind: bits - (judged[0]?.bits ?? 0) }))
}

/**
 * The encodings that bytes above ASCII may be in, the likeliest first. Each candidate's text is judged
 * by the letters that follow each other in the names of countries, months and currencies of forty
 * languages; a detector by letter statistics (chardet) adds candidates. One letter may be enough.
 */
export function guessEncodings(telling: Uint8Array): Guess[] {
  const bytes = Buffer.from(telling)
  const others = [...CANDIDATES, ...unlisted(bytes)]
  const all: [string, number][] = isUtf8(bytes) ? [['UTF-8', -NOT_UTF8], ...others] : others
  const candidates = all.map(([encoding, against]) => ({
    encoding,
    against,
    words: wordsOf(iconv.decode(bytes, encoding)),
  }))
  const first = ranked(candidates, FIRST_WORDS)
  const close = new Set(first.filter(({ behind }) => behind < HOPELESS).map((g) => g.encoding))
  const best = ranked(
    candidates.filter(({ encoding }) => close.has(encoding)),
    WORDS,
  )
  return [...best, ...first.filter(({ encoding }) => !close.has(encoding))]
}
