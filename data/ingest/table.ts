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
  /** Records whose quotes are broken: index into `rows`, and what is wrong. */
  faults: Map<number, { code: string; message: string }>
  /** Characters of a record after them whose end is still to come. */
  rest?: number
}

/** A file seen as a table: what every later step knows of it. */
export interface Table {
  dialect: Dialect
  /** Unique names, in the order of the columns. */
  header: string[]
  /** The first records, without the header. */
  sample: RecordBatch
  /** True where the sample is the whole table. */
  whole: boolean
  /** Size of the file in bytes. */
  bytes: number
  /** Every record below the header, from the beginning at each call. `watch` sees the bytes pass. */
  records(watch?: (chunk: Uint8Array) => void): AsyncIterable<RecordBatch>
}
