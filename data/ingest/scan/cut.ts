const LF = 10
const CR = 13
const BLANK = 32
const HASH = 35
const BEYOND_ASCII = 128

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
  /** Passes over cells of which nothing is odd, without finding them: the place of the sign after them, or -1. */
  pass(bytes: Uint8Array, at: number, cells: number): number
  /** Whether cell i of the record that was cut may make a fault or a comment of it, whatever it means. */
  isOdd(bytes: Uint8Array, i: number): boolean
}

/** Cuts records by bytes: those of one line, of `width` cells, without a quote inside a quoted cell. */
export function createCells(
  { delimiter, quote }: { delimiter: number; quote: number },
  width: number,
  isUtf8: boolean,
): Cells {
  const from = new Int32Array(width)
  const to = new Int32Array(width)
  const begin = new Int32Array(width + 1)
  const stops = new Uint8Array(256)
  for (const byte of [delimiter, quote, LF, CR]) if (byte >= 0) stops[byte] = 1
  /** Bytes that no text holds, or that are none in some encodings. */
  const odd = Uint8Array.from(stops, (_, byte) =>
    Number(byte < BLANK || (byte >= BEYOND_ASCII && !isUtf8)),
  )
  odd[delimiter] = 0

  /** The place after the cell at `at`, with its quotes; -1 where something in it is odd. */
  const passed = (bytes: Uint8Array, start: number): number => {
    let at = start
    const isQuoted = bytes[at] === quote
    if (isQuoted) at++
    if (bytes[at] === HASH) return -1
    while (stops[bytes[at]!] === 0 || (isQuoted && bytes[at] === delimiter)) {
      if (odd[bytes[at++]!] === 1) return -1
    }
    if (!isQuoted) return at
    return bytes[at] === quote ? at + 1 : -1
  }

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
    pass(bytes, start, cells) {
      let at = passed(bytes, start)
      for (let i = 1; i < cells && at >= 0; i++)
        at = bytes[at] === delimiter ? passed(bytes, at + 1) : -1
      return at
    },
    isOdd(bytes, i) {
      if (bytes[from[i]!] === HASH) return true
      for (let at = from[i]!; at < to[i]!; at++) if (odd[bytes[at]!] === 1) return true
      return false
    },
  }
}
