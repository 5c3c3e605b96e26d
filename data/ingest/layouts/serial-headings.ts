import { dayText } from '../../model/day.ts'
import { areSerialDays, serialDay } from '../periods/serial-days.ts'
import type { Layout } from './view.ts'

/** Headings that a spreadsheet saved as it counts days, `45292`, are these days. */
export const serialHeadings: Layout = (view) => {
  const counted = view.header.filter((name) => serialDay(name.trim()) !== undefined)
  if (!areSerialDays(counted)) return undefined
  const header = view.header.map((name) =>
    counted.includes(name) ? dayText(serialDay(name.trim())!) : name,
  )
  const says = `“${counted[0]}” to “${counted.at(-1)}” are days as spreadsheets count them.`
  return { ...view, header, says: [...view.says, says] }
}
