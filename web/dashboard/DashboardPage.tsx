import { useEffect } from 'preact/hooks'
import { Panel } from '../charts/Panel.tsx'
import { Waiting } from '../charts/States.tsx'
import { isScoped, readScope, scopeParams } from '../charts/scope.ts'
import { readView, viewParams } from '../charts/view.ts'
import { api } from '../client.ts'
import { NotFound } from '../NotFound.tsx'
import { setParams } from '../params.ts'
import { useRemote } from '../remote.ts'
import { address } from '../router.ts'
import { PageHead } from '../ui/PageHead.tsx'
import { KpiRow } from './Kpi.tsx'
import { ScopeControls } from './ScopeControls.tsx'

/** The dashboard that the first page shows. */
const HOME = 'overview'

const Tabs = ({ current }: { current: string }) => {
  const { value } = useRemote('dashboards', api.dashboards)
  return (
    <nav class="strip" aria-label="Dashboards">
      {value?.dashboards.map(({ id, title }) => (
        <a
          key={id}
          href={id === HOME ? '/' : `/d/${id}`}
          aria-current={id === current ? 'page' : undefined}
        >
          {id === HOME ? 'Overview' : title}
        </a>
      ))}
    </nav>
  )
}

/** A page of charts, drawn from its document; range, day and what was done to each chart stand in the address. */
export function DashboardPage({ id }: { id: string | null }) {
  const name = id ?? HOME
  const { value: dashboard, error } = useRemote(`dashboard/${name}`, () => api.dashboard(name))
  const events = useRemote('events', api.events).value?.events ?? []
  const params = new URLSearchParams(address.value.search)
  const scope = readScope(params)
  useEffect(() => {
    if (dashboard) document.getElementById(location.hash.slice(1))?.scrollIntoView()
  }, [dashboard])
  if (error?.status === 404) return <NotFound what={error.message} />
  if (!dashboard)
    return (
      <>
        <Tabs current={name} />
        <Waiting>{error?.message ?? 'Reading the dashboard …'}</Waiting>
      </>
    )
  return (
    <>
      <Tabs current={name} />
      <PageHead
        title={dashboard.title}
        controls={
          <ScopeControls
            many
            usualEvents="Events of each chart"
            events={events}
            scope={scope}
            onScope={(next) => setParams(scopeParams(next))}
          />
        }
      >
        <p>{dashboard.summary}</p>
      </PageHead>
      {isScoped(scope) && (
        <p class="scope-note">
          The charts show another range or day than their authors chose: a claim stands over those
          alone whose figures are the same. Charts of one time keep it.
        </p>
      )}
      {dashboard.kpis.length > 0 && (
        <KpiRow name="Headline figures" kpis={dashboard.kpis} asOf={scope.asOf} />
      )}
      <div class="grid">
        {dashboard.panels.map((panel) => (
          <Panel
            key={panel.id}
            panel={panel}
            view={readView(params, panel.id)}
            onView={(view) => setParams(viewParams(view, panel.id), { replace: true })}
            scope={scope}
            events={events}
            home={{ dashboard: name }}
          />
        ))}
      </div>
      {dashboard.more && <KpiRow name="More figures" kpis={dashboard.more} asOf={scope.asOf} />}
    </>
  )
}
