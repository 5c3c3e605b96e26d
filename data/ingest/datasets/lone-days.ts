import { quoted } from '../issues.ts'
import { type PeriodSpelling, readPeriod } from '../periods/read.ts'
import type { Understood } from '../read.ts'

/** What days stand for in a dataset of one frequency. */
const MEANT: Readonly<Record<string, PeriodSpelling['daysMean']>> = {
  M: 'month',
  Q: 'quarter',
  S: 'half-year',
  A: 'year',
}

/**
 * A file of one day, or of two, that begins or ends its month does not say that it stands for all of it: where all of
 * a dataset is of such months, it does. Gives what is to be said of it.
 */
export function takeLength(
  { mapped: { mapping }, facts }: Understood,
  dataset: string,
  frequencies: readonly string[],
): string[] {
  const column = facts.columns[mapping.period]
  const [frequency = '', more] = frequencies
  const daysMean = MEANT[frequency]
  const isOpen = mapping.spelling.daysMean === null && mapping.periodPart < 0
  if (!column || !daysMean || more !== undefined || !isOpen) return []
  const place = column.spelling.place()
  const spelling: PeriodSpelling = { ...mapping.spelling, ...place, daysMean }
  const isPlaced = [...column.distinct.keys()].every((text) => {
    const [day, whole] = [readPeriod(text, mapping.spelling), readPeriod(text, spelling)]
    return day !== undefined && whole !== undefined && day.first === day.last
  })
  if (!place || !isPlaced) return []
  mapping.spelling = spelling
  return [
    `Each day in ${quoted(column.name)} stands for its ${daysMean}, as those of ${quoted(dataset)} do.`,
  ]
}
