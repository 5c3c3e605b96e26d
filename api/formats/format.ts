import type { Columns } from '../../data/model/columns.ts'

/** A way to write an answer as a file. */
export interface Format {
  /** Of the address and of the file: `/api/data.csv`. */
  ending: string
  type: string
  /** What the file holds, in words. */
  says: string
  /** `address` is where the answer was asked for. Throws ApiError where the format cannot hold it. */
  write(columns: Columns, address: string): string | Uint8Array | Promise<string | Uint8Array>
}
