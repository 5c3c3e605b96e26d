import type { Panel as PanelDocument } from '../../data/model/dashboard.ts'
import { parseStep, splitList } from '../../data/model/expression.ts'
import { api } from '../client.ts'
import { ScopeControls } from '../dashboard/ScopeControls.tsx'
import { panelsFor } from '../explore/panelFor.ts'
import { NotFound } from '../NotFound.tsx'
import { setParams } from '../params.ts'
import { useRemote } from '../remote.ts'
import { address } from '../router.ts'
import { Button } from '../ui/Button.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import type { PanelHome } from './address.ts'
import { Panel } from './Panel.tsx'
import { Waiting } from './States.tsx'
import { readScope, scopeParams } from './scope.ts'
import { readView, viewParams } from './view.ts'

interface Found {
  /** Several where the query has series of several units. */
  panels: PanelDocument[]
  home: PanelHome | null
  crumb: { href: string; title: string }
}

/** The panel that an address names: one of a dashboard, or one made from a query of series. */
async function find(params: URLSearchParams): Promise<Found | null> {
  const dashboard = params.get('dashboard')
  if (dashboard) {
    const document = await api.dashboard(dashboard)
    const panel = document.panels.find(({ id }) => id === params.get('panel'))
    if (!panel) return null
    const crumb = { href: `/d/${dashboard}`, title: document.title }
    return { panels: [panel], home: { dashboard }, crumb }
  }
  const ids = splitList(params.get('series') ?? '')
  if (!ids.length) return null
  const series = await Promise.all(ids.map(api.series))
  const transform = splitList(params.get('transform') ?? '').map(parseStep)
  const { datasets } = await api.datasets()
  const panels = panelsFor(series, transform, datasets)
  return { panels, home: null, crumb: { href: '/explore', title: 'Explore' } }
}

/** One chart as large as the window, with every line named and every control. */
export function ChartPage() {
  const params = new URLSearchParams(address.value.search)
  const named = ['dashboard', 'panel', 'series', 'transform'].map((name) => params.get(name))
  const { value, error, loading } = useRemote(`chart/${named.join('&')}`, () => find(params))
  const events = useRemote('events', api.events).value?.events ?? []
  if (error) return <NotFound what={error.message} />
  if (!value) return loading ? <Waiting /> : <NotFound what="The address names no chart." />
  const { panels, home, crumb } = value
  const panel = panels[0]!
  const scope = readScope(params)
  const view = readView(params, null)
  const onView = (next: typeof view) => setParams(viewParams(next, null), { replace: true })
  const height = Math.max(420, Math.min(680, innerHeight - 360))
  return (
    <>
      <PageHead
        title={panel.name}
        compact
        crumb={<a href={crumb.href}>{crumb.title}</a>}
        controls={
          <>
            <Button aria-pressed={view.log} onClick={() => onView({ ...view, log: !view.log })}>
              Log scale
            </Button>
            <ScopeControls
              events={events}
              usualEvents={panel.events?.length ? 'Events of the chart' : undefined}
              scope={scope}
              onScope={(next) => setParams(scopeParams(next))}
            />
          </>
        }
      />
      {panels.map((one, i) => (
        <Panel
          key={one.id}
          panel={{ ...one, width: 12, height }}
          view={i === 0 ? view : readView(params, one.id)}
          onView={(next) => setParams(viewParams(next, i === 0 ? null : one.id), { replace: true })}
          scope={scope}
          events={events}
          home={home}
          large
        />
      ))}
    </>
  )
}
