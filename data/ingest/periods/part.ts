import { inQuarter, isFourth } from './fourths.ts'
import {
  hanNumber,
  monthNamed,
  numberNamed,
  plain,
  type Unit,
  unitNamed,
  unitOfHeading,
} from './names.ts'
import { romanMonths } from './romans.ts'

/** A piece of a year without the year: months from one on, or an ISO week. */
export type Part = { month: number; count: number } | { week: number }

const YEAR: Part = { month: 1, count: 12 }
const LENGTH = { month: 1, quarter: 3, half: 6 } as const

/** Chinese words as the letters that other languages use, and what only fills a phrase taken out. */
const REWRITES: [RegExp, string][] = [
  [/^\[\d\d\] ?(?=\p{L}{3})/u, ''],
  [/(\d)\s*至\s*(?=\d)/g, '$1-'],
  // `4- 6.`: a quarter in Japan's tables.
  [/^[\s/]*(\d{1,2})\s*-\s*(\d{1,2})\.\s*$/, '$1-$2 months'],
  [/(?<!\d)1\s?to\s?(\d{1,2})(?!\d)/g, ' 1-$1 months '],
  [/(?<!\p{L})(?:full|whole|entire) (?=year)/gu, ''],
  [/^(?:итого|всего|total)(?: за| for)? (?=\d{1,2} ?(?:мес|months)|год|year)/u, ''],
  [/^(?:(?:luna|mes de|mois d[e']|monat|month of) ?|месяцы |months )(?=\p{L}{3})/u, ''],
  [/前?\s*(\d{1,2})\s*个月/g, ' $1 months '],
  [/前\s*(\d)\s*季度/g, ' q1-q$1 '],
  [/第?\s*(\d)\s*季度?/g, ' q$1 '],
  [/^([1-4]) ?к$/, ' q$1 '],
  [/^([12]) ?п$/, ' h$1 '],
  // Poland's quarters; a week of Germany's is never in Roman letters.
  [/(?<![a-z])([ivx]+(?:-[ivx]+)?) kw(?:art\p{L}*)?\.?(?!\p{L})/u, '$1 q'],
  // `الربع الأول`, `النصف الثاني` without their marks.
  [/(?:ال)?ربع (?:ال)?اول/g, ' q1 '],
  [/(?:ال)?ربع (?:ال)?ثان[يى]/g, ' q2 '],
  [/(?:ال)?ربع (?:ال)?ثالث/g, ' q3 '],
  [/(?:ال)?ربع (?:ال)?رابع/g, ' q4 '],
  [/(?:ال)?نصف (?:ال)?اول/g, ' h1 '],
  [/(?:ال)?نصف (?:ال)?ثان[يى]/g, ' h2 '],
  // `6 tháng đầu năm`, `эхний 6 сар`: so many from January on.
  [/(?<!\d)(\d{1,2}) thang đau(?: nam)?/g, ' $1 months '],
  // Months of the Levant, in two words.
  [/كانون (?:ال)?ثان[يى]/g, ' january '],
  [/تشرين (?:ال)?اول/g, ' october '],
  [/تشرين (?:ال)?ثان[يى]/g, ' november '],
  [/كانون (?:ال)?اول/g, ' december '],
  [/эхни[йи] (\d{1,2}) сар\p{L}*/gu, ' $1 months '],
  [/(?<!\d)(\d{1,2})(?:-?р| ?д[уү]г[аэ]{2}р)? сар\p{L}*/gu, ' m$1 '],
  // `2024-cü il`
  [/(?<=^|\s)-c[iuı](?!\p{L})| ayı(?!\p{L})/gu, ' '],
  // `ครึ่งปีแรก` without its vowels.
  [/ครง(?:ปแรก|แรกป?)/g, ' h1 '],
  [/ครง(?:ปหลง|หลงป?)/g, ' h2 '],
  [/^([ivx]{1,3})-(?=\p{L}{4})/u, '$1 '],
  [/상반기/g, ' h1 '],
  [/하반기/g, ' h2 '],
  [/(?<!年度)上半(?:年|期)/g, ' h1 '],
  [/(?<!年度)下半(?:年|期)/g, ' h2 '],
  [/全年|年度/g, ' year '],
  [/第\s*(\d{1,2})\s*周/g, ' w$1 '],
  [/(\d)(?:\/4)?\s*분기/g, ' q$1 '],
  [/(\d{1,2})\s*(?:月[份期]?|월)/g, ' m$1 '],
  [/[累누][计計계]|(?<!\p{L})(?:cumulative|cumul|kumuliert|acumulado|cumule)(?!\p{L})/gu, ' sum '],
  [/(?<!\p{L})(?:за|в|de|del|of)(?!\p{L})/gu, ' '],
  // `2023 m. sausis`: the year of Lithuanians.
  [/^m\. (?=\p{L}{3}|[ivx]+ )/u, ''],
  [
    /(?<!\p{L})(?:гг?|год[ауы]?|р|рік|року|ж|жыл(?:ы|ғы)?|yil(?:i|da)?|[йи]ил|ป|оны|թ|წ|წლის|წელი|yılı?|il(?:in)?|g|gada|nam|من|عام|سنة|year|yr|jahr|annee|ano)(?!\p{L})\.?/gu,
    ' ',
  ],
  [/^(\s*)\(([^()]*)\)\s*$/, '$1$2'],
  [/\s\.$/, ''],
]

/** `янв. jan.`, `кварталы / quarters i`: a month or a unit in two languages is said once, as `plain` leaves it. */
export const saidOnce = (phrase: string): string =>
  phrase.replace(/(\p{L}+)(\.?(?: ?\/ ?| ))(\p{L}+)(?:\.|(?!\p{L}))/u, (both, one, _, other) =>
    isSameWord(one, other) ? one : both,
  )

const isSameWord = (one: string, other: string): boolean => {
  const [month, unit] = [monthNamed(one), unitNamed(one)]
  return (
    (month !== undefined && month === monthNamed(other)) ||
    (unit !== undefined && unit === unitNamed(other))
  )
}

/** A phrase in the words that `readPart` knows. */
export function rewritten(text: string): string {
  let phrase = saidOnce(plain(text))
    .replaceAll('四半期', '季')
    .replace(/[一二三四五六七八九十]+/g, (han) => String(hanNumber(han) ?? han))
  for (const [word, by] of REWRITES) phrase = phrase.replace(word, by)
  return trimmed(phrase.replace(/\s+/g, ' ').replace(/\s*-\s*/g, '-'))
}

const trimmed = (text: string): string =>
  text.replace(/^[\s,;:'/._-]+|(?<![\s,;:'/_-])[\s,;:'/_-]+$/g, '')

const RANGE =
  /^(.+?)(?:\s*[-/&+]\s*|\s+(?:to|through|thru|till|until|and|bis|und|a|et|hasta|y|по|до|и|az|do|ile|tot|t\/m|til|till|iki|lidz|kuni)\s+)(.+)$/u
/** `through November`: from January on. */
const THROUGH = /^(?:through|thru|up to|until|bis|hasta|jusqu'en|по) (.+)$/u
const TO_DATE = /(?:^|\s)\(?(?:ytd|(?:year )?to date|с начала)\)?(?:\s|$)/u

/** What `rewritten` makes of words for sums; one up to a month counts from January, `9月累计`. */
const SUM = /(?:^|\s)sum(?=\s|$)/u

/** Whether a phrase as `rewritten` leaves it says more than that it is a sum. */
export const saysPart = (phrase: string): boolean => phrase !== '' && phrase !== 'sum'

const LETTERS: Partial<Record<Unit, string>> = { month: 'M', quarter: 'Q', week: 'W', half: 'H' }

/** A piece of a year as its cell writes it; numbers alone are of the unit in its heading: `2` below `Quarter` is `Q2`, `1–2` below `Month` two months. */
export function pieceBelow(heading: string, cell: string): string {
  if (isFourth(cell) && unitOfHeading(heading) === 'quarter') return inQuarter(cell)
  const unit = /^(?:\d{1,2}(?:\.0)?|[IV]{1,3})$/.test(cell) ? unitOfHeading(heading) : undefined
  if (/^\d{1,2} ?[-–—] ?\d{1,2}$/.test(cell) && unitOfHeading(heading) === 'month')
    return `${cell} months`
  const letter = unit && LETTERS[unit]
  return letter ? `${letter} ${cell.replace(/\.0$/, '')}` : cell
}

/**
 * Reads `Q1`, `1. Quartal`, `январь-ноябрь`, `1-11月`, `9 months`, `W05`, or nothing for the whole year,
 * as `rewritten` leaves it. `bare` numbers are months. Undefined for what is no piece of a year.
 */
export function readPart(phrase: string, bare = false): Part | undefined {
  if (phrase === '') return YEAR
  if (SUM.test(phrase)) {
    const rest = trimmed(phrase.replace(SUM, ' '))
    // `2024년 누계` goes up to a month that it does not name.
    const end = rest === '' ? undefined : readPart(rest, bare)
    return end && 'month' in end && end.count === 1 ? fromJanuary(end) : end
  }
  if (TO_DATE.test(phrase)) {
    const end = readPart(trimmed(phrase.replace(TO_DATE, ' ')), bare)
    const isPiece = end !== undefined && 'month' in end && end.count < 12
    return isPiece ? fromJanuary(end) : undefined
  }
  const through = THROUGH.exec(phrase)?.[1]
  const until = through === undefined ? undefined : piece(through, bare)
  if (until && 'month' in until) return fromJanuary(until)
  const one = piece(phrase, bare)
  if (one) return one
  const known = marketingYear(phrase) ?? romanMonths(phrase)
  if (known) return known
  const [, head, tail] = RANGE.exec(phrase) ?? []
  // Numbers alone are no range of months: 03/04 may be a day.
  if (head === undefined || tail === undefined || /^\d+$/.test(head + tail)) return undefined
  const to = piece(unitOfHead(head, tail) + tail, bare)
  const from = piece(head, bare) ?? (to && sameUnit(head, to, tail))
  if (!from || !to || !('month' in from) || !('month' in to)) return undefined
  const count = to.month + to.count - from.month
  return count > 0 ? { month: from.month, count } : undefined
}

/** `MY Sep-Aug`: a marketing year is called by the year in which it begins. */
function marketingYear(phrase: string): Part | undefined {
  const [, from, to] = /^my (\p{L}+)\.?-(\p{L}+)\.?$/u.exec(phrase) ?? []
  const [month, last] = [from, to].map((name) => (name === undefined ? name : monthNamed(name)))
  return month !== undefined && last === ((month + 10) % 12) + 1 ? { month, count: 12 } : undefined
}

const fromJanuary = ({ month, count }: { month: number; count: number }): Part => ({
  month: 1,
  count: month + count - 1,
})

/** The `q` of `q1-3`: a number alone is of the unit before it. */
const unitOfHead = (head: string, tail: string): string => {
  const [, word = ''] = /^(\p{L}+)\.? ?\d/u.exec(head) ?? []
  return /^\d{1,2}$/.test(tail) && unitNamed(word) !== undefined ? word : ''
}

/** The `1` of `1-11 months` or `1-3 quarter`: of the unit that is named after it. */
function sameUnit(head: string, to: Part, tail: string): Part | undefined {
  const number = numberNamed(head)
  if (number === undefined || !('month' in to)) return undefined
  if (to.count === 1 || /month|мес|mois|monat|mes/.test(tail)) return nth('month', number)
  return to.count === 3 ? nth('quarter', number) : to.count === 6 ? nth('half', number) : undefined
}

function nth(unit: keyof typeof LENGTH, number: number): Part | undefined {
  const count = LENGTH[unit]
  const month = (number - 1) * count + 1
  return number >= 1 && month <= 12 ? { month, count } : undefined
}

function piece(phrase: string, bare: boolean): Part | undefined {
  const text = trimmed(phrase)
  // `01. Janeiro`: a month is numbered as well as named.
  const [, number, name] = /^(?:(\d{1,2})[. -]+)?(\p{L}+\.?)$/u.exec(text) ?? []
  const month = name === undefined ? undefined : monthNamed(name)
  if (month !== undefined && (number === undefined || Number(number) === month))
    return { month, count: 1 }
  if (/^\d{1,2}$/.test(text)) {
    if (text === '52' && bare) return YEAR
    return bare ? nth('month', Number(text)) : undefined
  }
  if (unitNamed(text) === 'year') return YEAR
  const after = /^(\p{L}+)\.?[ -]?([\p{L}\d-]+)\.?$/u.exec(text)
  const unit = after && unitNamed(after[1]!)
  const which = after && numberNamed(after[2]!)
  if (unit && which !== undefined && which !== null) {
    if (unit === 'week') return which >= 1 && which <= 53 ? { week: which } : undefined
    if (unit === 'month' && /^m13$/.test(text)) return YEAR
    return unit === 'year' ? undefined : nth(unit, which)
  }
  return numbered(text)
}

/** The number before the unit: `1. quartal`, `2nd half`; `9 months` are the first nine. */
function numbered(text: string): Part | undefined {
  const [, before = '', word = ''] = /^(\d{1,2}\.?|\S+(?= ))[ -]?(\p{L}+)\.?$/u.exec(text) ?? []
  const unit = unitNamed(word)
  const number = unit && numberNamed(before.replace(/(?<=[ivx])\.$/, ''))
  if (!unit || number === undefined) return undefined
  if (unit === 'week') return number >= 1 && number <= 53 ? { week: number } : undefined
  if (unit === 'month') return number >= 1 && number <= 12 ? { month: 1, count: number } : undefined
  return unit === 'year' ? undefined : nth(unit, number)
}
