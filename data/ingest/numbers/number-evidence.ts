import { inAscii } from './digits.ts'
import { parseDressed } from './dressed.ts'
import { BLANKS, type DecimalMark, isFailed } from './numbers.ts'

/** What the cells of a column say about its numbers, as they pass by. */
export interface NumberEvidence {
  /** Whether the text is a number in either reading. */
  see(text: string): boolean
  /** The mark that the cells prove; undefined where they prove none, or where both could be meant. */
  mark(): DecimalMark | undefined
  /** A cell that reads as a thousand or as a fraction, where nothing else decides. */
  doubtful(): string | undefined
  /** Cells that are percentages, cells that brackets make negative, cells with a mark for a footnote, cells with a size or a unit. */
  counts(): { numbers: number; percent: number; bracketed: number; marked: number; worded: number }
  /** The currency that stands at its numbers, the most frequent of several; '' where none does. */
  currency(): string
  /** The sizes that stand at its numbers, and an example of each. */
  sizes(): ReadonlyMap<string, string>
  /** A number without a size, zero aside; undefined where there is none. `isSmall`: none is a thousand or more. */
  bare(): { example: string; isSmall: boolean } | undefined
  /** Cells that are negative, and how many of them are each a number of nines, by what they read as. */
  lows(): { negative: number; nines: ReadonlyMap<number, number> }
  /** Whether many numbers are whole, hundreds among them but none of four digits: a thousand has a mark then. */
  areWhole(): boolean
  /** Whether all numbers are below one, some of them with three digits behind the mark or more. */
  areFractions(): boolean
}

/** No word stands at a figure but, maybe, its currency. */
const MONEY = /^(?:[A-Z]{3}|[$¥])?$/
const MANY_WHOLE = 5

/** `-9999`, `-99.99`, `-999.0`, also as `−9,999` and `-9 999,0`: what machines write where there is no figure. */
const NINES = new RegExp(`^-(?:99+|9(?:,999|[${BLANKS}]999))(?:[.,](?:9+|0+))?$`)
const OF_THOUSANDS = new RegExp(`(?<=^-9)[,${BLANKS}](?=999)`)

/** Less than a thousand by either mark. */
const SMALL = /^\D{0,3}\d{1,3}(?:[.,]\d{1,2})?\D*$/

/** Nobody who writes `$38,245` or `¥38,245` means a fraction: money has no thousandths. */
const ENGLISH = /^[+-]?(?:US)?[$£¥₩₹]\s?\d{1,3},\d{3}$/

export function createNumberEvidence(): NumberEvidence {
  const counts = { numbers: 0, percent: 0, bracketed: 0, marked: 0, worded: 0 }
  const currencies = new Map<string, number>()
  const sizes = new Map<string, string>()
  let bare: { example: string; isSmall: boolean } | undefined
  let point = 0
  let comma = 0
  let doubtful: string | undefined
  /** Whole numbers without a mark, zero aside, and doubtful ones that end in zero: fractions would drop that zero. */
  let wholes = 0
  let largest = 0
  const below = { all: true, fine: 0 }
  let negative = 0
  const nines = new Map<number, number>()
  let zeroEnded: string | undefined
  const other = (text: string): DecimalMark => (text.includes('.') ? ',' : '.')
  const settled = (): DecimalMark | undefined => {
    if (point !== comma) return point > comma ? '.' : ','
    return wholes > 0 && zeroEnded !== undefined && point === 0 ? other(zeroEnded) : undefined
  }
  const seeBare = (text: string): void => {
    bare ??= { example: text, isSmall: true }
    if (bare.isSmall && !SMALL.test(text)) bare = { example: text, isSmall: false }
  }
  const seeLow = (text: string): void => {
    negative++
    if (!NINES.test(text)) return
    const value = Number(text.replace(OF_THOUSANDS, '').replace(',', '.'))
    nines.set(value, (nines.get(value) ?? 0) + 1)
  }
  return {
    see(cell) {
      const text = inAscii(cell.trim()).replace(/^[−–](?=\d)/, '-')
      if (/^[-−–].*[1-9]/.test(text)) seeLow(text)
      if (/^-?\d+$/.test(text)) {
        counts.numbers++
        const size = Math.abs(Number(text))
        if (size === 0) return true
        below.all = false
        wholes++
        largest = Math.max(largest, size)
        seeBare(text)
        return true
      }
      const [, whole, mark, fraction] = /^-?(\d+)([.,])(\d+)$/.exec(text) ?? []
      if (whole && fraction && (whole.length > 3 || fraction.length !== 3)) {
        counts.numbers++
        mark === '.' ? point++ : comma++
        below.all &&= Number(whole) === 0
        if (fraction.length > 2) below.fine++
        seeBare(text)
        return true
      }
      const asPoint = parseDressed(text, '.')
      const asComma = parseDressed(text, ',')
      const read = 'value' in asPoint ? asPoint : 'value' in asComma ? asComma : undefined
      if (!read) return false
      counts.numbers++
      below.all &&= Math.abs(read.value) < 1
      if (/\d[.,]\d{3}/.test(text)) below.fine++
      if (read.isPercent) counts.percent++
      if (read.isBracketed) counts.bracketed++
      if (read.flags.includes('*')) counts.marked++
      if (read.size !== '' || !MONEY.test(read.currency)) counts.worded++
      if (read.size !== '') sizes.set(read.size, sizes.get(read.size) ?? text)
      else if (read.value !== 0) seeBare(text)
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
    sizes: () => sizes,
    bare: () => bare,
    lows: () => ({ negative: negative + counts.bracketed, nines }),
    areFractions: () => below.all && below.fine > 1,
    areWhole: () => wholes >= MANY_WHOLE && largest >= 100 && largest < 1000,
  }
}

/** Whether a text is a number, however its column writes them and whatever is glued to it. */
export const isNumberText = (text: string): boolean =>
  'value' in parseDressed(text, '.') || 'value' in parseDressed(text, ',') || isFailed(text)
