import type { Series } from '../../data/model/observation.ts'
import { Table } from '../ui/Table.tsx'
import { capital, extentWords, frequencyWords, unitWords, whole } from '../words.ts'

interface Props {
  series: Series[]
  chosen: string[]
  onToggle: (id: string) => void
}

/** Series as rows, each with a box that puts it on the chart. */
export const SeriesList = ({ series, chosen, onToggle }: Props) => (
  <Table
    caption="List of series"
    rows={series}
    rowKey={({ id }) => id}
    columns={[
      {
        head: 'Series',
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
      { head: 'Figures', figure: true, cell: ({ observations }) => whole(observations) },
    ]}
  />
)
