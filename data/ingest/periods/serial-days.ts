import { dayOf } from '../../model/day.ts'

/** Spreadsheets count days from here; no figure of trade is told for a day out of these years. */
const ZERO = dayOf(1899, 12, 30)
const EARLIEST = dayOf(1970, 1, 1)
const LATEST = dayOf(2060, 12, 31)

/** The day that a spreadsheet's number stands for, `45292` is 1 January 2024; undefined for other texts. */
export function serialDay(text: string): number | undefined {
  if (!/^\d{5}(?:\.0+)?$/.test(text)) return undefined
  const day = ZERO + Number(text)
  return day >= EARLIEST && day <= LATEST ? day : undefined
}
