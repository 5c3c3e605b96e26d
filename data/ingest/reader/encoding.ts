import { isAscii, isUtf8 } from 'node:buffer'
import iconv from 'iconv-lite'
import { Unreadable } from '../unreadable.ts'

/** Stands for a byte that is no character of the encoding: no text holds this one. */
export const WRONG = '\uffff'

/** A record or a run of bytes without a line end is not longer than this. */
const LONGEST_LINE = 1 << 20

/** Turns chunks into text, in order; the last call says so. Wrong bytes become `WRONG`. */
type Decode = (chunk: Uint8Array, last: boolean) => string

const plainName = (encoding: string): string => encoding.toLowerCase().replace(/[^a-z0-9]/g, '')

export const isUtf8Name = (encoding: string): boolean => plainName(encoding) === 'utf8'

/**
 * Encodings in which a byte below that of `@` stands for the sign of ASCII and nothing else, but for the
 * digits of GB18030 within its letters: commas, quotes and line ends are where their bytes are.
 */
const KEEPS_SIGNS =
  /^(?:utf8|ascii|windows\d+|iso8859\d+|latin\d|koi8[a-z]+|mac[a-z]+|cp\d+|gbk|gb2312|gb18030|big5(?:hkscs)?|shiftjis|sjis|euc[a-z]+)$/

/** Whether a text in the encoding can be cut at a sign by its byte. */
export const isCutByBytes = (encoding: string, sign: string): boolean =>
  sign <= '\x7f' && KEEPS_SIGNS.test(plainName(encoding)) && (isUtf8Name(encoding) || sign < '@')

/** Throws `Unreadable` where nobody knows the encoding. */
export function createDecoder(encoding: string): Decode {
  const name = plainName(encoding)
  if (name === 'utf16') return wideDecoder('UTF-16LE')
  if (/^utf(16|32)[lb]e$/.test(name)) return wideDecoder(encoding)
  if (!iconv.encodingExists(encoding)) {
    throw new Unreadable(
      'unknown-encoding',
      `There is no encoding “${encoding}”. Known are UTF-8, windows-1251, GB18030 and many more.`,
    )
  }
  return lineDecoder(name === 'utf8' ? utf8Of : (lines) => marked(iconv.decode(lines, encoding)))
}

/** Encodings of two or four bytes a letter keep what is unfinished until the next chunk. */
function wideDecoder(encoding: string): Decode {
  const decoder = iconv.getDecoder(encoding)
  return (chunk, last) => {
    const text = decoder.write(viewOf(chunk)) + (last ? (decoder.end() ?? '') : '')
    return marked(text.toWellFormed())
  }
}

/** All others hold a line end as one byte that is nothing else: whole lines are decoded. */
function lineDecoder(decode: (lines: Buffer) => string): Decode {
  let begun = Buffer.alloc(0)
  let first = true
  return (chunk, last) => {
    const bytes = begun.length === 0 ? viewOf(chunk) : Buffer.concat([begun, chunk])
    const after = Math.max(bytes.lastIndexOf(10), bytes.lastIndexOf(13)) + 1
    const end = last || (after === 0 && bytes.length > LONGEST_LINE) ? bytes.length : after
    const lines = bytes.subarray(0, end)
    begun = Buffer.from(bytes.subarray(end))
    const text = isAscii(lines) ? lines.toString('latin1') : decode(lines)
    const unmarked = first && text.startsWith('\ufeff') ? text.slice(1) : text
    if (text !== '') first = false
    return unmarked
  }
}

/** Decodes parts of a text in an encoding that is cut by its bytes, each by itself. */
export function partDecoder(encoding: string): (part: Uint8Array) => string {
  const decode = isUtf8Name(encoding)
    ? utf8Of
    : (part: Buffer) => marked(iconv.decode(part, encoding))
  return (part) => (isAscii(part) ? viewOf(part).toString('latin1') : decode(viewOf(part)))
}

function utf8Of(lines: Buffer): string {
  const text = lines.toString('utf8')
  return isUtf8(lines) ? text : marked(text)
}

/** UTF-8 that is right may hold the sign itself, from a program before ours: there it is left alone. */
const marked = (text: string): string => text.replaceAll('\ufffd', WRONG)

const viewOf = (chunk: Uint8Array): Buffer =>
  Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length)
