import iconv from 'iconv-lite'
import type { Decoding } from '../../model/report.ts'
import { OpenQuestion, Unreadable } from '../unreadable.ts'
import type { Survey } from './bytes.ts'
import { decodingsIn, differing, encodingQuestion } from './decodings.ts'
import { createDecoder, WRONG } from './encoding.ts'
import { type Guess, guessEncodings } from './guess.ts'
import { refuseControls } from './magic.ts'

/** Byte order marks; that of UTF-32 begins like that of UTF-16. */
const MARKS: [string, string][] = [
  ['efbbbf', 'UTF-8'],
  ['fffe0000', 'UTF-32LE'],
  ['0000feff', 'UTF-32BE'],
  ['fffe', 'UTF-16LE'],
  ['feff', 'UTF-16BE'],
  ['84319533', 'GB18030'],
]

/** Bits by which a guess must lead to be taken without asking: wrong in none of some 4,000 trials. */
const LEAD = 8

/** Those for bytes that are right as UTF-8; with more than `FEW` characters that is no chance. */
const UTF8_LEAD = 5
const FEW = 12

/** Bytes looked at for what no text holds, before anybody is asked about its letters. */
const CONTROLS = 1 << 14

/** The encoding of a file, and how its lines read in it and in others that it might be in. */
export interface Encoded {
  encoding: string
  decodings: Decoding[]
}

/**
 * The encoding of a file: told, by its byte order mark, as UTF-16 where every other byte is none, as UTF-8
 * where it is that, else the guess that is clearly ahead. Throws `OpenQuestion` where none is.
 */
export function encodingOf(first: Buffer, survey: Survey, told?: string): Encoded {
  const sure = certainEncoding(first, survey)
  const known = told ?? sure
  if (known !== undefined && (survey.ascii || isWide(known)))
    return { encoding: known, decodings: [] }
  if (told === undefined && sure !== undefined)
    return { encoding: sure, decodings: decodingsIn(survey, [sure]) }
  refuseControls(first.toString('latin1', 0, CONTROLS))
  const guesses = guessEncodings(survey.telling)
  const names = guesses.map(({ encoding }) => encoding)
  const encoding = told ?? leading(survey, guesses)
  if (encoding === undefined) throw new OpenQuestion([encodingQuestion(decodingsIn(survey, names))])
  const others = names.filter((name) => name !== encoding)
  return { encoding, decodings: decodingsIn(survey, [encoding, ...others]) }
}

const isWide = (encoding: string): boolean => /^utf-?(16|32)/i.test(encoding)

/** The encoding that the bytes prove. */
function certainEncoding(first: Buffer, survey: Survey): string | undefined {
  const start = first.toString('hex', 0, 4)
  const mark = MARKS.find(([bytes]) => start.startsWith(bytes))
  const wide = mark ? mark[1] : wideEncoding(first)
  if (wide) return wide
  const { ascii, wrong, characters } = survey
  const isUtf8 = wrong === 0 ? ascii || characters > FEW : characters >= wrong * 4
  return isUtf8 ? 'UTF-8' : undefined
}

/** The guess that is clearly ahead of those that read the file differently. */
function leading(survey: Survey, guesses: Guess[]): string | undefined {
  const [best, next] = differing(
    survey,
    guesses.map(({ encoding }) => encoding),
  )
  const lead = guesses.find(({ encoding }) => encoding === next)?.behind ?? LEAD
  const isClear = survey.wrong === 0 ? best === 'UTF-8' && lead >= UTF8_LEAD : lead >= LEAD
  return isClear ? best : undefined
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

/** UTF-16 without its mark: in the right order of bytes many letters are signs and figures, in the wrong one few. */
function wideEncoding(bytes: Buffer): string | undefined {
  if (!bytes.includes(0)) return undefined
  const whole = bytes.subarray(0, bytes.length - (bytes.length % 2))
  const read = (encoding: string) => {
    const text = iconv.decode(whole, encoding)
    return { encoding, text, plain: text.match(/[\t\r\n -~]/g)?.length ?? 0 }
  }
  const [best, other] = [read('UTF-16LE'), read('UTF-16BE')].sort((a, b) => b.plain - a.plain)
  const { encoding, text, plain } = best!
  const odds = text.match(/[\p{Cn}\p{Co}\p{Cs}]/gu)?.length ?? 0
  const isClear = plain > text.length / 10 && plain > other!.plain * 2
  return isClear && /[\r\n]/.test(text) && odds < text.length / 50 ? encoding : undefined
}

const LONGEST_WORD = 24

/** The encoding as a sentence begins with it: with a word that its letters decide, where there is one. */
export function encodingWords(encoding: string, first: Buffer, { lines }: Survey): string {
  const told = isWide(encoding) ? [first] : lines
  const text = told.map((bytes) => createDecoder(encoding)(bytes, true)).join('\n')
  const words =
    text.match(/[\p{L}\p{M}’'-]*[^\p{ASCII}\p{P}\p{S}\p{Z}\p{C}][\p{L}\p{M}’'-]*/gu) ?? []
  const word = words.find(({ length }) => length > 2 && length <= LONGEST_WORD) ?? words[0]
  return word === undefined ? encoding : `${encoding} (as in “${word.slice(0, LONGEST_WORD)}”)`
}
