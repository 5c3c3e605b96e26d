import iconv from 'iconv-lite'
import type { Question } from '../model/report.ts'
import { createDecoder, WRONG } from './encoding.ts'
import type { Survey } from './reader/bytes.ts'
import { type Guess, guessEncodings } from './reader/guess.ts'
import { OpenQuestion, Unreadable } from './unreadable.ts'

/** Byte order marks; that of UTF-32 begins like that of UTF-16. */
const MARKS: [string, string][] = [
  ['efbbbf', 'UTF-8'],
  ['fffe0000', 'UTF-32LE'],
  ['0000feff', 'UTF-32BE'],
  ['fffe', 'UTF-16LE'],
  ['feff', 'UTF-16BE'],
  ['84319533', 'GB18030'],
]

/** Bits by which a guess must lead to be taken without asking: wrong in none of 3,240 trials. */
const LEAD = 8

/**
 * The encoding of a file: by its byte order mark, by where its NUL bytes stand (UTF-16 without one), as
 * UTF-8 where it is that, else the guess that is clearly ahead. Throws `OpenQuestion` where none is.
 */
export function encodingOf(first: Buffer, survey: Survey): string {
  const start = first.toString('hex', 0, 4)
  const mark = MARKS.find(([bytes]) => start.startsWith(bytes))
  if (mark) return mark[1]
  const wide = wideEncoding(first)
  if (wide) return wide
  if (survey.wrong === 0 || survey.characters >= survey.wrong * 4) return 'UTF-8'
  const guesses = guessEncodings(survey.telling)
  const [best, next] = differing(survey, guesses)
  if (best && (!next || next.behind >= LEAD)) return best.encoding
  throw new OpenQuestion([encodingQuestion(survey, guesses)])
}

/** Throws where an encoding that a person named does not fit the file. */
export function refuseWrongEncoding(encoding: string, first: Buffer): void {
  const text = createDecoder(encoding)(first, true)
  const odd = text.match(/[^\p{ASCII}]/gu)?.length ?? 0
  const at = text.indexOf(WRONG)
  if (at === -1 || text.split(WRONG).length - 1 < Math.max(2, odd / 4)) return
  const line = text.slice(0, at).split('\n').length
  throw new Unreadable(
    'bad-encoding',
    `The file is not in ${encoding}: many of its bytes, the first on line ${line}, are no characters of it. Say another encoding, or none.`,
    line,
  )
}

/** UTF-16 without its mark: signs and figures have a NUL byte each, all on the same side; what it says is text. */
function wideEncoding(bytes: Buffer): string | undefined {
  let even = 0
  let odd = 0
  for (let at = 0; at < bytes.length; at++) if (bytes[at] === 0) at % 2 === 0 ? even++ : odd++
  const enough = bytes.length / 20
  const isLittle = odd > enough && odd > even * 20
  const isBig = even > enough && even > odd * 20
  if (!isLittle && !isBig) return undefined
  const encoding = isLittle ? 'UTF-16LE' : 'UTF-16BE'
  const text = iconv.decode(bytes.subarray(0, bytes.length - (bytes.length % 2)), encoding)
  const odds = text.match(/[\p{Cn}\p{Co}\p{Cs}]/gu)?.length ?? 0
  return /[\r\n]/.test(text) && odds < text.length / 50 ? encoding : undefined
}

/** The guesses that read the file differently from those before them. */
function differing({ telling }: Survey, guesses: Guess[]): Guess[] {
  const seen = new Set<string>()
  return guesses.filter(({ encoding }) => {
    const text = iconv.decode(telling, encoding)
    return !seen.has(text) && seen.add(text)
  })
}

const OPTIONS = 5

/** Asks for the encoding, each shown by the lines of the file that it makes a difference to. */
function encodingQuestion(survey: Survey, guesses: Guess[]): Question {
  const options = differing(survey, guesses).slice(0, OPTIONS)
  return {
    code: 'encoding',
    column: null,
    message:
      'The encoding of the file is not certain. In which of these do the lines read as they should?',
    options: options.map(({ encoding }) => ({
      value: encoding,
      label: encoding,
      example: survey.lines.map((line) => iconv.decode(line, encoding).trim()).join(' / '),
    })),
  }
}

const LONGEST_WORD = 24

/** The encoding as a sentence begins with it: with a word that its letters decide, where there is one. */
export function encodingWords(encoding: string, first: Buffer, { telling }: Survey): string {
  const isWide = /^utf-?(16|32)/i.test(encoding)
  const text = createDecoder(encoding)(isWide ? first : telling, true)
  const words =
    text.match(/[\p{L}\p{M}’'-]*[^\p{ASCII}\p{P}\p{S}\p{Z}\p{C}][\p{L}\p{M}’'-]*/gu) ?? []
  const word = words.find(({ length }) => length > 2 && length <= LONGEST_WORD) ?? words[0]
  return word === undefined ? encoding : `${encoding} (as in “${word.slice(0, LONGEST_WORD)}”)`
}
