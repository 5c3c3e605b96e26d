import { missingStatus } from '../numbers/missing.ts'
import { isFailed } from '../numbers/numbers.ts'
import { areSerialDays } from '../periods/serial-days.ts'
import { roleOfHeader } from '../words.ts'

/** What a cell looks like, without knowing what it means. */
export type Kind = 'empty' | 'number' | 'date' | 'time' | 'url' | 'code' | 'text'

/** A number with its signs: currency, per cent, a bound before it, flags after it. */
const NUMBER =
  /^[<>≤≥≈~]?\s?[+\-−(]?\s?[$€£¥₽%]?\s?\d[\d\s.,'’]*(?:[eE][+-]?\d+)?\s?[%$€£¥₽)]?(?:\s\(?[bcdefinpqrsuvz]{1,3}\)?|\([bcdefinpqrsuvz]{1,3}\)|\*{1,3})?$/u
/** A number with its size: `$8.1bn`, `4,5 млрд`, `350k`. */
const SIZED =
  /^[+\-−(]?\s?(?:US)?[$€£¥₽]?\s?\d{1,3}(?:(?:[\d\s]|[.,](?=\d))*[.,]\d+)?\s?(?:k|m|mn|mln|mio|b|bn|bln|mrd|tn|million|billion|тыс|млн|млрд|трлн|千|万|萬|亿|億|만|억|조)\.?(?:\s?(?:[$€£¥₽元]|[A-Z]{3}|美元|руб\.?))?\)?$/iu
/** What offices write where there is no figure, with a flag or without. */
const NO_FIGURE = /^(?:[-–—.:…*/]{1,3}|n\.?\/?a\.?|nan|null)(?:\s?\(?[a-z]{1,2}\)?)?$/i
/** Letters and abbreviations of two may be codes, and name columns. */
const SHORTEST_MARK = 3
const DATE =
  /^(?:\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}|\d{4}-\d{2}|\d{4}-?(?:Q|S|H|M|W)\d{1,2})(?:[T ]\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?Z?)?$/i
/** `18-Dec-2009`. */
const DATE_IN_WORDS =
  /^\d{1,2}[-/. ](?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}[-/. ](?:\d{4}|\d{2})$/i
const TIME = /^\d{1,2}:\d{2}(?::\d{2})?$/
const URL_LIKE = /^(?:https?|ftp):\/\/\S+$/i
const CODE = /^(?=.*\d)[\p{L}\d][\p{L}\d._+:-]*$/u

/** Whether a cell, its surrounding blanks aside, says that there is no figure and can say nothing else. */
const isNoFigure = (cell: string): boolean =>
  (cell.length < 8 && NO_FIGURE.test(cell)) ||
  (cell.length >= SHORTEST_MARK && (missingStatus(cell) !== undefined || isFailed(cell)))

/** The kind of a cell's text, surrounding blanks aside. */
export function kindOf(text: string): Kind {
  const cell = text.trim()
  if (cell === '' || isNoFigure(cell)) return 'empty'
  if (cell.length > 300) return 'text'
  if (TIME.test(cell)) return 'time'
  if (DATE.test(cell) || DATE_IN_WORDS.test(cell)) return 'date'
  if (NUMBER.test(cell) || SIZED.test(cell)) return 'number'
  if (URL_LIKE.test(cell)) return 'url'
  return CODE.test(cell) ? 'code' : 'text'
}

/**
 * The kind that at least three of four filled cells of a column share; `text` where there is none. A letter
 * among figures may stand for one that is not told, and says nothing of the column.
 */
export function columnKind(cells: readonly string[]): Kind {
  const counts = new Map<Kind, number>()
  let filled = 0
  const kinds = cells.map(kindOf)
  const areFigures = kinds.includes('number')
  for (const [i, cell] of cells.entries()) {
    const kind = kinds[i]!
    const isMark = areFigures && kind === 'text' && missingStatus(cell.trim()) !== undefined
    if (kind === 'empty' || isMark) continue
    filled++
    counts.set(kind, (counts.get(kind) ?? 0) + 1)
  }
  if (filled === 0) return 'empty'
  for (const [kind, count] of counts) if (count >= filled * 0.75) return kind
  return 'text'
}

export const TYPED: ReadonlySet<Kind> = new Set(['number', 'date', 'time', 'url', 'code'])

/** Years may name columns, other numbers do not. */
export const isYear = (cell: string): boolean => /^\s*(?:1[89]|20|21)\d\d\s*$/.test(cell)

/** The same as Thais count them. */
export const isThaiYear = (cell: string): boolean => /^\s*25\d\d\s*$/.test(cell)

const MONTH = /^(?<year>(?:1[89]|20|21)\d\d)\.?(?<month>0[1-9]|1[0-2])$/
const MONTH_FIRST = /^(?<month>0?[1-9]|1[0-2])\.(?<year>(?:19|20)\d\d)$/
/** `2301`, which is no year that anybody tells. */
const SHORT_MONTH = /^(?<year>2[2-9]|3[0-5])(?<month>0[1-9]|1[0-2])$/

/** Korea's office marks a month as provisional: `2023.03 p)`. */
const PROVISIONAL = / p\)$/

