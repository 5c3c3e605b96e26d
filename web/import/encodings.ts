/** Encodings that trade files come in, and the name under which a browser decodes them, where it does. */
export const ENCODINGS: readonly { name: string; label: string | null }[] = [
  { name: 'UTF-8', label: 'utf-8' },
  { name: 'UTF-16LE', label: 'utf-16le' },
  { name: 'UTF-16BE', label: 'utf-16be' },
  { name: 'windows-1252', label: 'windows-1252' },
  { name: 'windows-1251', label: 'windows-1251' },
  { name: 'windows-1250', label: 'windows-1250' },
  { name: 'ISO-8859-1', label: 'windows-1252' },
  { name: 'ISO-8859-2', label: 'iso-8859-2' },
  { name: 'GB18030', label: 'gb18030' },
  { name: 'Shift_JIS', label: 'shift_jis' },
  { name: 'CP949', label: 'euc-kr' },
  { name: 'CP437', label: null },
]

const LF = 10
const MOST = 160
const ASCII = 127

/**
 * Lines of the beginning of a file that hold a byte beyond ASCII, at most `count`, those with most such
 * bytes first. Empty where the text is of two bytes a letter: there every line is odd.
 */
export function tellingLines(bytes: Uint8Array, count = 2): Uint8Array[] {
  if (bytes.includes(0)) return []
  const found: { line: Uint8Array; odd: number }[] = []
  for (let from = 0; from < bytes.length; ) {
    const end = bytes.indexOf(LF, from)
    const to = end === -1 ? bytes.length : end
    const line = bytes.subarray(from, to)
    const odd = line.reduce((n, byte) => n + Number(byte > ASCII), 0)
    if (odd > 0) found.push({ line, odd })
    from = to + 1
  }
  return found
    .sort((a, b) => b.odd - a.odd)
    .slice(0, count)
    .map(({ line }) => line)
}

/** A line in an encoding, cut round its first odd letter; null where its bytes are no text there. */
export function decodedLine(line: Uint8Array, encoding: string): string | null {
  const known = ENCODINGS.find(({ name }) => name.toLowerCase() === encoding.toLowerCase())
  const label = known ? known.label : encoding
  if (label === null) return null
  try {
    const text = new TextDecoder(label, { fatal: true }).decode(line).trim()
    const odd = [...text].findIndex((letter) => letter.codePointAt(0)! > ASCII)
    const from = odd < MOST * 0.75 ? 0 : odd - MOST / 2
    const cut = text.slice(from, from + MOST)
    return (from > 0 ? '… ' : '') + cut + (from + MOST < text.length ? ' …' : '')
  } catch {
    return null
  }
}

export interface Decoded {
  encoding: string
  lines: string[]
}

/**
 * What telling lines say in each encoding in which they are text; of encodings in which they say the
 * same, the one that is used now, else the first.
 */
export function decodings(lines: readonly Uint8Array[], current: string): Decoded[] {
  const seen = new Map<string, Decoded>()
  const names = ENCODINGS.map(({ name }) => name).filter((name) => !name.startsWith('UTF-16'))
  for (const encoding of [current, ...names.filter((name) => name !== current)]) {
    const texts = lines.map((line) => decodedLine(line, encoding))
    if (texts.some((text) => text === null || /[\u0080-\u009f]/.test(text))) continue
    const key = texts.join('\n')
    if (!seen.has(key)) seen.set(key, { encoding, lines: texts.filter((text) => text !== null) })
  }
  return lines.length === 0 ? [] : [...seen.values()]
}
