import { unjoined } from '../unjoined.ts'
import { cellsOf } from './figures.ts'
import { respread } from './spread.ts'
import type { Layout } from './view.ts'

/** Letters that no other language has. */
const VIETNAMESE = /[ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/iu

const MONTH = /(?<![\p{L}\d])[Tt]\.?(\d{1,2})(?=[ /-]\d{4}(?!\d))/gu

const NUMBERS = 'một hai ba tư năm sáu bảy tám chín mười mười_một mười_hai'.split(' ')
/** `Tháng Hai 2024`; `9 tháng năm 2024` are nine months of that year. */
const IN_WORDS =
  /(?<!\d ?)(?<!\p{L})tháng (mười (?:một|hai)|mười|giêng|một|hai|ba|tư|năm|sáu|bảy|tám|chín|chạp)(?!\p{L})/giu
const numberOf = (word: string): number =>
  NUMBERS.indexOf({ giêng: 'một', chạp: 'mười_hai' }[word] ?? word.replace(' ', '_')) + 1

/** `Kỳ 2 tháng 12/2024`: Vietnam's customs tell each half of a month, and all of the year up to its end. */
const HALF =
  /(?<to>(?:l[uũ]y k[eế] )?(?:(?:tính )?(?:từ đầu năm )?đến (?:hết )?))?k[yỳ] ?(?<half>[12])[ /-]*(?:tháng |t)?(?<month>\d{1,2})(?:\/|-| năm )(?<year>\d{4})(?!\d)/iu

/** The days of such a half, as others write them: `2024-12-16/2024-12-31`. */
function inDays(text: string): string {
  const found = HALF.exec(text)
  const { to, half, month = '', year = '' } = found?.groups ?? {}
  if (!found || Number(month) < 1 || Number(month) > 12) return text
  const dayOf = (day: number) => `${year}-${month.padStart(2, '0')}-${String(day).padStart(2, '0')}`
  const last = half === '1' ? 15 : new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()
  const first = to ? `${year}-01-01` : dayOf(half === '1' ? 1 : 16)
  return text.replace(found[0], `${first}/${dayOf(last)}`)
}

const inNumbers = (text: string): string =>
  inDays(text.replace(MONTH, 'tháng $1')).replace(
    IN_WORDS,
    (_, word: string) => `tháng ${numberOf(word.toLowerCase())}`,
  )

/** `T1/2023` is a month in Vietnamese, for `tháng 1/2023`, and a quarter in French. */
export const vietnameseMonths: Layout = (view, { above }) => {
  if (![...view.header, ...above].some((line) => VIETNAMESE.test(line))) return undefined
  const header = view.header.map((name) => {
    const said = unjoined(name)
    return inNumbers(said) === said ? name : inNumbers(said)
  })
  const columns = view.header.flatMap((_, i) => {
    const cells = cellsOf(view, i)
    return cells.length > 0 && cells.every((cell) => inNumbers(cell) !== cell) ? [i] : []
  })
  if (columns.length === 0 && header.every((name, i) => name === view.header[i])) return undefined
  const told = () => (row: string[], emit: (row: string[], column: number) => void) =>
    emit(
      row.map((cell, i) => (columns.includes(i) ? inNumbers(cell) : cell)),
      -1,
    )
  return { ...view, header, ...(columns.length > 0 && respread(view, told)) }
}
