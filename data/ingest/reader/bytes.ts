import { isAscii, isUtf8 } from 'node:buffer'
import { closeSync, openSync, readSync } from 'node:fs'

/** Bytes read at a time. */
export const CHUNK = 256 * 1024

/**
 * The bytes of a file, one buffer used again and again; `last` comes with the final, empty ones. Nobody
 * else is kept waiting meanwhile: a large file has a thread of its own.
 */
export function* chunksOf(path: string, size = CHUNK): Generator<{ chunk: Buffer; last: boolean }> {
  const file = openSync(path, 'r')
  try {
    const buffer = Buffer.alloc(size)
    for (;;) {
      const bytes = readSync(file, buffer)
      yield { chunk: buffer.subarray(0, bytes), last: bytes === 0 }
      if (bytes === 0) return
    }
  } finally {
    closeSync(file)
  }
}

export function firstBytes(path: string): Buffer {
  for (const { chunk } of chunksOf(path)) return Buffer.from(chunk)
  return Buffer.alloc(0)
}

/** What the bytes of a whole file are like. */
export interface Survey {
  ascii: boolean
  /** Characters above ASCII where the bytes are read as UTF-8, and places that are none; not all are counted. */
  characters: number
  wrong: number
  /** The bytes above ASCII with what surrounds them, as far as they are needed to tell an encoding. */
  telling: Buffer
  /** Whole lines that hold such bytes, to be shown. */
  lines: Buffer[]
}

const TELLING = 20_000
const LINES = 100
/** Bytes of ASCII between which those above it are taken together. */
const QUIET = 8

/** Looks at every byte of a file, without holding it; stops where nothing is left to find out. */
export function surveyOf(path: string): Survey {
  const survey: Survey = {
    ascii: true,
    characters: 0,
    wrong: 0,
    telling: Buffer.alloc(0),
    lines: [],
  }
  let open = Buffer.alloc(0)
  for (const { chunk, last } of chunksOf(path, 4 * CHUNK)) {
    if (open.length === 0 && isAscii(chunk)) continue
    survey.ascii = false
    const bytes = Buffer.concat([open, chunk])
    const whole = last ? bytes : bytes.subarray(0, bytes.length - unfinished(bytes))
    open = Buffer.from(bytes.subarray(whole.length))
    if (survey.telling.length < TELLING || !isUtf8(whole)) {
      gather(survey, whole)
      count(survey, whole.toString('utf8'))
    }
    if (survey.wrong > survey.characters && survey.telling.length >= TELLING) break
  }
  return survey
}

/** Bytes at the end that begin a character of UTF-8 and do not end it. */
function unfinished(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back]!
    if (byte < 0x80) return 0
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0
  }
  return 0
}

function count(survey: Survey, text: string): void {
  const wrong = text.match(/\ufffd/g)?.length ?? 0
  survey.wrong += wrong
  survey.characters += (text.match(/[^\p{ASCII}]/gu)?.length ?? 0) - wrong
}

function gather(survey: Survey, bytes: Buffer): void {
  if (survey.telling.length >= TELLING) return
  const parts = [survey.telling]
  let taken = survey.telling.length
  let lineEnd = 0
  for (let at = 0; at < bytes.length && taken < TELLING; at++) {
    if (bytes[at]! < 0x80) continue
    let end = at
    for (let quiet = 0; end < bytes.length && quiet < QUIET; end++)
      quiet = bytes[end]! < 0x80 ? quiet + 1 : 0
    const part = bytes.subarray(Math.max(0, at - QUIET), end)
    parts.push(Buffer.from(part), Buffer.from('\n'))
    taken += part.length
    if (at >= lineEnd && survey.lines.length < LINES) {
      survey.lines.push(lineAround(bytes, at))
      lineEnd = bytes.indexOf(10, at)
      if (lineEnd === -1) lineEnd = bytes.length
    }
    at = end
  }
  survey.telling = Buffer.concat(parts)
}

const SHOWN = 120
/** Bytes shown before the first that tells: a button is narrow, and shows how a line begins. */
const BEFORE = 24

/** The line that holds the byte at a place, from a little before it on. */
function lineAround(bytes: Buffer, at: number): Buffer {
  const from = Math.max(bytes.lastIndexOf(10, at) + 1, at - BEFORE)
  const end = bytes.indexOf(10, at)
  return Buffer.from(bytes.subarray(from, Math.min(end === -1 ? bytes.length : end, at + SHOWN)))
}
