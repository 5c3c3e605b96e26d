import type { SeriesColumns } from '../model/columns.ts'
import { frequencyOf } from '../model/frequency.ts'
import type { Observation } from '../model/observation.ts'
import { byPeriod, parsePeriod, periodText } from '../model/period.ts'
import { Sources } from '../model/sources.ts'

/** An observation with its place in the line's sources; -1 where it was computed from several. */
export interface Figure extends Observation {
  source: number
}

/** A series as transformations see it: the words of its columns, its observations as objects. */
export interface Line
  extends Pick<
    SeriesColumns,
    | 'id'
    | 'title'
    | 'unit'
    | 'frequency'
    | 'additive'
    | 'cumulative'
    | 'dimensions'
    | 'updated'
    | 'sources'
    | 'straddling'
    | 'assumed'
  > {
  figures: Figure[]
}

export function toLine(series: SeriesColumns): Line {
  const { periods, values, decimals, status, bounds, notes, others, sourceOf, ...words } = series
  const figures = periods.map((text, i): Figure => {
    const period = parsePeriod(text)
    if (!period) throw new Error(`"${text}" in ${series.id} is not a period`)
    return {
      period,
      value: values[i] ?? null,
      decimals: decimals[i] ?? -1,
      status: status[i] ?? 'A',
      bound: bounds?.[i] ?? null,
      note: notes?.[i] ?? null,
      source: sourceOf[i] ?? -1,
    }
  })
  return { ...words, figures }
}

/** The line's columns: sorted, only the sources that are drawn on or went into what is computed. */
export function toColumns({ figures, ...words }: Line): SeriesColumns {
  const sorted = figures.toSorted((a, b) => byPeriod(a.period, b.period))
  return {
    ...words,
    periods: sorted.map(({ period }) => periodText(period, words.cumulative)),
    values: sorted.map(({ value }) => value),
    decimals: sorted.map(({ decimals }) => decimals),
    status: sorted.map(({ status }) => status),
    ...(sorted.some(({ bound }) => bound) && { bounds: sorted.map(({ bound }) => bound) }),
    ...(sorted.some(({ note }) => note) && { notes: sorted.map(({ note }) => note) }),
    sourceOf: sorted.map(({ source }) => source),
  }
}

/** The line with other figures, and the frequency that these have. */
export const withFigures = (line: Line, figures: Figure[], words: Partial<Line> = {}): Line => ({
  ...line,
  frequency: frequencyOf(figures.map(({ period }) => period)),
  ...words,
  figures,
})

/** The same lines on one list of sources, so that figures of several can be computed together. */
export function onSharedSources(lines: readonly Line[]): Line[] {
  const sources = new Sources()
  return lines.map((line) => {
    const moved = line.sources.map((source) => sources.placeOf(source))
    const figures = line.figures.map((figure) => ({
      ...figure,
      source: moved[figure.source] ?? -1,
    }))
    return { ...line, sources: sources.list, figures }
  })
}
