import iconv from 'iconv-lite'
import type { Decoding, Question } from '../../model/report.ts'
import type { Survey } from './bytes.ts'

/** The encodings that read the file differently from those before them. */
export function differing({ telling }: Survey, encodings: readonly string[]): string[] {
  const seen = new Set<string>()
  return encodings.filter((encoding) => {
    const text = iconv.decode(telling, encoding)
    return !seen.has(text) && seen.add(text)
  })
}

const MOST = 5
const LINES = 3

/** How the lines of a file that tell most read in some encodings, those that read alike once. */
export function decodingsIn(survey: Survey, encodings: readonly string[]): Decoding[] {
  const shown = differing(survey, encodings).slice(0, MOST)
  const lines = new Map(survey.lines.map((line) => [line.toString('latin1'), line]))
  const readings = [...lines.values()].map((line) =>
    shown.map((encoding) => readIn(line, encoding)),
  )
  const telling = readings
    .map((texts) => ({ texts, tells: new Set(texts).size }))
    .sort((a, b) => b.tells - a.tells)
    .slice(0, LINES)
  return shown.map((encoding, i) => ({ encoding, lines: telling.map(({ texts }) => texts[i]!) }))
}

/** A line may have been cut inside its last letter. */
const readIn = (line: Buffer, encoding: string): string =>
  iconv
    .decode(line, encoding)
    .trim()
    .replace(/\ufffd$/, '')

/** Asks for the encoding, each shown by lines of the file that it makes a difference to. */
export const encodingQuestion = (decodings: readonly Decoding[]): Question => ({
  code: 'encoding',
  column: null,
  message:
    'The encoding of the file is not certain. In which of these do the lines read as they should?',
  options: decodings.map(({ encoding, lines }) => ({
    value: encoding,
    label: encoding,
    example: lines.join(' / '),
  })),
})
