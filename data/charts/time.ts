import { type Day, dateOf, dayOf, monthEnd } from '../model/day.ts'
import { parsePeriod, type TimePeriod } from '../model/period.ts'
import { MONTH_NAMES } from '../model/words.ts'
import { fontOf, measureText } from './measure.ts'

/**
 * Months since January 2000 at the beginning of a day, with the days as a fraction. Charts place
 * everything on this axis, so that every month is as wide as every other and no clock is ever asked.
 */
export function timeAt(day: Day): number {
  if (day < seen.first || day > seen.last) seen = monthAround(day)
  return seen.index + (day - seen.first) / (seen.last - seen.first + 1)
}

/** The month of a day. The last one is kept: days come in order, and dates are slow to make. */
function monthAround(day: Day): { first: Day; last: Day; index: number } {
  const { year, month } = dateOf(day)
  const index = (year - 2000) * 12 + month - 1
  return { first: dayOf(year, month, 1), last: monthEnd(year, month), index }
}
let seen = monthAround(0)

/** The day at a place on the axis: the way back from pixels, for zooming. */
export function dayAt(time: number): Day {
  const month = Math.floor(time)
  const first = dayOf(2000, month + 1, 1)
  const days = dateOf(monthEnd(2000, month + 1)).day
  return first + Math.min(days - 1, Math.floor((time - month) * days + 1e-6))
}

/**
 * A period from its spelling. A day of the month read before is found without making a date: of a
 * hundred thousand days in order all but a few thousand are.
 */
export function periodOf(text: string): TimePeriod | undefined {
  if (text.length === 10 && text.startsWith(spelled.month)) {
    const day = Number(text.slice(8))
    const first = spelled.first + day - 1
    if (text[7] === '-' && day >= 1 && first <= spelled.last) return { first, last: first }
  }
  const period = parsePeriod(text)
  if (period && text.length === 10 && period.first === period.last) {
    const { first, last } = monthAround(period.first)
    spelled = { month: text.slice(0, 7), first, last }
  }
  return period
}
let spelled = { month: 'none', first: 0, last: 0 }

export interface TimeLabel {
  at: number
  text: string
}

export interface TimeAxis {
  min: number
  max: number
  ticks: number[]
  labels: TimeLabel[]
}

const yearAt = (time: number): number => 2000 + Math.floor(time / 12)
const widthOf = (text: string): number => measureText(text, fontOf(13))

/**
 * The time axis over `width` pixels: days up to two months of them, with the month under the first; months
 * by name up to 30 of them, with the year under January; else, and where all figures are `yearly`, years
 * once, centred under what is seen of their twelve months.
 */
export function timeAxis(
  first: Day,
  last: Day,
  width: number,
  phone = false,
  yearly = false,
): TimeAxis {
  const min = timeAt(first)
  const max = timeAt(last + 1)
  const scale = width / (max - min)
  if (last - first < DAYS) return dayAxis(first, last, width)
  return !yearly && max - min <= 30 && scale * 3 >= 34
    ? monthAxis(min, max, scale)
    : yearAxis(min, max, scale, phone)
}

/** Days that are told one by one: a longer axis tells months. */
const DAYS = 62

function dayAxis(first: Day, last: Day, width: number): TimeAxis {
  const perDay = width / (last - first + 1)
  const every = [1, 2, 5, 10].find((n) => perDay * n >= 30) ?? 15
  const ticks: number[] = []
  const labels: TimeLabel[] = []
  let end = Number.NEGATIVE_INFINITY
  let said = ''
  for (let day = first; day <= last; day++) {
    const { year, month, day: date } = dateOf(day)
    if (date === 1) ticks.push(timeAt(day))
    const isRound = every === 2 ? date % 2 === 1 : date === 1 || date % every === 0
    const place = (day - first + 0.5) * perDay
    if (!isRound || place - end < 26) continue
    end = place
    const name = `${MONTH_NAMES.short[month - 1]} ${year}`
    labels.push({
      at: (timeAt(day) + timeAt(day + 1)) / 2,
      text: name === said ? String(date) : `${date}\n${name}`,
    })
    said = name
  }
  return { min: timeAt(first), max: timeAt(last + 1), ticks, labels }
}

function monthAxis(min: number, max: number, scale: number): TimeAxis {
  const every = [1, 2, 3].find((n) => scale * n >= 34) ?? 3
  const ticks: number[] = []
  const labels: TimeLabel[] = []
  for (let month = Math.ceil(min); month < max; month++) if (month % 12 === 0) ticks.push(month)
  for (let month = Math.floor(min); month < max; month++) {
    const inYear = ((month % 12) + 12) % 12
    const isFirst = labels.length === 0
    const seen = Math.min(month + 1, max) - Math.max(month, min)
    if (inYear % every !== 0 || seen * scale * every < 24) continue
    const name = MONTH_NAMES.short[inYear] ?? ''
    const at = (Math.max(month, min) + Math.min(month + 1, max)) / 2
    labels.push({ at, text: isFirst || inYear === 0 ? `${name}\n${yearAt(month)}` : name })
  }
  // Beside January the first label need not say its year too.
  const next = labels[1]
  if (labels[0] && next?.text.includes('\n') && (next.at - labels[0].at) * scale < 40) {
    labels[0].text = labels[0].text.replace(/\n.*/, '')
  }
  return { min, max, ticks, labels }
}

function yearAxis(min: number, max: number, scale: number, phone: boolean): TimeAxis {
  const ticks: number[] = []
  for (let at = Math.ceil(min / 12 - 1e-9) * 12; at <= max; at += 12) ticks.push(at)
  const isShort = scale * 12 < (phone ? 75 : widthOf('2022') + 8)
  const step = [1, 2, 4, 5, 10, 20, 25, 50].find((n) => scale * 12 * n >= widthOf('’22') + 8) ?? 100
  const labels: TimeLabel[] = []
  let end = Number.NEGATIVE_INFINITY
  const lastYear = yearAt(max - 1e-9)
  for (let year = yearAt(min); year <= lastYear; year++) {
    if (step > 1 && (year - yearAt(min)) % step !== 0) continue
    const from = Math.max(min, (year - 2000) * 12)
    const to = Math.min(max, (year - 1999) * 12)
    const text =
      isShort && labels.length > 0 && step < 4 ? `’${String(year).slice(-2)}` : String(year)
    const half = widthOf(text) / 2
    const at = ((from + to) / 2 - min) * scale
    // A sliver of a year at either end is labelled only where the label stays near it.
    if (at - half < end + 6 || (to - from) * scale < widthOf(text) / 2) continue
    labels.push({ at: (from + to) / 2, text })
    end = at + half
  }
  return { min, max, ticks, labels }
}
