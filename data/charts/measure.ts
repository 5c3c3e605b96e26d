import { CHARACTERS, SANS_400, SANS_700, SERIF_600 } from './widths.ts'

// Single quotes: the names are written into attributes of SVG files.
const SANS =
  "'Source Sans 3 Variable', 'Source Sans 3', 'Noto Sans SC', 'PingFang SC', 'Microsoft YaHei', system-ui, sans-serif"
const SERIF = "'Source Serif 4', 'Noto Serif SC', 'Songti SC', Georgia, serif"

export const FAMILY = { sans: SANS, serif: SERIF }

/** A CSS font of the page's text face. */
export const fontOf = (size: number, weight: 400 | 600 | 700 = 400): string =>
  `${weight} ${size}px ${SANS}`

const index = new Map([...CHARACTERS].map((character, i) => [character, i]))
const table = (digits: string): number[] =>
  Array.from({ length: digits.length / 2 }, (_, i) =>
    Number.parseInt(digits.slice(i * 2, i * 2 + 2), 36),
  )
const tables = { light: table(SANS_400), bold: table(SANS_700), serif: table(SERIF_600) }

/** Thin spaces, signs that come from the system's fonts, and scripts written in squares. */
function unlisted(character: string): number {
  const code = character.codePointAt(0) ?? 0
  if (code >= 0x300 && code < 0x370) return 0
  if (code === 0x202f || code === 0x2009) return 180
  if (code === 0x2002) return 500
  return code >= 0x2e80 ? 1000 : 560
}

/**
 * Pixels that a text takes in a CSS font, the same in Node and in every browser. Kerning is left out:
 * it moves a label by less than two in a hundred.
 */
export function measureText(text: string, font = fontOf(13)): number {
  const size = Number(/([\d.]+)px/.exec(font)?.[1] ?? 13)
  const serif = font.includes('Serif')
  const weight = Number(/\b([1-9]00)\b/.exec(font)?.[1] ?? (font.includes('bold') ? 700 : 400))
  const bold = Math.min(Math.max((weight - 400) / 300, 0), 1)
  let sum = 0
  for (const character of text.normalize('NFD')) {
    const at = index.get(character)
    if (at === undefined) sum += unlisted(character)
    else if (serif) sum += tables.serif[at] ?? 0
    else {
      const light = tables.light[at] ?? 0
      sum += light + ((tables.bold[at] ?? 0) - light) * bold
    }
  }
  return (sum * size) / 1000
}

/** Breaks a text into lines no wider than `width`; a word that is wider stands alone. */
export function wrapText(text: string, width: number, font: string): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line !== '' && measureText(longer, font) > width) {
      lines.push(line)
      line = word
    } else line = longer
  }
  return line === '' ? lines : [...lines, line]
}
