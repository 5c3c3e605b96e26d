import { dateOf, monthEnd } from '../../model/day.ts'
import { periodText, unitOf } from '../../model/period.ts'
import { flowIn } from '../codes/flows.ts'
import { quoted } from '../issues.ts'
import { isNumberText } from '../numbers/number-evidence.ts'
import { AS_WRITTEN, readPeriod } from '../periods/read.ts'
import { unjoined } from '../unjoined.ts'
import { isCodeName, roleOfHeader } from '../words.ts'
import { cellsOf, lookedAt } from './figures.ts'
import { respread } from './spread.ts'
import { tellsColumns, tellsPeriodPart } from './told-columns.ts'
import type { Emit, Layout, Surroundings, View } from './view.ts'

/** Words for figures that count from January, which no single month is. */
const TO_DATE =
  /累计|累計|누계|(?<!\p{L})accumulated?(?! (?:stock|capacity|depreciation))|(?<!\p{L})(?<!year[- ])to[- ]date(?!\p{L})|(?<!\p{L})cumulative(?! (?:installed|capacity|number of))|year[- ]to[- ]date|(?<!\p{L})ytd(?!\p{L})|с нач(?:ала|\.)(?: года|\s*$)|нараста\p{L}* итогом|з початку(?: року|\s*$)|нараст\. итог|kumul(?:iert|ativ|ert)|(?<!\p{L})cumul(?:é|ée|és|ées|e|ato)?(?!\p{L})|(?<!\p{L})(?:acumulado|acum\.)(?:(?: (?:en el|del|no|do))? a[ñn]o)?|od początku roku|narastająco|kümülatif|kumulatif|lũy kế|hitt?ills? i år/iu
/** Sums of the twelve months up to one, or of four quarters. */
const ROLLING =
  /(?<!\d)4[- ]?(?:q|quarters?|квартал\p{L}*|个季度)(?!\p{L})|(?<!\d)12[- ]?(?:m|mths?|months?|mois|meses|mesi|monate?|мес\p{L}*|个月|個月|ヶ月|か月|개월)(?!\p{L})|(?<!\p{L})(?:four[- ]quarters?|twelve|douze|doce|doze|zwölf|rolling|moving|trailing|glissant|móvil)(?!\p{L})|скользящ/iu

export function isToDate(text: string): boolean {
  const words = unjoined(text)
  return TO_DATE.test(words) && !ROLLING.test(words)
}

/** Whether a text names a month, a quarter, or a day in or at the end of one. */
function isMonth(text: string): boolean {
  const period = readPeriod(text, AS_WRITTEN)
  return period !== undefined && ['Q', 'M', 'D'].includes(unitOf(period))
}

/** China's January and February, told together, stand among months. */
function isFirstMonths(text: string): boolean {
  const period = readPeriod(text, AS_WRITTEN)
  return period !== undefined && /^\d{4}-01\/\d{4}-02$/.test(periodText(period))
}

/** Whether a text names a month, whatever the others of its column say. */
export function isPlainMonth(text: string): boolean {
  // Figures may look like months: `266512`.
  const isDated = /^\d+$/.test(text) ? /^(?:19|20)\d\d/.test(text) : /\d{4}|\p{L}.*\d\d/u.test(text)
  return isDated && (isMonth(text) || isFirstMonths(text))
}

/** `2023-11` as the months up to it; what is no month stays. */
const upTo = (text: string): string => (isMonth(text) ? `${monthOf(text)} ytd` : text)

/** The month of a text that names one, or a day in it; the last one of a quarter. */
function monthOf(text: string): string {
  const { year, month } = dateOf(readPeriod(text, AS_WRITTEN)!.last)
  return `${year}-${String(month).padStart(2, '0')}`
}

/** Whether a text is the first day of a month, or the last one; undefined for what is no day. */
function placeInMonth(text: string): 'first' | 'last' | 'other' | undefined {
  const period = readPeriod(text, AS_WRITTEN)
  if (!period || unitOf(period) !== 'D') return undefined
  const { year, month, day } = dateOf(period.first)
  if (day === 1) return 'first'
  return period.first === monthEnd(year, month) ? 'last' : 'other'
}

/** Where in its month the days of a column all are, which beside months to date stand for it. */
function placeOfDays(cells: readonly string[]): 'first' | 'last' | undefined {
  const places = new Set(cells.map(placeInMonth).filter((one) => one !== undefined))
  const [place, ...others] = places
  return others.length === 0 && place !== 'other' ? place : undefined
}

