import type { SeriesColumns } from '../model/columns.ts'
import { clean, computed } from './amount.ts'
import { TransformError } from './error.ts'
import { type Line, onSharedSources, toColumns, toLine, withFigures } from './line.ts'
import { inEachPeriod, origins, requireOneUnit } from './together.ts'

/**
 * The lines added up by interval: exports to each partner give exports to all. Missing where any is
 * missing, saying how many are: what is not told is not zero. Each figure says how many it is the sum of.
 */
export function sum(given: readonly Line[]): Line {
  requireParts(given)
  const lines = onSharedSources(given)
  const [figures] = inEachPeriod(lines, (period, amounts) => {
    const total = clean(
      amounts.reduce((sum, { value }) => sum + value, 0),
      amounts.map(({ decimals }) => decimals),
    )
    const bounds = amounts.flatMap((amount) => amount.bounds)
    return [computed(period, total, sumNote(lines.length), amounts, bounds)]
  })
  return withFigures(lines[0]!, figures!, { ...origins(lines), ...sumWords(lines) })
}

/** The sum of series as they are stored. */
export const sumColumns = (series: readonly SeriesColumns[]): SeriesColumns =>
  toColumns(sum(series.map(toLine)))

type Part = Pick<Line, 'title' | 'unit' | 'frequency' | 'additive' | 'cumulative' | 'dimensions'>

/** Refuses what does not add up, and figures from January on among those that are not. */
export function requireParts(parts: readonly Part[]): void {
  requireOneUnit(parts, 'sum')
  const other = parts.find(({ additive }) => additive !== 'sum')
  if (other) {
    const kind = other.additive === 'last' ? 'levels' : 'rates, shares or indices'
    throw new TransformError('not-additive', `"${other.title}" holds ${kind}; sum needs amounts.`)
  }
  const counting = parts.find(({ cumulative }) => cumulative)
  if (counting && parts.some(({ cumulative }) => !cumulative)) {
    throw new TransformError(
      'cumulative',
      `"${counting.title}" counts from January and others do not; sum needs series of one kind.`,
    )
  }
}

/** What each figure says that it is. */
export const sumNote = (count: number): string =>
  count === 1 ? 'the figure of 1 series' : `the sum of ${count} series`

/** What is said of a sum: its title, and what its parts share. */
export function sumWords(
  parts: readonly Part[],
): Pick<Line, 'title' | 'dimensions'> & Partial<Pick<Line, 'frequency'>> {
  const [first, ...more] = parts
  const others = more.length === 1 ? `"${more[0]!.title}"` : `${more.length} other series`
  const shared = Object.entries(first!.dimensions).filter(([dimension, code]) =>
    more.every(({ dimensions }) => dimensions[dimension] === code),
  )
  return {
    title: more.length === 0 ? first!.title : `Sum of "${first!.title}" and ${others}`,
    dimensions: Object.fromEntries(shared),
    ...(more.every(({ frequency }) => frequency === first!.frequency) && {
      frequency: first!.frequency,
    }),
  }
}
