import { open } from 'node:fs/promises'
import type { ReadingOptions } from '../model/report.ts'
import { detectDialect } from './detect.ts'
import { createDecoder, detectEncoding, refuseOtherFormats } from './encoding.ts'
import { createParser } from './parse.ts'
import type { RecordBatch, Table } from './table.ts'
import { Unreadable } from './unreadable.ts'

/** Decided on this much of the file, and no more of it is held at a time. */
export const SAMPLE_BYTES = 256 * 1024

/** What a person may say of a file's bytes before it is read. */
export type ReadingHints = Pick<ReadingOptions, 'encoding' | 'delimiter' | 'headerLine'>

/** An encoding could not be told: the sample, so that the question can show it in several. */
export class UnknownEncoding extends Error {
  readonly sample: Uint8Array
  constructor(sample: Uint8Array) {
    super('The encoding of the file cannot be told from its bytes.')
    this.sample = sample
  }
}

/**
 * A file as a table. Throws `Unreadable` where it is none, and `UnknownEncoding` where a person must
 * say the encoding first.
 */
export async function openTable(path: string, hints: ReadingHints = {}): Promise<Table> {
  const { sample: bytes, size } = await firstBytes(path)
  refuseOtherFormats(bytes)
  const encoding = hints.encoding ?? detectEncoding(bytes)
  if (encoding === undefined) throw new UnknownEncoding(bytes)
  const whole = bytes.length >= size
  const text = createDecoder(encoding)(bytes, whole)
  refuseOtherText(text)
  const dialect = { encoding, ...detectDialect(text, whole, hints) }
  const first = createParser(dialect)(text, whole)
  const top = first.lines.findIndex((line) => line >= dialect.headerLine)
  const header = dialect.headerLine === 0 ? [] : (first.rows[top] ?? [])
  const sample = below(first, dialect.headerLine)
  const width = Math.max(header.length, ...sample.rows.slice(0, 100).map((row) => row.length))
  return {
    dialect,
    header: uniqueNames(header, dialect.headerLine === 0 ? width : header.length),
    sample,
    whole,
    bytes: size,
    async *records(watch) {
      const decode = createDecoder(encoding)
      const parse = createParser(dialect)
      for await (const { chunk, last } of chunksOf(path)) {
        watch?.(chunk)
        const batch = below(parse(decode(chunk, last), last), dialect.headerLine)
        if (batch.rows.length > 0) yield batch
      }
    },
  }
}

async function firstBytes(path: string): Promise<{ sample: Uint8Array; size: number }> {
  const file = await open(path)
  try {
    const { size } = await file.stat()
    const { bytesRead, buffer } = await file.read(Buffer.alloc(Math.min(size, SAMPLE_BYTES)))
    return { sample: buffer.subarray(0, bytesRead), size }
  } finally {
    await file.close()
  }
}

/** The bytes of a file, one buffer used again and again; `last` comes with the final ones. */
async function* chunksOf(path: string): AsyncGenerator<{ chunk: Uint8Array; last: boolean }> {
  const file = await open(path)
  try {
    const buffer = Buffer.alloc(SAMPLE_BYTES)
    for (;;) {
      const { bytesRead } = await file.read(buffer, 0, buffer.length)
      yield { chunk: buffer.subarray(0, bytesRead), last: bytesRead === 0 }
      if (bytesRead === 0) return
    }
  } finally {
    await file.close()
  }
}

function refuseOtherText(text: string): void {
  if (text.includes('\0')) {
    throw new Unreadable(
      'binary-file',
      'The file holds NUL bytes: it is no text, or text in UTF-16 without its mark (then say so).',
    )
  }
  if (/^\s*<(!doctype|html|\?xml)/i.test(text)) {
    throw new Unreadable(
      'markup-file',
      'This is a web page or an XML document, not a CSV file. Download the table itself as CSV.',
    )
  }
  if (text.trim() === '') {
    throw new Unreadable('empty-file', 'The file holds nothing but blanks.')
  }
}

/** The records that begin below a line. */
function below(batch: RecordBatch, line: number): RecordBatch {
  const from = batch.lines.findIndex((at) => at > line)
  if (from === 0) return batch
  if (from === -1) return { rows: [], lines: [], faults: new Map() }
  const faults = new Map([...batch.faults].flatMap(([i, f]) => (i < from ? [] : [[i - from, f]])))
  return { rows: batch.rows.slice(from), lines: batch.lines.slice(from), faults }
}

/** Names for all columns: trimmed, numbered where empty or repeated. */
function uniqueNames(header: string[], width: number): string[] {
  const seen = new Map<string, number>()
  return Array.from({ length: width }, (_, i) => {
    const name = header[i]?.trim() || `column ${i + 1}`
    const times = (seen.get(name) ?? 0) + 1
    seen.set(name, times)
    return times === 1 ? name : `${name} (${times})`
  })
}
