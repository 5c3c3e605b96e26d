import type { DatasetSummary } from '../client.ts'
import { api } from '../client.ts'
import { useRemote } from '../remote.ts'
import { capital, FREQUENCIES, whole } from '../words.ts'
import type { ExploreState } from './state.ts'

interface Props {
  datasets: DatasetSummary[]
  state: ExploreState
  onState: (change: Partial<ExploreState>) => void
}

interface ChoiceProps {
  name: string
  title: string
  count: number
  isOn: boolean
  onPick: () => void
}

const Choice = ({ title, count, isOn, onPick }: ChoiceProps) => (
  <li>
    <button type="button" aria-pressed={isOn} onClick={onPick}>
      <span>{title}</span> <small>{whole(count)}</small>
    </button>
  </li>
)

/** Codes of a dimension that are shown before the rest is asked for. */
const FEW = 10

/** On a phone the filters would stand before everything else. */
const isWide = typeof matchMedia !== 'undefined' && matchMedia('(min-width: 1024px)').matches

/** The datasets, and the codes of the chosen one with how many series carry each. */
export function Facets({ datasets, state, onState }: Props) {
  const { dataset, codes } = state
  const detail = useRemote(dataset && `dataset/${dataset}`, () => api.dataset(dataset ?? '')).value
  const dimensions = dataset && detail?.id === dataset ? detail.dimensions : []
  const titleOf = (dimension: string, code: string, label: string): string =>
    dimension === 'frequency' && code in FREQUENCIES
      ? FREQUENCIES[code as keyof typeof FREQUENCIES]
      : label || code
  return (
    <nav class="panel facets" aria-label="Filters">
      <details class="all" open={isWide}>
        <summary>Datasets and filters</summary>
        <h2>Datasets</h2>
        <ul>
          {datasets.map(({ id, title, series }) => (
            <Choice
              key={id}
              name={id}
              title={title}
              count={series}
              isOn={id === dataset}
              onPick={() => onState({ dataset: id === dataset ? null : id, codes: {} })}
            />
          ))}
        </ul>
        {dimensions
          .filter(({ id, codes: all }) => all.length > 1 || id in codes)
          .map(({ id, codes: all }) => (
            <details key={id} open={all.length <= FEW || id in codes}>
              <summary>
                {capital(id)} <small>{all.length}</small>
              </summary>
              <ul>
                {all.map(({ code, label, series }) => (
                  <Choice
                    key={code}
                    name={code}
                    title={titleOf(id, code, label)}
                    count={series}
                    isOn={codes[id] === code}
                    onPick={() => {
                      const { [id]: before, ...others } = codes
                      onState({ codes: before === code ? others : { ...others, [id]: code } })
                    }}
                  />
                ))}
              </ul>
            </details>
          ))}
      </details>
    </nav>
  )
}
