import type { Columns } from '../../data/model/columns.ts'
import { gaps } from '../../data/model/gaps.ts'
import { parsePeriod } from '../../data/model/period.ts'
import { periodWords } from '../../data/model/words.ts'
import type { DatasetDetail, SeriesDetail } from '../client.ts'
import { shortLabels } from '../explore/labels.ts'
import { counted, FREQUENCIES, unitWords } from '../words.ts'

interface Props {
  series: SeriesDetail
  dataset: DatasetDetail | null
  columns: Columns | null
}

const ADDITIVE = {
  sum: 'amounts of a period, which add up over time',
  last: 'levels at a day, of which the last stands for a longer time',
  none: 'rates or shares, which are never summed',
}

/** Periods missing between the first and the last, in words, long lists cut. */
function missingWords(series: SeriesDetail, columns: Columns | null): string {
  const one = columns?.series[0]
  if (!one) return '…'
  const there = one.periods.flatMap((text, i) =>
    one.values[i] === null ? [] : (parsePeriod(text) ?? []),
  )
  const missing = gaps(there, series.frequency, series.cumulative)
  if (missing.length === 0) return series.frequency === 'I' ? 'not known' : 'none'
  const words = missing
    .slice(0, 6)
    .map((period) => periodWords(period, { cumulative: series.cumulative }))
  return words.join(', ') + (missing.length > 6 ? ` and ${missing.length - 6} more` : '')
}

/** What is known about a series besides its figures. */
export function Facts({ series, dataset, columns }: Props) {
  const nameOf = (dimension: string, code: string): string =>
    dataset?.dimensions.find(({ id }) => id === dimension)?.codes.find((one) => one.code === code)
      ?.label || code
  const labels = shortLabels([series.title, ...series.related.map(({ title }) => title)]).slice(1)
  const names = [...new Set(series.sources.flatMap(({ source }) => source ?? []))]
  return (
    <section class="panel facts" aria-label="About the series">
      <dl>
        <dt>Source</dt>
        <dd>
          {names.slice(0, 2).join('; ') || 'not stated'}
          {names.length > 2 && `; and ${names.length - 2} more`}
        </dd>
        <dt>Frequency</dt>
        <dd>
          {FREQUENCIES[series.frequency]}
          {series.cumulative && ', from January to the month'}
        </dd>
        <dt>Values</dt>
        <dd>
          {unitWords(series.unit)}; {ADDITIVE[series.additive]}
        </dd>
        {Object.entries(series.dimensions).map(([dimension, code]) => [
          <dt key={dimension}>{dimension.charAt(0).toUpperCase() + dimension.slice(1)}</dt>,
          <dd key={code}>
            <a href={`/explore?dataset=${series.dataset}&${dimension}=${encodeURIComponent(code)}`}>
              {nameOf(dimension, code)}
            </a>
          </dd>,
        ])}
        <dt>Held</dt>
        <dd>
          {counted(series.observations, 'period', 'periods')},{' '}
          {counted(series.releases, 'release', 'releases')}
        </dd>
        <dt>Missing</dt>
        <dd>{missingWords(series, columns)}</dd>
        {series.related.length > 0 && [
          <dt key="related">Related</dt>,
          <dd key="list">
            <ul>
              {series.related.slice(0, 8).map((one, i) => (
                <li key={one.id}>
                  <a href={`/series/${one.id}`}>{labels[i]}</a>
                  <span class="muted">
                    {' '}
                    {FREQUENCIES[one.frequency].toLowerCase()}, {unitWords(one.unit)}
                  </span>
                </li>
              ))}
            </ul>
          </dd>,
        ]}
      </dl>
    </section>
  )
}
