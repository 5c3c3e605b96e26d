import type { Facts } from '../facts.ts'
import { monthNamed, plain } from '../periods/names.ts'

/**
 * The month that years begin with where the names of all twelve stand beside one of them in the order of the calendar:
 * April to March beside `2016-17`. Undefined where they begin with January, as lists of months do, or in another order.
 */
export function monthInOrder({ sample, columns }: Facts, year: number): number | undefined {
  for (const { index } of columns) {
    if (index === year) continue
    const byYear = Map.groupBy(sample, (row) => row[year] ?? '')
    const firsts = new Set([...byYear.values()].flatMap((rows) => firstOf(rows, index) ?? []))
    const [first] = firsts
    if (firsts.size === 1 && first !== 1) return first
  }
  return undefined
}

/** The first of twelve months one after the other, each once or again and again. */
function firstOf(rows: readonly (readonly string[])[], index: number): number | undefined {
  const months = [...new Set(rows.map((row) => monthNamed(plain(row[index] ?? ''))))]
  const isNext = (month: number | undefined, i: number) =>
    month !== undefined && (i === 0 || month === ((months[i - 1] ?? 0) % 12) + 1)
  return months.length === 12 && months.every(isNext) ? months[0] : undefined
}
