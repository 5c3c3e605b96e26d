import { analyse } from 'chardet'
import iconv from 'iconv-lite'

/** An encoding that a file may be in, with how well its text reads in it (0 to 1). */
export interface Guess {
  encoding: string
  score: number
}

/** Encodings of trade files in the wild, the likelier first; they decide ties. */
const CANDIDATES = [
  'windows-1252',
  'windows-1251',
  'GB18030',
  'windows-1250',
  'ISO-8859-2',
  'CP949',
  'Shift_JIS',
  'Big5',
  'KOI8-R',
  'CP866',
  'CP437',
] as const

const SCRIPTS = [
  /\p{Script=Latin}/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Greek}/u,
  /\p{Script=Han}/u,
  /[\p{Script=Hiragana}\p{Script=Katakana}]/u,
  /\p{Script=Hangul}/u,
]

const scriptOf = (char: string): number => SCRIPTS.findIndex((script) => script.test(char))

/** Signs that stand alone in tables: currency, degrees, dashes, quotes, spaces. */
const SIGNS = /[\u00a0€£¥°±²³µ·№§©®–—‘’“”„…•«»×÷½¼ªº，。、（）：；％　「」]/u

/** How likely a character above ASCII is in a table, between its neighbours: 1 likely, 0 never. */
function likelihood(char: string, before: string, after: string): number {
  if (SIGNS.test(char)) return 0.6
  const script = scriptOf(char)
  if (script === -1) return 0
  // Katakana of half width, or an accented letter between two others, is a wrong guess too.
  if (char >= '\uff61' && char <= '\uff9f') return 0.2
  if (script === 0 && before > '\u007f' && after > '\u007f') return 0.1
  const mixes = [before, after].some((other) => {
    const neighbour = scriptOf(other)
    return neighbour !== -1 && neighbour !== script && !(script >= 3 && neighbour >= 3)
  })
  if (mixes && !(script >= 3)) return 0
  // A capital inside a word of small letters, or a small letter after a capital's run, is a wrong guess.
  const lower = (c: string) => c !== c.toUpperCase()
  const upper = (c: string) => c !== c.toLowerCase()
  if (upper(char) && lower(before)) return 0.1
  return mixes ? 0.4 : 1
}

/** Ranges of characters that no plain text of the script's languages is without. */
const COMMON =
  /[аеиностлрвкпмдябзгчАЕИНОСТЛРВКПМДЯ]|[éèêàâçùûôîïöüäßñóíáúãõåøæÉÈÀÇÖÜÄÑÓÍÁÚÅØ]|[ąćęłńśźżčďěňřšťůžőű]/u

function plausibility(text: string): number {
  let sum = 0
  let seen = 0
  const chars = [...text]
  for (const [i, char] of chars.entries()) {
    if (char <= '\u007f') continue
    seen++
    const fit = likelihood(char, chars[i - 1] ?? ' ', chars[i + 1] ?? ' ')
    sum += fit * (scriptOf(char) >= 3 || COMMON.test(char) ? 1 : 0.85)
  }
  return seen === 0 ? 0 : sum / seen
}

/** Only the surroundings of what is not ASCII, so that a large file of figures costs nothing. */
function telling(sample: Uint8Array): Buffer {
  const parts: Buffer[] = []
  let taken = 0
  for (let at = 0; at < sample.length && taken < 20_000; at++) {
    if (sample[at]! < 0x80) continue
    let end = at
    for (let quiet = 0; end < sample.length && quiet < 8; end++)
      quiet = sample[end]! < 0x80 ? quiet + 1 : 0
    const part = sample.subarray(Math.max(0, at - 8), end)
    parts.push(Buffer.from(part), Buffer.from('\n'))
    taken += part.length
    at = end
  }
  return Buffer.concat(parts)
}

/** Does decoding and encoding give the same bytes? Otherwise some of them are no characters. */
function decoded(bytes: Buffer, encoding: string): string | undefined {
  const text = iconv.decode(bytes, encoding)
  return text.includes('\ufffd') || /[\u0080-\u009f\ue000-\uf8ff]/.test(text) ? undefined : text
}

/**
 * The encodings that bytes (not UTF-8, without a byte order mark) may be in, the likeliest first. A
 * detector by letter statistics (chardet) is asked, and each candidate's text is judged as a table's:
 * scripts do not mix inside a word, capitals begin it. One character above ASCII is enough.
 */
export function guessEncodings(sample: Uint8Array): Guess[] {
  const bytes = telling(sample)
  const statistics = new Map(
    analyse(bytes).map(({ name, confidence }) => [
      name.toLowerCase().replace('euc-kr', 'cp949').replace('iso-8859-1', 'windows-1252'),
      confidence / 100,
    ]),
  )
  return CANDIDATES.flatMap((encoding, place) => {
    const text = decoded(bytes, encoding)
    if (text === undefined) return []
    const score =
      plausibility(text) + 0.35 * (statistics.get(encoding.toLowerCase()) ?? 0) - place * 0.004
    return [{ encoding, score: Math.max(0, Math.min(1, score / 1.3)) }]
  }).sort((a, b) => b.score - a.score)
}
