import iconv from 'iconv-lite'
import { Unreadable } from './unreadable.ts'

const MAGIC: [string, string, string][] = [
  ['504b0304', 'zip-file', 'a zip archive or an Excel workbook'],
  ['1f8b', 'gzip-file', 'a gzip archive'],
  ['25504446', 'pdf-file', 'a PDF document'],
  ['d0cf11e0', 'xls-file', 'an Excel workbook of the old kind'],
  ['50415231', 'parquet-file', 'a Parquet file'],
]

const startsWith = (bytes: Uint8Array, hex: string): boolean =>
  Buffer.from(bytes.subarray(0, hex.length / 2)).toString('hex') === hex

/** Throws where the first bytes are those of a format that no encoding turns into a CSV. */
export function refuseOtherFormats(sample: Uint8Array): void {
  if (sample.length === 0) {
    throw new Unreadable('empty-file', 'The file is empty: there is nothing in it to read.')
  }
  const known = MAGIC.find(([hex]) => startsWith(sample, hex))
  if (known) {
    const [, code, what] = known
    throw new Unreadable(code, `This is ${what}, not a CSV file. Save the table as CSV first.`)
  }
}

/**
 * The encoding of a file by its first bytes: `UTF-8` (proved on the sample), or UTF-16 by its byte
 * order mark; undefined where only a person can say.
 */
export function detectEncoding(sample: Uint8Array): string | undefined {
  if (startsWith(sample, 'fffe')) return 'UTF-16LE'
  if (startsWith(sample, 'feff')) return 'UTF-16BE'
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(sample, { stream: true })
    return 'UTF-8'
  } catch {
    return undefined
  }
}

/** Turns chunks into text, in order; the last call says so. Throws `Unreadable` at a wrong byte. */
export type Decode = (chunk: Uint8Array, last: boolean) => string

export function createDecoder(encoding: string): Decode {
  const name = encoding.toLowerCase().replace(/[^a-z0-9]/g, '')
  if (name === 'utf8') return strictDecoder('utf-8', encoding)
  if (name === 'utf16le' || name === 'utf16be') {
    return strictDecoder(name.replace('utf16', 'utf-16'), encoding)
  }
  if (!iconv.encodingExists(encoding)) {
    throw new Unreadable(
      'unknown-encoding',
      `There is no encoding “${encoding}”. Known are UTF-8, windows-1251, GB18030 and many more.`,
    )
  }
  const decoder = iconv.getDecoder(encoding)
  return (chunk, last) => decoder.write(Buffer.from(chunk)) + (last ? (decoder.end() ?? '') : '')
}

function strictDecoder(label: string, encoding: string): Decode {
  const decoder = new TextDecoder(label, { fatal: true })
  const line = lineCounter()
  return (chunk, last) => {
    try {
      const text = decoder.decode(chunk, { stream: !last })
      line.count(text)
      return text
    } catch {
      throw new Unreadable(
        'bad-encoding',
        `The file is not all ${encoding}: from line ${line.until(chunk, label)} on it holds bytes that ` +
          'are no characters. Save it as UTF-8, or say which encoding it is in.',
        line.until(chunk, label),
      )
    }
  }
}

/** Lines seen so far, and the line of the first wrong byte of a chunk that could not be decoded. */
function lineCounter() {
  let lines = 1
  const breaks = (text: string): number => text.split('\n').length - 1
  return {
    count(text: string): void {
      for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lines++
    },
    until(chunk: Uint8Array, label: string): number {
      const [before = ''] = new TextDecoder(label).decode(chunk).split('\ufffd', 1)
      return lines + breaks(before)
    },
  }
}
