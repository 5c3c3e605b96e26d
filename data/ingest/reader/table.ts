import type { Decoding, Issue } from '../../model/report.ts'
import type { Levels } from '../layouts/view.ts'
import type { OpenQuestion } from '../unreadable.ts'

/** How the bytes of a file become records. */
export interface Dialect {
  encoding: string
  delimiter: string
  /** Empty where the file quotes nothing. */
  quote: string
  /** 1-based; 0 where the file has no header. */
  headerLine: number
}

/** Records as they stand in the file, a few thousand at a time. */
export interface RecordBatch {
  rows: string[][]
  /** The line on which each record begins, 1-based, as an editor counts it. */
  lines: number[]
  /** Records that cannot be believed: index into `rows`, and what is wrong. */
  faults: Map<number, { code: string; message: string }>
  /** Records that were mended and are to be looked at, and lines that are no records. */
  notes: Issue[]
  /** Characters of a record after them whose end is still to come. */
  rest: number
  /**
   * Another table begins after them, with its title or header on a line; `alike` where its header says the
   * same as the one before, and no title stands above it.
   */
  next: { line: number; alike: boolean } | null
}

/** A line of the file that is no part of the table. */
export interface Aside {
  line: number
  text: string
}

/** A file seen as a table: what every later step knows of it. */
export interface Table {
  dialect: Dialect
  /** Unique names, in the order of the columns. */
  header: string[]
  /** Those that stand in levels. */
  levels?: Levels
  /** Cells of its records: more than there are names where each line ends with a delimiter. */
  width: number
  /** Titles and notes above the header. */
  preamble: Aside[]
  /** The first records, without the header. */
  sample: RecordBatch
  /** True where the sample is the whole table. */
  whole: boolean
  /** Size of the file in bytes. */
  bytes: number
  /** How lines with letters beyond ASCII read in its encoding, which comes first, and in others. */
  decodings: Decoding[]
  /** How it was read, in plain words. */
  says: string[]
  /** Most records are a line each, of as many cells as the header; whatever follows belongs to the table or is asked about. */
  plain: boolean
  /** Every record below the header, from the beginning at each call. `watch` sees the bytes pass. */
  records(watch?: (chunk: Uint8Array) => void): Iterable<RecordBatch>
  /** Reads text from the middle of the table, line ends `\n`, that begins on a line. */
  reader(line: number): (text: string, last: boolean) => RecordBatch
  /** What is odd about a record that was cut elsewhere; undefined where nothing is. */
  odd(cells: string[], line: number): RecordBatch | undefined
  /** Which of the tables in the file is meant. */
  question(): OpenQuestion
}
