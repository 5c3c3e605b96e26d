import { CHUNK, chunksOf } from './bytes.ts'
import { createDecoder } from './encoding.ts'
import { lineEnds, lineStart } from './lines.ts'

/** A file and how its bytes are letters. */
export interface Source {
  path: string
  encoding: string
  /** What a text of it is read as, line by line: with digits of ours, with tabs between its columns. */
  readAs: (text: string) => string
}

/** A piece of text, the bytes that were read for it, and whether it is the last. */
export interface Piece {
  text: string
  chunk: Uint8Array
  last: boolean
}

/** The text of a file from a line on, line ends `\n`. What old systems fill the end of a file with is left out. */
export function* textOf({ path, encoding, readAs }: Source, line = 1): Generator<Piece> {
  const decode = createDecoder(encoding)
  const ends = lineEnds()
  let ahead = line
  for (const { chunk, last } of chunksOf(path)) {
    const decoded = decode(chunk, last)
    const text = readAs(ends(last ? withoutFill(decoded) : decoded, last))
    if (ahead === 1) {
      yield { text, chunk, last }
      continue
    }
    const at = lineStart(text, ahead)
    ahead = at === -1 ? ahead - (text.split('\n').length - 1) : 1
    yield { text: at === -1 ? '' : text.slice(at), chunk, last }
  }
}

/** Without the signs that end files of old systems. */
function withoutFill(text: string): string {
  let end = text.length
  while (text[end - 1] === '\0' || text[end - 1] === '\u001a') end--
  return text.slice(0, end)
}

/** Lines that a beginning has at least, where they are not too long for that. */
const LINES = 20
const LONGEST = 1 << 22

/** The first text from a line on, and whether it is all there is. */
export function beginningAt(source: Source, line: number): { text: string; whole: boolean } {
  let text = ''
  for (const piece of textOf(source, line)) {
    text += piece.text
    if (piece.last) return { text, whole: true }
    const isEnough = text.length >= CHUNK && lineStart(text, LINES) !== -1
    if (isEnough || text.length >= LONGEST) return { text, whole: false }
  }
  return { text, whole: true }
}
