import type { Series } from '../../data/model/observation.ts'
import type { Step } from '../../data/model/query.ts'
import { Panel } from '../charts/Panel.tsx'
import { Waiting } from '../charts/States.tsx'
import { readScope, scopeParams } from '../charts/scope.ts'
import { readView, viewParams } from '../charts/view.ts'
import { api, RequestError } from '../client.ts'
import { ScopeControls } from '../dashboard/ScopeControls.tsx'
import { setParams } from '../params.ts'
import { useRemote } from '../remote.ts'
import { Button } from '../ui/Button.tsx'
import { panelsFor } from './panelFor.ts'
import type { ExploreState } from './state.ts'
import { TransformControls } from './TransformControls.tsx'

interface Props {
  state: ExploreState
  params: URLSearchParams
  onState: (change: Partial<ExploreState>) => void
}

interface Described {
  /** In the order chosen. */
  series: Series[]
  /** What the API says of each that the store does not have. */
  unknown: string[]
}

const isUnknown = (cause: unknown): cause is RequestError =>
  cause instanceof RequestError && (cause.status === 400 || cause.status === 404)

async function describe(ids: string[]): Promise<Described> {
  const described: Described = { series: [], unknown: [] }
  for (const answer of await Promise.allSettled(ids.map(api.series))) {
    if (answer.status === 'fulfilled') described.series.push(answer.value)
    else if (isUnknown(answer.reason)) described.unknown.push(answer.reason.message)
    else throw answer.reason
  }
  return described
}

/** The chosen series, those of one unit on one chart, and what may be done to them. */
export function SelectedChart({ state, params, onState }: Props) {
  const { series: ids, transform } = state
  const { value: described, error } = useRemote(`describe/${ids.join(',')}`, () => describe(ids))
  const datasets = useRemote('datasets', api.datasets).value?.datasets ?? []
  const events = useRemote('events', api.events).value?.events ?? []
  if (!described) return error && <Waiting>{error.message}</Waiting>
  const { series, unknown } = described
  const scope = readScope(params)
  const panels = panelsFor(series, transform, datasets)
  return (
    <div class="selected">
      {unknown.length > 0 && (
        <p class="warning" role="alert">
          {unknown.join(' ')}{' '}
          <Button kind="bare" onClick={() => onState({ series: series.map(({ id }) => id) })}>
            Leave {unknown.length === 1 ? 'it' : 'them'} out
          </Button>
        </p>
      )}
      {series.length > 0 && (
        <div class="toolbar">
          <TransformControls
            series={series}
            transform={transform}
            onTransform={(next: Step[]) => onState({ transform: next })}
          />
          <ScopeControls
            events={events}
            scope={scope}
            onScope={(next) => setParams(scopeParams(next))}
          />
          <Button icon="close" onClick={() => onState({ series: [], transform: [] })}>
            Take all off
          </Button>
        </div>
      )}
      {panels.length > 1 && (
        <p class="warning">
          One axis cannot serve {panels.length} units: each has a chart of its own. To see them on
          one, compare their growth or an index.
        </p>
      )}
      {panels.map((panel, i) => {
        const name = i === 0 ? null : panel.id
        return (
          <Panel
            key={panel.id}
            panel={panel}
            view={readView(params, name)}
            onView={(view) => setParams(viewParams(view, name), { replace: true })}
            scope={scope}
            events={events}
            home={null}
          />
        )
      })}
    </div>
  )
}
