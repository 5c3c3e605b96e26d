import type { DatasetSummary } from '../client.ts'
import { api } from '../client.ts'
import { useRemote } from '../remote.ts'
import { capital, codeWords, FREQUENCIES, unitWords, whole } from '../words.ts'
import { facetsOf, isShared } from './facets.ts'
import { type ExploreState, filterQuery } from './state.ts'

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

/** The chosen one of a list that is longer than its box stands in its middle. */
const showInList = (chosen: HTMLButtonElement | null) => {
  const list = chosen?.closest('ul')
  if (!chosen || !list) return
  const [box, row] = [list.getBoundingClientRect(), chosen.getBoundingClientRect()]
  if (row.bottom > box.bottom) list.scrollTop += row.top - box.top - box.height / 2
}

const Choice = ({ title, count, isOn, onPick }: ChoiceProps) => (
  <li>
    <button ref={isOn ? showInList : null} type="button" aria-pressed={isOn} onClick={onPick}>
      <span>{title}</span> <small>{whole(count)}</small>
    </button>
  </li>
)

/** Codes of a dimension that are shown before the rest is asked for. */
const FEW = 10

/** On a phone the filters would stand before everything else. */
const isWide = typeof matchMedia !== 'undefined' && matchMedia('(min-width: 1024px)').matches

/** The datasets, and what the series found can be filtered by, with how many carry each code. */
export function Facets({ datasets, state, onState }: Props) {
  const { dataset, codes } = state
  const query = filterQuery(state)
  const found = useRemote(`dimensions?${query}`, () => api.dimensions(query)).value
  const dimensions = found ? facetsOf(found.dimensions, codes) : []
  const shared = Object.fromEntries(Object.entries(codes).filter(([id]) => isShared(id)))
  const titleOf = (dimension: string, code: string, label: string): string => {
    if (dimension === 'unit') return unitWords(code)
    return dimension === 'frequency' && code in FREQUENCIES
      ? FREQUENCIES[code as keyof typeof FREQUENCIES]
      : codeWords(code, label)
  }
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
