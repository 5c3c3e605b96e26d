import { closeSync, openSync, readSync } from 'node:fs'
import { LONGEST_RECORD, refuseEndless } from '../reader/records.ts'
import { LineScanner, type Usual } from './lines.ts'
import type { Plain } from './plain.ts'

const LF = 10
/** Bytes that are read at once, and those after what cannot be cut that are read as text. */
const SIZES = { chunk: 1 << 18, piece: 1 << 12 }

/** A line of more bytes has more characters than any record, whatever they are. */
const LONGEST_BYTES = 4 * LONGEST_RECORD

/**
 * Reads a plain table by its bytes: of each record it looks up what its words came to the last time, and
 * reads numbers itself. What was not seen before, and what is not a plain line of `width` cells, goes the
 * usual way, so that the outcome is the same. Yields how many bytes and records are done.
 */
export function* scan(
  plain: Plain,
  usual: Usual,
  sizes = SIZES,
): Generator<{ bytes: number; records: number }> {
  const scanner = new LineScanner(plain, usual, sizes.piece)
  const file = openSync(plain.path, 'r')
  try {
    let buffer = Buffer.allocUnsafe(sizes.chunk + 1)
    let kept = 0
    let place = plain.start.byte
    for (let isLast = false; !isLast; ) {
      if (kept === buffer.length - 1)
        buffer = Buffer.concat([buffer, Buffer.allocUnsafe(sizes.chunk)])
      const bytesRead = readSync(file, buffer, kept, buffer.length - 1 - kept, place)
      isLast = bytesRead === 0
      place += bytesRead
      let end = kept + bytesRead
      if (isLast && end > 0 && buffer[end - 1] !== LF) buffer[end++] = LF
      const lines = buffer.subarray(0, buffer.lastIndexOf(LF, end - 1) + 1)
      const done = end === 0 ? 0 : scanner.take(lines, isLast)
      if (end - lines.length > LONGEST_BYTES)
        refuseEndless(buffer.toString('latin1', lines.length, end), 0, scanner.line)
      yield { bytes: place, records: scanner.records }
      buffer.copyWithin(0, done, end)
      kept = end - done
    }
    scanner.finish()
  } finally {
    closeSync(file)
  }
}
