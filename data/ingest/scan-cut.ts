const LF = 10
const CR = 13

/** Where the cells of one record lie in a piece of a file. */
export interface Cells {
  /** The bytes of cell i, without its quotes, begin at `from[i]` and end before `to[i]`. */
  from: Int32Array
  to: Int32Array
  /** With its quotes and the byte after it, it begins at `begin[i]`, and ends where the next begins. */
  begin: Int32Array
  /**
   * Finds the cells of the record at `at`; the piece ends with a line end. Gives the place after the
   * record, or -1 where it can be cut in two ways or has another number of cells.
   */
  cut(bytes: Uint8Array, at: number): number
}

/** Cuts records by bytes: those of one line, of `width` cells, without a quote inside a quoted cell. */
export function createCells(delimiter: number, quote: number, width: number): Cells {
  const from = new Int32Array(width)
  const to = new Int32Array(width)
  const begin = new Int32Array(width + 1)
  const stops = new Uint8Array(256)
  for (const byte of [delimiter, quote, LF, CR]) if (byte >= 0) stops[byte] = 1
  return {
    from,
    to,
    begin,
    cut(bytes, start) {
      let at = start
      for (let column = 0; column < width; column++) {
        begin[column] = at
        const isQuoted = bytes[at] === quote
        if (isQuoted) at++
        from[column] = at
        while (stops[bytes[at]!] === 0) at++
        if (isQuoted) {
          while (bytes[at] === delimiter || stops[bytes[at]!] === 0) at++
          if (bytes[at] !== quote) return -1
          to[column] = at++
        } else to[column] = at
        const end = bytes[at++]
        if (end === delimiter) continue
        begin[width] = at
        const isLast = column === width - 1
        if (end === LF) return isLast ? at : -1
        return end === CR && bytes[at] === LF && isLast ? at + 1 : -1
      }
      return -1
    },
  }
}
