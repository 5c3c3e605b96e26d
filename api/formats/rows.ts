import type { SeriesColumns } from '../../data/model/columns.ts'
import { lookUp } from '../../data/model/look-up.ts'

/** One observation as a download tells it. */
export interface Row {
  dataset: string
  series: string
  /** By dimension, in the order of the header. */
  codes: string[]
  period: string
  value: number | null
  decimals: number
  status: string
  bound: string
  unit: string
  source: string
  sourceUrl: string
  published: string
}

/** The dimensions of several series, each once. */
export const dimensionsOf = (series: SeriesColumns[]): string[] => [
  ...new Set(series.flatMap((columns) => Object.keys(columns.dimensions))),
]

/** The columns of every tabular download; dimensions in capitals as in SDMX. */
export const headerOf = (dimensions: string[]): string[] => [
  'DATASET',
  'SERIES',
  ...dimensions.map((dimension) => dimension.toUpperCase().replaceAll(/\s+/g, '_')),
  'TIME_PERIOD',
  'OBS_VALUE',
  'OBS_STATUS',
  'BOUND',
  'UNIT_MEASURE',
  'SOURCE',
  'SOURCE_URL',
  'PUBLISHED',
]

/** The one source of rows for every format: they cannot differ in what they hold. */
export function* rowsOf(series: Iterable<SeriesColumns>, dimensions: string[]): Generator<Row> {
  for (const columns of series) {
    const [dataset, key] = namesOf(columns.id)
    const codes = dimensions.map((dimension) => lookUp(columns.dimensions, dimension) ?? '')
    for (const [i, period] of columns.periods.entries()) {
      const sources = sourcesAt(columns, i)
      yield {
        dataset,
        series: key,
        codes,
        period,
        value: columns.values[i] ?? null,
        decimals: columns.decimals[i] ?? -1,
        status: columns.status[i] ?? '',
        bound: columns.bounds?.[i] ?? '',
        unit: columns.unit ?? '',
        source: joined(sources.map(({ source }) => source)),
        sourceUrl: joined(sources.map(({ url }) => url)),
        published: joined(sources.map(({ published }) => published)),
      }
    }
  }
}

export const rowCount = (series: SeriesColumns[]): number =>
  series.reduce((sum, columns) => sum + columns.periods.length, 0)

/** Dataset and key of a stored series; of a computed one the datasets it draws on and its expression. */
function namesOf(id: string): [dataset: string, key: string] {
  const slash = id.indexOf('/')
  if (!id.includes('(')) return [id.slice(0, slash), id.slice(slash + 1)]
  const datasets = [...id.matchAll(/([^(),:/]+)\//g)].map(([, dataset]) => dataset!)
  return [joined(datasets), id]
}

/** A value computed of several sources names none of them by itself: they are listed with its series. */
function sourcesAt({ sources, sourceOf }: SeriesColumns, i: number) {
  const at = sourceOf[i] ?? -1
  const one = sources[at]
  if (one) return [one]
  return sources.length === 1 ? sources : []
}

const joined = (texts: (string | null)[]): string => [...new Set(texts.filter(Boolean))].join('; ')
