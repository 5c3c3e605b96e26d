import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { Waiting } from '../charts/States.tsx'
import { api } from '../client.ts'
import { setParams } from '../params.ts'
import { useRemote } from '../remote.ts'
import { address } from '../router.ts'
import { Button } from '../ui/Button.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { counted, whole } from '../words.ts'
import { Facets } from './Facets.tsx'
import { SelectedChart } from './SelectedChart.tsx'
import { SeriesList } from './SeriesList.tsx'
import { type ExploreState, exploreParams, readExplore, searchQuery } from './state.ts'

const PAGE = 50
const MOST = 12

/** Finding series by words and codes, and putting several on one chart. */
export function ExplorePage() {
  const params = new URLSearchParams(address.value.search)
  const state = readExplore(params)
  const limit = useSignal(PAGE)
  const typed = useSignal(state.q)
  const datasets = useRemote('datasets', api.datasets).value?.datasets ?? []
  const query = searchQuery(state, limit.value)
  const { value: found, error, loading } = useRemote(`find?${query}`, () => api.searchSeries(query))

  /** A step that the back button takes back, unless it replaces the one before. */
  const change = (next: Partial<ExploreState>, replace = false) =>
    setParams(exploreParams({ ...state, ...next }, state), { replace })

  useEffect(() => {
    typed.value = state.q
  }, [state.q])
  useEffect(() => {
    if (typed.value === state.q) return
    const timer = setTimeout(() => change({ q: typed.value }, true), 200)
    return () => clearTimeout(timer)
  }, [typed.value])

  const toggle = (id: string) => {
    const series = state.series.includes(id)
      ? state.series.filter((other) => other !== id)
      : [...state.series, id].slice(-MOST)
    change({ series })
  }
  const dataset = datasets.find(({ id }) => id === state.dataset)
  const total = datasets.reduce((sum, { series }) => sum + series, 0)
  return (
    <>
      <PageHead title="Explore">
        <p>
          {whole(total)} series in {counted(datasets.length, 'dataset', 'datasets')}. Choose one or
          several to see them on a chart.
        </p>
        {dataset && (
          <p>
            All of{' '}
            <a href={`/api/datasets/${dataset.id}.csv`} download>
              {dataset.title} as CSV
            </a>
            , {counted(dataset.observations, 'figure', 'figures')}
            {dataset.source && `. Source: ${dataset.source.replace(/[.]$/, '')}`}.
          </p>
        )}
      </PageHead>
      {state.series.length > 0 && <SelectedChart state={state} params={params} onState={change} />}
      <div class="explore">
        <Facets datasets={datasets} state={state} onState={change} />
        <section class="panel" aria-label="Series found" aria-busy={loading}>
          <div class="find">
            <label class="field">
              <span>Words in title, key, codes or notes</span>
              <input
                type="search"
                value={typed.value}
                onInput={(event) => {
                  typed.value = event.currentTarget.value
                }}
              />
            </label>
            <p role="status">{found && counted(found.total, 'series', 'series')}</p>
          </div>
          {found ? (
            <SeriesList
              series={found.series}
              chosen={state.series}
              onToggle={toggle}
              sort={state.sort}
              onSort={(sort) => change({ sort }, true)}
            />
          ) : (
            <Waiting>{error?.message ?? 'Looking …'}</Waiting>
          )}
          {found?.total === 0 && (
            <p class="more">
              No series matches all of this.{' '}
              <Button onClick={() => change({ q: '', codes: {} })}>Take the filters away</Button>
            </p>
          )}
          {found?.next && (
            <p class="more">
              {found.series.length} of {whole(found.total)} shown.{' '}
              <Button
                onClick={() => {
                  limit.value += 200
                }}
              >
                Show more
              </Button>
            </p>
          )}
        </section>
      </div>
    </>
  )
}
