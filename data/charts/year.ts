import { dateOf } from '../model/day.ts'
import { disjoint, type Figure, type Line } from './figures.ts'
import type { ChartTokens } from './tokens.ts'

/** One year's January-to-month figures, by the month they run to. */
export interface Year {
  year: number
  figures: { month: number; figure: Figure }[]
  /** The newest year, with months still to come. */
  isRunning: boolean
  colour: string
  text: string
  width: number
  size: number
  weight: 600 | 700
}

/** A cumulative series as it is; one of months is summed from January for as long as none is missing. */
function fromJanuary(line: Line): { year: number; month: number; figure: Figure }[] {
  if (line.columns.cumulative) {
    return line.figures.map((figure) => {
      const { year, month } = dateOf(figure.last)
      return { year, month, figure }
    })
  }
  const sums: { year: number; month: number; figure: Figure }[] = []
  for (const figure of disjoint(line.figures)) {
    const start = dateOf(figure.first)
    const { year, month } = dateOf(figure.last)
    if (start.year !== year) continue
    const before = sums.at(-1)?.figure
    if (start.month === 1) sums.push({ year, month, figure })
    else if (before && before.last + 1 === figure.first) {
      const value = before.value + figure.value
      const told = before.told + figure.told
      const doubtful = before.doubtful || figure.doubtful
      const decimals = Math.max(before.decimals, figure.decimals)
      const sum = {
        ...figure,
        first: before.first,
        from: before.from,
        value,
        told,
        doubtful,
        decimals,
      }
      sums.push({ year, month, figure: { ...sum, others: [] } })
    }
  }
  return sums
}

/** The series by year, the newest first, each with its ink. */
export function yearsOf(line: Line, tokens: ChartTokens): Year[] {
  const groups = new Map<number, Year['figures']>()
  for (const { year, month, figure } of fromJanuary(line)) {
    const group = groups.get(year)
    if (group) group.push({ month, figure })
    else groups.set(year, [{ month, figure }])
  }
  const years = [...groups.keys()].sort((a, b) => b - a)
  const newest = years[0]
  const isRunning = newest !== undefined && groups.get(newest)?.at(-1)?.month !== 12
  return years.map((year, i) => {
    const age = isRunning ? i - 1 : i
    const strong = age <= 0
    return {
      year,
      figures: groups.get(year)!,
      isRunning: isRunning && i === 0,
      colour: tokens.years[Math.max(0, Math.min(age, 4))]!,
      // Older greys are too pale to read: their names take the darkest of them.
      text: tokens.years[Math.max(0, Math.min(age, 2))]!,
      width: strong ? 3.5 : age === 1 ? 3 : 1.75,
      size: strong ? 4 : age === 1 ? 3.8 : 2.6,
      weight: strong ? 700 : 600,
    }
  })
}
