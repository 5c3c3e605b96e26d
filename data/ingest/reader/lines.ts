/** All line ends as `\n`: CRLF, CR alone, CRCRLF and mixtures. CRs at the end of a piece wait for the next. */
export function lineEnds(): (piece: string, last?: boolean) => string {
  let held = ''
  return (piece, last = false) => {
    let text = held === '' ? piece : held + piece
    held = ''
    if (!text.includes('\r')) return text
    if (!last) {
      const end = text.length - (text.endsWith('\r\r') ? 2 : text.endsWith('\r') ? 1 : 0)
      held = text.slice(end)
      text = text.slice(0, end)
    }
    return text.replace(/\r\r?\n|\r/g, '\n')
  }
}

export const countLineEnds = (text: string): number => {
  let count = 0
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count++
  return count
}

/** The place at which a line (from 1) begins; -1 where the text has fewer. */
export function lineStart(text: string, line: number): number {
  let at = 0
  for (let passed = 1; passed < line; passed++) {
    at = text.indexOf('\n', at) + 1
    if (at === 0) return -1
  }
  return at
}

/** The line that begins at a place, without its end. */
export function lineAt(text: string, at: number): string {
  const end = text.indexOf('\n', at)
  return text.slice(at, end === -1 ? text.length : end)
}