/**
 * Rows of a month whose words say that they count from January, `进出口总值累计值`, are of the months up to
 * it.
 */
export const toDate: Layout = (view, around) => {
  const { profile } = around
  if (tellsPeriodPart(around)) return undefined
  if (profile?.rest) return undefined
  const rows = lookedAt(view.rows)
  if (!rows.some((row) => row.some(isToDate))) return undefined
  const period = periodColumn(view, rows)
  if (period < 0) return undefined
  const words = view.header.findIndex((name, i) => {
    const says = (row: readonly string[]) => isToDate(row[i] ?? '')
    // A remark tells rows apart by nothing, unless all of them have it.
    return i !== period && (isWord(name) ? rows.some(says) : isNote(name) && rows.every(says))
  })
  if (words < 0) return undefined
  const place = placeOfDays(cellsOf({ rows }, period))
  const spread = (row: string[], emit: Emit) => {
    const told = (row[period] ?? '').trim()
    if (isToDate(row[words] ?? '')) return emit(row.with(period, upTo(told)), -1)
    const isOfMonth = place !== undefined && placeInMonth(told) === place
    emit(isOfMonth ? row.with(period, monthOf(told)) : row, -1)
  }
  return {
    ...view,
    ...respread(view, () => spread),
    says: [
      ...view.says,
      `Rows whose ${quoted(view.header[words]!)} says so count from January up to their month.`,
      ...(place === undefined
        ? []
        : [`Each day in ${quoted(view.header[period]!)} stands for its month.`]),
    ],
  }
}

/** No id of a series, nor a remark on a figure. */
const isWord = (name: string): boolean =>
  !['series', 'title', 'note', 'source', 'source_url'].includes(roleOfHeader(name) ?? '')

const isNote = (name: string): boolean => roleOfHeader(name) === 'note'

/** The column whose cells are all months; -1 where there is none, or more than one. */
function periodColumn({ header, roles }: View, rows: readonly string[][]): number {
  const isOne = (i: number) => {
    const cells = cellsOf({ rows }, i)
    return cells.some(isMonth) && cells.every(isPlainMonth)
  }
  const laid = roles.indexOf('period')
  if (laid >= 0) return isOne(laid) ? laid : -1
  const found = header.flatMap((_, i) => (isOne(i) ? [i] : []))
  const named = found.filter((i) => roleOfHeader(header[i]!) === 'period')
  const nameless = found.filter((i) => roleOfHeader(header[i]!) === undefined)
  const [first = -1, second] = named.length > 0 ? named : nameless
  return second === undefined ? first : -1
}

/** Figures by month of which some columns count from January: the column of the months, and all of figures. */
export function besideMonths(
  view: View,
  around: Surroundings,
): { period: number; columns: { index: number; isToDate: boolean; name: string }[] } | undefined {
  if (tellsColumns(around) || around.profile?.rest || !view.header.some(isToDate)) return undefined
  const rows = lookedAt(view.rows)
  const period = periodColumn(view, rows)
  if (period < 0) return undefined
  const columns = view.header.flatMap((name, index) => {
    const cells = cellsOf({ rows }, index)
    if (index === period || !isFigures(name, cells)) return []
    return [{ index, isToDate: isToDate(name), name: unjoined(name) }]
  })
  return columns.some((one) => one.isToDate) ? { period, columns } : undefined
}

/** Whether a column holds figures: no `Year` or `Week` beside the days, no codes of goods, nor the numbers of rows. */
function isFigures(name: string, cells: readonly string[]): boolean {
  const isNamed = (roleOfHeader(name) ?? 'value') !== 'value' && flowIn(name) === undefined
  const isOther = isNamed || isCodeName(name)
  const areCodes = cells.some((cell) => /^0\d+$/.test(cell))
  // Programs count from 0.
  const first = Number(cells[0] ?? Number.NaN)
  const areCounted =
    (first === 0 || first === 1) &&
    cells.length > 1 &&
    cells.every((cell, i) => Number(cell) === i + first)
  return !isOther && !areCodes && !areCounted && cells.some(isNumberText)
}

/** A heading without the words that say it counts from January. */
export const withoutToDate = (name: string): string =>
  unjoined(name)
    .replace(/^1[至-]当?月/, '')
    .replace(TO_DATE, ' ')
    .replace(/\(\s*\)|（\s*）/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[\s,:;-]+|[\s,:;-]+$/g, '')
