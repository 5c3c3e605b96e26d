import { Panel } from '../charts/Panel.tsx'
import { Waiting } from '../charts/States.tsx'
import { readScope, scopeParams, wholeScope } from '../charts/scope.ts'
import { dataQuery, readView, viewParams } from '../charts/view.ts'
import { api } from '../client.ts'
import { ScopeControls } from '../dashboard/ScopeControls.tsx'
import { panelFor } from '../explore/panelFor.ts'
import { sourceLine } from '../explore/sourceLine.ts'
import { NotFound } from '../NotFound.tsx'
import { setParams } from '../params.ts'
import { useRemote } from '../remote.ts'
import { address } from '../router.ts'
import { ButtonLink } from '../ui/Button.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { capital, extentWords, frequencyWords, unitWords } from '../words.ts'
import { Facts } from './Facts.tsx'
import { Releases } from './Releases.tsx'
import { Snippets } from './Snippets.tsx'

/** Everything the store knows of one series: chart, facts, every release, and how to fetch it. */
export function SeriesPage({ id }: { id: string }) {
  const { value: series, error } = useRemote(`series/${id}`, () => api.series(id))
  const dataset = id.split('/')[0] ?? ''
  const about = useRemote(`dataset/${dataset}`, () => api.dataset(dataset)).value
  const events = useRemote('events', api.events).value?.events ?? []
  const params = new URLSearchParams(address.value.search)
  const scope = readScope(params)
  const query = `series=${id}`
  const asked = dataQuery(query, wholeScope)
  const columns = useRemote(`data?${asked}`, () => api.data(asked)).value
  if (error?.status === 404) return <NotFound what={error.message} />
  if (!series) return <Waiting>{error?.message ?? 'Reading the series …'}</Waiting>
  const panel = {
    ...panelFor([series]),
    height: 540,
    source: about ? sourceLine([series], [about]) : '',
  }
  return (
    <>
      <PageHead
        title={series.title}
        crumb={
          <>
            <a href="/explore">Explore</a> /{' '}
            <a href={`/explore?dataset=${dataset}`}>{about?.title ?? dataset}</a>
          </>
        }
        controls={
          <>
            <ScopeControls
              events={events}
              scope={scope}
              onScope={(next) => setParams(scopeParams(next))}
            />
            <ButtonLink href={`/explore?dataset=${dataset}&series=${id}`}>
              Compare with others
            </ButtonLink>
          </>
        }
      >
        <p>
          {capital(unitWords(series.unit))}, {frequencyWords(series)}
          {series.first && `, ${extentWords(series)}`}. <code>{series.id}</code>
        </p>
      </PageHead>
      <div class="series-grid">
        <Facts series={series} dataset={about} columns={columns} />
        <Panel
          panel={panel}
          heading="The figures held"
          view={readView(params, null)}
          onView={(view) => setParams(viewParams(view, null), { replace: true })}
          scope={scope}
          events={events}
          home={null}
        />
        <section class="panel wide" aria-labelledby="releases">
          <h2 id="releases">Releases</h2>
          <p class="sub">
            Every value a source gave for a period. The selected one answers when nobody asks for
            another: the latest that is not a mere rounding of it.
          </p>
          <Releases id={id} cumulative={series.cumulative} />
        </section>
        <section class="panel wide" aria-labelledby="fetch">
          <h2 id="fetch">Fetch it elsewhere</h2>
          <p class="sub">
            The address stays the same when figures are added or revised. Other forms:{' '}
            <a href={`/api/data.json?${query}`}>JSON</a>,{' '}
            <a href={`/api/data.xlsx?${query}`}>Excel</a>,{' '}
            <a href={`/api/observations?series=${id}&history=true`}>every release as JSON</a>.
          </p>
          <Snippets query={query} />
        </section>
      </div>
    </>
  )
}
