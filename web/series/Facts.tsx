import type { Columns } from '../../data/model/columns.ts'
import type { DatasetDetail, SeriesDetail } from '../client.ts'
import { shortLabels } from '../explore/labels.ts'
import { capital, codeWords, counted, frequencyWords, unitWords } from '../words.ts'
import { publisherOf } from './carrier.ts'
import { missingWords } from './missing.ts'

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

/** What is known about a series besides its figures. */
export function Facts({ series, dataset, columns }: Props) {
  const nameOf = (dimension: string, code: string): string => {
    const { codes = [] } = dataset?.dimensions.find(({ id }) => id === dimension) ?? {}
    return codeWords(code, codes.find((one) => one.code === code)?.label ?? '')
  }
  const labels = series.related.map(({ title }) => shortLabels([series.title, title])[1])
  const publishers = [...new Set(series.sources.flatMap(({ source }) => publisherOf(source) ?? []))]
  const pages = series.sources.filter(({ url }) => url !== null).length
  return (
    <section class="panel facts" aria-label="About the series">
      <dl>
        <dt>Source</dt>
        <dd>
          {publishers.slice(0, 2).join('; ') || (dataset ? dataset.source || 'not stated' : '…')}
          {publishers.length > 2 && `; and ${publishers.length - 2} more`}
          {pages > 0 && `, told by ${counted(pages, 'page', 'pages')}`}
        </dd>
        <dt>Frequency</dt>
        <dd>{capital(frequencyWords(series))}</dd>
        <dt>Values</dt>
        <dd>
          {unitWords(series.unit)}; {ADDITIVE[series.additive]}
        </dd>
        {Object.keys(series.dimensions).length > 0 && [
          <dt key="codes">Codes</dt>,
          <dd key="list">
            <ul class="codes">
              {Object.entries(series.dimensions).map(([dimension, code]) => (
                <li key={dimension}>
                  {dimension}{' '}
                  <a
                    href={`/explore?dataset=${series.dataset}&${dimension}=${encodeURIComponent(code)}`}
                  >
                    {nameOf(dimension, code)}
                  </a>
                </li>
              ))}
            </ul>
          </dd>,
        ]}
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
              {series.related.slice(0, 6).map((one, i) => (
                <li key={one.id}>
                  <a href={`/series/${one.id}`}>{labels[i]}</a>
                  <span class="muted">
                    {' '}
                    {frequencyWords(one)}, {unitWords(one.unit)}
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
