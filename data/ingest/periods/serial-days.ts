import { dayOf } from '../../model/day.ts'

/** Spreadsheets count days from here; no figure of trade is told for a day out of these years. */
const ZERO = dayOf(1899, 12, 30)
const EARLIEST = dayOf(1970, 1, 1)
const LATEST = dayOf(2060, 12, 31)

const SECONDS_OF_A_DAY = 86_400

/** Seconds since 1970, or thousandths of them: those of midnight are a day, others of a day that depends on where. */
function dayOfSeconds(text: string): number | undefined {
  const [, digits] = /^(1\d{9})(?:000)?$/.exec(text) ?? []
  const days = digits === undefined ? Number.NaN : Number(digits) / SECONDS_OF_A_DAY
  return Number.isInteger(days) ? dayOf(1970, 1, 1) + days : undefined
}

/** The day that a spreadsheet's number stands for, `45292` is 1 January 2024, or a computer's; undefined for other texts. */
export function serialDay(text: string): number | undefined {
  const counted = dayOfSeconds(text)
  if (counted !== undefined) return counted
  if (!/^\d{5}(?:\.0+)?$/.test(text)) return undefined
  const day = ZERO + Number(text)
  return day >= EARLIEST && day <= LATEST ? day : undefined
}

/** Steps of months, quarters and years in days. */
const STEPS = /^(?:2[89]|3[01]|9[0-2]|36[56])$/

/** Whether texts count days as spreadsheets do, each a month, a quarter or a year behind the one before: `45292, 45323, 45352`. */
export const areSerialDays = (texts: readonly string[]): boolean =>
  texts.length > 2 &&
  texts.every((text, i) => {
    const step = i === 0 ? '31' : String(Number(text) - Number(texts[i - 1]))
    return text.trim().length === 5 && serialDay(text.trim()) !== undefined && STEPS.test(step)
  })
