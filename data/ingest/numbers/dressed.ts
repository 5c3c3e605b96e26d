import { BOUNDS } from '../../model/batch.ts'
import { statusNamed } from '../codes/status-words.ts'
import { withoutCurrency } from '../units/currencies.ts'
import { sizeNamed } from '../units/unit-phrase.ts'
import { inAscii } from './digits.ts'
import { type DecimalMark, type NotANumber, type ParsedNumber, parseNumber } from './numbers.ts'
import { withoutSize } from './sizes.ts'

/** A figure with what a source glues to it. */
export interface Dressed extends ParsedNumber {
  /** Letters that say something of the figure; '' where there are none. */
  flags: string
  /** Index into `BOUNDS`. */
  bound: number
  /** The figure is a percentage. */
  isPercent: boolean
  /** Brackets that make it negative. */
  isBracketed: boolean
  /** The currency that stands at it, as a unit; '' where none does. */
  currency: string
  /** The size that stands at it, `bn`, and that its value is told in; '' where none does. */
  size: string
}

/** The same without its number: what stands around it, and the text that should be one. */
type Undressed = Omit<Dressed, keyof ParsedNumber> & { core: string }

const BOUND_SIGNS: Record<string, (typeof BOUNDS)[number]> = {
  '≈': '~',
  '~': '~',
  '∼': '~',
  '≃': '~',
  '>': '>',
  '<': '<',
  '≥': '>=',
  '≤': '<=',
  '>=': '>=',
  '<=': '<=',
}
const BOUND = /^(>=|<=|[≈~∼≃<>≥≤])\s*/
/** The same in words, as in tables typed by hand: `более 100`, `around 5`, `约5`. */
const BOUND_IN_WORDS: [RegExp, (typeof BOUNDS)[number]][] = [
  [/^(?:не менее|at least|不少于|不低于)\s*(?=[$€£¥₽]?\d)/iu, '>='],
  [/^(?:не более|at most|不超过)\s*(?=[$€£¥₽]?\d)/iu, '<='],
  [/^(?:более|больше|свыше|св\.|more than|超过|超|逾)\s*(?=[$€£¥₽]?\d)/iu, '>'],
  [/^(?:менее|меньше|less than|不足|不到)\s*(?=[$€£¥₽]?\d)/iu, '<'],
  [
    /^(?:около|примерно|порядка|about|around|approx\.?|approximately|circa|ca\.|约|約|大约)\s*(?=[$€£¥₽]?\d)/iu,
    '~',
  ],
]

