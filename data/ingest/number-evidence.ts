import { parseDressed } from './dressed.ts'
import { type DecimalMark, inAscii } from './numbers.ts'

/** What the cells of a column say about its numbers, as they pass by. */
export interface NumberEvidence {
  /** Whether the text is a number in either reading. */
  see(text: string): boolean
  /** The mark that the cells prove; undefined where they prove none, or where both could be meant. */
  mark(): DecimalMark | undefined
  /** A cell that reads as a thousand or as a fraction, where nothing else decides. */
  doubtful(): string | undefined
  /** Cells that are percentages, cells that brackets make negative, cells with a mark for a footnote. */
  counts(): { numbers: number; percent: number; bracketed: number; marked: number }
  /** The currency that stands at its numbers, the most frequent of several; '' where none does. */
  currency(): string
}

/** Nobody who writes `$38,245` or `¥38,245` means a fraction: money has no thousandths. */
const ENGLISH = /^[+-]?(?:US)?[$£¥₩₹]\s?\d{1,3},\d{3}$/

export function createNumberEvidence(): NumberEvidence {
  const counts = { numbers: 0, percent: 0, bracketed: 0, marked: 0 }
  const currencies = new Map<string, number>()
  let point = 0
  let comma = 0
  let doubtful: string | undefined
  /** Whole numbers without a mark, and doubtful ones that end in zero: fractions would drop that zero. */
  let isTrimmed = false
  let zeroEnded: string | undefined
  const other = (text: string): DecimalMark => (text.includes('.') ? ',' : '.')
  const settled = (): DecimalMark | undefined => {
    if (point !== comma) return point > comma ? '.' : ','
    return isTrimmed && zeroEnded !== undefined && point === 0 ? other(zeroEnded) : undefined
  }
  return {
    see(cell) {
      const text = inAscii(cell.trim())
      if (/^-?\d+$/.test(text)) {
        counts.numbers++
        isTrimmed ||= Number(text) !== 0
        return true
      }
      const [, whole, mark, fraction] = /^-?(\d+)([.,])(\d+)$/.exec(text) ?? []
      if (whole && fraction && (whole.length > 3 || fraction.length !== 3)) {
        counts.numbers++
        mark === '.' ? point++ : comma++
        return true
      }
      const asPoint = parseDressed(text, '.')
      const asComma = parseDressed(text, ',')
      const read = 'value' in asPoint ? asPoint : 'value' in asComma ? asComma : undefined
      if (!read) return false
      counts.numbers++
      if (read.isPercent) counts.percent++
      if (read.isBracketed) counts.bracketed++
      if (read.flags.includes('*')) counts.marked++
      if (read.currency !== '')
        currencies.set(read.currency, (currencies.get(read.currency) ?? 0) + 1)
      if (!/[.,]/.test(text)) return true
      if (ENGLISH.test(text)) point++
      else if (!('value' in asComma)) point++
      else if (!('value' in asPoint)) comma++
      else if (/^[-+−(]?0[.,]/.test(text)) text.includes('.') ? point++ : comma++
      else if (asPoint.value !== asComma.value) {
        doubtful ??= text
        if (/0\D*$/.test(text)) zeroEnded ??= text
      }
      return true
    },
    mark: settled,
    doubtful: () => (settled() === undefined ? doubtful : undefined),
    counts: () => counts,
    currency: () => [...currencies].reduce((a, b) => (b[1] > a[1] ? b : a), ['', 0] as const)[0],
  }
}

/** Whether a text is a number, however its column writes them and whatever is glued to it. */
export const isNumberText = (text: string): boolean =>
  'value' in parseDressed(text, '.') || 'value' in parseDressed(text, ',')
