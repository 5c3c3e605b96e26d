import type { DatasetSummary } from '../client.ts'
import { api } from '../client.ts'
import { useRemote } from '../remote.ts'
import { capital, FREQUENCIES, whole } from '../words.ts'
import { isShared, mergeDimensions, withChosen } from './facets.ts'
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

/** Datasets whose codes are put together where none is chosen. */
const MOST = 40

/** The datasets, and the codes of the chosen one, or of all, with how many series carry each. */
export function Facets({ datasets, state, onState }: Props) {
  const { dataset, codes } = state
  const detail = useRemote(dataset && `dataset/${dataset}`, () => api.dataset(dataset ?? '')).value
  const ids = datasets.map(({ id }) => id).slice(0, MOST)
  const all = useRemote(dataset || ids.length === 0 ? null : `codes/${ids.join(',')}`, () =>
    Promise.all(ids.map(api.dataset)),
  ).value
  const own = detail?.id === dataset ? detail?.dimensions : undefined
  const known = dataset ? own : all && mergeDimensions(all)
  const dimensions = known ? withChosen(known, codes) : []
  const shared = Object.fromEntries(Object.entries(codes).filter(([id]) => isShared(id)))
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
              onPick={() => onState({ dataset: id === dataset ? null : id, codes: shared })}
            />
          ))}
        </ul>
        {dimensions
          .filter(({ id, codes: list }) => list.length > 1 || id in codes)
          .map(({ id, codes: list }) => (
            <details key={id} open={list.length <= FEW || id in codes}>
              <summary>
                {capital(id)} <small>{list.length}</small>
              </summary>
              <ul>
                {list.map(({ code, label, series }) => (
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