/** Eurostat's letters after a blank, others' only where a number has no such ending: `5M` is no flag. */
const FLAGS = [
  /^(.*\d[.,]?)\s*\(([a-zA-Z]{1,3})\)$/,
  /^(.*\d[.,]?)\s*\[([a-zA-Z]{1,3})\]$/,
  /^(.*\d[.,]?)\s+([bcdefinprsuz]{1,4}|[AEFIPRU])$/,
  /^(.*\d[.,]?)([epru]|pr|re)$/,
  /^(.*\d)\s*([epr])\/$/,
]
/** A mark that a footnote explains: stars, daggers, raised digits, a number in brackets. */
const MARK = /^(.*[\d)%])\s*(?:[*†‡§#]+|[¹²³⁰-⁹ᵃ-ᶻ]+\)?|\s\d{1,2}\)|\[(?:note\s)?\d{1,2}\])$/iu
const KNOWN = /^[bcdefinprsuzAEFIPU]+$/

/** Most figures are digits and marks alone: no currency or size is looked for. */
const BARE = /^-?\d[\d.,]*$/
const NOTHING_ELSE = { isPercent: false, isBracketed: false, currency: '', size: '' }

/** The bound that stands before a figure, and how long it is. */
function boundAt(text: string): { bound: number; length: number } {
  const [before = '', sign = ''] = BOUND.exec(text) ?? []
  if (before !== '') return { bound: BOUNDS.indexOf(BOUND_SIGNS[sign]!), length: before.length }
  if (!/^\p{L}/u.test(text)) return { bound: 0, length: 0 }
  for (const [words, bound] of BOUND_IN_WORDS) {
    const found = words.exec(text)?.[0]
    if (found !== undefined) return { bound: BOUNDS.indexOf(bound), length: found.length }
  }
  return { bound: 0, length: 0 }
}

/** `12 600 (оценка)`, `5.4 (est.)`: a status in a word behind a figure. */
const STATUS = /^(.*\d[.,]?(?:\s?%)?)\s*[([](\p{L}[\p{L}. ]{2,20})[)\]]$/u

/** Takes off what stands around a figure; a lone bracket, sign or flag stays and makes it no number. */
function undress(text: string): Undressed {
  let core = inAscii(text.trim())
  let flags = ''
  const { bound, length } = boundAt(core)
  core = core.slice(length)
  const marked = MARK.exec(core)
  if (marked) {
    core = marked[1]!.trim()
    flags = '*'
  }
  const [, told, word = ''] = STATUS.exec(core) ?? []
  const letters = statusNamed(word)
  if (told !== undefined && letters !== undefined) {
    core = told
    flags += letters === 'A' ? '' : letters.toLowerCase()
  }
  for (const shape of FLAGS) {
    const [, rest, letters] = shape.exec(core) ?? []
    if (rest === undefined || letters === undefined) continue
    const known = letters === 'R' ? 'r' : letters
    // `$110.9 bn`: no two flags, but a size.
    if (!KNOWN.test(known) || (known.length > 1 && sizeNamed(known) !== undefined)) continue
    core = rest
    flags += known
    break
  }
  if (BARE.test(core)) return { ...NOTHING_ELSE, core, flags, bound }
  const isPercent = /\d\s*%\)?$/.test(core)
  if (isPercent) core = core.replace(/\s*%/, '')
  const outer = withoutCurrency(core)
  const bracketed =
    /^\(([^()]*)\)$/.exec(outer.rest)?.[1] ?? /^(\d.*\d|\d)\s?[-−]$/.exec(outer.rest)?.[1]
  const isBracketed = bracketed !== undefined
  const inner = isBracketed ? withoutCurrency(bracketed.trim()) : outer
  const before = outer.currency || inner.currency
  const found = withoutSize(inner.rest)
  // `€5 USD` is of neither; `$5 million USD` says once more which dollars.
  const isTwice =
    before !== '' && before !== '$' && found.currency !== '' && found.currency !== before
  const sized = isTwice ? { rest: inner.rest, size: '', currency: '' } : found
  core = isBracketed ? `-${sized.rest}` : sized.rest
  const currency = sized.currency || before
  return { core, flags, bound, isPercent, isBracketed, currency, size: sized.size }
}

/** `≈ 0`, `12.3 e`, `6806*`, `(1,234)`, `> 90 %`, `$5`, `8.1bn`: a figure and what is said of it. */
export function parseDressed(text: string, mark: DecimalMark): Dressed | NotANumber {
  if (/^\(Z\)$|^0s$|^\[low\]$/.test(text.trim())) return { ...ROUNDED_ZERO }
  const { core, ...rest } = undress(text)
  const number = parseNumber(core, mark)
  return 'code' in number ? parsedWhole(text, mark, number) : { ...number, ...rest }
}

/** The reason in terms of the cell as it stands, not of what was left of it. */
function parsedWhole(text: string, mark: DecimalMark, inner: NotANumber): NotANumber {
  const whole = parseNumber(text, mark)
  return 'code' in whole ? whole : inner
}

/** The offices of Canada (`0s`), the United States (`(Z)`) and Britain (`[low]`): not zero, but rounded to it. */
const ROUNDED_ZERO: Dressed = {
  value: 0,
  decimals: 0,
  flags: '',
  bound: BOUNDS.indexOf('~'),
  isPercent: false,
  isBracketed: false,
  currency: '',
  size: '',
}

/** Flags where no figure stands: `: u`, `(p)`, `b`; undefined for anything else. */
export function loneFlags(text: string): string | undefined {
  const [, colon, round, bare] =
    /^:\s*([bcdefinprsuz]{1,4})$|^\(([a-z]{1,2})\)$|^([bdefiprsu]{1,2})$/.exec(text.trim()) ?? []
  const letters = colon ?? round ?? bare
  return letters !== undefined && KNOWN.test(letters) ? letters : undefined
}
