import { byPeriod, type Frequency, monthOf, monthsFrom, type TimePeriod } from './period.ts'

const MONTHS: Partial<Record<Frequency, number>> = { A: 12, S: 6, Q: 3, M: 1 }

/**
 * The periods of a frequency that are missing between the first and the last that are there, in order.
 * `periods` are those that have a value. What a longer one covers is not missing: China's joint
 * January-February stands for both months. A period covered in part is missing. Nothing is known to
 * be missing at frequency I.
 *
 * In a cumulative series it is the January-to-month figures that are missing, whatever the frequency
 * says; January alone only where the series has ever told it.
 */
export function gaps(
  periods: Iterable<TimePeriod>,
  frequency: Frequency,
  cumulative = false,
): TimePeriod[] {
  const there = [...periods].sort(byPeriod)
  const from = there[0]?.first
  if (from === undefined) return []
  if (cumulative) return cumulativeGaps(there)
  const to = Math.max(...there.map(({ last }) => last))
  const isCovered = coverage(there)
  return unitsBetween(from, to, frequency).filter((unit) => !isCovered(unit))
}

/** The calendar units that lie wholly between two days, aligned to the calendar (weeks to Mondays). */
function unitsBetween(from: number, to: number, frequency: Frequency): TimePeriod[] {
  const units: TimePeriod[] = []
  const months = MONTHS[frequency]
  if (months !== undefined) {
    const start = Math.floor(monthOf(from) / months) * months
    for (let unit = monthsFrom(start, months), i = 1; unit.last <= to; i++) {
      if (unit.first >= from) units.push(unit)
      unit = monthsFrom(start + i * months, months)
    }
  } else if (frequency !== 'I') {
    const days = frequency === 'W' ? 7 : 1
    const start = frequency === 'W' ? from + ((4 - (from % 7) + 7) % 7) : from
    for (let first = start; first + days - 1 <= to; first += days) {
      units.push({ first, last: first + days - 1 })
    }
  }
  return units
}

/** Whether a period lies wholly inside what sorted periods cover together. */
function coverage(sorted: TimePeriod[]): (period: TimePeriod) => boolean {
  const blocks: TimePeriod[] = []
  for (const { first, last } of sorted) {
    const block = blocks.at(-1)
    if (block && first <= block.last + 1) block.last = Math.max(block.last, last)
    else blocks.push({ first, last })
  }
  let at = 0
  return ({ first, last }) => {
    while (at < blocks.length && blocks[at]!.last < first) at++
    const block = blocks[at]
    return block !== undefined && block.first <= first && block.last >= last
  }
}

function cumulativeGaps(sorted: TimePeriod[]): TimePeriod[] {
  const ends = new Set(sorted.map(({ last }) => monthOf(last)))
  const months = [...ends].sort((a, b) => a - b)
  const toldJanuary = months.some((month) => month % 12 === 0)
  const missing: TimePeriod[] = []
  for (let month = months[0]!; month < months.at(-1)!; month++) {
    if (ends.has(month) || (month % 12 === 0 && !toldJanuary)) continue
    missing.push(monthsFrom(month - (month % 12), (month % 12) + 1))
  }
  return missing
}
