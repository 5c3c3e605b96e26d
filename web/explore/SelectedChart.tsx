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
import { panelFor } from './panelFor.ts'
import { sourceLine } from './sourceLine.ts'
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

/** The chosen series on one chart, and what may be done to them. */
export function SelectedChart({ state, params, onState }: Props) {
  const { series: ids, transform } = state
  const { value: series } = useRemote(`describe/${ids.join(',')}`, () => describe(ids))
  const datasets = useRemote('datasets', api.datasets).value?.datasets ?? []
  const events = useRemote('events', api.events).value?.events ?? []
  if (!series?.length) return null
  const scope = readScope(params)
  const panel = {
    ...panelFor(series, transform),
    source: sourceLine(series, datasets),
  }
  const units = new Set(series.map(({ unit }) => unit))
  const isMixed = units.size > 1 && !transform.some(({ name }) => name !== 'sum12')
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
      {isMixed && (
        <p class="warning">
          These series have different units ({[...units].join(', ')}). Compare their growth or an
          index instead: one axis cannot serve both.
        </p>
      )}
      <Panel
        panel={panel}
        view={readView(params, null)}
        onView={(view) => setParams(viewParams(view, null), { replace: true })}
        scope={scope}
        events={events}
        home={null}
      />
    </div>
  )
}