function monthIn(cell: string) {
  const text = cell.trim().replace(PROVISIONAL, '')
  return (MONTH.exec(text) ?? MONTH_FIRST.exec(text) ?? SHORT_MONTH.exec(text))?.groups
}

/** Whether a row holds months one after another, `202301, 202302`, `2023.01, 2023.01, 2023.02`, `01.2023, 02.2023` or `2301, 2302`, which figures never are. */
function holdsMonths(cells: readonly string[]): boolean {
  const numbers = cells.flatMap((cell) => {
    const month = monthIn(cell)
    return month ? [Number(month.year) * 12 + Number(month.month)] : []
  })
  // Below groups the same months come again: those of exports, those of imports.
  const again = numbers.indexOf(numbers[0]!, 1)
  const isCycle = again > 1 && numbers.every((number, i) => number === numbers[i % again])
  const told = isCycle ? numbers.slice(0, again) : numbers
  const steps = new Set(told.slice(1).map((number, i) => number - told[i]!))
  steps.delete(0)
  return numbers.length > 2 && steps.size === 1 && (steps.has(1) || steps.has(-1))
}

/** `2023.12`, with both digits of its month. */
const POINTED = /^((?:19|20)\d\d)\.(0[1-9]|1[0-2])$/

/** Whether a row behind a name holds months that are compared, `2023.12, 2024.11, 2024.12`, and no other number. */
function comparesMonths(cells: readonly string[]): boolean {
  const [name = '', ...others] = cells.map((cell) => cell.trim())
  const numbers = others.filter((cell) => kindOf(cell) === 'number')
  const months = numbers.flatMap((cell) => {
    const [, year, month] = POINTED.exec(cell) ?? []
    return year === undefined ? [] : [Number(year) * 12 + Number(month)]
  })
  const steps = months.slice(1).map((month, i) => month - months[i]!)
  return (
    kindOf(name) === 'text' &&
    months.length === numbers.length &&
    steps.every((step) => step > 0) &&
    (steps.length > 1 || steps[0] === 1 || steps[0] === 12)
  )
}

const FEW_DAYS = 5

/** Whether words and numbers from 1 on, one after another, fill a row: days of a month, or its months. */
function countsUp(cells: readonly string[]): boolean {
  const told = cells.filter((cell) => cell.trim() !== '')
  const first = told.findIndex((cell) => cell.trim() === '1')
  const numbers = told.slice(first)
  return (
    first > 0 &&
    numbers.length >= FEW_DAYS &&
    told.slice(0, first).every((cell) => kindOf(cell) === 'text') &&
    numbers.every((cell, i) => Number(cell) === i + 1)
  )
}

/** Whether numbers go up behind a word that stands over days: the years to run of bonds, `Date, 0.25, 0.5, 1`. */
function isScale(cells: readonly string[], kinds: readonly Kind[]): boolean {
  const [name = '', ...others] = cells
  const numbers = others.map((cell) =>
    cell.trim() === '' ? Number.NaN : Number(cell.replace(',', '.')),
  )
  return (
    kinds[0] === 'date' &&
    roleOfHeader(name) === 'period' &&
    numbers.length > 2 &&
    numbers.every((number, i) => number > (numbers[i - 1] ?? 0))
  )
}

const isNoName = (cell: string): boolean => !['text', 'empty'].includes(kindOf(cell))

/** Whether a cell is one of such months, which name columns as years do. */
export const isMonthNumber = (cell: string): boolean => monthIn(cell) !== undefined

/**
 * A row that names columns: where the column is typed the cell is words, or a year or another period over
 * numbers that are none. Names may look like codes, over codes, where they differ and all figures have words
 * above them.
 */
export function namesColumns(
  cells: readonly string[],
  kinds: readonly Kind[],
  years: readonly boolean[] = [],
): boolean {
  let names = 0
  let figures = 0
  let overFigures = 0
  const codes: string[] = []
  const months = holdsMonths(cells) || comparesMonths(cells)
  const isThai = cells.some((cell) => /\p{Script=Thai}/u.test(cell))
  const isOurs = (cell: string) => isYear(cell) || (isThai && isThaiYear(cell))
  if (countsUp(cells) || isScale(cells, kinds) || areSerialDays(cells.filter(isNoName))) return true
  for (const [i, cell] of cells.entries()) {
    const own = kindOf(cell)
    const body = kinds[i] ?? 'empty'
    if (own === 'empty') continue
    if (
      own === 'text' ||
      (own === 'code' && body !== 'code') ||
      (own === 'date' && body === 'number') ||
      ((isOurs(cell) || (months && isMonthNumber(cell))) && body === 'number' && !years[i])
    ) {
      if (TYPED.has(body) || body === 'empty') names++
      if (body === 'number' || body === 'date') overFigures++
    } else if (own === 'code' && body === 'code') codes.push(cell.trim())
    else if (own === body && TYPED.has(body) && (years[i] || !isYear(cell))) figures++
  }
  if (overFigures > 1 && figures === 0 && new Set(codes).size === codes.length) return true
  return names > figures + codes.length
}
