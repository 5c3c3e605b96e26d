import type { Day } from '../../model/day.ts'
import { type Packed, type PackedWords, packedSources } from './packed.ts'

/** What is left of a series between two days. */
export interface Cut {
  packed: Packed
  /** Periods that lie across an edge. */
  straddling: number
}

/**
 * The periods wholly inside two days, both included. Undefined where those left out lie between them,
 * as a year that ends later lies among its months: the columns then have to be picked one by one.
 */
export function cutPacked(packed: Packed, first: Day, last: Day): Cut | undefined {
  const { days, values, decimals, words } = packed
  let from = -1
  let to = -1
  let kept = 0
  let straddling = 0
  for (let i = 0; i < values.length; i++) {
    const [a, b] = [days[2 * i]!, days[2 * i + 1]!]
    if (a >= first && b <= last) {
      if (from < 0) from = i
      to = i + 1
      kept++
    } else if (a <= last && b >= first) straddling++
  }
  if (kept === values.length) return { packed, straddling }
  if (kept === 0) [from, to] = [0, 0]
  if (to - from !== kept) return undefined
  return {
    packed: {
      days: days.subarray(2 * from, 2 * to),
      values: values.subarray(from, to),
      decimals: decimals.subarray(from, to),
      words: cutWords(words, from, to),
    },
    straddling,
  }
}

function cutWords(words: PackedWords, from: number, to: number): PackedWords {
  const { updated, status = {}, bounds, notes, others } = words
  const left = Object.entries(status)
    .map(([text, places]): [string, number[]] => [
      text,
      places.filter((place) => place >= from && place < to).map((place) => place - from),
    ])
    .filter(([, places]) => places.length > 0)
  return {
    updated,
    ...cutSources(words, from, to),
    status: left.length > 0 ? Object.fromEntries(left) : undefined,
    bounds: cutColumn(bounds, from, to),
    notes: cutColumn(notes, from, to),
    others: cutColumn(others, from, to),
  }
}

/** The sources that are still pointed at. */
function cutSources(
  { sources, sourceOf }: PackedWords,
  from: number,
  to: number,
): Pick<PackedWords, 'sources' | 'sourceOf'> {
  if (from === to) return { sources: [] }
  return sourceOf ? packedSources(sources, sourceOf.slice(from, to)) : { sources }
}

/** A column where it still says anything. */
function cutColumn<T>(
  column: (T | null)[] | undefined,
  from: number,
  to: number,
): (T | null)[] | undefined {
  const left = column?.slice(from, to)
  return left?.some((item) => item !== null) ? left : undefined
}
