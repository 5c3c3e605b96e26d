import { closeSync, openSync, readSync } from 'node:fs'
import type { Mapping } from '../mapping.ts'
import { isCutByBytes } from '../reader/encoding.ts'
import { SAMPLE_BYTES } from '../reader/open.ts'
import type { Table } from '../reader/table.ts'
import type { Run } from './words.ts'

/** A table of one record a line that is cut by its bytes, and which of its columns say what. */
export interface Plain {
  path: string
  encoding: string
  /** Where its first record begins. */
  start: { byte: number; line: number }
  delimiter: string
  /** Empty where nothing is quoted. */
  quote: string
  width: number
  /** Columns of values with their decimal mark; '' where a number that has one is to go the usual way. */
  values: { index: number; mark: string }[]
  /** Columns that name the period, whatever else a record says. */
  periods: number[]
  /** Columns that say nothing. */
  ignored: number[]
}

/** The table as one that can be read by its bytes; undefined where its records must be read as text. */
export function plainOf(
  path: string,
  { dialect, width, sample, plain }: Table,
  { own, period, periodPart, periodStart, periodEnd, values, roles, isSpread }: Mapping,
): Plain | undefined {
  const { encoding, delimiter, quote } = dialect
  const isCut = isCutByBytes(encoding, delimiter) && isCutByBytes(encoding, quote)
  const line = sample.lines[0]
  if (!plain || own || isSpread || values.some(isOfSigns)) return undefined
  if (!isCut || line === undefined) return undefined
  const byte = startOf(path, line)
  if (byte === undefined) return undefined
  return {
    path,
    encoding,
    start: { byte, line },
    delimiter,
    quote,
    width,
    values: values.map(({ index, mark, isMarkKnown }) => ({
      index,
      mark: isMarkKnown ? mark : '',
    })),
    ignored: roles.flatMap((role, index) => (role === 'ignore' ? [index] : [])),
    periods: [period, periodPart, periodStart, periodEnd].filter((index) => index >= 0),
  }
}

/** What stands at its numbers, or does not, says what they are: each is looked at. */
const isOfSigns = ({ isPercent, sizing, absent }: Mapping['values'][number]): boolean =>
  isPercent || sizing !== null || absent !== null

const LF = 10
const hasMark = ([a, b, c]: Uint8Array): boolean => a === 0xef && b === 0xbb && c === 0xbf

/** The byte at which a line begins; undefined where lines do not end in LF or CRLF. */
function startOf(path: string, line: number): number | undefined {
  const file = openSync(path, 'r')
  try {
    const buffer = Buffer.alloc(SAMPLE_BYTES)
    const sample = buffer.subarray(0, readSync(file, buffer))
    let at = hasMark(sample) ? 3 : 0
    for (let passed = 1; passed < line; passed++) {
      at = sample.indexOf(LF, at) + 1
      if (at === 0) return undefined
    }
    const hasLoneReturn = /\r(?!\n)/.test(sample.toString('latin1', 0, at))
    return hasLoneReturn ? undefined : at
  } finally {
    closeSync(file)
  }
}

/** What a column says of a record. */
export type Kind = 'value' | 'period' | 'saying' | 'ignored'

/** Columns of a kind side by side as one; a value always alone. */
export function runsOf({ width, values, periods, ignored }: Plain): (Run & { kind: Kind })[] {
  const kinds = Array.from({ length: width }, (_, i): Kind => {
    if (values.some(({ index }) => index === i)) return 'value'
    return periods.includes(i) ? 'period' : ignored.includes(i) ? 'ignored' : 'saying'
  })
  const runs: (Run & { kind: Kind })[] = []
  kinds.forEach((kind, i) => {
    const last = runs.at(-1)
    if (last?.kind === kind && kind !== 'value') last.end = i + 1
    else runs.push({ kind, first: i, end: i + 1 })
  })
  return runs
}
