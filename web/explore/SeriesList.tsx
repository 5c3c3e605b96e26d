import { numberText } from '../../data/model/numbers.ts'
import type { Latest, Series } from '../../data/model/observation.ts'
import { isNormal, statusWords } from '../../data/model/status.ts'
import { type Column, Table } from '../ui/Table.tsx'
import { capital, extentWords, frequencyWords, spelledPeriod, unitWords, whole } from '../words.ts'
import type { ExploreState } from './state.ts'

type Sort = ExploreState['sort']

interface Props {
  series: Series[]
  chosen: string[]
  onToggle: (id: string) => void
  sort: Sort
  onSort: (sort: Sort) => void
}

/** From here on a list tells whole numbers: what comes behind the point says nothing of a size. */
const LONG = 1000

function LatestFigure({ latest, series }: { latest: Latest; series: Series }) {
  const { value, decimals, status, bound, period } = latest
  return (
    <span class="latest">
      {numberText(value, { decimals: Math.abs(value) < LONG ? decimals : 0, bound })}
      {!isNormal(status) && <abbr title={statusWords(status)}> {status}</abbr>}
      <small class="phone-only">{unitWords(series.unit)}</small>
      <small>{spelledPeriod(period, series.cumulative)}</small>
    </span>
  )
}

/** Series as rows, each with a box that puts it on the chart. */
export function SeriesList({ series, chosen, onToggle, sort, onSort }: Props) {
  /** A second press gives the usual order again. */
  const by = (
    order: 'title' | 'latest',
    is: 'ascending' | 'descending',
  ): Column<Series>['sort'] => ({
    is: sort === order ? is : 'none',
    by: () => onSort(sort === order ? null : order),
  })
  return (
    <Table
      caption="List of series"
      rows={series}
      rowKey={({ id }) => id}
      columns={[
        {
          head: 'Series',
          sort: by('title', 'ascending'),
          cell: ({ id, title }) => (
            <span class="pick">
              <label class="pick-box">
                <input
                  type="checkbox"
                  id={`pick-${id}`}
                  aria-label={`${title} on the chart`}
                  checked={chosen.includes(id)}
                  onChange={() => onToggle(id)}
                />
              </label>
              <a href={`/series/${id}`}>{title}</a>
            </span>
          ),
        },
        {
          head: 'Latest',
          figure: true,
          sort: by('latest', 'descending'),
          cell: (one) => one.latest && <LatestFigure latest={one.latest} series={one} />,
        },
        { head: 'Unit', cell: ({ unit }) => unitWords(unit), wide: true, tight: true },
        {
          head: 'Frequency',
          cell: (one) => capital(frequencyWords(one)),
          wide: true,
        },
        {
          head: 'Covers',
          cell: extentWords,
          wide: true,
        },
        {
          head: 'Figures',
          figure: true,
          cell: ({ observations }) => whole(observations),
          wide: true,
        },
      ]}
    />
  )
}
