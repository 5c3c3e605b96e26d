import type { Series } from '../../data/model/observation.ts'
import type { Step } from '../../data/model/query.ts'
import { Panel } from '../charts/Panel.tsx'
import { readScope, scopeParams } from '../charts/scope.ts'
import { readView, viewParams } from '../charts/view.ts'
import { api } from '../client.ts'
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

/** Every chosen series' description, in the order chosen; those that do not answer are left out. */
const describe = async (ids: string[]): Promise<Series[]> => {
  const answers = await Promise.allSettled(ids.map(api.series))
  return answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : []))
}

/** The chosen series, those of one unit on one chart, and what may be done to them. */
export function SelectedChart({ state, params, onState }: Props) {
  const { series: ids, transform } = state
  const { value: series } = useRemote(`describe/${ids.join(',')}`, () => describe(ids))
  const datasets = useRemote('datasets', api.datasets).value?.datasets ?? []
  const events = useRemote('events', api.events).value?.events ?? []
  if (!series?.length) return null
  const scope = readScope(params)
  const panels = panelsFor(series, transform, datasets)
  return (
    <div class="selected">
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
